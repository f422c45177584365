"""When a question that waits earns its next kind reminder: the cadence alone, with the time passed in."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

STAGE_OFFSETS = (0, 5, 10)
"""Working days after the due day on which each stage falls. After the last one there is silence."""

STAGES = len(STAGE_OFFSETS)

MIN_GAP_DAYS = 3
"""Calendar days between two reminders of one question, and between two mails with reminders to one person."""

SEND_AT = time(9)
QUIET_FROM, QUIET_UNTIL = time(20), time(8)

USUAL_WAIT, WAIT_FOR_SAFETY, WAIT_FOR_TONIGHT = 5, 3, 1
"""Working days until the first reminder, where the question itself does not say what is usual."""

STARTS = frozenset({"asked", "nudged", "promised", "snoozed", "unclear"})
REPLIES = frozenset({"answered", "declined", "withdrawn"})
ENDS_A_PROMISE = frozenset({"unclear", "unsent"})
"""What makes a day that was named mean nothing any more; replies that are taken back are not among it."""


def usual_wait(reply_days: int | None, *, tonight: bool, safety: bool = False) -> int:
    """Working days a question waits unless the parent picks others.

    ``reply_days`` is what the catalogue says of a ready question; None: the words are made for one room.
    Whether a child is safe tonight is asked about again on the next day an office is open. Where safety
    hangs on it, the shortest of the days offered is usual, and never more than the catalogue says.
    """
    if tonight:
        return WAIT_FOR_TONIGHT
    usual = USUAL_WAIT if reply_days is None else reply_days
    return min(usual, WAIT_FOR_SAFETY) if safety else usual


class AskEventFact(NamedTuple):
    """Something that moved a question. ``kind`` as in ``cases.models.AskEvent.Kind``; ``at`` is aware."""

    id: int
    kind: str
    at: datetime
    day: date | None = None


@dataclass(frozen=True)
class AskHistory:
    """One question and all that happened to it.

    ``wait_days`` counts working days. ``active`` is False when the room is closed, the person asked has left
    or the need is off the list. ``sent`` holds the (event, stage) pairs of the ledger, ``last_sent_at`` when
    the newest of them really went out; without it the day it was planned for stands in. ``lost`` holds those
    that were given up: their stage is over, and as nobody was told they keep no distance.
    """

    id: int
    wait_days: int
    events: tuple[AskEventFact, ...] = ()
    active: bool = True
    remind: bool = True
    sent: Set[tuple[int, int]] = frozenset()
    lost: Set[tuple[int, int]] = frozenset()
    last_sent_at: datetime | None = None

    @cached_property
    def clock(self) -> AskEventFact | None:
        """The event the clock counts from; None when none runs."""
        return running_clock(self.events)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Where the parent lives: an IANA zone and the days offices are closed, weekends aside.

    Thousands of families share a few calendars and days: what was counted once is remembered.
    """

    zone: str
    holidays: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The day itself when offices are open, else the next day they are."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add(self, day: date, working_days: int) -> date:
        """The n-th working day after ``day``, which itself never counts. ``working_days`` of 0: ``day``."""
        return _added(self, day, working_days)

    def day_of(self, moment: datetime) -> date:
        """The day it is then on the parent's clock."""
        return _day_of(self.zone, moment)

    def local(self, moment: datetime) -> datetime:
        """The moment on the parent's clock. Raises ``ZoneInfoNotFoundError`` on an unknown zone."""
        return moment.astimezone(ZoneInfo(self.zone))

    def morning(self, day: date) -> datetime:
        """09:00 on the parent's clock, in UTC."""
        return _morning(self.zone, day)


@lru_cache(maxsize=4096)
def _added(calendar: WorkCalendar, day: date, working_days: int) -> date:
    for _ in range(working_days):
        day = calendar.on_or_after(day + timedelta(days=1))
    return day


@lru_cache(maxsize=8192)
def _day_of(zone: str, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


@lru_cache(maxsize=4096)
def _morning(zone: str, day: date) -> datetime:
    return datetime.combine(day, SEND_AT, tzinfo=ZoneInfo(zone)).astimezone(UTC)


class Reminder(NamedTuple):
    """The next reminder of a question: for which clock-starting event, which stage (0, 1, 2), and when.

    ``at`` is in UTC and may lie in the past: then it is due now. ``escalate`` says to offer the next door,
    ``final`` that nothing follows.
    """

    event: int
    stage: int
    at: datetime
    escalate: bool
    final: bool


def next_reminder(history: AskHistory, calendar: WorkCalendar, now: datetime) -> Reminder | None:
    """The one reminder that comes next, due or not; None when none comes.

    There is no time window: whatever was missed while nothing ran stays due until the ledger has it, one
    stage after the other and never closer together than ``MIN_GAP_DAYS``. ``now`` (aware) only keeps a
    late one out of the night: between 20:00 and 08:00 it moves to the coming morning.
    """
    clock = history.clock
    if clock is None or not (history.active and history.remind):
        return None
    over = [stage for event, stage in (*history.sent, *history.lost) if event == clock.id]
    stage = 1 + max(over, default=-1)
    if stage >= STAGES:
        return None
    day = _not_before(_stage_day(history, calendar, clock, stage), _floor(history, calendar), calendar)
    return Reminder(
        event=clock.id,
        stage=stage,
        at=_out_of_the_night(calendar.morning(day), calendar, now),
        escalate=stage >= 1,
        final=stage == STAGES - 1,
    )


def due_on(history: AskHistory, calendar: WorkCalendar, stage: int = 0) -> date | None:
    """The local date a stage falls on by the running clock alone; None when no clock runs."""
    clock = history.clock
    return None if clock is None else _stage_day(history, calendar, clock, stage)


@lru_cache(maxsize=256)
def awake(calendar: WorkCalendar, now: datetime) -> datetime:
    """``now``, or in quiet hours (20:00 to 08:00 on the parent's clock) the coming 09:00."""
    local = calendar.local(now)
    if local.time() < QUIET_UNTIL:
        return calendar.morning(local.date())
    if local.time() >= QUIET_FROM:
        return calendar.morning(local.date() + timedelta(days=1))
    return now


def mail_from(
    calendar: WorkCalendar, now: datetime, *, told_at: datetime | None = None, safety: bool = False
) -> datetime:
    """From when on one person may get a mail with a reminder that is due at ``now``.

    Never in the night, and ``MIN_GAP_DAYS`` after the last such mail (``told_at``), whatever it was about:
    what falls due in between joins the next one. A question about safety waits for the morning only.
    """
    moment = awake(calendar, now)
    if told_at is None or safety:
        return moment
    day = calendar.on_or_after(calendar.day_of(told_at) + timedelta(days=MIN_GAP_DAYS))
    return max(moment, calendar.morning(day)) if calendar.day_of(now) < day else moment


def clock_event(history: AskHistory) -> AskEventFact | None:
    """The event the clock counts from; None when none runs."""
    return history.clock


def running_clock(events: Sequence[AskEventFact]) -> AskEventFact | None:
    """The newest start, unless a reply came and was not taken back.

    A reply logged at any time stops the clock, whatever was noted after it; only reopening starts it again.
    What was not sent after all never started one.
    """
    newest, replied = None, False
    for event in sorted(events, key=lambda e: (e.at, e.id)):
        if event.kind == "unsent":
            newest, replied = None, False
        elif event.kind == "reopened":
            replied = False
        elif event.kind in REPLIES:
            replied = True
        elif event.kind in STARTS:
            newest = event
    return None if replied else newest


def _stage_day(history: AskHistory, calendar: WorkCalendar, clock: AskEventFact, stage: int) -> date:
    return calendar.add(_due_day(history, calendar, clock), STAGE_OFFSETS[stage])


def _due_day(history: AskHistory, calendar: WorkCalendar, clock: AskEventFact) -> date:
    """A day somebody named replaces the counting. "We got it" names none, so it moves nothing.

    Asking again does not take back the day they named: while it is ahead, that is the day of the answer,
    and the parent hears on it, neither before (they were told to wait) nor later (they count on it).
    """
    if clock.day and clock.kind == "snoozed":
        return clock.day  # the parent chose it, a Sunday too
    asked_on = calendar.day_of(clock.at)
    promised = clock.day if clock.kind == "promised" else _promised_before(history, clock)
    if promised and (clock.kind == "promised" or promised > asked_on):
        return calendar.on_or_after(promised)
    return calendar.add(asked_on, max(1, history.wait_days))


def _promised_before(history: AskHistory, clock: AskEventFact) -> date | None:
    """The day they named before the parent asked again, unless something came back since, if only in part."""
    if clock.kind != "nudged":
        return None
    earlier = sorted((e for e in history.events if (e.at, e.id) < (clock.at, clock.id)), key=_in_order)
    named = [e for e in earlier if e.kind in ("promised", *ENDS_A_PROMISE)]
    return named[-1].day if named and named[-1].kind == "promised" else None


def _in_order(event: AskEventFact) -> tuple[datetime, int]:
    return event.at, event.id


def _floor(history: AskHistory, calendar: WorkCalendar) -> date | None:
    """No reminder before this day: the gap after the last one sent, or after a reply was taken back."""
    days = [calendar.day_of(e.at) for e in history.events if e.kind == "reopened"]
    if history.last_sent_at:
        days.append(calendar.day_of(history.last_sent_at))
    else:
        planned = {e.id: e for e in history.events if e.kind in STARTS}
        days += [_stage_day(history, calendar, planned[e], s) for e, s in history.sent if e in planned]
    return max(days) + timedelta(days=MIN_GAP_DAYS) if days else None


def _not_before(day: date, floor: date | None, calendar: WorkCalendar) -> date:
    return day if floor is None or day >= floor else calendar.on_or_after(floor)


def _out_of_the_night(at: datetime, calendar: WorkCalendar, now: datetime) -> datetime:
    """In the night of ``now`` nothing leaves before the coming morning."""
    morning = awake(calendar, now)
    return max(at, morning) if morning > now else at
