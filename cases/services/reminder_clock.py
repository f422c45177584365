"""When a question earns its next reminder: the pure cadence, fed from the rows and stored on the question."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.db import models

from cases.mismatch import Rule
from cases.models import Ask, AskEvent, Flag
from cases.reminders import (
    AskEventFact,
    AskHistory,
    WorkCalendar,
    clock_event,
    due_on,
    next_reminder,
    usual_wait,
)
from notify.models import Delivery
from notify.working_days import holidays_for
from roles.models import Question

KIND = "cases.ask_waiting"
CLOCK_FIELDS = ("next_reminder_at", "due_on")


class Written(NamedTuple):
    """One row of the ledger: for which event and stage, when it may go out, and when it did."""

    event: int
    stage: int
    state: str
    not_before: datetime
    sent_at: datetime | None

    @property
    def under_way(self) -> bool:
        return self.state in Delivery.UNDER_WAY

    def told_at(self, earliest: datetime | None) -> datetime | None:
        """When it really went out, or will at the earliest."""
        return self.sent_at or (max(self.not_before, earliest) if earliest else None)


def wait_of(question: Question | None, flag: Flag | None = None) -> int:
    """Working days a new question waits unless the parent picks others."""
    tonight = flag is not None and Rule(flag.rule).traits.tonight
    return usual_wait(question.reply_days if question else None, tonight=tonight)


def event_name(event: int) -> str:
    """How the ledger names the event that started the clock."""
    return f"ask-event:{event}"


def set_clock(ask: Ask, *, now: datetime) -> None:
    """Put the next reminder's moment and the due day on the question. Does not save it."""
    set_clocks([ask], now=now)


def set_clocks(asks: Sequence[Ask], *, now: datetime) -> None:
    """The same for many questions, with two queries."""
    known = histories(asks, now=now)
    for ask in asks:
        wind(ask, known[ask.pk], calendar_of(ask, now=now), now=now)


def wind(ask: Ask, history: AskHistory, calendar: WorkCalendar, *, now: datetime) -> None:
    """Put on the question what its history says comes next."""
    found = next_reminder(history, calendar, now)
    ask.next_reminder_at = found.at if found else None
    ask.due_on = due_on(history, calendar) or ask.due_on


def reset_clocks(asks: models.QuerySet[Ask], *, now: datetime) -> None:
    """Wind the clocks of waiting questions anew: somebody left or came back, the family moved."""
    under_way = asks.filter(state__in=Ask.UNDER_WAY).select_related("case__owner", "member").order_by("pk")
    waiting = list(under_way.select_for_update(of=("self",)))
    set_clocks(waiting, now=now)
    Ask.objects.bulk_update(waiting, CLOCK_FIELDS)


def calendar_of(ask: Ask, *, now: datetime) -> WorkCalendar:
    """The working days where the family lives; a wait may reach into next year."""
    years = (now.year - 1, now.year, now.year + 1)
    return WorkCalendar(
        zone=ask.case.owner.time_zone, holidays=holidays_for(ask.case.jurisdiction_id or "", years)
    )


def histories(
    asks: Sequence[Ask], *, now: datetime, besides: Delivery | None = None
) -> dict[int, AskHistory]:
    """What happened to each question, and what the ledger holds of it. Two queries.

    Seen from one row at the door (``besides`` it) only what went out keeps a distance; for the sweep a row
    still on its way goes out now at the earliest, so the next stage waits for it.
    """
    events = _events(asks)
    written = _written(asks, events, besides)
    earliest = None if besides else now
    return {ask.pk: _history(ask, events[ask.pk], written[ask.pk], earliest=earliest) for ask in asks}


def _events(asks: Iterable[Ask]) -> dict[int, list[AskEventFact]]:
    found: dict[int, list[AskEventFact]] = defaultdict(list)
    for event in AskEvent.objects.filter(ask__in=[a.pk for a in asks]):
        found[event.ask_id].append(AskEventFact(id=event.pk, kind=event.kind, at=event.at, day=event.day))
    return found


def _written(
    asks: Iterable[Ask], events: dict[int, list[AskEventFact]], besides: Delivery | None
) -> dict[int, list[Written]]:
    """The ledger by question. What was dropped was never said, so it is not in it."""
    whose = {event_name(e.id): (ask, e.id) for ask, facts in events.items() for e in facts}
    found: dict[int, list[Written]] = defaultdict(list)
    rows = Delivery.objects.filter(
        kind=KIND, recipient__in={a.case.owner_id for a in asks}, event__in=list(whose)
    ).exclude(state=Delivery.State.DROPPED)
    if besides:
        rows = rows.exclude(pk=besides.pk)
    for row in rows.only("event", "stage", "state", "not_before", "sent_at"):
        ask, event = whose[row.event]
        found[ask].append(Written(event, row.stage, row.state, row.not_before, row.sent_at))
    return found


def _history(
    ask: Ask, events: list[AskEventFact], written: list[Written], *, earliest: datetime | None
) -> AskHistory:
    history = AskHistory(
        id=ask.pk,
        wait_days=ask.wait_days,
        events=tuple(events),
        active=ask.case.closed_at is None and (ask.member is None or ask.member.left_on is None),
        remind=ask.remind,
    )
    running = clock_event(history)
    lost = [row for row in written if row.state == Delivery.State.DEAD]
    # One on its way under another clock is dropped at the door.
    said = [row for row in written if row.sent_at or (row.under_way and running and row.event == running.id)]
    return replace(
        history,
        sent=frozenset((row.event, row.stage) for row in said),
        lost=frozenset((row.event, row.stage) for row in lost),
        last_sent_at=max((at for row in said if (at := row.told_at(earliest))), default=None),
    )
