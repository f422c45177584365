"""The sweep: every question whose next stage is due gets its row in the outbox, once, and a new clock."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from cases.models import Ask
from cases.reminders import awake, mail_from, next_reminder
from cases.services.reminder_clock import Clock, calendar_of, wound, write_clocks
from cases.services.reminder_past import KIND, Past, Waiting, event_name, last_told, read_past, read_waiting
from notify.services import DeliveryRequest, enqueue_many, take_up_again
from web.given import among

logger = logging.getLogger(__name__)

BATCH = 2500
LATER = timedelta(hours=1)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Plain values make no circles. Looking for some among so many of them took a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collecting()
def remind_unanswered(*, now: datetime) -> int:
    """Earn all reminders due at ``now``. Returns how many questions earned one; a second run finds none.

    Selected by "due and not yet earned", never by a time window: after days without a worker each question
    gets the one stage it is owed, and the next one no sooner than the minimum gap.
    """
    earned = 0
    while (batch := _earn_batch(now=now)) is not None:
        earned += batch
    return earned


@transaction.atomic
def _earn_batch(*, now: datetime) -> int | None:
    """One transaction: the outbox rows and the new clocks are written both or neither. None: nobody is due.

    Every question of the batch leaves it with a clock after ``now`` or with none. What is read, decided and
    written are plain values, a statement each, however many questions they are.
    """
    due = Ask.objects.filter(next_reminder_at__lte=now).order_by("next_reminder_at")
    held = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:BATCH])
    if not held:
        return None
    found = list(_earn_all(held, now=now))
    requests = [request for _, _, request in found if request]
    if enqueue_many(requests, at=now) < len(requests):
        take_up_again(requests)
    write_clocks([(ask, *clock) for ask, clock, _ in found])
    return len(requests)


def _earn_all(held: list[int], *, now: datetime) -> Iterator[tuple[int, Clock, DeliveryRequest | None]]:
    """Each question with its new clock and the row it has earned, if any."""
    waiting = read_waiting(Ask.objects.filter(pk__in=among(held)))
    past = read_past([one for one, _ in waiting])
    told = last_told({one.owner for one, _ in waiting})
    for one, safety in waiting:
        yield one.id, *_earn(one, past, told_at=told.get(one.owner), safety=safety, now=now)


def _earn(
    one: Waiting, past: Past, *, told_at: datetime | None, safety: bool, now: datetime
) -> tuple[Clock, DeliveryRequest | None]:
    """One that cannot be worked out waits an hour and keeps nobody else waiting."""
    try:
        return _earned(one, past, told_at=told_at, safety=safety, now=now)
    except Exception as error:
        logger.error("reminder of ask %s: %s", one.id, type(error).__name__)
        return Clock(now + LATER, one.due_on), None


def _earned(
    one: Waiting, past: Past, *, told_at: datetime | None, safety: bool, now: datetime
) -> tuple[Clock, DeliveryRequest | None]:
    """Worked out anew: what the stored clock says may be older than a mail that left late."""
    history, calendar = past.history(one, earliest=now), calendar_of(one, now=now)
    found = next_reminder(history, calendar, now)
    if found is None or found.at > awake(calendar, now):
        return wound(one, history, calendar, now=now), None
    leaves = mail_from(calendar, now, told_at=told_at, safety=safety)
    sent = history.sent | {(found.event, found.stage)}
    after = replace(history, sent=sent, last_sent_at=leaves)
    request = DeliveryRequest(
        kind=KIND,
        event=event_name(found.event),
        not_before=leaves,
        recipient_id=one.owner,
        stage=found.stage,
        payload={"ask": one.id},
    )
    return wound(one, after, calendar, now=now), request
