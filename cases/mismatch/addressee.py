"""Whom the question of a finding is for: one answer, for every page that names somebody."""

from __future__ import annotations

from collections.abc import Container, Iterable

from cases.mismatch.finding import Finding
from cases.mismatch.next_step import most_important
from cases.mismatch.rules import TABLE, Asks, Rule
from cases.snapshot import Coverage, RoomSnapshot

NAMED = {Asks.LEADS: ("leads", "helpers"), Asks.TONIGHT: ("asks",), Asks.PLANNERS: ("others",)}
"""The params in which a finding names whom it is for, by whom its rule asks."""


def whom_to_ask(finding: Finding, coverage: Coverage, here: Container[int | None]) -> int | None:
    """A member's id; None: it is for somebody outside the room, a supervisor or the agency.

    What the plan asks of a helper is a question for whoever else could lead it, else for those who made the
    plan, and never for the helper. What everybody here said no to is one for the agency. Of some, whoever
    leads what it is about is asked.
    ``here``: the ids of those who are in the room.
    """
    asks = TABLE[finding.rule].asks
    if asks is Asks.AGENCY:
        return None
    if finding.member in here and asks is not Asks.PLANNERS:
        return finding.member
    named = next((member for member in _named(finding, asks) if member in here), None)
    if named is not None or not _is_for_the_nearest(finding, asks):
        return named
    return nearest(finding.need, coverage)


def _named(finding: Finding, asks: Asks) -> list[int]:
    lists = (finding.params.get(name) for name in NAMED.get(asks, ()))
    return [
        member for found in lists if isinstance(found, list) for member in found if isinstance(member, int)
    ]


def _is_for_the_nearest(finding: Finding, asks: Asks) -> bool:
    """Also where whom the family counts on cannot tell: then it is for whoever can."""
    cannot_tell = finding.rule is Rule.PLAN_ON_UNKNOWN_FIT and finding.member is None
    return cannot_tell or asks in (Asks.LEADS, Asks.NEAREST)


def whom_about(need: str, room: RoomSnapshot, coverage: Coverage, findings: Iterable[Finding]) -> int | None:
    """Whom to ask about a need: as the most important question about it says, else as the grid does."""
    found = [f for f in findings if f.need == need and not TABLE[f.rule].tonight]
    found = [f for f in found if f.rule is not Rule.STILL_WAITING]
    first = min(found, key=most_important(room, coverage, found), default=None)
    here = {member.id for member in room.members}
    return whom_to_ask(first, coverage, here) if first else nearest(need, coverage)


def nearest(need: str, coverage: Coverage) -> int | None:
    """Whom the grid says to ask first about a need, None for the agency."""
    return next((member for row in coverage.rows if row.need == need for member in row.askable), None)
