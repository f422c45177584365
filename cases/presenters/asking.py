"""Putting a question: whom it can go to, the ready words in three tones, and the links that carry them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

from cases.presenters.flags import FIT_WORDS, FlagCard, whom_to_ask
from cases.presenters.people import Person
from cases.reader import Reading
from cases.snapshot import Mark
from web.english import shortened

AGENCY = "agency"
THE_AGENCY = "The agency"
SUPERVISOR = "sup-"
TONES = ("warm", "short", "firm")
SUBJECT = "A question"
QUOTED = 600
"""So many letters of an earlier question are quoted: with the longest names and any tone, the whole fits."""
FIT_ORDER = (Mark.COULD, Mark.LEAD, Mark.HELP, Mark.ASK, Mark.NONE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One answer to "Who will you ask?". ``value`` is a member's key, 'sup-' and a key, or 'agency'."""

    value: str
    name: str
    badge: str = ""
    note: str = ""
    member: int | None = None


def recipients(reading: Reading, team: dict[int, Person], need: str, *, first: str = "") -> list[Recipient]:
    """Everybody who can be asked: those who fit the need first, then named supervisors, then the agency."""
    row = next((row for row in reading.coverage.rows if row.need == need), None)
    marks = {cell.member: cell.mark for cell in row.cells} if row else {}
    order = sorted(team, key=lambda m: (team[m].key != first, FIT_ORDER.index(marks.get(m, Mark.NONE))))
    found = [
        Recipient(team[m].key, team[m].short, team[m].badge, FIT_WORDS[marks[m]] if m in marks else "", m)
        for m in order
    ]
    return [*found, *_supervisors(reading, team), Recipient(AGENCY, THE_AGENCY, note="If you don’t know who")]


def _supervisors(reading: Reading, team: dict[int, Person]) -> list[Recipient]:
    named = {m.supervisor_name: m for m in reversed(reading.room.members) if m.supervisor_name}
    return [
        Recipient(f"{SUPERVISOR}{m.key}", name, note=f"Supervisor of {team[m.id].short}")
        for name, m in reversed(named.items())
    ]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a question goes to first. ``person`` is None for a supervisor and for the agency.

    ``value`` is the choice that stands for them among ``recipients``; ``note`` says why in a few words.
    """

    value: str
    name: str
    person: Person | None = None
    note: str = ""

    @property
    def spoken(self) -> str:
        """The name inside a sentence."""
        return self.person.short if self.person else "the agency" if self.value == AGENCY else self.name


def addressee(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> Addressee:
    """The person a flag's question is for, else the supervisor of the one it names, else the agency."""
    person, note = whom_to_ask(flag, reading, team)
    if person:
        return Addressee(person.key, person.short, person, note)
    named = next((m for m in reading.room.members if m.id == flag.member and m.supervisor_name), None)
    if named:
        boss = next(r for r in _supervisors(reading, team) if r.name == named.supervisor_name)
        return Addressee(boss.value, boss.name, note=boss.note)
    return Addressee(AGENCY, THE_AGENCY)


def ready_words(say: str, *, tone: str, name: str, child: str) -> str:
    """The question as a message. ``name`` '' when it goes to nobody by name."""
    if tone == "short":
        return say
    if tone == "firm":
        about = f"I am asking about {child}’s care."
        return f"{_hello('Hello', name)} {about} {say} Could I have the answer in writing?"
    thanks = f"thank you for your work with {child}." if name else f"I have a question about {child}."
    return f"{_hello('Hi', name)} {thanks if name else thanks[:1].upper() + thanks[1:]} {say}"


def _hello(word: str, name: str) -> str:
    return f"{word} {name}," if name else f"{word}."


def tone_of(text: str, say: str, *, names: Sequence[str], child: str) -> str:
    """Which of the ready texts this is, whoever it greets; '' when the words were changed."""
    for tone in TONES:
        if any(_same(text, ready_words(say, tone=tone, name=name, child=child)) for name in ("", *names)):
            return tone
    return ""


def unwrapped(text: str, *, to: str, child: str) -> str:
    """The question inside one of the ready texts; the text itself when it is none of them.

    Whoever is greeted has a name without a comma, or goes by ``to``.
    """
    somebody = f"(?:[^,]{{1,80}}|{re.escape(to)})"
    for tone, name in product(("warm", "firm"), ("", NAME)):
        ready = re.escape(ready_words(SAY, tone=tone, name=name, child=child)).replace(r"\ ", r"\s+")
        found = re.fullmatch(ready.replace(NAME, somebody).replace(SAY, "(.+)"), text.strip(), re.DOTALL)
        if found:
            return found[1].strip()
    return text


SAY, NAME = "\0say\0", "\0name\0"


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def mail_link(text: str) -> str:
    """A mail with these words, to nobody yet: the parent picks the address in their own mail program."""
    return f"mailto:?subject={quote(SUBJECT)}&body={quote(text)}"


def text_link(text: str) -> str:
    return f"sms:?&body={quote(text)}"


def nudge_words(text: str, *, name: str, unclear: bool = False, lead_of: str = "") -> str:
    """A kind chaser with the question in it; nobody who answered is told that they did not.

    ``lead_of``: what the person asked could lead, so that a yes or a no is a clear answer.
    """
    if unclear and lead_of:
        sure = f"I want to be sure I understood: do you lead {lead_of}?"
        return f"{_hello('Hi', name)} thank you for your answer. {sure} A yes or a no is enough."
    if unclear:
        after = "The answer is not clear to me yet. Could you say it in other words?"
        return f"{_hello('Hi', name)} I’m coming back to my question: “{text}” {after}"
    return f"{_hello('Hi', name)} I’m checking back on my question: “{text}” When could I hear from you?"


def next_door_words(text: str, *, asked: str, when: str) -> str:
    """The same question for the next door, saying that it was asked before."""
    quote = shortened(text, QUOTED)
    return (
        f"I asked {asked} this {when} and have not heard back yet: “{quote}” Could you help me get an answer?"
    )


def unclear_words(text: str, *, asked: str) -> str:
    """The same question after an answer that is not clear yet: nobody is called silent."""
    quote = shortened(text, QUOTED)
    return f"I asked {asked}: “{quote}” The answer is not clear to me yet. Could you help?"


def said_no_words(text: str, *, asked: str) -> str:
    """The same question after a no: that is an answer, and the next door is open."""
    return f"I asked {asked}: “{shortened(text, QUOTED)}” The answer was no. Who could help us with this?"
