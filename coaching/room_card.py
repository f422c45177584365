"""The coach's last words, beside the room."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import User
from cases.hooks import SideNote
from cases.models import Case
from cases.presenters.words import moment
from coaching.models import Message, Thread
from coaching.thread_page import side_of
from web.clock import now
from web.prepared import Prepared

LONGEST = 180


def _newest(user: int, case: int) -> QuerySet[Thread, Any]:
    rows = Thread.objects.visible_to(User(pk=user)).shared_now().filter(case=case)
    return rows.order_by("-pk").values("pk")[:1]


LAST = Prepared(
    lambda user, case: (
        Message.objects.filter(thread__in=_newest(user, case))
        .exclude(author=user)
        .order_by("-sent_at", "-pk")
        .values_list("text", "sent_at", "thread__key", "thread__coach", "thread__coach__display_name")[:1]
    )
)
"""What the other side of somebody wrote last about a room, in the thread both have now."""


def last_words(user: Any, case: Case) -> Iterable[SideNote]:
    """What the other side wrote last, for parent and coach alike. One query."""
    for text, sent_at, thread, coach, name in LAST(user.pk, case.pk):
        side = side_of(Thread(case=case, coach=User(pk=coach, display_name=name)), user)
        yield SideNote(
            title=_("From %(name)s") % {"name": side.other} if side.is_coach else _("From your coach"),
            name=side.other,
            initials=side.initials,
            text=Truncator(" ".join(text.split())).chars(LONGEST),
            address=reverse("coaching:thread", args=[thread]),
            link=_("Read and reply"),
            when=moment(sent_at, now(), timezone.get_current_timezone()),
        )
