"""Saving a row that carries a version."""

from typing import Any

from django.db import models
from django.db.models import F

from cases.services.errors import StaleEdit


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
