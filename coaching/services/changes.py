"""What changed lately, as ids only: the event stream asks here."""

from typing import Any

from django.db.models import Count, Max

from coaching.models import Message, Thread

State = dict[str, tuple[int, int]]


def latest() -> int:
    """Highest id on the whole site: one index look-up that says whether anyone needs to look closer."""
    return Message.objects.aggregate(at=Max("pk"))["at"] or 0


def state_for(user: Any) -> State:
    """What this person may see, as ``{"thread-12": (newest id, how many)}``. One query.

    The count is there because on PostgreSQL a lower id can be committed after a higher one.
    """
    threads = Thread.objects.visible_to(user).values_list("pk").annotate(Max("messages"), Count("messages"))
    return {f"thread-{pk}": (newest or 0, many) for pk, newest, many in threads}
