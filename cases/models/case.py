"""The case (in the interface: the room), who may see it, its needs and what happened."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cases.keys import new_key
from roles.models import Jurisdiction, Need


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: Any) -> "CaseQuerySet":
        """Rooms this person may look into: their own, and those shared with them right now."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        return self.filter(
            Q(owner=user) | Q(pk__in=Share.objects.filter(coach=user, ended_at=None).values("case_id"))
        )

    def editable_by(self, user: Any) -> "CaseQuerySet":
        """Rooms this person may change: their own."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        return self.filter(owner=user)

    def with_others(self, user: Any) -> "CaseQuerySet":
        """Each knows if this person keeps another room (``has_others``)."""
        others = Case.objects.editable_by(user).filter(closed_at=None).exclude(pk=OuterRef("pk"))
        return self.annotate(has_others=Exists(others))


class OfCaseQuerySet(models.QuerySet[Any]):
    """Rows that lead to a case. ``way`` is how, from the row."""

    way = "case"

    def visible_to(self, user: Any) -> Any:
        return self._of(Case.objects.visible_to(user))

    def editable_by(self, user: Any) -> Any:
        return self._of(Case.objects.editable_by(user))

    def _of(self, cases: CaseQuerySet) -> Any:
        return self.filter(**{f"{self.way}__in": cases.values("pk")})


class Case(models.Model):
    """One child's room. Nickname only: no full name, no birth date, no diagnosis."""

    class AgeGroup(models.TextChoices):
        UNDER_6 = "0-5", _("0 to 5")
        CHILD = "6-11", _("6 to 11")
        TEEN = "12-17", _("12 to 17")
        YOUNG_ADULT = "18+", _("18 or older")

    class Setup(models.TextChoices):
        CHILD = "child"
        NEEDS = "needs"
        TEAM = "team"
        DONE = "done"

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cases")
    nickname = models.CharField(max_length=40)
    age_group = models.CharField(max_length=5, choices=AgeGroup, blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty: not told.",
    )
    needs = models.ManyToManyField(Need, through="CaseNeed", related_name="+")
    setup = models.CharField(
        max_length=8, choices=Setup, default=Setup.CHILD, help_text="First step not done yet."
    )
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    evaluated_version = models.PositiveIntegerField(
        default=0, help_text="Catalogue version of the last recheck."
    )
    evaluated_on = models.DateField(
        null=True, blank=True, help_text="Day of the last recheck, where the family lives."
    )
    recheck_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When the worker runs the rules again: as the family's next day begins, at once after a "
        "publication. Empty: nobody has looked yet.",
    )
    version = models.PositiveIntegerField(default=1)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        indexes = [
            models.Index(fields=["recheck_at"], name="cases_case_to_recheck", condition=Q(closed_at=None))
        ]

    def __str__(self) -> str:
        return f"case {self.pk}"

    def is_of(self, user: Any) -> bool:
        """Whether this person keeps the room. Asked through ``Rights`` where it is about an act."""
        return user is not None and user.pk is not None and self.owner_id == user.pk

    @property
    def state(self) -> str:
        """The code of the family's state, '' while nobody has told it."""
        return self.jurisdiction_id or ""

    @property
    def parent_name(self) -> str:
        """How everybody but the parent reads who the parent is; never an address."""
        return self.owner.display_name or _("%(child)s’s parent") % {"child": self.nickname}


class ShareQuerySet(OfCaseQuerySet):
    def visible_to(self, user: Any) -> Any:
        """The parent's own, and of a coach their own: who else looks in, or did, is the parent's to know."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        return super().visible_to(user).filter(Q(case__owner=user) | Q(coach=user))


class Share(models.Model):
    """A coach sees a room because the parent invited them; it ends when the parent says so."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="shares")
    coach = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="shares")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ShareQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "coach"], condition=Q(ended_at=None), name="cases_share_one_open_per_coach"
            )
        ]

    def __str__(self) -> str:
        return f"share {self.pk}"


class CaseNeed(models.Model):
    """A need the parent picked for this child."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="case_needs")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        ordering = ["need__position"]
        constraints = [models.UniqueConstraint(fields=["case", "need"], name="cases_need_picked_once")]

    def __str__(self) -> str:
        return f"need {self.need_id} of case {self.case_id}"


class CaseEventQuerySet(OfCaseQuerySet):
    def visible_to(self, user: Any) -> Any:
        """What happened in rooms this person may look into.

        The parent's own notes stay the parent's, and so does who else looks in, looked in or was asked to.
        """
        if not getattr(user, "is_authenticated", False):
            return self.none()
        return super().visible_to(user).exclude(~Q(case__owner=user), kind__in=CaseEvent.PARENTS)


class CaseEvent(models.Model):
    """Something that happened in the room: a note the parent wrote, or an act worth remembering."""

    class Kind(models.TextChoices):
        NOTE = "note"
        MEMBER_ADDED = "member-added"
        MEMBER_LEFT = "member-left"
        NEEDS_CHANGED = "needs-changed"
        ASKED = "asked"
        NUDGED = "nudged"
        ANSWERED = "answered"
        SAID_NO = "said-no"
        UNCLEAR = "unclear"
        PROMISED = "promised"
        AGREED = "agreed"
        LEADS_NO_MORE = "leads-no-more"
        LEADS_NOT = "leads-not"
        SETTLED = "settled"
        PUT_OFF = "put-off"
        DIFFERENT = "different"
        CERTIFIED = "certified"
        CHILD_RENAMED = "child-renamed"
        STATE_CHANGED = "state-changed"
        MEMBER_RENAMED = "member-renamed"
        LETTERS_CHANGED = "letters-changed"
        BELIEF_CHANGED = "belief-changed"
        AGENCY_CHANGED = "agency-changed"
        BACKING_CHANGED = "backing-changed"
        COACH_JOINED = "coach-joined"
        COACH_DECLINED = "coach-declined"
        COACH_LEFT = "coach-left"
        SHARING_ENDED = "sharing-ended"

    ABOUT_SHARING = (Kind.COACH_JOINED, Kind.COACH_DECLINED, Kind.COACH_LEFT, Kind.SHARING_ENDED)
    PARENTS = (Kind.NOTE, *ABOUT_SHARING)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=16, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(
        blank=True, help_text="A note in the parent's own words, or an older line as it was told then."
    )
    params: Any = models.JSONField(
        default=dict,
        help_text="What the line is about: names as told then, the need. The kind says the rest.",
    )
    member = models.ForeignKey(
        "cases.Member",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lines",
        help_text="The person on the team this line tells of.",
    )
    ask_event = models.ForeignKey(
        "cases.AskEvent",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lines",
        help_text="The move of a question this line tells of; it goes when that is taken back.",
    )
    flag_move = models.ForeignKey(
        "cases.FlagMove",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lines",
        help_text="The same for a decision about a flag.",
    )

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} in case {self.case_id}"
