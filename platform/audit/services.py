"""Writing the record of acts."""

from typing import Any

from django.db import models

from audit.models import Entry
from web.clock import now


def record(*, by: Any, verb: str, on: models.Model, case_id: int | None = None, **detail: Any) -> Entry:
    """Write one entry inside the caller's transaction. ``detail`` holds ids and states, never words."""
    entry = _entry(by=by, verb=verb, on=on, case_id=case_id)
    entry.detail = detail
    entry.save()
    return entry


def record_read(*, by: Any, on: models.Model, case_id: int) -> None:
    """Somebody opened what is not their own: one entry a person, row and day, with one statement."""
    entry = _entry(by=by, verb="opened", on=on, case_id=case_id)
    entry.once = f"opened|{entry.object_kind}|{on.pk}|{by.pk}|{entry.at.date()}"
    Entry.objects.bulk_create([entry], ignore_conflicts=True)


def _entry(*, by: Any, verb: str, on: models.Model, case_id: int | None) -> Entry:
    return Entry(
        at=now(),
        actor=by if getattr(by, "pk", None) else None,
        verb=verb,
        object_kind=on._meta.label_lower,
        object_id=str(on.pk),
        case_id=case_id,
    )
