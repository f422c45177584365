"""What the outbox may say about a room: that something is open, and where to look. No names, no roles."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from cases.models import Ask
from cases.services.reminder_door import at_the_door
from cases.services.reminder_past import KIND
from notify.kinds import Kind, open_items, register
from notify.models import Delivery
from web.clock import now as clock_now


def still_waiting(delivery: Delivery) -> bool:
    return at_the_door([delivery]).leaves(delivery, clock_now()) is not None


def not_until(delivery: Delivery, now: datetime) -> datetime | None:
    """A later moment, when the question was put off, when it is night where the family lives, and when the
    last mail to this person is too young."""
    leaves = at_the_door([delivery]).leaves(delivery, now)
    return leaves if leaves and leaves > now else None


def leaves_at(ask: Ask, *, now: datetime) -> datetime | None:
    """When the mail about this question leaves that is in the outbox by now; None when there is none."""
    mine = Delivery.objects.filter(kind=KIND, recipient=ask.case.owner_id, payload__ask=ask.pk)
    rows = list(mine.filter(state__in=Delivery.UNDER_WAY))
    door = at_the_door(rows)
    moments = [max(row.not_before, leaves) for row in rows if (leaves := door.leaves(row, now))]
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
