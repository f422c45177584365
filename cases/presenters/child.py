"""The child in a few words, for readers who look in."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.models import Case


def about_child(case: Case) -> str:
    """'Age 6 to 11, Oregon', as far as it was told; '' when nothing was."""
    state = case.jurisdiction.name if case.jurisdiction else ""
    if not case.age_group:
        return state
    told = _("Age %(age)s, %(state)s") if state else _("Age %(age)s")
    return told % {"age": case.get_age_group_display(), "state": state}
