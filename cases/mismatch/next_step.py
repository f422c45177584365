"""The one next step: of everything worth asking about, what to ask first."""

from __future__ import annotations

from collections.abc import Sequence

from cases.mismatch.finding import Finding
from cases.mismatch.rules import PRECEDENCE, TABLE, Rule, Turn
from cases.snapshot import Coverage, RoomSnapshot


def next_step(room: RoomSnapshot, coverage: Coverage, findings: Sequence[Finding]) -> Finding | None:
    """What to ask next, None when there is nothing.

    The level first, safety before anything else on it, and of that what is about tonight; then a role taken
    for another, then a missing lead, then open points, each in the order of the table; an addressee before
    none (fewer taps), and the order of the grid and the team. What has been asked already rests. When its
    answer is late, the nudge stands in its place.
    """
    seats = {member.id: place for place, member in enumerate(room.in_order().members)}
    rows = {row.need: (place, row.safety) for place, row in enumerate(coverage.rows)}
    levels: dict[str, int] = {}
    for finding in findings:
        levels[finding.need] = min(finding.level.rank, levels.get(finding.need, finding.level.rank))

    def order(finding: Finding) -> tuple[int, bool, int, bool, int, int, int, str]:
        place, safety = rows.get(finding.need, (len(rows), False))
        safety = safety or TABLE[finding.rule].tonight
        nudge = finding.rule is Rule.STILL_WAITING and finding.need
        level = levels[finding.need] if nudge else finding.level.rank
        seat = seats.get(finding.member, len(seats)) if finding.member is not None else len(seats)
        nobody, precedence = finding.member is None, PRECEDENCE[finding.rule]
        return (level, not safety, turn_of(finding), nobody, precedence, place, seat, finding.fingerprint)

    return min(_awake(room, findings), key=order, default=None)


def turn_of(finding: Finding) -> Turn:
    """The turn of its rule; a name that fills a chair is a missing lead, a belief no need waits for and a
    training behind a chair that is filled are not pressing."""
    if finding.params.get("waits"):
        return Turn.MISSING_LEAD
    if finding.rule is Rule.TRAINING_UNPROVEN and not finding.need:
        return Turn.OPEN_POINT
    if finding.rule is Rule.BELIEF_VS_ROLE and not finding.params["needs"]:
        return Turn.OPEN_POINT
    return TABLE[finding.rule].turn


def _awake(room: RoomSnapshot, findings: Sequence[Finding]) -> list[Finding]:
    """All but what somebody has been asked about already; a late answer itself never rests, nor does tonight
    for a question who leads."""
    waiting = {(ask.need, ask.member) for ask in room.asks}
    needs = {need for need, _ in waiting if need}
    return [
        f
        for f in findings
        if f.rule is Rule.STILL_WAITING
        or TABLE[f.rule].tonight
        or not (f.need in needs if f.need else ("", f.member) in waiting)
    ]
