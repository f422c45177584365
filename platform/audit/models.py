"""Who did or read what, append-only. Ids and verbs, never a child's words."""

from typing import Any

from django.conf import settings
from django.db import models

APPEND_ONLY = "The record of acts is append-only."


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries are added and read. Only a person who goes for good leaves theirs behind, without a name."""

    def update(self, **changes: Any) -> int:
        raise TypeError(APPEND_ONLY)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError(APPEND_ONLY)


class Entry(models.Model):
    """One act: who, what, on which row, when."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    verb = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    case_id = models.BigIntegerField(null=True, db_index=True)
    detail = models.JSONField(default=dict, help_text="Ids and states only.")
    once = models.CharField(
        max_length=120, null=True, blank=True, unique=True, help_text="Of entries with this key one is kept."
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.verb} {self.object_kind} {self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError(APPEND_ONLY)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError(APPEND_ONLY)
