"""What to do tonight, beside every question about a safety need that nobody leads yet."""

from __future__ import annotations

from django.utils.translation import gettext as _


def for_tonight() -> str:
    """Whoever is on the team: no answer about roles comes before the morning."""
    return _(
        "For tonight: in danger, call 911. To talk it through, call or text 988. "
        "Ask them for a safety plan for now."
    )
