"""Writing to each other, and knowing what was read."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from audit.services import record
from cases.permissions import Act
from cases.services.errors import Refused
from cases.services.locking import hold_room
from coaching.models import Message, Thread
from coaching.permissions import is_shared, must
from coaching.services.notices import say_message
from web.clock import now as clock_now

TICK = timedelta(microseconds=1)


@transaction.atomic
def write_message(*, thread: Thread, by: Any, text: str, now: datetime | None = None) -> Message:
    """Put words into the thread and tell the other side, once, that something waits.

    Sharing cannot end in between: that takes the room too. Nor can a later message get an earlier time: the
    clock is read when the thread is held.
    """
    must(by, Act.WRITE, thread)
    hold_room(thread.case_id)
    held = Thread.objects.select_for_update().get(pk=thread.pk)
    if not is_shared(held):
        raise Refused(_("Sharing has stopped, so this was not sent."))
    at = now or clock_now()
    # Later than any reading so far: a message written while the other was looking stays unread.
    seen = [one for one in (held.read_by_parent_at, held.read_by_coach_at) if one]
    message = Message.objects.create(
        thread=held, author=by, text=text, sent_at=max([at, *(one + TICK for one in seen)])
    )
    record(by=by, verb="message-written", on=message, case_id=held.case_id)
    say_message(unread(held, for_coach=held.coach_id != by.pk).first() or message, now=at)
    return message


def unread(thread: Thread, *, for_coach: bool) -> models.QuerySet[Message]:
    """What the other side wrote and this side has not seen, oldest first."""
    if for_coach:
        theirs, seen_at = thread.messages.exclude(author_id=thread.coach_id), thread.read_by_coach_at
    else:
        theirs, seen_at = thread.messages.filter(author_id=thread.coach_id), thread.read_by_parent_at
    return theirs.filter(sent_at__gt=seen_at) if seen_at else theirs.all()


@transaction.atomic
def mark_read(*, thread: Thread, by: Any, up_to: Message, now: datetime) -> None:
    """Remember that this side saw the messages up to this one, and when it looked.

    An older tab may know less than a newer one: what was read stays read.
    """
    must(by, Act.READ, thread)
    held = Thread.objects.select_for_update().get(pk=thread.pk)
    field = "read_by_coach_at" if held.coach_id == by.pk else "read_by_parent_at"
    newer = held.messages.after(up_to).exclude(author_id=by.pk).exists()
    seen = up_to.sent_at if newer else max(now, up_to.sent_at)
    setattr(held, field, max(seen, getattr(held, field) or seen))
    held.save(update_fields=[field])
    setattr(thread, field, getattr(held, field))
