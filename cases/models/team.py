"""People on the care team: what they said they are, what the parent believes, what was checked."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.keys import new_key
from cases.models.case import Case, OfCaseQuerySet
from roles.models import Capability, Need, Role

LONGEST_SAID = 500


class MemberQuerySet(OfCaseQuerySet):
    def here(self) -> "MemberQuerySet":
        """On the team now."""
        return self.filter(left_on=None)


class OfMemberQuerySet(OfCaseQuerySet):
    way = "member__case"


class Member(models.Model):
    """A person who helps this child. Several credentials, one chair."""

    class Supervisor(models.TextChoices):
        UNKNOWN = "unknown", _("We don't know yet")
        NAMED = "named", _("Yes, and I know who")
        NONE = "none", _("They work on their own")

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=60)
    agency = models.CharField(max_length=80, blank=True)
    said = models.CharField(
        max_length=LONGEST_SAID, blank=True, help_text="The signature or title, as given."
    )
    believed = models.CharField(max_length=80, blank=True, help_text="What the parent thinks this person is.")
    belief: Any = models.JSONField(
        null=True,
        blank=True,
        help_text="What these words claim, read as they were saved. Empty: not yet.",
    )
    supervisor = models.CharField(max_length=8, choices=Supervisor, default=Supervisor.UNKNOWN)
    supervisor_name = models.CharField(max_length=60, blank=True)
    supervisor_who = models.CharField(
        max_length=32,
        blank=True,
        help_text="Who of the team the name means, by their key; 'else' for somebody else of that name. "
        "Empty: not told.",
    )
    scope: Any = models.JSONField(
        default=list,
        blank=True,
        help_text="What they told is in their role: lists of capability, role and state.",
    )
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = MemberQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return f"member {self.pk}"


class Credential(models.Model):
    """Letters or a title of one person, and the role or roles it can mean."""

    class Standing(models.TextChoices):
        SAID = "said", _("They said so")
        VERIFIED = "verified", _("Looked up")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="credentials")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=120, help_text="As written, unknown letters too.")
    kind = models.CharField(
        max_length=20, help_text="degree, licence, registration, qualification, title or unknown"
    )
    role = models.ForeignKey(
        Role,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty: unknown or could be several.",
    )
    candidates = models.ManyToManyField(Role, blank=True, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.SAID)
    verified_on = models.DateField(null=True, blank=True)
    resolved = models.BooleanField(
        default=False, help_text="A person told which role it is; no reading of the letters changes that."
    )

    objects = OfMemberQuerySet.as_manager()

    class Meta:
        ordering = ["member_id", "position"]

    def __str__(self) -> str:
        return self.text


class Training(models.Model):
    """Extra training of one person, such as "certified in TF-CBT", that may lift a "depends".

    There may be several for one capability: a webinar beside the course that came after it.
    """

    class Standing(models.TextChoices):
        TOLD = "told", _("They told us")
        UNDER_WAY = "under-way", _("It is still under way")
        CERTIFIED = "certified", _("I saw the certificate, or looked it up")

    class Kind(models.TextChoices):
        FULL = "full", _("A full course in a method, with a certificate at the end")
        SHORT = "short", _("A short course, a webinar, a talk, or hours at work")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="trainings")
    capability = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80, help_text="The training as the person named it.")
    standing = models.CharField(max_length=9, choices=Standing, default=Standing.TOLD)
    known = models.BooleanField(
        null=True,
        blank=True,
        help_text="Does the catalogue have a training of this name for it? Read as it was saved. "
        "Empty: not yet.",
    )
    kind = models.CharField(
        max_length=5, choices=Kind, blank=True, help_text="What kind of training it is. Empty: not known."
    )
    says_short = models.BooleanField(
        null=True,
        blank=True,
        help_text="Does its own name say that it is short, and nobody told that it is a full course all the "
        "same? Read as it was saved. Empty: not yet.",
    )
    added_at = models.DateTimeField()

    objects = OfMemberQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "capability", "name"], name="cases_training_once_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Agreement(models.Model):
    """What one person and the family agreed on for one need."""

    class Kind(models.TextChoices):
        PLAN = "plan", _("The plan lists them for this")
        AGREED = "agreed", _("They said they lead this")
        DECLINED = "declined", _("They said they do not lead this")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="agreements")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="agreements")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    at = models.DateTimeField()

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "need"], name="cases_agreement_one_per_member_and_need"
            ),
            models.CheckConstraint(condition=~Q(kind=""), name="cases_agreement_has_a_kind"),
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk}"
