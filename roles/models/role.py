"""Roles: one row that lasts, immutable revisions that say what it is, and the names people use for it."""

from typing import Any

from django.db import models

from roles.catalogue import Kind
from roles.models.places import Jurisdiction
from roles.models.sources import CatalogueVersion, Confidence, Source


class RoleQuerySet(models.QuerySet["Role"]):
    def published(self) -> "RoleQuerySet":
        return self.exclude(published=None).select_related("published", "published__jurisdiction")


class Role(models.Model):
    """A kind of helper, such as QMHA. What it is stands in the published revision."""

    slug = models.SlugField(max_length=60, unique=True)
    published = models.ForeignKey(
        "RoleRevision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveSmallIntegerField(default=0)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.slug


class RoleRevision(models.Model):
    """What we said about a role from one catalogue version on. Never changed, only followed by another."""

    class Licence(models.TextChoices):
        NO = "no", "Not a license"
        YES = "yes", "A license"
        ON_THE_WAY = "on-the-way", "On the way to a license"
        DEPENDS = "depends", "It depends"

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    catalogue = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="role_revisions")
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Where these facts hold; US: no single law.",
    )
    acronym = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(
        max_length=60, help_text="degree, state license, agency qualification, job title, ..."
    )
    tier = models.CharField(max_length=30)
    licence = models.CharField(max_length=12, choices=Licence, default=Licence.DEPENDS)
    lede = models.TextField(help_text="Two or three short sentences a parent reads first.")
    license_short = models.CharField(max_length=80)
    school_short = models.CharField(max_length=80)
    works_under_short = models.CharField(max_length=100)
    brings = models.CharField(
        max_length=160, help_text="What someone in this role brings; shown in every flag."
    )
    confused_with = models.CharField(
        max_length=60, blank=True, help_text="Slug of the role it is mixed up with."
    )
    supervised_by: Any = models.JSONField(
        default=list, blank=True, help_text="Slugs of roles that supervise it. Empty: we do not know."
    )
    at_school = models.BooleanField(default=False, help_text="Do people in this role work for a school?")

    class Meta:
        ordering = ["role_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["role", "number"], name="roles_revision_numbers_are_unique")
        ]

    def __str__(self) -> str:
        return f"{self.letters} r{self.number}"

    @property
    def letters(self) -> str:
        """What stands on the name badge: the acronym, or the name when there is none."""
        return self.acronym or self.name

    @property
    def letters_kind(self) -> Kind:
        """What the letters on the badge are; a kind we have no word for proves nothing."""
        return KIND_OF_LETTERS.get(self.kind, Kind.UNKNOWN)

    @property
    def needs_supervisor(self) -> bool:
        """Does someone in this role work under a named person?"""
        return self.tier in SUPERVISED_TIERS


KIND_OF_LETTERS = {
    "degree": Kind.DEGREE,
    "state license": Kind.LICENCE,
    "medical license": Kind.LICENCE,
    "education license": Kind.LICENCE,
    "national certification + state license": Kind.LICENCE,
    "state license + national certification": Kind.LICENCE,
    "state license + national credential": Kind.LICENCE,
    "registered associate": Kind.REGISTRATION,
    "agency qualification": Kind.QUALIFICATION,
    "state registration": Kind.QUALIFICATION,
    "state certification": Kind.QUALIFICATION,
    "state certification (peer) or job title": Kind.QUALIFICATION,
    "state-recognized certification": Kind.QUALIFICATION,
    "state-recognized registration or certification": Kind.QUALIFICATION,
    "national certification / state registration": Kind.QUALIFICATION,
    "job title": Kind.TITLE,
    "agency role": Kind.TITLE,
    "public employee": Kind.TITLE,
    "volunteer role": Kind.TITLE,
    "legal role": Kind.TITLE,
    "student": Kind.TITLE,
}
"""What the words in ``RoleRevision.kind`` say about the letters. The loader refuses any other word."""

TIERS = frozenset(
    {
        "allied-health",
        "ambiguous-title",
        "behavior",
        "clinician-in-agency",
        "coach-advocate",
        "coordination",
        "crisis",
        "degree-only",
        "generalist-social-work",
        "independent-clinician",
        "legal-system",
        "nursing",
        "paraprofessional",
        "peer",
        "pre-license",
        "prescriber",
        "school",
        "specialist",
        "sud",
        "supervisor",
        "trainee",
    }
)
"""The tiers we know. A tier says what a role may lead, so the loader refuses any other word."""

SUPERVISED_TIERS = frozenset(
    {
        "paraprofessional",
        "clinician-in-agency",
        "pre-license",
        "trainee",
        "peer",
        "degree-only",
        "generalist-social-work",
    }
)


class RoleFact(models.Model):
    """One sourced sentence about a role: a rule, a yes or no, a common mistake, a code."""

    class Group(models.TextChoices):
        FACT = "fact"
        AUTHORITY = "authority", "may they ..."
        MISTAKE = "mistake", "common mistake"
        CODE = "code", "provider code"
        BILLING = "billing", "words on a bill"
        OTHER = "other"

    revision = models.ForeignKey(RoleRevision, on_delete=models.CASCADE, related_name="facts")
    group = models.CharField(max_length=10, choices=Group)
    key = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField()
    value = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    confidence = models.CharField(max_length=20, choices=Confidence)
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["revision_id", "position"]

    def __str__(self) -> str:
        return f"{self.group} {self.key}"


class RoleName(models.Model):
    """Letters, a title or a spoken word, and a role it can mean. One name may mean several roles."""

    class Kind(models.TextChoices):
        LETTERS = "letters"
        NAME = "name", "full name"
        TITLE = "title", "job title"
        SPOKEN = "spoken", "said out loud; could mean anyone"

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Empty: anywhere.",
    )
    note = models.CharField(max_length=200, blank=True)
    confidence = models.CharField(
        max_length=20, choices=Confidence, blank=True, help_text="Empty: the data do not say."
    )
    sources = models.ManyToManyField(Source, blank=True, related_name="+")

    class Meta:
        ordering = ["role_id", "kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "name", "jurisdiction"], name="roles_name_once_per_place"
            ),
            models.UniqueConstraint(
                fields=["role", "name"],
                condition=models.Q(jurisdiction=None),
                name="roles_name_once_anywhere",
            ),
        ]

    def __str__(self) -> str:
        return self.name
