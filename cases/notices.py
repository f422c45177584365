"""What the outbox may say about a room: that something is open, and where to look. No names, no roles."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from cases.models import Ask
from cases.services.reminder_door import read_questions
from cases.services.reminder_past import KIND
from notify.kinds import Door, Kind, open_items, register
from notify.models import Delivery


def at_the_door(rows: Sequence[Delivery], now: datetime) -> Door:
    """A row may wait when the question was put off, when it is night where the family lives, and when the
    last mail to this person is too young."""
    questions = read_questions(rows)

    def still_waiting(row: Delivery) -> bool:
        return questions.leaves(row, now) is not None

    return Door(still_waiting, questions.leaves, where_to_look)


def leaves_at(ask: Ask, *, now: datetime) -> datetime | None:
    """When the mail about this question leaves that is in the outbox by now; None when there is none."""
    mine = Delivery.objects.filter(kind=KIND, recipient=ask.case.owner_id, payload__ask=ask.pk)
    rows = list(mine.filter(state__in=Delivery.UNDER_WAY))
    questions = read_questions(rows)
    moments = [max(row.not_before, leaves) for row in rows if (leaves := questions.leaves(row, now))]
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
            together=at_the_door,
            folds=True,
        )
    )
