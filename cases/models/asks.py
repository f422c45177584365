"""Questions the parent put to someone, and what came back."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from cases.keys import new_key
from cases.models.case import Case, CaseNeed, OfCaseQuerySet
from cases.models.flags import Flag, FlagMove
from cases.models.team import Member
from roles.models import Need, Question


def off_the_list() -> Q:
    """Of questions: the family has taken the need off its list, so nobody waits for an answer."""
    picked = CaseNeed.objects.filter(case=OuterRef("case"), need=OuterRef("need"))
    return Q(need__isnull=False) & Q(~Exists(picked))


class AskQuerySet(OfCaseQuerySet):
    def visible_to(self, user: Any) -> Any:
        """Questions of rooms this person may look into; words that were not sent are the parent's alone."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        return super().visible_to(user).exclude(~Q(case__owner=user), state=Ask.State.DRAFT)

    def waiting(self) -> "AskQuerySet":
        return self.filter(state__in=Ask.UNDER_WAY)

    def answerable(self) -> "AskQuerySet":
        """Under way, and not to somebody who has left."""
        return self.waiting().filter(member__left_on=None)

    def to_answer(self) -> "AskQuerySet":
        """Answerable, and about no need that is off the list."""
        return self.answerable().exclude(off_the_list())

    def answerable_or_open(self) -> "AskQuerySet":
        """Answerable, or answered with what it is about not sorted since."""
        ask = OuterRef("pk")
        sorted_since = FlagMove.objects.filter(
            flag__asks=ask, became=Flag.State.SORTED, undone_at=None, at__gte=OuterRef("answered_at")
        )
        replied = Q(state__in=Ask.REPLIED) & ~Exists(sorted_since)
        return self.filter(Q(state__in=Ask.UNDER_WAY, member__left_on=None) | replied)


THE_AGENCY, THE_SUPERVISOR, THE_TEAM = (
    gettext_noop("the agency"),
    gettext_noop("the supervisor"),
    gettext_noop("the team"),
)
"""What is kept where a question went to nobody by name; ``cases.wording.names`` says it to a reader."""


class Ask(models.Model):
    """One question in the parent's words: to whom, when, and what came of it."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Ready to send")
        WAITING = "waiting", _("Waiting for an answer")
        UNCLEAR = "unclear", _("Not clear yet")
        ANSWERED = "answered", _("They answered")
        DECLINED = "declined", _("They said no")
        WITHDRAWN = "withdrawn", _("No longer needed")

    UNDER_WAY = (State.WAITING, State.UNCLEAR)
    REPLIED = (State.ANSWERED, State.DECLINED)
    BEGUN = (State.DRAFT, *UNDER_WAY)

    class Channel(models.TextChoices):
        COPIED = "copied", _("Text or chat")
        EMAIL = "email", _("Email")
        PAPER = "paper", _("On paper")
        SPOKEN = "spoken", _("Said out loud")

    class Tone(models.TextChoices):
        WARM = "warm"
        SHORT = "short"
        FIRM = "firm"

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="asks")
    flag = models.ForeignKey(Flag, null=True, blank=True, on_delete=models.SET_NULL, related_name="asks")
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.SET_NULL, related_name="asks")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    to_whom = models.CharField(max_length=80, blank=True, help_text="When it is nobody on the team.")
    text = models.TextField(max_length=1000, help_text="The whole message, as the parent made it.")
    say = models.TextField(
        blank=True,
        max_length=1000,
        help_text="The bare question, without our greeting. Empty: the words are the parent's own.",
    )
    tone = models.CharField(
        max_length=5,
        choices=Tone,
        blank=True,
        help_text="Of our ready words. Empty: they were changed.",
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    channel = models.CharField(max_length=8, choices=Channel, blank=True)
    created_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    remind = models.BooleanField(default=True)
    wait_days = models.PositiveSmallIntegerField(
        default=5, help_text="Working days to wait before a kind reminder."
    )
    due_on = models.DateField(null=True, blank=True)
    next_reminder_at = models.DateTimeField(null=True, blank=True, help_text="When the next stage is earned.")
    promised_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day they named, until something comes back or they name another.",
    )
    answer = models.TextField(blank=True)
    named = models.CharField(max_length=120, blank=True, help_text="Whom they named, as the parent wrote it.")
    answered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    left: tuple[str, ...] = ()
    """Facts its answer told that were left as they are, as it was written down or taken back."""

    objects = AskQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_reminder_at"],
                name="cases_ask_due",
                condition=models.Q(next_reminder_at__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["waiting", "unclear"])
                | models.Q(asked_at__isnull=False, due_on__isnull=False),
                name="cases_ask_waiting_has_a_clock",
            )
        ]

    def __str__(self) -> str:
        return f"ask {self.pk}"


class AskEventQuerySet(OfCaseQuerySet):
    way = "ask__case"

    def visible_to(self, user: Any) -> Any:
        return self.filter(ask__in=Ask.objects.visible_to(user).values("pk"))

    def standing(self) -> "AskEventQuerySet":
        """The answers that nobody took back, in their order."""
        answers = [AskEvent.Kind.ANSWERED, AskEvent.Kind.DECLINED]
        again = AskEvent.objects.filter(ask=OuterRef("ask"), kind__in=answers, pk__gt=OuterRef("pk"))
        stand = self.filter(~Exists(again), kind__in=answers, ask__state__in=Ask.REPLIED)
        return stand.order_by("pk")


class AskEvent(models.Model):
    """What moved a question. Some kinds start the reminder clock anew."""

    class Kind(models.TextChoices):
        ASKED = "asked"
        NUDGED = "nudged", _("asked again")
        PROMISED = "promised", _("they named a day")
        SNOOZED = "snoozed", _("remind me later")
        ACKNOWLEDGED = "acknowledged", _("they said they got it")
        UNCLEAR = "unclear"
        ANSWERED = "answered"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"
        REOPENED = "reopened"
        UNSENT = "unsent", _("not sent after all")

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    day = models.DateField(null=True, blank=True, help_text="The day promised, or to be reminded on.")
    agreed_before = models.CharField(
        max_length=8,
        blank=True,
        help_text="What was agreed before this answer changed it, or 'nothing'. Empty: it changed nothing.",
    )
    state_before = models.CharField(
        max_length=10,
        blank=True,
        help_text="The state of the question before this reply. Empty: not known.",
    )
    answer_before = models.TextField(blank=True, help_text="What they had said before this reply.")
    written: Any = models.JSONField(
        default=dict,
        blank=True,
        help_text="The parent's own words in the form of this reply, by field: they outlive what undoes it.",
    )
    facts: Any = models.JSONField(
        default=dict,
        blank=True,
        help_text="What this answer changed about the person it is about: each as it stood before and after.",
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    open_before: frozenset[int] = frozenset()
    """Flags that were open as this answer came, while it is written down."""

    objects = AskEventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} ask {self.ask_id}"
