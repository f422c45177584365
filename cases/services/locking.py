"""One act at a time in a room, and saving a row that carries a version."""

from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.services.errors import Refused, StaleEdit

GONE = _("This was removed meanwhile. You can write a new one.")


def hold_room(case_id: int) -> None:
    """Wait for the act under way in this room; the next one waits for the end of this transaction.

    Every act on what is in a room begins with it: what it reads afterwards is true until it ends, and as all
    of them take the room first, no two can wait for each other. What runs by the clock over many rooms holds
    only the rows it changes, and no room after them.
    """
    Case.objects.select_for_update().get(pk=case_id)


def hold(row: Any) -> None:
    """Hold the room of a row, and read the row as the act before left it, with all that it leads to."""
    hold_room(row.case_id)
    rows = type(row)._default_manager.select_for_update(of=("self",))
    try:
        row.refresh_from_db(from_queryset=rows)
    except type(row).DoesNotExist:
        raise Refused(GONE) from None


def must_be_as_shown(row: Any, version: int | None) -> None:
    """Raise ``StaleEdit`` when a held row has moved on since the form was shown; None: nothing was shown."""
    if version is not None and row.version != version:
        raise StaleEdit


def save_version(row: Any, *, version: int | None, **changes: Any) -> None:
    """Write ``changes`` only if the row still has the version the person saw; else raise ``StaleEdit``.

    ``version`` None means the act does not depend on what was shown (a button, not a form).
    """
    rows: models.QuerySet[Any] = type(row)._default_manager.filter(pk=row.pk)
    if version is not None:
        rows = rows.filter(version=version)
    if not rows.update(version=F("version") + 1, **changes):
        raise StaleEdit
    row.refresh_from_db()
