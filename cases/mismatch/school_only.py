"""``school_only``: all who lead mental health care here, or could, are staff of a school.

Others may help with a part of it: they are care, too, and the question for a lead outside names them.

Once for the room. Who might lead counts as well, so that one person of whom we know nothing keeps it silent:
they may be the way to care outside. Where nobody leads yet it speaks of who could or might. Then somebody
outside who said no keeps it silent, too: a no does not change what a role covers. Which roles are a school's
and which needs are mental health stands in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases import person_fit
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.rules import Level, Rule
from cases.snapshot import Cell, Mark, MemberFact, NeedRow


def school_only(facts: Facts) -> Iterator[Finding]:
    """``helpers`` are these people, who lead first; ``leads`` those who do; ``count``: of how many needs;
    ``known``: does the role of one of them fit for sure; ``outside``: who else can help with one of them."""
    rows = [row for row in facts.coverage.rows if facts.need(row.need).mental_health]
    leads = list(dict.fromkeys(member for row in rows for member in row.leads))
    people = list(dict.fromkeys([*leads, *(member for row in rows for member in _might_lead(facts, row))]))
    if _all_at_school(facts, people) and (leads or not _could_outside(facts, rows)):
        yield facts.finding(
            Rule.SCHOOL_ONLY,
            Level.SOON,
            evidence=_what_they_do(facts, rows, people),
            leads=leads,
            helpers=people,
            count=len(rows),
            known=any(row.could for row in rows),
            outside=_who_helps(facts, rows, besides=people),
        )


def _all_at_school(facts: Facts, people: list[int]) -> bool:
    return bool(people) and all(_is_at_school(facts, facts.members[member]) for member in people)


def _could_outside(facts: Facts, rows: list[NeedRow]) -> bool:
    """Does the role of somebody outside a school who said no fit, or may it?"""
    said_no = (cell.member for row in rows for cell in row.cells if _could_and_said_no(facts, row, cell))
    return any(not _is_at_school(facts, facts.members[member]) for member in said_no)


def _could_and_said_no(facts: Facts, row: NeedRow, cell: Cell) -> bool:
    declined = facts.agreements.get((cell.member, row.need)) == "declined"
    return declined and cell.mark in (Mark.COULD, Mark.ASK)


def _might_lead(facts: Facts, row: NeedRow) -> list[int]:
    """Whose role fits, then whose fit is open and theirs to tell, or nothing is known; nobody who said no."""
    need = facts.need(row.need)
    told = {m.id for m in facts.room.members if m.credentials}
    open_ones = [cell.member for cell in row.cells if cell.open]
    might = (m for m in open_ones if m not in told or facts.worth_asking(m, need) is not None)
    return [*row.could, *might]


def _who_helps(facts: Facts, rows: list[NeedRow], *, besides: list[int]) -> list[int]:
    helps = dict.fromkeys(member for row in rows for member in row.helps if member not in besides)
    return [member for member in helps if not _is_at_school(facts, facts.members[member])]


def _is_at_school(facts: Facts, member: MemberFact) -> bool:
    """Do letters of this person stand for a role of a school, whichever of them it is?"""
    known = facts.catalogue.roles
    read = ([c.role] if c.role else list(c.candidates) for c in member.credentials)
    return any(slugs and all(slug in known and known[slug].at_school for slug in slugs) for slugs in read)


def _what_they_do(facts: Facts, rows: list[NeedRow], people: list[int]) -> tuple[Evidence, ...]:
    """For each what their role is trained for in the first need, so that the parent can check it."""
    need, found = facts.need(rows[0].need), list[Evidence]()
    for member in people:
        fits = person_fit.deciding(need, facts.cell(rows[0], member).fits)
        found += facts.evidence(facts.members[member], fits[:1])
    return tuple(found)
