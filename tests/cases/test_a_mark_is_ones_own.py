"""A mark is about one person and one need: what is told of somebody else changes only who shares."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.snapshot import CellWhy, CredentialFact, Mark
from roles.catalogue import Kind, Reach
from tests.cases.plain import JANE, OKAFOR, TASHA, agreed, person, row, row_told
from tests.cases.plain_catalogue import ROLES, catalogue

UNREAD = [
    CredentialFact("XQZ", Kind.UNKNOWN),
    CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "lcsw")),
    CredentialFact("Therapist", Kind.TITLE, candidates=("qmha", "lcsw", "psychiatrist")),
]
ONE = st.tuples(
    st.lists(st.sampled_from([*sorted(ROLES), *UNREAD]), max_size=2),
    st.sampled_from(["unknown", "named", "none"]),
    st.sampled_from(["", "plan", "agreed", "declined"]),
)
NEEDS = st.sampled_from(sorted(catalogue().needs))
KIM = replace(JANE, name="Kim", supervisor="named")


def grid_of(drawn, need, state):
    team = [person(n, f"P{n}", *worn, supervisor=s) for n, (worn, s, _) in enumerate(drawn, 1)]
    kinds = [agreed(p, need, kind) for p, (*_, kind) in zip(team, drawn, strict=True) if kind]
    return row(need, *team, agreements=tuple(kinds), state=state)


def marks(found, *, besides):
    """Each one's mark; who leads a part leads it only beside the others."""
    return {
        c.member: None if c.why is CellWhy.LEADS_PART else c.mark for c in found.cells if c.member != besides
    }


@settings(deadline=None, max_examples=250)
@given(st.lists(ONE, min_size=2, max_size=4), ONE, NEEDS, st.sampled_from(["OR", "ID", ""]))
def test_in_any_room_what_is_told_of_one_changes_no_mark_of_another(drawn, other, need, state):
    before = marks(grid_of(drawn, need, state), besides=1)
    after = marks(grid_of([other, *drawn[1:]], need, state), besides=1)
    without = marks(grid_of(drawn[1:], need, state), besides=None)
    alone = {member + 1: mark for member, mark in without.items()}
    for member, mark in before.items():
        assert len({m for m in (mark, after[member], alone[member]) if m is not None}) <= 1


@settings(deadline=None, max_examples=250)
@given(st.lists(ONE, min_size=2, max_size=4), NEEDS, st.sampled_from(["OR", ""]))
def test_in_any_room_those_who_could_share_surely_cover_it(drawn, need, state):
    found, info = grid_of(drawn, need, state), catalogue().needs[need]
    sharers = [c for c in found.cells if c.part]
    if not sharers:
        return
    for part in info.all_of:
        assert any(_surely(cell, part, drawn) for cell in sharers), part
    assert not info.any_of or any(_surely(cell, part, drawn) for cell in sharers for part in info.any_of)
    assert sorted(c.member for c in sharers) == sorted(found.could)


def _surely(cell, part, drawn):
    supervised = drawn[cell.member - 1][1] == "named"
    reaches = {f.reach for f in cell.fits if f.capability == part}
    return Reach.TRAINED in reaches or (supervised and Reach.SUPERVISED in reaches)


def test_who_could_lead_a_part_and_whose_rest_is_open_stays_open():
    """A doctor whose fit is open is no helper because somebody else has a supervisor by now."""
    rest = replace(OKAFOR, credentials=(*OKAFOR.credentials, CredentialFact("XQZ", Kind.UNKNOWN)))
    before, after = row("eating", JANE, rest), row("eating", KIM, rest)
    assert [c.mark for c in after.cells if c.member == rest.id] == [
        c.mark for c in before.cells if c.member == rest.id
    ]
    assert row_told(after, KIM, rest) == f"{rest.name} and Kim could share this. Ask {rest.name}."


def test_only_who_shares_leads():
    yes = (agreed(KIM, "eating"), agreed(OKAFOR, "eating"))
    shared = row("eating", KIM, OKAFOR, TASHA, agreements=yes)
    assert [(c.mark, c.part) for c in shared.cells][:2] == [(Mark.LEAD, False), (Mark.LEAD, False)]
