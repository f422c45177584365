"""The one next step: of everything worth asking about, what to ask first."""

from __future__ import annotations

from collections.abc import Sequence

from cases.snapshot import Coverage, Finding, RoomSnapshot

LEVELS = ("first", "soon", "know")
READY = ("fit_not_asked", "outside_training", "no_supervisor", "fit_unknown", "title_unclear")
"""Rules whose question has somebody here who can answer it, the nearest to a filled chair first."""


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
        rank = LEVELS.index(finding.level)
        levels[finding.need] = min(rank, levels.get(finding.need, rank))

    def order(finding: Finding) -> tuple[int, bool, int, bool, int, int, str]:
        place, safety = rows.get(finding.need, (len(rows), False))
        nudge = finding.rule == "still_waiting" and finding.need
        level = levels[finding.need] if nudge else LEVELS.index(finding.level)
        ready = READY.index(finding.rule) if finding.rule in READY else len(READY)
        seat = seats.get(finding.member, len(seats)) if finding.member is not None else len(seats)
        return (level, not safety, ready, finding.member is None, place, seat, finding.fingerprint)

    return min(_awake(room, findings), key=order, default=None)


def _awake(room: RoomSnapshot, findings: Sequence[Finding]) -> list[Finding]:
    """All but what somebody has been asked about already; a late answer itself never rests."""
    waiting = {(ask.need, ask.member) for ask in room.asks}
    needs = {need for need, _ in waiting if need}
    return [
        f
        for f in findings
        if f.rule == "still_waiting" or not (f.need in needs if f.need else ("", f.member) in waiting)
    ]
