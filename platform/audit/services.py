"""Writing the record of acts."""

from typing import Any

from django.db import models

from audit.models import Entry
from web.clock import now


def record(*, by: Any, verb: str, on: models.Model, case_id: int | None = None, **detail: Any) -> Entry:
    """Write one entry inside the caller's transaction. ``detail`` holds ids and states, never words."""
    return Entry.objects.create(
        at=now(),
        actor=by if getattr(by, "pk", None) else None,
        verb=verb,
        object_kind=on._meta.label_lower,
        object_id=str(on.pk),
        case_id=case_id,
        detail=detail,
    )
