"""What was put to somebody, as plain values: a part of the room that ``cases.snapshot`` holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class AskFact:
    """A question under way. ``state``: 'waiting' or 'unclear'; times are aware, on the family's clock.

    ``whom`` says in words who was asked, also when it is nobody on the team. ``flag`` is the id of the one
    it is about, None when it is about none. ``lead``: an answer may say who leads the need; one about tonight
    or about a word says nothing of that. ``question``: the id of a ready one.
    ``say`` is the bare question, '' where the words are the parent's own; ``promised_on`` the day they named,
    ``named`` whom they did.
    """

    id: int
    key: str
    state: str
    text: str
    need: str = ""
    member: int | None = None
    asked_at: datetime | None = None
    due_on: date | None = None
    whom: str = ""
    flag: int | None = None
    lead: bool = True
    say: str = ""
    promised_on: date | None = None
    question: int | None = None
    named: str = ""

    @property
    def about(self) -> tuple[object, ...]:
        """What it asks: a ready question, who leads a need, what a flag is about, or its own words."""
        if self.question:
            return "question", self.question, self.need
        if self.need and self.lead:
            return "lead", self.need
        return ("flag", self.flag) if self.flag else ("words", " ".join(self.text.split()).casefold())

    def asks_the_same(self, other: AskFact) -> bool:
        """Of the same person, whatever the words are; nothing is asked yet of words that are not there."""
        same = (self.member, self.about) == (other.member, other.about)
        return same and (self.member is not None or self.whom == other.whom) and self.about != ("words", "")

    @property
    def unclear(self) -> bool:
        """Something came back, and it is not clear yet."""
        return self.state == "unclear"


@dataclass(frozen=True, slots=True)
class ReplyFact:
    """What came back on a question, and the parent has not sorted since what it is about.

    ``no``: they said no. The rest is as ``AskFact`` has it; ``rule`` is that of the flag, '' without one.
    """

    flag: int | None
    rule: str
    need: str
    member: int | None
    whom: str
    no: bool
    lead: bool
    key: str = ""
    named: str = ""


def replied_openly(replies: Iterable[ReplyFact]) -> set[tuple[int | None, str]]:
    """Who was asked who leads which need, and said neither yes nor no. A yes that holds is an agreement."""
    return {(reply.member, reply.need) for reply in replies if reply.lead and not reply.no}


def asked_who_leads(asks: Iterable[AskFact]) -> dict[tuple[int | None, str], bool]:
    """Who was asked who leads which need, None for somebody outside: is what came back not clear yet? One
    question that waits counts before all that is not clear."""
    theirs = [ask for ask in asks if ask.lead]
    waiting = {(ask.member, ask.need) for ask in theirs if not ask.unclear}
    return {pair: pair not in waiting for pair in ((ask.member, ask.need) for ask in theirs)}
