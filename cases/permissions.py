"""Who may do what in a room."""

from typing import Any

from cases.models import Case


def can_edit(user: Any, case: Case) -> bool:
    """May this person change the room? Its owner may; a coach looks in and writes messages elsewhere."""
    return bool(getattr(user, "is_authenticated", False)) and case.owner_id == user.pk
