"""The one next step: of everything worth asking about, what to ask first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cases.mismatch.finding import Finding
from cases.mismatch.rules import PRECEDENCE, TABLE, Rule, Turn
from cases.snapshot import AskFact, Coverage, RoomSnapshot

Place = tuple[int, bool, bool, int, int, int, int, int, str]
BEHIND = ("waits", "also", "safety")
"""Params that name needs without a lead which wait for the same answer."""


def next_step(room: RoomSnapshot, coverage: Coverage, findings: Sequence[Finding]) -> Finding | None:
    """What to ask next, None when there is nothing.

    It is the first in the order of ``most_important``. What has been asked already rests. When its answer is
    late, the nudge stands in its place.
    """
    return min(_awake(room, findings), key=most_important(room, coverage, findings), default=None)


def most_important(
    room: RoomSnapshot, coverage: Coverage, findings: Iterable[Finding]
) -> Callable[[Finding], Place]:
    """The order in which a room is told, as a key: what comes first is the next step.

    The level first; safety before anything else on it, of that what is about tonight, then the gravest need.
    After safety a role taken for another, then a missing lead, then open points, and within each of these the
    gravest need. Of one need the order of the table, and who is nearest. Who can be asked, and how few
    taps it takes, weighs nothing: a need that everybody said no to is as grave as it was.
    """
    seats = {member.id: place for place, member in enumerate(room.in_order().members)}
    near = {(row.need, m): place for row in coverage.rows for place, m in enumerate(row.askable)}
    grave = {row.need: place for place, row in enumerate(coverage.rows)}
    safety = {row.need for row in coverage.rows if row.safety}
    levels: dict[str, int] = {}
    for finding in findings:
        levels[finding.need] = min(finding.level.rank, levels.get(finding.need, finding.level.rank))

    def key(finding: Finding) -> Place:
        needs = needs_behind(finding)
        nudge = finding.rule is Rule.STILL_WAITING and finding.need
        level = levels.get(finding.need, finding.level.rank) if nudge else finding.level.rank
        tonight, safe = TABLE[finding.rule].tonight, safety.isdisjoint(needs)
        turn = turn_of(finding) if safe and not tonight else Turn.TONIGHT
        place = min((grave.get(need, len(grave)) for need in needs), default=len(grave))
        member = -1 if finding.member is None else finding.member
        seat = (near.get((finding.need, member), len(seats)), seats.get(member, len(seats)))
        precedence = PRECEDENCE[finding.rule]
        return (level, safe and not tonight, not tonight, turn, place, precedence, *seat, finding.fingerprint)

    return key


def needs_behind(finding: Finding) -> list[str]:
    """The need it is about; of one about a person, those whose chair waits for the answer."""
    if finding.need or finding.rule is Rule.TRAINING_UNPROVEN:
        return [finding.need] if finding.need else []
    lists = (finding.params.get(name) for name in BEHIND)
    return [str(need) for found in lists if isinstance(found, list) for need in found]


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
    for a question who leads, nor who leads for one about tonight. Who said no is not waited for."""
    waiting = {(ask.need, ask.member) for ask in room.asks}
    needs = {ask.need for ask in room.asks if ask.need and ask.lead and not _said_no(room, ask)}
    return [
        f
        for f in findings
        if f.rule is Rule.STILL_WAITING
        or TABLE[f.rule].tonight
        or not (f.need in needs if f.need else ("", f.member) in waiting)
    ]


def _said_no(room: RoomSnapshot, ask: AskFact) -> bool:
    return ask.member is not None and room.agreement(ask.member, ask.need) == "declined"
