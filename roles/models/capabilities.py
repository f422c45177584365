"""What helpers do, what a child may need, and which role is trained for which."""

from typing import Any

from django.db import models
from django.db.models import Q

from roles.catalogue import Ground
from roles.models.places import Jurisdiction
from roles.models.role import Role
from roles.models.sources import Confidence, Source


class Capability(models.Model):
    """Something professionals do for a family, such as family therapy."""

    slug = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80)
    noun = models.CharField(max_length=100, help_text="For the middle of a sentence: 'No one leads ... yet'.")
    does = models.CharField(max_length=120, help_text="'leads family therapy'")
    does_not = models.CharField(max_length=140, help_text="'does not lead family therapy': always starts so.")
    can = models.CharField(max_length=120, help_text="After 'A QMHA can': 'lead family therapy'.")
    plain = models.CharField(max_length=240)
    looks_like = models.CharField(max_length=300, blank=True)
    not_the_same_as = models.CharField(max_length=300, blank=True)
    ask_for = models.CharField(max_length=300, blank=True)
    clinical = models.BooleanField(help_text="Someone has to hold legal or program authority for it.")
    opened_by_training = models.BooleanField(
        help_text="A course in a method can open it. Never where a law, a license or the job decides."
    )
    trainings: Any = models.JSONField(
        default=list, blank=True, help_text="Names of the approaches whose training opens it."
    )
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "capabilities"
        constraints = [
            models.CheckConstraint(
                condition=Q(does_not__startswith="does not"),
                name="roles_capability_second_list_says_does_not",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Need(models.Model):
    """Something a child or family needs help with, and the capabilities it calls for."""

    class Urgency(models.TextChoices):
        EMERGENCY = "emergency"
        SOON = "soon"
        ROUTINE = "routine"

    slug = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=60)
    noun = models.CharField(max_length=100)
    plain = models.CharField(max_length=200)
    group = models.CharField(max_length=30)
    group_title = models.CharField(max_length=60)
    common = models.BooleanField(default=False, help_text="Offered first.")
    safety = models.BooleanField(default=False)
    mental_health = models.BooleanField(default=False, help_text="Does it take mental health care?")
    keep_safe: Any = models.JSONField(
        default=list,
        blank=True,
        help_text="Slugs of needs whose people at home a plan for tonight keeps safe.",
    )
    urgency = models.CharField(max_length=10, choices=Urgency)
    note = models.TextField(blank=True)
    asks = models.CharField(max_length=240, help_text="One question, with {child}.")
    clear_answer = models.CharField(max_length=200)
    if_not = models.CharField(max_length=240)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")
    capabilities = models.ManyToManyField(Capability, through="NeedCapability", related_name="needs")
    role_hints = models.ManyToManyField(Role, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title


class NeedCapability(models.Model):
    """How a need calls for a capability."""

    class Mode(models.TextChoices):
        ALL = "all", "each of these"
        ANY = "any", "at least one of these"
        HELPFUL = "helpful"

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="calls")
    capability = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="calls")
    mode = models.CharField(max_length=8, choices=Mode)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["need_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["need", "capability"], name="roles_needcapability_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.need_id} {self.mode} {self.capability_id}"


class Fit(models.Model):
    """How far a role's minimum training reaches for a capability. About the role, never about a person."""

    class Value(models.TextChoices):
        TRAINED = "trained", "Trained for this"
        SUPERVISED = "supervised", "Only with a supervisor"
        DEPENDS = "depends", "Depends. Ask."
        NOT_TRAINED = "not-trained", "Outside this role's training"

    class Claim(models.TextChoices):
        RULE = "rule", "From a law or rule"
        AGENCY = "agency", "How agencies and fields work"
        LIVED = "lived", "Families' experience"

    class Ground(models.TextChoices):
        TRAINING = Ground.TRAINING.value, "Not taught, or not to everybody"
        SCOPE = Ground.SCOPE.value, "Left to others, whatever was learned"
        LICENCE = Ground.LICENCE.value, "Takes a license or certificate"

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="fits")
    capability = models.ForeignKey(Capability, on_delete=models.CASCADE, related_name="fits")
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Empty: where the role's facts hold.",
    )
    value = models.CharField(max_length=12, choices=Value)
    ground = models.CharField(
        max_length=8, choices=Ground, blank=True, help_text="Why it is less than trained. Empty for trained."
    )
    claim = models.CharField(max_length=8, choices=Claim)
    rule_of = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The state whose rule it is, for a role that no single law defines.",
    )
    reason = models.CharField(max_length=400)
    confidence = models.CharField(max_length=20, choices=Confidence)
    reviewed_on = models.DateField()
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["role_id", "capability_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "capability", "jurisdiction"], name="roles_fit_one_per_place"
            ),
            models.UniqueConstraint(
                fields=["role", "capability"], condition=Q(jurisdiction=None), name="roles_fit_one_general"
            ),
            models.CheckConstraint(
                condition=~Q(value="trained") | Q(ground=""), name="roles_fit_trained_has_no_ground"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_id} {self.capability_id} {self.value}"
