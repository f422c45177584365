"""Questions as lists show them: ready, waiting, answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cases.models import Ask
from cases.presenters.flags import words_of
from cases.presenters.people import Person
from cases.presenters.words import ago, bare, day
from cases.reader import Reading
from cases.snapshot import AskFact, RoomSnapshot
from cases.wording import PARENT, Scene
from cases.wording.names import by_name, whom
from web.english import filled

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A question under way. ``late``: its day has come and no answer has."""

    key: str
    text: str
    whom: str
    asked: str
    asked_at: datetime
    late: bool
    unclear: bool
    need: str = ""
    member: int | None = None
    about: str = ""
    promised: str = ""

    @property
    def link(self) -> str:
        """What tells this link from the one beside it: who was asked, and the question."""
        return linked(self.whom, self.about)

    @property
    def told(self) -> str:
        """Whom it went to and when, and that their words left it open where they did."""
        told = _("%(whom)s. Asked %(when)s.")
        if self.unclear:
            told = _("%(whom)s. Asked %(when)s. Not clear yet.")
        return filled(told, {"whom": self.whom, "when": self.asked})


def waiting_row(ask: AskFact, team: dict[int, Person], *, today: date | None) -> WaitingRow:
    on = today or LONG_AGO.date()
    at = ask.asked_at or LONG_AGO
    return WaitingRow(
        key=ask.key,
        text=bare(ask.text),
        whom=team[ask.member].short if ask.member in team else by_name(ask.whom),
        asked=ago(at, on, at.tzinfo or UTC),  # on the family's clock
        asked_at=at,
        late=ask.due_on is not None and ask.due_on <= on,
        unclear=ask.unclear,
        need=ask.need,
        member=ask.member if ask.member in team else None,
        about=in_short(ask),
        promised=named_day(ask.promised_on, on),
    )


def late_ask(rows: Sequence[WaitingRow], *, need: str, member: int | None) -> str:
    """The key of the late question that has waited longest with this person for this need, '' when none."""
    found = [row for row in rows if row.late and row.need == need and row.member == member]
    return min(found, key=lambda row: row.asked_at).key if found else ""


def linked(whom: str, question: str) -> str:
    """Behind the words of a link: the person and the bare question, as greetings read all alike."""
    return filled(_("%(whom)s, “%(question)s”"), {"whom": whom, "question": question})


def in_short(ask: Ask | AskFact) -> str:
    """The bare question, without the greeting of our ready words; the parent's own words may be many."""
    return bare(ask.say) or Truncator(bare(ask.text)).words(12)


def named_day(on: date | None, today: date) -> str:
    """The day they named, in a sentence; '' when they named none."""
    return _("The day they named: %(day)s.") % {"day": day(on, today)} if on else ""


@dataclass(frozen=True, slots=True)
class AskRow:
    """Any question in the list of all questions. ``gone``: who was asked left before an answer came; ``off``:
    what it is about is off the list of needs."""

    key: str
    text: str
    whom: str
    state: str
    words: str
    when: str
    answer: str
    late: bool
    at: datetime
    gone: bool = False
    off: bool = False
    about: str = ""
    promised: str = ""

    @property
    def link(self) -> str:
        """What tells this link from the one beside it: who was asked, and the question."""
        return linked(self.whom, self.about)

    @property
    def told(self) -> str:
        """Whom it is for, what became of it, and since when once it was sent."""
        told = _("%(whom)s. %(state)s, %(when)s.")
        if self.state == Ask.State.DRAFT:
            told = _("%(whom)s. %(state)s.")
        if self.gone:
            told = _("%(whom)s. They left before an answer came. Asked %(when)s.")
        elif self.off:
            told = _("%(whom)s. The need is off the list. Asked %(when)s.")
        return filled(told, {"whom": self.whom, "state": self.words, "when": self.when})

    @property
    def door(self) -> str:
        """What the parent may do with it next."""
        if self.state == Ask.State.DRAFT:
            return _("Make it yours")
        if self.late:
            return _("Send a kind nudge")
        waits = self.state in Ask.UNDER_WAY and not (self.gone or self.off)
        return _("Write down the answer") if waits else _("Look")


def ask_row(ask: Ask, *, today: date, zone: tzinfo, needs: Collection[str], called: str = "") -> AskRow:
    """``needs``: those that are picked; ``called``: what who was asked is called in the room, where that is
    known."""
    off, gone = is_off(ask, needs), left_unanswered(ask)
    at = ask.answered_at or ask.asked_at or ask.created_at
    return AskRow(
        key=ask.key,
        text=bare(ask.text),
        whom=called or whom(ask),
        state=ask.state,
        words=ask.get_state_display(),
        when=ago(at, today, zone),
        answer=ask.answer,
        late=not (gone or off) and _is_late(ask, today),
        at=at,
        gone=gone,
        off=off and not gone,
        about=in_short(ask),
        promised="" if off else promised_in(ask, today),
    )


def promised_in(ask: Ask, today: date) -> str:
    """While the question waits and they are here, the day they named for the answer."""
    waits = ask.state in Ask.UNDER_WAY and not left_unanswered(ask)
    return named_day(ask.promised_on, today) if waits else ""


def left_unanswered(ask: Ask) -> bool:
    """Has who was asked left, so that nobody waits for this answer any more?"""
    return ask.state in Ask.UNDER_WAY and ask.member is not None and ask.member.left_on is not None


def is_to_ask(ask: Ask, needs: Collection[str]) -> bool:
    """Is there somebody to say it to, and is what it is about still on the list of needs?"""
    return not left_unanswered(ask) and not _need_gone(ask, needs)


def is_off(ask: Ask, needs: Collection[str]) -> bool:
    """Was it sent and not answered, and is what it is about off the list of needs?"""
    return ask.state in Ask.UNDER_WAY and _need_gone(ask, needs)


def _need_gone(ask: Ask, needs: Collection[str]) -> bool:
    return ask.need is not None and ask.need.slug not in needs


def _is_late(ask: Ask, today: date) -> bool:
    return ask.state in Ask.UNDER_WAY and bool(ask.due_on and ask.due_on <= today)


def to_answer(room: RoomSnapshot) -> tuple[AskFact, ...]:
    """Those of the room whose answer is waited for: none about a need that is off the list."""
    return tuple(ask for ask in room.asks if not ask.need or ask.need in room.needs)


def core_of(ask: Ask) -> str:
    """The bare question, without the greeting of our ready words."""
    return ask.say or bare(ask.text)


def clear_answer_of(ask: Ask, reading: Reading) -> str:
    """What an answer has to say to be clear, from where the question began; '' for the parent's own."""
    if ask.flag:
        return words_of(ask.flag, Scene.of(reading.room, reading.catalogue), PARENT).clear_answer
    return ask.question.clear_answer if ask.question else ask.need.clear_answer if ask.need else ""
