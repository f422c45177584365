"""The sweep: every question whose next stage is due gets its row in the outbox, once, and a new clock."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from cases.models import Ask
from cases.reminders import AskHistory, awake, mail_from, next_reminder
from cases.services.reminder_clock import CLOCK_FIELDS, KIND, calendar_of, event_name, histories, wind
from notify.models import Delivery
from notify.services import DeliveryRequest, enqueue_many, take_up_again

logger = logging.getLogger(__name__)

BATCH = 500
LATER = timedelta(hours=1)


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

    Every question of the batch leaves it with a clock after ``now`` or with none.
    """
    asks = list(
        Ask.objects.filter(next_reminder_at__lte=now)
        .select_related("case__owner", "member", "need")
        .order_by("next_reminder_at")
        .select_for_update(skip_locked=True, of=("self",))[:BATCH]
    )
    if not asks:
        return None
    known, told = histories(asks, now=now), last_told({ask.case.owner_id for ask in asks})
    found = (_earn(ask, known[ask.pk], told_at=told.get(ask.case.owner_id), now=now) for ask in asks)
    requests = [request for request in found if request]
    enqueue_many(requests, at=now)
    take_up_again(requests)
    Ask.objects.bulk_update(asks, CLOCK_FIELDS)
    return len(requests)


def _earn(
    ask: Ask, history: AskHistory, *, told_at: datetime | None, now: datetime
) -> DeliveryRequest | None:
    """The row a question has earned, if any, and its new clock. One that cannot be worked out waits an hour
    and keeps nobody else waiting."""
    try:
        return _earned(ask, history, told_at=told_at, now=now)
    except Exception as error:
        logger.error("reminder of ask %s: %s", ask.pk, type(error).__name__)
        ask.next_reminder_at = now + LATER
        return None


def _earned(
    ask: Ask, history: AskHistory, *, told_at: datetime | None, now: datetime
) -> DeliveryRequest | None:
    """Worked out anew: what the stored clock says may be older than a mail that left late."""
    calendar = calendar_of(ask, now=now)
    found = next_reminder(history, calendar, now)
    if found is None or found.at > awake(calendar, now):
        wind(ask, history, calendar, now=now)
        return None
    leaves = mail_from(calendar, now, told_at=told_at, safety=is_about_safety(ask))
    sent = history.sent | {(found.event, found.stage)}
    wind(ask, replace(history, sent=sent, last_sent_at=leaves), calendar, now=now)
    return DeliveryRequest(
        kind=KIND,
        event=event_name(found.event),
        not_before=leaves,
        recipient_id=ask.case.owner_id,
        stage=found.stage,
        payload={"ask": ask.pk},
    )


def is_about_safety(ask: Ask) -> bool:
    return ask.need is not None and ask.need.safety


def last_told(people: set[int]) -> dict[int, datetime]:
    """When each of these people last got a mail with reminders."""
    told = Delivery.objects.filter(kind=KIND, recipient__in=people, state__in=Delivery.TOLD)
    return dict(told.values_list("recipient").annotate(Max("sent_at")))
