"""``still_waiting``: a question whose day has come, without an answer or with one that is not clear yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cases.mismatch.facts import Facts, is_urgent, level_of
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Level, Rule
from cases.mismatch.sibling_safety import at_risk
from cases.snapshot import AskFact


def still_waiting(facts: Facts) -> Iterator[Finding]:
    """One finding for each person and need, about the question that has waited longest. Nobody waits for an
    answer about a need that is off the list."""
    today = facts.room.today
    if today is None:
        return
    asks = [ask for ask in facts.room.asks if not ask.need or ask.need in facts.room.needs]
    late = [ask for ask in asks if ask.asked_at and ask.due_on and ask.due_on <= today]
    seen: set[tuple[str, int | None]] = set()
    for ask in sorted(late, key=lambda ask: (ask.asked_at, ask.id)):
        member = ask.member if ask.member in facts.members else None
        if (ask.need, member) not in seen:
            seen.add((ask.need, member))
            yield _waiting(facts, ask, member, today)


def _waiting(facts: Facts, ask: AskFact, member: int | None, today: date) -> Finding:
    """Who answered is not told that they did not. ``whom`` is somebody outside the team, as written.

    ``ask`` tells this question from a later one to the same person about the same need, ``lead`` whether it
    asks who leads that.
    """
    assert ask.asked_at
    return facts.finding(
        Rule.STILL_WAITING,
        _level(facts, ask.need),
        "unclear" if ask.unclear else "late",
        need=ask.need if ask.need in facts.catalogue.needs else "",
        member=facts.members[member] if member is not None else None,
        whom="" if member is not None else ask.whom,
        ask=ask.id,
        lead=ask.lead,
        days=max(0, (today - ask.asked_at.date()).days),
    )


def _level(facts: Facts, need: str) -> Level:
    """Safety and medicine stay first while the answer is late, and so does tonight; all else can wait."""
    picked = need in facts.room.needs and need in facts.catalogue.needs
    if picked and at_risk(facts, need):
        return Level.FIRST
    return level_of(facts.need(need)) if picked and is_urgent(facts.need(need)) else Level.KNOW
