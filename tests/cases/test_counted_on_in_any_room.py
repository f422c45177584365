"""Whom the family counts on is never left out and never asked twice, in rooms drawn at random."""

from hypothesis import given, settings

from cases.coverage import cover
from cases.mismatch import find
from cases.snapshot import Mark
from tests.cases.any_room import STATES, people_for, room_of, some_needs
from tests.cases.plain_catalogue import catalogue

PLAN = "plan_on_unknown_fit"


@settings(deadline=None, max_examples=120)
@given(people_for(2, most=4), some_needs(2), STATES)
def test_in_any_room_whom_the_family_counts_on_is_never_left_out_nor_asked_twice(people, needs, state):
    facts = room_of(people, needs, state)
    said = facts.agreements
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
