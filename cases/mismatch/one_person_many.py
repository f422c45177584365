"""``one_person_many``: five or more needs that nobody but one person leads.

"One of several people" is said of who could carry it, not of who is here: the room has needs for several
people, and one holds them. So a team of one is told too, where nobody is there to step in. A need that two
lead does not rest on one of them; a part beside others does, for without it the need has no lead.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Level, Rule
from cases.snapshot import NeedRow

MANY = 5


def one_person_many(facts: Facts) -> Iterator[Finding]:
    """Good to know, and never about the person: about what happens when one chair is empty for a week."""
    for member in facts.room.members:
        theirs = [row.need for row in facts.coverage.rows if _rests_on(row, member.id)]
        if len(theirs) >= MANY:
            yield facts.finding(
                Rule.ONE_PERSON_MANY,
                Level.KNOW,
                member=member,
                count=len(theirs),
                of=len(facts.coverage.rows),
                helpers=_somebody_else_could(facts, theirs),
            )


def _rests_on(row: NeedRow, member: int) -> bool:
    """Would the need be without a lead if this person were away?"""
    alone = row.state == "led" and row.leads == (member,)
    return alone or (row.state == "shared" and member in row.leads)


def _somebody_else_could(facts: Facts, needs: list[str]) -> list[int]:
    """Others here whose role could lead one of these, whom a parent may ask to take it over."""
    could = (m for row in facts.coverage.rows if row.need in needs for m in row.could)
    return list(dict.fromkeys(could))
