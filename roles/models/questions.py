"""Words a parent can say, numbers to call, and what we owe to say about ourselves."""

from django.db import models

from roles.models.places import Jurisdiction
from roles.models.role import Role
from roles.models.sources import Confidence, Source


class Question(models.Model):
    """A question a parent can put to a helper, and what a clear answer has."""

    key = models.SlugField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    why = models.CharField(max_length=300)
    clear_answer = models.CharField(max_length=300)
    vague_answer = models.CharField(max_length=300, blank=True)
    reply_days = models.PositiveSmallIntegerField(help_text="Working days before a kind reminder.")
    follow_up = models.CharField(max_length=400, blank=True)
    from_guide = models.BooleanField(default=False)
    for_anyone = models.BooleanField(default=False)
    for_roles = models.ManyToManyField(Role, blank=True, related_name="questions")
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class CrisisLine(models.Model):
    """Someone to call or text now."""

    key = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="crisis_lines",
        help_text="US: everywhere. Empty: a part of a state.",
    )
    region = models.CharField(max_length=80)
    use_when = models.CharField(max_length=300)
    how = models.CharField(max_length=300)
    hours = models.CharField(max_length=120, blank=True)
    answered_by = models.CharField(max_length=160, blank=True)
    note = models.TextField(blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Notice(models.Model):
    """A limit we say plainly, a law about data a family may hear of, or how to read letters on a bill."""

    class Kind(models.TextChoices):
        DISCLAIMER = "disclaimer"
        LAW = "law", "law about data"
        ON_A_BILL = "on-a-bill", "letters on a bill"

    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    likely_applies = models.CharField(max_length=200, blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["kind", "position"]

    def __str__(self) -> str:
        return self.title
