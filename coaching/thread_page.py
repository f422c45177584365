"""A thread as the page shows it: days, names with roles, what was read. Formatted once, before rendering."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.presenters import words as days
from coaching.models import Message, Thread


@dataclass(frozen=True, slots=True)
class Side:
    """The two people of a thread, seen by one of them."""

    reader_id: int
    is_coach: bool
    other: str
    other_role: str
    coach: str
    initials: str

    @property
    def sees(self) -> str:
        """Above what the coach can see."""
        return _("What you can see") if self.is_coach else _("What %(coach)s can see") % {"coach": self.coach}


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message. ``day`` is '' when it is the same as the one before."""

    mine: bool
    who: str
    role: str
    time: str
    text: str
    day: str = ""
    seen: str = ""


def side_of(thread: Thread, user: Any) -> Side:
    """How this person sees the thread. Names fall back to the role, never to an address."""
    coach = thread.coach.display_name or _("Your coach")
    parent = thread.case.parent_name
    is_coach = thread.coach_id == user.pk
    other = parent if is_coach else coach
    return Side(
        reader_id=user.pk,
        is_coach=is_coach,
        other=other,
        other_role=_("parent") if is_coach else _("coach, not a clinician"),
        coach=coach,
        initials="".join(word[0] for word in other.split()[:2]).upper(),
    )


def bubbles(messages: Iterable[Message], thread: Thread, side: Side, *, now: datetime) -> list[Bubble]:
    """Oldest first. The last of the reader's own messages that was read says when."""
    rows = list(messages)
    today = timezone.localdate(now)
    seen_at = thread.read_by_parent_at if side.is_coach else thread.read_by_coach_at
    read = [m.pk for m in rows if m.author_id == side.reader_id and seen_at and m.sent_at <= seen_at]
    shown, last_day = [], ""
    for message in rows:
        on = day_or_yesterday(timezone.localdate(message.sent_at), today)
        seen = ""
        if seen_at and read and message.pk == read[-1]:
            seen = _seen(side.other, timezone.localdate(seen_at), today)
        shown.append(_bubble(message, side, day="" if on == last_day else on, seen=seen))
        last_day = on
    return shown


def _bubble(message: Message, side: Side, *, day: str, seen: str) -> Bubble:
    mine = message.author_id == side.reader_id
    return Bubble(
        mine=mine,
        who=_("You") if mine else side.other,
        role="" if mine else side.other_role,
        time=days.clock(timezone.localtime(message.sent_at)),
        text=message.text,
        day=day,
        seen=seen,
    )


def _seen(name: str, on: date, today: date) -> str:
    if on == today:
        words = _("%(name)s read this today")
    elif on == today - timedelta(days=1):
        words = _("%(name)s read this yesterday")
    else:
        words = _("%(name)s read this on %(day)s")
    return words % {"name": name, "day": days.day(on, today)}


def day_or_yesterday(on: date, today: date) -> str:
    """'today', 'yesterday', else the day in words, with the year when it is another one."""
    return _("yesterday") if on == today - timedelta(days=1) else days.day(on, today)
