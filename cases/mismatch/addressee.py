"""Whom the question of a finding is for: one answer, for every page that names somebody."""

from __future__ import annotations

from collections.abc import Container

from cases.mismatch.finding import Finding
from cases.mismatch.rules import TABLE, Asks
from cases.snapshot import Coverage

NAMED = {Asks.LEADS: ("leads", "helpers"), Asks.TONIGHT: ("asks",)}
"""The params in which a finding names whom it is for, by whom its rule asks."""


def whom_to_ask(finding: Finding, coverage: Coverage, here: Container[int]) -> int | None:
    """A member's id; None: it is for somebody outside the room, a supervisor or the agency.

    What the plan asks of a helper is a question for those who made the plan, not for the helper. What
    everybody here said no to is one for the agency. Of some, whoever leads what it is about is asked.
    ``here``: the ids of those who are in the room.
    """
    asks = TABLE[finding.rule].asks
    if asks in (Asks.PLANNERS, Asks.AGENCY):
        return None
    if finding.member is not None and finding.member in here:
        return finding.member
    lists = (finding.params.get(name) for name in NAMED.get(asks, ()))
    named = [member for found in lists if isinstance(found, list) for member in found]
    first = next((member for member in named if isinstance(member, int) and member in here), None)
    if first is not None or asks in (Asks.MEMBER, Asks.TONIGHT):
        return first
    return nearest(finding.need, coverage)


def nearest(need: str, coverage: Coverage) -> int | None:
    """Whom the grid says to ask first about a need, None for the agency."""
    return next((member for row in coverage.rows if row.need == need for member in row.askable), None)
