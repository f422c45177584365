"""The two mails of this app: looked at once more right before they leave."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Invitation
from coaching.models import Message, Thread
from coaching.services.notices import INVITED, MESSAGE
from coaching.tokens import still_fits, token_for
from notify.kinds import Door, Kind, at_any_hour, open_items, register
from notify.models import Delivery
from web.given import among


def register_kinds() -> None:
    register(
        Kind(
            name=INVITED,
            subject=invited,
            template="emails/coaching/invited.txt",
            together=invitations_at_the_door,
        )
    )
    register(
        Kind(
            name=MESSAGE,
            subject=open_items,
            template="emails/coaching/message.txt",
            together=messages_at_the_door,
            folds=True,
        )
    )


def invited(count: int) -> str:
    return _("Someone invited you to be their coach")


def invitations_at_the_door(rows: Sequence[Delivery], now: datetime) -> Door:
    """Not taken back, used or too old, and the link would still work."""
    asked = among(row.payload["invitation"] for row in rows if "invitation" in row.payload)
    opened = {found.pk: found for found in Invitation.objects.open(now).filter(pk__in=asked)}

    def still_open(row: Delivery) -> bool:
        found = opened.get(row.payload["invitation"])
        return found is not None and still_fits(found)

    def its_link(row: Delivery) -> dict[str, Any]:
        token = token_for(opened[row.payload["invitation"]])
        return {"path": reverse("coaching:invitation", args=[token])}

    return Door(still_open, at_any_hour, its_link)


def messages_at_the_door(rows: Sequence[Delivery], now: datetime) -> Door:
    """Still unread, and the room still shared."""
    asked = among(row.payload["message"] for row in rows if "message" in row.payload)
    messages = Message.objects.filter(pk__in=asked, thread__in=Thread.objects.shared_now())
    coach_reads, parent_reads = (
        dict(messages.unread(for_coach=side).values_list("pk", "thread__coach")) for side in (True, False)
    )

    def still_unread(row: Delivery) -> bool:
        message, reader = row.payload["message"], row.recipient_id
        return coach_reads.get(message) == reader or parent_reads.get(message, reader) != reader

    return Door(still_unread, at_any_hour, home_link)


def home_link(delivery: Delivery) -> dict[str, Any]:
    return {"path": reverse("coaching:home")}
