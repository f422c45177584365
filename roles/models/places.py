"""States, the titles they use, their boards, and letters that change meaning between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roles.models.sources import Confidence, Source, web_address


class Jurisdiction(models.Model):
    """A state, DC, or US for roles that no single law defines."""

    code = models.CharField(max_length=2, primary_key=True)
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class StateTitle(models.Model):
    """What a title means in one state."""

    class Tier(models.TextChoices):
        SUPPORT = "paraprofessional_tier", _("Support workers")
        PRE_LICENSE = "pre_license_tier", _("On the way to a license")
        INDEPENDENT = "independent_licenses", _("Licensed to work on their own")
        TRAP = "title_traps", _("Easy to mix up")

    class Stage(models.TextChoices):
        """What the state says of who is behind the work. Empty: nothing, or no more than the tier does."""

        SUPERVISED = "supervised", "Works under someone else"
        ALONE = "alone", "Works without a supervisor, in whatever tier"

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.CASCADE, related_name="titles")
    tier = models.CharField(max_length=30, choices=Tier)
    position = models.PositiveSmallIntegerField()
    term = models.CharField(max_length=160)
    meaning = models.TextField(blank=True)
    stage = models.CharField(max_length=20, choices=Stage, blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["jurisdiction_id", "tier", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "tier", "position"], name="roles_statetitle_one_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction_id}: {self.term}"


class Board(models.Model):
    """A register where a licence or registration can be looked up."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.CASCADE, related_name="boards")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    url = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["jurisdiction_id", "position"]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The web address to look somebody up at, or '' when there is none."""
        return web_address(self.url)


class Collision(models.Model):
    """Letters that mean different levels in different states: never guess without the state."""

    title = models.CharField(max_length=80, unique=True)
    rule = models.CharField(max_length=200)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class CollisionReading(models.Model):
    """What colliding letters mean in one group of states."""

    class Stage(models.TextChoices):
        """How far along somebody is whose letters are a full license elsewhere. Empty: the full license, or
        nobody wrote it down."""

        SUPERVISED = "supervised", "Works under someone else, or below the full license"
        REGISTERED = "registered", "Registered on the way to a license"

    collision = models.ForeignKey(Collision, on_delete=models.CASCADE, related_name="readings")
    position = models.PositiveSmallIntegerField()
    where = models.CharField(max_length=80, help_text="State codes, or words such as 'most states'.")
    states = models.ManyToManyField(Jurisdiction, blank=True, related_name="+")
    most_states = models.BooleanField(default=False)
    level = models.CharField(max_length=200)
    stage = models.CharField(max_length=20, choices=Stage, blank=True)

    class Meta:
        ordering = ["collision_id", "position"]

    def __str__(self) -> str:
        return f"{self.where}: {self.level}"
