"""The outbox for the people who run the site: what waits, what was given up, and "try again"."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from notify.models import Delivery, DeliveryQuerySet
from notify.services import requeue
from web.clock import now


@admin.register(Delivery)
class DeliveryAdmin(admin.ModelAdmin):
    """Read-only. Addresses are left out: who runs the site need not know whom it writes to."""

    list_display = ("pk", "kind", "stage", "state", "not_before", "attempts", "trouble", "sent_at")
    list_filter = ("state", "kind")
    ordering = ("-not_before",)
    exclude = ("to_email", "payload", "dedupe_key", "claim")
    actions = ("try_again",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_requeue_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("notify.change_delivery")

    @admin.action(description="Try again what was given up", permissions=["requeue"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> None:
        dead = Delivery.objects.filter(pk__in=queryset.values("pk"), state=Delivery.State.DEAD)
        self.log_actions_of(request, dead)
        count = requeue(deliveries=dead, at=now())
        self.message_user(request, f"{count} will be tried again.", messages.SUCCESS)

    def log_actions_of(self, request: HttpRequest, rows: DeliveryQuerySet) -> None:
        """Who asked for it stays on record."""
        for row in rows:
            self.log_change(request, row, "Tried again.")
