"""``still_waiting``: a question whose day has come, without an answer or with one that is not clear yet."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.look import Look
from cases.snapshot import AskFact, Finding, Words


def still_waiting(look: Look) -> Iterator[Finding]:
    """One finding for each person and need, about the question that has waited longest."""
    today = look.room.today
    if today is None:
        return
    late = [ask for ask in look.room.asks if ask.asked_at and ask.due_on and ask.due_on <= today]
    seen: set[tuple[str, int | None]] = set()
    for ask in sorted(late, key=lambda ask: (ask.asked_at, ask.id)):
        member = ask.member if ask.member in look.members else None
        if (ask.need, member) not in seen:
            seen.add((ask.need, member))
            yield _waiting(look, ask, member)


def _from(look: Look, ask: AskFact, member: int | None) -> str:
    """' from Jane', so that two of these are told apart; '' when nobody was named."""
    whom = look.members[member].name if member is not None else ask.whom
    return f" from {whom}" if whom else ""


def _waiting(look: Look, ask: AskFact, member: int | None) -> Finding:
    need = look.catalogue.needs.get(ask.need)
    words = _unclear(look, ask, member) if ask.unclear else _late(look, ask, member)
    return look.finding("still_waiting", "know", words, need=need.slug if need else "", member=member)


def _late(look: Look, ask: AskFact, member: int | None) -> Words:
    assert ask.asked_at
    assert look.room.today
    days = max(0, (look.room.today - ask.asked_at.date()).days)
    since = f"{days} {'day' if days == 1 else 'days'}"
    return Words(
        title=f"No answer{_from(look, ask, member)} yet. It has been {since}.",
        why="People get busy. A kind nudge is okay. So is asking someone else.",
        brings=look.brings(look.members[member]) if member is not None else "",
        say=f"I’m checking back on my question{_about(look, ask)}. When could I hear from you?",
        clear_answer="A date.",
        if_not=NEXT_DOOR,
    )


def _unclear(look: Look, ask: AskFact, member: int | None) -> Words:
    """Who answered is not told that they did not."""
    need = look.catalogue.needs.get(ask.need)
    return Words(
        title=f"The answer{_from(look, ask, member)} is not clear yet",
        why="That happens. You can ask again in shorter words. You can also ask someone else.",
        brings=look.brings(look.members[member]) if member is not None else "",
        say=f"I’m coming back to my question{_about(look, ask)}. "
        "The answer is not clear to me yet. Could you say it in other words?",
        clear_answer=look.say(need.clear_answer) if need else "A yes or a no, or a date.",
        if_not=NEXT_DOOR,
    )


def _about(look: Look, ask: AskFact) -> str:
    need = look.catalogue.needs.get(ask.need)
    return f" about {need.noun}" if need else ""


NEXT_DOOR = "Ask the supervisor or the agency."
