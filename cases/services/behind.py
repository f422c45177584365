"""Rooms whose flags are behind the catalogue or the day: marked all at once, brought up to date in batches.

No page waits for it: what is shown of a room that is behind is worked out as it is looked at.
"""

import logging
from datetime import datetime, timedelta

from cases.models import Case
from cases.models.case import CaseQuerySet
from cases.services.recheck import recheck

logger = logging.getLogger(__name__)

BATCH = 200
LATER = timedelta(hours=1)


def mark_behind(rooms: CaseQuerySet, *, at: datetime) -> int:
    """These rooms are behind from now on; one statement, however many. Those nobody has looked at are not."""
    return rooms.filter(recheck_at__gt=at).update(recheck_at=at)


def bring_up_to_date(*, now: datetime, most: int = BATCH) -> int:
    """Write what has become of the rooms whose time has come, ``most`` of them. Returns how many that were.

    Each room in a transaction of its own, so that no family waits for another.
    """
    due = Case.objects.filter(closed_at=None, recheck_at__lte=now).order_by("recheck_at", "pk")
    batch = list(due.values_list("pk", "recheck_at")[:most])
    return sum(_brought(pk, now=now) for pk, since in batch if _taken(pk, since, now=now))


def _taken(pk: int, since: datetime | None, *, now: datetime) -> bool:
    """Take a room for an hour: of two workers one gets it, and after a crash it is taken once more."""
    return bool(Case.objects.filter(pk=pk, recheck_at=since).update(recheck_at=now + LATER))


def _brought(pk: int, *, now: datetime) -> bool:
    """False when it failed: the room waits an hour and keeps nobody else waiting."""
    try:
        recheck(case=Case.objects.select_related("owner").get(pk=pk), now=now)
    except Exception as error:
        logger.error("recheck of room %s: %s", pk, type(error).__name__)
        return False
    return True
