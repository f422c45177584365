"""One thread per room between parent and coach, and the invitation that opens it."""

from typing import Any

from django.conf import settings
from django.db import models

from accounts.models import Invitation
from cases.keys import new_key
from cases.models import Case, Share
from cases.models.case import OfCaseQuerySet


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, user: Any) -> "ThreadQuerySet":
        """Threads of rooms this person may look into; a coach sees only their own thread."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        mine = models.Q(coach=user) | models.Q(case__owner=user)
        return self.filter(mine, case__in=Case.objects.visible_to(user).values("pk"))

    def editable_by(self, user: Any) -> "ThreadQuerySet":
        """Threads somebody may write in: both may, while the room is shared."""
        return self.visible_to(user).shared_now()

    def shared_now(self) -> "ThreadQuerySet":
        """Threads whose coach may look into the room right now."""
        open_shares = Share.objects.filter(
            case=models.OuterRef("case"), coach=models.OuterRef("coach"), ended_at=None
        )
        return self.filter(models.Exists(open_shares))


class Thread(models.Model):
    """Where parent and coach talk about one room."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="threads")
    coach = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="threads")
    created_at = models.DateTimeField()
    read_by_parent_at = models.DateTimeField(null=True, blank=True)
    read_by_coach_at = models.DateTimeField(null=True, blank=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "coach"], name="coaching_thread_one_per_coach")
        ]

    def __str__(self) -> str:
        return f"thread {self.pk}"


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user: Any) -> "MessageQuerySet":
        return self.filter(thread__in=Thread.objects.visible_to(user).values("pk"))

    def editable_by(self, user: Any) -> "MessageQuerySet":
        """What was said stays as it is."""
        return self.none()

    def unread_by(self, user: Any) -> "MessageQuerySet":
        """What others wrote and this person has not seen, in all their threads."""
        for_coach = models.Q(thread__coach=user) & _unseen("thread__read_by_coach_at")
        for_parent = models.Q(thread__case__owner=user) & _unseen("thread__read_by_parent_at")
        return self.visible_to(user).exclude(author=user).filter(for_coach | for_parent)

    def unread(self, *, for_coach: bool) -> "MessageQuerySet":
        """What the other side wrote and this side has not seen."""
        of_coach = models.Q(author=models.F("thread__coach"))
        if for_coach:
            return self.filter(~of_coach & _unseen("thread__read_by_coach_at"))
        return self.filter(of_coach & _unseen("thread__read_by_parent_at"))

    def before(self, message: "Message") -> "MessageQuerySet":
        """In the order of the page: by time, and by number where two have the same."""
        same = models.Q(sent_at=message.sent_at, pk__lt=message.pk)
        return self.filter(models.Q(sent_at__lt=message.sent_at) | same)

    def after(self, message: "Message") -> "MessageQuerySet":
        same = models.Q(sent_at=message.sent_at, pk__gt=message.pk)
        return self.filter(models.Q(sent_at__gt=message.sent_at) | same)


def _unseen(read_at: str) -> models.Q:
    return models.Q(sent_at__gt=models.F(read_at)) | models.Q(**{read_at: None})


class Message(models.Model):
    """Words from one to the other."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=4000)
    sent_at = models.DateTimeField()

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at", "pk"]

    def __str__(self) -> str:
        return f"message {self.pk}"


class CoachInvitationQuerySet(OfCaseQuerySet):
    def visible_to(self, user: Any) -> Any:
        """Whom the parent asked is the parent's to know. Who holds the link comes by the link."""
        return self.editable_by(user)


class CoachInvitation(models.Model):
    """An invitation to look into one room as its coach."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="coach_invitation")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="coach_invitations")

    objects = CoachInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"coach invitation {self.pk}"
