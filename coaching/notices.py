"""The two mails of this app: looked at once more right before they leave."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Invitation
from coaching.models import Message
from coaching.permissions import is_shared
from coaching.services.messages import unread
from coaching.services.notices import INVITED, MESSAGE
from coaching.tokens import still_fits, token_for
from notify.kinds import Kind, open_items, register
from notify.models import Delivery
from web.clock import now


def register_kinds() -> None:
    register(
        Kind(
            name=INVITED,
            subject=invited,
            template="emails/coaching/invited.txt",
            still_wanted=invitation_open,
            context=invitation_link,
        )
    )
    register(
        Kind(
            name=MESSAGE,
            subject=open_items,
            template="emails/coaching/message.txt",
            still_wanted=message_waits,
            context=messages_link,
            folds=True,
        )
    )


def invited(count: int) -> str:
    return _("Someone invited you to be their coach")


def invitation_open(delivery: Delivery) -> bool:
    """Not taken back, used or too old, and the link would still work."""
    found = Invitation.objects.open(now()).filter(pk=delivery.payload["invitation"]).first()
    return found is not None and still_fits(found)


def invitation_link(delivery: Delivery) -> dict[str, Any]:
    invitation = Invitation.objects.get(pk=delivery.payload["invitation"])
    return {"path": reverse("coaching:invitation", args=[token_for(invitation)])}


def message_waits(delivery: Delivery) -> bool:
    """Still unread, and the room still shared."""
    message = Message.objects.filter(pk=delivery.payload["message"]).select_related("thread").first()
    if message is None or not is_shared(message.thread):
        return False
    for_coach = delivery.recipient_id == message.thread.coach_id
    return unread(message.thread, for_coach=for_coach).filter(pk=message.pk).exists()


def messages_link(delivery: Delivery) -> dict[str, Any]:
    return {"path": reverse("coaching:home")}
