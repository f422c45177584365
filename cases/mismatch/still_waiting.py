"""``still_waiting``: a question whose day has come, without an answer or with one that is not clear yet."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts
from cases.snapshot import AskFact, Finding, Words


def still_waiting(facts: Facts) -> Iterator[Finding]:
    """One finding for each person and need, about the question that has waited longest."""
    today = facts.room.today
    if today is None:
        return
    late = [ask for ask in facts.room.asks if ask.asked_at and ask.due_on and ask.due_on <= today]
    seen: set[tuple[str, int | None]] = set()
    for ask in sorted(late, key=lambda ask: (ask.asked_at, ask.id)):
        member = ask.member if ask.member in facts.members else None
        if (ask.need, member) not in seen:
            seen.add((ask.need, member))
            yield _waiting(facts, ask, member)


def _from(facts: Facts, ask: AskFact, member: int | None) -> str:
    """' from Jane', so that two of these are told apart; '' when nobody was named."""
    whom = facts.members[member].name if member is not None else ask.whom
    return f" from {whom}" if whom else ""


def _waiting(facts: Facts, ask: AskFact, member: int | None) -> Finding:
    need = facts.catalogue.needs.get(ask.need)
    words = _unclear(facts, ask, member) if ask.unclear else _late(facts, ask, member)
    return facts.finding("still_waiting", "know", words, need=need.slug if need else "", member=member)


def _late(facts: Facts, ask: AskFact, member: int | None) -> Words:
    assert ask.asked_at
    assert facts.room.today
    days = max(0, (facts.room.today - ask.asked_at.date()).days)
    since = f"{days} {'day' if days == 1 else 'days'}"
    return Words(
        title=f"No answer{_from(facts, ask, member)} yet. It has been {since}.",
        why="People get busy. A kind nudge is okay. So is asking someone else.",
        brings=facts.brings(facts.members[member]) if member is not None else "",
        say=f"I’m checking back on my question{_about(facts, ask)}. When could I hear from you?",
        clear_answer="A date.",
        if_not=NEXT_DOOR,
    )


def _unclear(facts: Facts, ask: AskFact, member: int | None) -> Words:
    """Who answered is not told that they did not."""
    need = facts.catalogue.needs.get(ask.need)
    return Words(
        title=f"The answer{_from(facts, ask, member)} is not clear yet",
        why="That happens. You can ask again in shorter words. You can also ask someone else.",
        brings=facts.brings(facts.members[member]) if member is not None else "",
        say=f"I’m coming back to my question{_about(facts, ask)}. "
        "The answer is not clear to me yet. Could you say it in other words?",
        clear_answer=facts.say(need.clear_answer) if need else "A yes or a no, or a date.",
        if_not=NEXT_DOOR,
    )


def _about(facts: Facts, ask: AskFact) -> str:
    need = facts.catalogue.needs.get(ask.need)
    return f" about {need.noun}" if need else ""


NEXT_DOOR = "Ask the supervisor or the agency."
