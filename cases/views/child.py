"""The child's part of a room as form values and as words."""

from typing import Any

from django.utils.translation import gettext as _

from cases.models import Case


def child_values(case: Case) -> dict[str, Any]:
    return {
        "nickname": case.nickname,
        "age_group": case.age_group,
        "state": case.state,
        "version": case.version,
    }


def child_words(case: Case) -> list[tuple[str, str]]:
    """What is saved, to be read."""
    return [
        (_("Nickname"), case.nickname),
        (_("Age"), case.get_age_group_display() or _("Not told")),
        (_("State"), case.jurisdiction.name if case.jurisdiction else _("Not told")),
    ]
