"""The rooms shared with one coach, with reasons to look in, in words.

Four queries, however many rooms; and for each room that is behind its catalogue or day, those of reading it.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Ask, Case, Flag
from cases.reader import read
from cases.reconcile import flags_now
from coaching.models import Message, Thread
from coaching.thread_page import day_or_yesterday
from web.english import capital, number


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence and its icon; ``css`` is how much it stands out."""

    icon: str
    text: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """One row of the coach's list. ``since`` is when the oldest unread message came, None without one."""

    child: str
    parent: str
    room_key: str
    thread_key: str
    flags: int
    since: datetime | None
    when: str
    reasons: tuple[Reason, ...]

    @property
    def order(self) -> tuple[bool, float, int, str]:
        """Who wrote comes first, the longest wait on top; then the most to ask about."""
        return (self.since is None, self.since.timestamp() if self.since else 0.0, -self.flags, self.child)


def families(coach: Any, *, now: datetime) -> list[Family]:
    """Every room shared with this coach right now, who needs them first on top."""
    shared = Case.objects.visible_to(coach).exclude(owner=coach).values("pk")
    mine = Thread.objects.visible_to(coach).filter(coach=coach, case__in=shared)
    threads = list(mine.select_related("case__owner"))
    rooms = [t.case_id for t in threads]
    waiting = _waiting(coach, rooms)
    flags = _open_flags(coach, [t.case for t in threads], now=now)
    asks = Counter(
        Ask.objects.visible_to(coach).filter(case__in=rooms).to_answer().values_list("case_id", flat=True)
    )
    rows = [_family(t, waiting, flags, asks[t.case_id], now=now) for t in threads]
    return sorted(rows, key=lambda family: family.order)


def _open_flags(coach: Any, cases: Collection[Case], *, now: datetime) -> Counter[tuple[int, str]]:
    """How many are open, by room and level; of a room that is behind, what its page would show."""
    rows = Flag.objects.visible_to(coach)
    behind = [case for case in cases if case.recheck_at and case.recheck_at <= now]
    current = {case.pk for case in cases} - {case.pk for case in behind}
    found = list(rows.filter(case__in=current).open())
    for case in behind:
        mine = rows.filter(case=case).select_related("need")
        flags = flags_now(case, read(case, now=now), mine, at=now)
        found += [flag for flag in flags if flag.state in Flag.UNDECIDED]
    return Counter((flag.case_id, flag.level) for flag in found)


def _waiting(coach: Any, rooms: Collection[int]) -> dict[int, tuple[int, datetime]]:
    """Per room: how many messages the coach has not read, and when the first of them came."""
    unseen = Q(thread__read_by_coach_at=None) | Q(sent_at__gt=F("thread__read_by_coach_at"))
    rows = (
        Message.objects.visible_to(coach)
        .filter(unseen, thread__coach=coach, thread__case__in=rooms)
        .exclude(author=coach)
        .order_by()
        .values_list("thread__case_id")
        .annotate(Count("pk"), Min("sent_at"))
    )
    return {case: (many, first) for case, many, first in rows}


def _family(
    thread: Thread,
    waiting: dict[int, tuple[int, datetime]],
    flags: Counter[tuple[int, str]],
    asks: int,
    *,
    now: datetime,
) -> Family:
    case = thread.case
    many, since = waiting.get(case.pk, (0, None))
    first = flags[(case.pk, Flag.Level.FIRST)]
    opened = sum(flags[(case.pk, level)] for level in Flag.Level.values)
    return Family(
        child=case.nickname,
        parent=case.parent_name,
        room_key=case.key,
        thread_key=thread.key,
        flags=opened,
        since=since,
        when=day_or_yesterday(timezone.localdate(since), timezone.localdate(now)) if since else "",
        reasons=reasons(waiting=many, first=first, opened=opened, asks=asks),
    )


def reasons(*, waiting: int, first: int, opened: int, asks: int) -> tuple[Reason, ...]:
    """Sentences, never a score. ``opened`` counts all open flags, ``first`` those to ask about first."""
    found = []
    if waiting:
        unseen = ngettext(
            "Wrote to you: %(count)s message not read yet",
            "Wrote to you: %(count)s messages not read yet",
            waiting,
        )
        found.append(Reason("message-circle", _counted(unseen, waiting), css="msgd hot"))
    if first:
        things = ngettext("%(count)s thing to ask about first", "%(count)s things to ask about first", first)
        found.append(Reason("armchair", _counted(things, first), "hot"))
    if opened - first:
        found.append(
            Reason("info", _counted(_worth_asking(opened - first, more=bool(first)), opened - first))
        )
    if asks:
        waits = ngettext(
            "%(count)s question waiting for an answer", "%(count)s questions waiting for an answer", asks
        )
        found.append(Reason("clock", _counted(waits, asks)))
    return tuple(found) or (Reason("check", _("Steady. Nothing waits right now.")),)


def _worth_asking(many: int, *, more: bool) -> str:
    if more:
        return ngettext(
            "%(count)s more thing worth asking about", "%(count)s more things worth asking about", many
        )
    return ngettext("%(count)s thing worth asking about", "%(count)s things worth asking about", many)


def _counted(words: str, many: int) -> str:
    return capital(words % {"count": number(many)})
