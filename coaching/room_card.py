"""The coach's last words, beside the room."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cases.hooks import SideNote
from cases.models import Case
from cases.presenters.words import moment
from coaching.models import Thread
from coaching.thread_page import side_of
from web.clock import now

LONGEST = 180


def last_words(user: Any, case: Case) -> Iterable[SideNote]:
    """What the other side wrote last, for parent and coach alike. Two queries."""
    rows = Thread.objects.visible_to(user).shared_now().filter(case=case)
    thread = rows.select_related("coach", "case__owner").order_by("-pk").first()
    said = thread.messages.exclude(author=user).last() if thread else None
    if thread is None or said is None:
        return
    side = side_of(thread, user)
    yield SideNote(
        title=_("From %(name)s") % {"name": side.other} if side.is_coach else _("From your coach"),
        name=side.other,
        initials=side.initials,
        text=Truncator(" ".join(said.text.split())).chars(LONGEST),
        address=reverse("coaching:thread", args=[thread.key]),
        link=_("Read and reply"),
        when=moment(said.sent_at, now(), timezone.get_current_timezone()),
    )
