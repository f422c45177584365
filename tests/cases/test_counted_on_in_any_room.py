"""Whom the family counts on is never left out and never asked twice, in rooms drawn at random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import find
from cases.snapshot import Mark
from tests.cases.plain import agreed, person, room
from tests.cases.plain_catalogue import ROLES, catalogue

PLAN = "plan_on_unknown_fit"
KINDS = st.sampled_from(["", "plan", "agreed", "declined"])
PEOPLE = st.lists(
    st.tuples(
        st.lists(st.sampled_from(sorted(ROLES)), max_size=2),
        st.sampled_from(["unknown", "named"]),
        st.fixed_dictionaries(dict.fromkeys((0, 1), KINDS)),
    ),
    min_size=1,
    max_size=4,
)
NEEDS = st.lists(st.sampled_from(sorted(catalogue().needs)), min_size=2, max_size=2, unique=True)


@settings(deadline=None, max_examples=120)
@given(PEOPLE, NEEDS, st.sampled_from(["OR", "ID", ""]))
def test_in_any_room_whom_the_family_counts_on_is_never_left_out_nor_asked_twice(people, needs, state):
    team = [person(n, f"P{n}", *roles, supervisor=s) for n, (roles, s, *_) in enumerate(people, 1)]
    pairs = [
        (m, place, kind) for m, told in zip(team, people, strict=True) for place, kind in told[2].items()
    ]
    said = [agreed(m, needs[place], kind) for m, place, kind in pairs if kind]
    facts = room(" ".join(needs), *team, state=state, agreements=tuple(said))
    grid = cover(facts, catalogue())
    found = find(facts, catalogue(), grid)
    assert {(a.need, a.member) for a in said if _counts_in_vain(a, grid.row(a.need), facts)} <= _told(found)
    asked = [(f.need, f.member) for f in found if f.need and f.member is not None]
    assert len(set(asked)) == len(asked)


def _counts_in_vain(said, row, facts):
    """Is it open whether this person reaches, for a chair that nobody else fills or is about to fill?"""
    cells = {cell.member: cell for cell in row.cells}
    under_someone = [
        c for c in row.cells if c.mark is Mark.COULD and facts.agreement(c.member, row.need) == "agreed"
    ]
    here = cells[said.member].mark is Mark.ASK and said.member not in row.could
    return said.kind != "declined" and here and not row.has_lead and not under_someone


def _told(found):
    return {(f.need, m) for f in found if f.rule == PLAN for m in f.params["people"]}
