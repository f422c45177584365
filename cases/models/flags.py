"""Flags: what is worth asking about. About the fit between a role and a need, never about a person."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.keys import new_key
from cases.models.case import Case, OfCaseQuerySet
from cases.models.team import Member
from roles.models import Need


class FlagQuerySet(OfCaseQuerySet):
    def open(self) -> "FlagQuerySet":
        return self.filter(state__in=Flag.UNDECIDED)

    def returning(self, now: datetime) -> "FlagQuerySet":
        return self.filter(state=Flag.State.PUT_OFF, returns_at__lte=now)


class Flag(models.Model):
    """One finding of the rules, and what the parent decided about it."""

    class Level(models.TextChoices):
        FIRST = "first", _("Ask first")
        SOON = "soon", _("Ask soon")
        KNOW = "know", _("Good to know")

    class State(models.TextChoices):
        OPEN = "open", _("New")
        ASKED = "asked", _("Asked")
        SETTLED = "settled", _("Settled")
        SORTED = "sorted", _("You said it is sorted")
        PUT_OFF = "put-off", _("Not now")
        DIFFERENT = "different", _("You see it differently")

    #: What nobody has decided and nothing has settled.
    UNDECIDED = (State.OPEN, State.ASKED)

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="flags")
    fingerprint = models.CharField(max_length=120, help_text="rule, need, member: stable over rechecks.")
    rule = models.CharField(max_length=30)
    level = models.CharField(max_length=6, choices=Level)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.CASCADE, related_name="flags")
    why = models.CharField(max_length=20, blank=True, help_text="Which case of the rule holds, as a code.")
    params: Any = models.JSONField(
        default=dict,
        blank=True,
        help_text="The values its words name: slugs, ids, numbers, letters.",
    )
    as_told: Any = models.JSONField(
        null=True, blank=True, help_text="Words of a flag from before its values were kept; else empty."
    )
    evidence: Any = models.JSONField(
        default=list, help_text="Fits used: role, capability, value, source, reviewed on."
    )
    catalogue_number = models.PositiveIntegerField(help_text="Catalogue version the finding used.")
    settled_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(
        max_length=5, blank=True, help_text="What it was about is gone, as a code: nobody answered it."
    )
    returns_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="The parent's own words.")
    basis: Any = models.JSONField(
        null=True, blank=True, help_text="What a decision rests on; empty: what the flag says itself."
    )
    changed = models.CharField(
        max_length=10, blank=True, help_text="What got worse since a decision, as a code: it is new again."
    )
    changed_from = models.CharField(
        max_length=10, choices=State, blank=True, help_text="What the parent had decided before it changed."
    )
    version = models.PositiveIntegerField(default=1)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "fingerprint"], name="cases_flag_one_per_fingerprint"),
            models.CheckConstraint(
                condition=~models.Q(state="put-off") | models.Q(returns_at__isnull=False),
                name="cases_flag_put_off_has_a_day_it_returns",
            ),
        ]
        indexes = [
            models.Index(
                fields=["returns_at"], name="cases_flag_returning", condition=models.Q(state="put-off")
            )
        ]

    def __str__(self) -> str:
        return f"flag {self.pk} {self.rule}"


class OfFlagQuerySet(OfCaseQuerySet):
    way = "flag__case"


class Telling(models.Model):
    """The words a flag was told to the parent in, one row for each change: what was shown stays provable."""

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="tellings")
    at = models.DateTimeField()
    level = models.CharField(max_length=6, choices=Flag.Level)
    words: Any = models.JSONField(help_text="title, why, brings, say, clear_answer, if_not: as told.")
    catalogue_number = models.PositiveIntegerField(help_text="Catalogue version the words rest on.")

    objects = OfFlagQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"telling {self.pk} of flag {self.flag_id}"


class FlagMove(models.Model):
    """One change of a flag's state, so that it can be undone."""

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="moves")
    was = models.CharField(max_length=10, choices=Flag.State)
    became = models.CharField(max_length=10, choices=Flag.State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    because = models.ForeignKey(
        "cases.AskEvent",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="flag_moves",
        help_text="The answer this came with; it is undone with it.",
    )
    changed = models.CharField(
        max_length=10, blank=True, help_text="What got worse, as a code, when the facts opened it again."
    )
    reason = models.CharField(
        max_length=300, blank=True, help_text="The parent's own words: they outlive what undoes it."
    )

    objects = OfFlagQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.was} to {self.became}"
