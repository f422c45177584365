"""What changed lately, as ids only: the event stream asks here."""

from typing import Any

from django.db.models import Count, Max

from cases.models import Case, CaseEvent, FlagMove
from coaching.models import Message, Thread

State = dict[str, tuple[int, int]]


def latest() -> tuple[int, ...]:
    """Highest ids on the whole site: three index look-ups that say whether anyone needs to look closer."""
    newest = (model.objects.aggregate(at=Max("pk"))["at"] for model in (Message, CaseEvent, FlagMove))
    return tuple(at or 0 for at in newest)


def state_for(user: Any) -> State:
    """What this person may see, as ``{"thread-12": (newest id, how many), "room-3": ...}``. Four queries.

    The count is there because on PostgreSQL a lower id can be committed after a higher one. A note of the
    parent's own is no news to anybody else.
    """
    threads = Thread.objects.visible_to(user).values_list("pk").annotate(Max("messages"), Count("messages"))
    rooms = Case.objects.visible_to(user).values_list("pk")
    found = {f"thread-{pk}": (newest or 0, many) for pk, newest, many in threads}
    events = dict.fromkeys((pk for (pk,) in rooms), (0, 0))
    for rows in (
        CaseEvent.objects.visible_to(user).order_by().values_list("case").annotate(Max("pk"), Count("pk")),
        rooms.filter(flags__moves__isnull=False).annotate(Max("flags__moves"), Count("flags__moves")),
    ):
        for pk, newest, many in rows:
            events[pk] = (events[pk][0] + (newest or 0), events[pk][1] + many)
    return found | {f"room-{pk}": value for pk, value in events.items()}
