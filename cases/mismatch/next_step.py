"""The one next step: of everything worth asking about, what to ask first."""

from __future__ import annotations

from collections.abc import Sequence

from cases.mismatch.finding import Finding
from cases.mismatch.rules import TABLE, Rule
from cases.snapshot import Coverage, RoomSnapshot


def next_step(room: RoomSnapshot, coverage: Coverage, findings: Sequence[Finding]) -> Finding | None:
    """What to ask next, None when there is nothing.

    The level first, safety before anything else on it; then a question somebody on the team can settle before
    one nobody here can, an addressee before none (fewer taps), and the order of the grid and the table. What
    has been asked already rests. When its answer is late, the nudge stands in its place.
    """
    seats = {member.id: place for place, member in enumerate(room.members)}
    rows = {row.need: (place, row.safety) for place, row in enumerate(coverage.rows)}
    levels: dict[str, int] = {}
    for finding in findings:
        levels[finding.need] = min(finding.level.rank, levels.get(finding.need, finding.level.rank))

    def order(finding: Finding) -> tuple[int, bool, int, bool, int, int, str]:
        place, safety = rows.get(finding.need, (len(rows), False))
        nudge = finding.rule is Rule.STILL_WAITING and finding.need
        level = levels[finding.need] if nudge else finding.level.rank
        ready = TABLE[finding.rule].ready
        seat = seats.get(finding.member, len(seats)) if finding.member is not None else len(seats)
        return (
            level,
            not safety,
            len(TABLE) if ready is None else ready,
            finding.member is None,
            place,
            seat,
            finding.fingerprint,
        )

    return min(_awake(room, findings), key=order, default=None)


def _awake(room: RoomSnapshot, findings: Sequence[Finding]) -> list[Finding]:
    """All but what somebody has been asked about already; a late answer itself never rests."""
    waiting = {(ask.need, ask.member) for ask in room.asks}
    needs = {need for need, _ in waiting if need}
    return [
        f
        for f in findings
        if f.rule is Rule.STILL_WAITING or not (f.need in needs if f.need else ("", f.member) in waiting)
    ]
