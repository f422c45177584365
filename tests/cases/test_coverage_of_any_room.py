"""What holds for the grid of any room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.snapshot import Mark
from roles.catalogue import NeedInfo, Reach
from roles.fit import need_fit
from tests.cases.plain import agreed, person, row, row_told
from tests.cases.plain_catalogue import ROLES, catalogue

often = settings(deadline=None, max_examples=60)

MEMBERS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(sorted(ROLES)), max_size=3),
        st.sampled_from(["unknown", "named", "none"]),
        st.sampled_from(["", "plan", "agreed", "declined"]),
    ),
    max_size=6,
)
NEEDS = st.sampled_from(sorted(catalogue().needs))


def seated(drawn, need):
    people = [person(n, f"P{n}", *roles, supervisor=s) for n, (roles, s, _) in enumerate(drawn, 1)]
    kinds = tuple(agreed(p, need, kind) for p, (*_, kind) in zip(people, drawn, strict=True) if kind)
    return row(need, *people, agreements=kinds), people


@often
@given(MEMBERS, NEEDS)
def test_a_lead_always_agreed_and_always_reaches(drawn, need):
    found, _ = seated(drawn, need)
    kinds = {n: kind for n, (*_, kind) in enumerate(drawn, 1)}
    assert all(kinds[n] == "agreed" for n in found.leads)
    assert found.state == "shared" or all(
        c.reach is Reach.TRAINED for c in found.cells if c.mark is Mark.LEAD
    )
    assert found.has_lead == bool(found.leads)


@often
@given(MEMBERS, NEEDS)
def test_the_reach_of_a_cell_is_the_reach_of_the_role_rules(drawn, need):
    found, people = seated(drawn, need)
    info: NeedInfo = catalogue().needs[need]
    for cell, member in zip(found.cells, people, strict=True):
        expected = need_fit(catalogue(), member.credentials, info, "OR", (), member.supervisor)
        assert (cell.reach, cell.fits) == expected


@often
@given(MEMBERS, NEEDS)
def test_an_empty_row_means_everybody_is_known_not_to_reach(drawn, need):
    found, _ = seated(drawn, need)
    if found.state == "empty":
        kinds = {n: kind for n, (*_, kind) in enumerate(drawn, 1)}
        open_cells = [c for c in found.cells if kinds[c.member] != "declined"]
        assert all(c.reach in (Reach.NOT_TRAINED, Reach.SUPERVISED) for c in open_cells)


@often
@given(MEMBERS, NEEDS)
def test_nobody_is_in_two_lists_of_a_row_unless_they_could_share(drawn, need):
    found, people = seated(drawn, need)
    assert not set(found.leads) & set(found.could)
    assert len(found.cells) == len(people)
    assert set(found.leads) | set(found.could) | set(found.helps) <= {p.id for p in people}


@often
@given(MEMBERS, NEEDS)
def test_whom_the_sentence_says_to_ask_is_asked_first(drawn, need):
    found, people = seated(drawn, need)
    if found.whom is not None:
        assert found.askable[0] == found.whom
        assert f"P{found.whom}" in row_told(found, *people)
