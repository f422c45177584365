"""What the bottom tabs may say about messages."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from coaching.models import Message


def unread(request: HttpRequest) -> dict[str, Any]:
    """How many messages from the other side wait. One query, and only on pages that show it."""
    user = request.user
    if not user.is_authenticated:
        return {"coach_unread": 0}
    return {"coach_unread": SimpleLazyObject(lambda: Message.objects.unread_by(user).count())}
