"""``sibling_safety``: a need that others at home may not be safe with, beside the need that is theirs.

It asks about tonight, so nothing about roles answers it: it is there as long as both are picked, with people
on the team or without. Which needs these are stands in the catalogue (``NeedInfo.keep_safe``).

It is for whoever leads one of these needs, else for a clinician of the room, who writes plans for safety. For
nobody else: whom the night is no work of is not asked about it, and without such a person the agency is.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Level, Rule
from cases.nearness import Profile
from cases.snapshot import NeedRow

AGAIN = "again"
"""Everybody here whom the night is any work of has been asked, and there is no plan yet."""


def sibling_safety(facts: Facts) -> Iterator[Finding]:
    """One for each need to be kept safe, however many make it so (``risks``).

    ``leads``: who leads any; ``asks``: whom the question is for, the nearest first; nobody is asked twice.
    """
    for row in facts.coverage.rows:
        risks = at_risk(facts, row.need)
        if risks:
            replied = _who_replied(facts, row.need)
            asks = [member for member in _whom_to_ask(facts, risks, row) if member not in replied]
            yield facts.finding(
                Rule.SIBLING_SAFETY,
                Level.FIRST,
                AGAIN if replied and not asks else "",
                need=row.need,
                risks=risks,
                count=len(risks),
                leads=_who_leads(facts, [*risks, row.need]),
                asks=asks,
            )


def _who_replied(facts: Facts, need: str) -> set[int | None]:
    """Who was asked about tonight and left it open, with a no or with no plan yet; None: not of the team."""
    about = (Rule.SIBLING_SAFETY, Rule.STILL_WAITING)
    return {r.member for r in facts.room.replies if r.need == need and r.rule in about and not r.lead}


def at_risk(facts: Facts, need: str) -> list[str]:
    """The picked needs that ask for a plan for tonight for this one, in the order of the catalogue."""
    picked = [facts.need(row.need) for row in facts.coverage.rows]
    risks = [other for other in picked if need in other.keep_safe]
    return [other.slug for other in sorted(risks, key=lambda other: other.position)]


def _who_leads(facts: Facts, needs: list[str]) -> list[int]:
    """Those who lead these needs, the first need's first."""
    rows = (facts.coverage.row(need) for need in needs)
    return list(dict.fromkeys(member for row in rows for member in row.leads))


def _whom_to_ask(facts: Facts, risks: list[str], row: NeedRow) -> list[int]:
    """Clinicians, who lead first, then by how near they are to what makes it unsafe; else who leads that.

    Who said no to leading it is not asked, but for somebody who leads another part.
    """
    rows = [*(facts.coverage.row(need) for need in risks), row]
    near = (m for one in rows for m in (*one.could, *one.nearest, *one.askable))
    leads = [member for one in rows for member in one.leads]
    clinicians = [member for member in (*leads, *near) if _is_clinician(facts, member)]
    return list(dict.fromkeys([*clinicians, *leads]))


def _is_clinician(facts: Facts, member: int) -> bool:
    return Profile(facts.members[member], facts.catalogue, facts.room.state).clinician
