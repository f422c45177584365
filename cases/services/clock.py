"""When a question earns its next reminder: the pure cadence, fed from the rows and stored on the question."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import models

from cases.models import Ask, AskEvent
from cases.reminders import AskEventFact, AskHistory, WorkCalendar, due_on, next_reminder
from notify.models import Delivery
from notify.working_days import holidays_for

KIND = "cases.ask_waiting"
UNDER_WAY = (Ask.State.WAITING, Ask.State.UNCLEAR)
CLOCK_FIELDS = ("next_reminder_at", "next_stage", "clock_event", "due_on")

Sent = list[tuple[int, int, datetime]]


def event_name(event: int) -> str:
    """How the ledger names the event that started the clock."""
    return f"ask-event:{event}"


def set_clock(ask: Ask, *, now: datetime) -> None:
    """Put the next reminder's moment, stage, event and the due day on the question. Does not save it."""
    set_clocks([ask], now=now)


def set_clocks(asks: Sequence[Ask], *, now: datetime) -> None:
    """The same for many questions, with two queries."""
    events = _events(asks)
    sent = _sent(asks, events)
    for ask in asks:
        calendar = _calendar(ask, now=now)
        history = _history(ask, events[ask.pk], sent[ask.pk])
        found = next_reminder(history, calendar, now)
        ask.next_reminder_at = found.at if found else None
        ask.next_stage = found.stage if found else 0
        ask.clock_event = found.event if found else None
        ask.due_on = due_on(history, calendar) or ask.due_on


def reset_clocks(asks: models.QuerySet[Ask], *, now: datetime) -> None:
    """Wind the clocks of waiting questions anew: somebody left or came back, the family moved."""
    waiting = list(asks.filter(state__in=UNDER_WAY).select_related("case__owner", "member"))
    set_clocks(waiting, now=now)
    Ask.objects.bulk_update(waiting, CLOCK_FIELDS)


def _calendar(ask: Ask, *, now: datetime) -> WorkCalendar:
    """The working days where the family lives; a wait may reach into next year."""
    years = (now.year - 1, now.year, now.year + 1)
    return WorkCalendar(
        zone=ask.case.owner.time_zone, holidays=holidays_for(ask.case.jurisdiction_id or "", years)
    )


def _events(asks: Iterable[Ask]) -> dict[int, list[AskEventFact]]:
    found: dict[int, list[AskEventFact]] = defaultdict(list)
    for event in AskEvent.objects.filter(ask__in=[a.pk for a in asks]):
        found[event.ask_id].append(AskEventFact(id=event.pk, kind=event.kind, at=event.at, day=event.day))
    return found


def _sent(asks: Iterable[Ask], events: dict[int, list[AskEventFact]]) -> dict[int, Sent]:
    """The ledger by question: (event, stage, when it was written)."""
    whose = {event_name(e.id): (ask, e.id) for ask, facts in events.items() for e in facts}
    found: dict[int, Sent] = defaultdict(list)
    rows = Delivery.objects.filter(
        kind=KIND, recipient__in={a.case.owner_id for a in asks}, event__in=list(whose)
    ).values_list("event", "stage", "created_at")
    for name, stage, at in rows:
        ask, event = whose[name]
        found[ask].append((event, stage, at))
    return found


def _history(ask: Ask, events: list[AskEventFact], sent: Sent) -> AskHistory:
    return AskHistory(
        id=ask.pk,
        wait_days=ask.wait_days,
        events=tuple(events),
        active=ask.case.closed_at is None and (ask.member is None or ask.member.left_on is None),
        remind=ask.remind,
        sent=frozenset((event, stage) for event, stage, _ in sent),
        last_sent_at=max((at for *_, at in sent), default=None),
    )
