"""The outbox: what is to be said, to whom, once. Written in the transaction that earned it, sent later."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def claimable(self, now: datetime) -> "DeliveryQuerySet":
        """Due and not yet sent: no time window, so a day without a worker loses nothing."""
        return self.filter(
            Q(state=Delivery.State.WAITING, not_before__lte=now)
            | Q(state=Delivery.State.SENDING, lease_until__lte=now)
        )


class Delivery(models.Model):
    """One message to one person about one event, at one stage. Holds ids, never words about a child."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        FOLDED = "folded", "told in another mail to the same person"
        DROPPED = "dropped", "no longer wanted"
        DEAD = "dead", "given up after 8 tries"

    UNDER_WAY = (State.WAITING, State.SENDING)
    TOLD = (State.SENT, State.FOLDED)

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="deliveries"
    )
    to_email = models.EmailField(blank=True, help_text="Only for someone invited who has no account yet.")
    kind = models.CharField(max_length=60)
    event = models.CharField(max_length=80, help_text="What started the clock, such as ask-event:12.")
    stage = models.PositiveSmallIntegerField(default=0)
    dedupe_key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField(default=dict, help_text="Ids only.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    not_before = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    claim = models.CharField(
        max_length=32, blank=True, help_text="Which run holds it; a late run marks nothing."
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    turned_away_since = models.DateTimeField(
        null=True, blank=True, help_text="Since when the mail server says: not now, try later."
    )
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=80, blank=True, help_text="Kind of the last error, no content.")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "event", "stage"], name="notify_delivery_once_per_stage"
            ),
            models.CheckConstraint(
                condition=Q(recipient__isnull=False) | ~Q(to_email=""), name="notify_delivery_has_someone"
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before"], name="notify_due", condition=Q(state__in=["waiting", "sending"])
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Heartbeat(models.Model):
    """When a recurring job last finished; ``/readyz`` reads it."""

    name = models.CharField(max_length=60, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
