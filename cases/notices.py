"""What the outbox may say about a room: that something is open, and where to look. No names, no roles."""

from typing import Any

from cases.models import Ask
from cases.services.clock import KIND
from notify.kinds import Kind, register
from notify.models import Delivery


def _ask(delivery: Delivery) -> Ask | None:
    """The question, if the recipient may still see it and it still waits."""
    asks = Ask.objects.visible_to(delivery.recipient).waiting().filter(remind=True)
    return asks.filter(pk=delivery.payload.get("ask"), case__owner=delivery.recipient).first()


def still_waiting(delivery: Delivery) -> bool:
    return _ask(delivery) is not None


def where_to_look(delivery: Delivery) -> dict[str, Any]:
    """One link. It leads through sign-in, and the address itself says nothing about a child."""
    return {"path": "/start/"}


def register_notices() -> None:
    register(
        Kind(
            name=KIND,
            subject="You have {{ count }} open item{{ count|pluralize }}",
            template="emails/cases/ask_waiting.txt",
            still_wanted=still_waiting,
            context=where_to_look,
            folds=True,
        )
    )
