"""What the outbox may say about a room: that something is open, and where to look. No names, no roles."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from cases.models import Ask
from cases.reminders import Reminder, mail_from, next_reminder
from cases.services.reminder_clock import KIND, calendar_of, event_name, histories
from cases.services.reminders import is_about_safety, last_told
from notify.kinds import Kind, open_items, register
from notify.models import Delivery
from web.clock import now as clock_now


def _ask(delivery: Delivery) -> Ask | None:
    """The question, if the recipient may still see it and it still waits."""
    asks = Ask.objects.visible_to(delivery.recipient).waiting().filter(remind=True)
    mine = asks.filter(pk=delivery.payload.get("ask"), case__owner=delivery.recipient)
    return mine.select_related("case__owner", "member", "need").first()


def _reminder(ask: Ask, delivery: Delivery, now: datetime) -> Reminder | None:
    """What this row would say, worked out once more from what has happened since; None when it is over.

    The clock may have moved on between the row and the door: the same event has to run still, and no later
    stage of it may have been written.
    """
    history = histories([ask], now=now, besides=delivery)[ask.pk]
    found = next_reminder(history, calendar_of(ask, now=now), now)
    if found is None or event_name(found.event) != delivery.event or found.stage > delivery.stage:
        return None
    return found


def still_waiting(delivery: Delivery) -> bool:
    ask = _ask(delivery)
    return ask is not None and _reminder(ask, delivery, clock_now()) is not None


def not_until(delivery: Delivery, now: datetime) -> datetime | None:
    """A later moment, when the question was put off, when it is night where the family lives, and when the
    last mail to this person is too young."""
    leaves = _leaves(delivery, now)
    return leaves if leaves and leaves > now else None


def _leaves(delivery: Delivery, now: datetime) -> datetime | None:
    """From when on this row may leave; None when it is over."""
    ask = _ask(delivery)
    found = ask and _reminder(ask, delivery, now)
    if not ask or not found:
        return None
    owner = ask.case.owner_id
    told_at = last_told({owner}).get(owner)
    leaves = mail_from(calendar_of(ask, now=now), now, told_at=told_at, safety=is_about_safety(ask))
    return max(found.at, leaves)


def leaves_at(ask: Ask, *, now: datetime) -> datetime | None:
    """When the mail about this question leaves that is in the outbox by now; None when there is none."""
    rows = Delivery.objects.filter(
        kind=KIND, recipient=ask.case.owner_id, payload__ask=ask.pk, state__in=Delivery.UNDER_WAY
    )
    moments = [max(row.not_before, leaves) for row in rows if (leaves := _leaves(row, now))]
    return min(moments, default=None)


def where_to_look(delivery: Delivery) -> dict[str, Any]:
    """One link. It leads through sign-in, and the address itself says nothing about a child."""
    return {"path": reverse("cases:open")}


def register_notices() -> None:
    register(
        Kind(
            name=KIND,
            subject=open_items,
            template="emails/cases/ask_waiting.txt",
            still_wanted=still_waiting,
            not_until=not_until,
            context=where_to_look,
            folds=True,
        )
    )
