"""What the bottom tabs may say about messages."""

from typing import Any

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from coaching.models import Message


def unread(request: HttpRequest) -> dict[str, Any]:
    """How many messages from the other side wait. One query, and only on pages that show it."""
    user = request.user
    if not user.is_authenticated:
        return {"coach_unread": 0}
    return {"coach_unread": SimpleLazyObject(lambda: _count(user))}


def _count(user: Any) -> int:
    by_coach, by_parent = F("thread__read_by_coach_at"), F("thread__read_by_parent_at")
    for_coach = Q(thread__coach=user) & (Q(sent_at__gt=by_coach) | Q(thread__read_by_coach_at=None))
    for_parent = Q(thread__case__owner=user) & (Q(sent_at__gt=by_parent) | Q(thread__read_by_parent_at=None))
    return Message.objects.visible_to(user).exclude(author=user).filter(for_coach | for_parent).count()
