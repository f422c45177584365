"""Putting into the outbox what parent or coach are to hear of. Ids only, never a word of theirs."""

from datetime import datetime, timedelta

from accounts.models import Invitation
from coaching.models import Message
from notify.services import enqueue

INVITED = "coaching.invited"
MESSAGE = "coaching.message"

#: Someone who has the thread open reads at once: they need no mail.
A_MOMENT = timedelta(seconds=30)


def say_invited(invitation: Invitation, *, now: datetime) -> None:
    """To the address itself: whether it has an account here is nobody's business."""
    enqueue(
        recipient=None,
        to_email=invitation.email,
        kind=INVITED,
        event=f"invitation:{invitation.pk}",
        payload={"invitation": invitation.pk},
        not_before=now,
        at=now,
    )


def say_message(first_unread: Message, *, now: datetime) -> None:
    """One mail per thread until it is read: the event is the first message not seen."""
    thread = first_unread.thread
    recipient = thread.case.owner if first_unread.author_id == thread.coach_id else thread.coach
    enqueue(
        recipient=recipient,
        kind=MESSAGE,
        event=f"message:{first_unread.pk}",
        payload={"message": first_unread.pk},
        not_before=now + A_MOMENT,
        at=now,
    )
