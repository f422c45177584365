"""What sentences call those a question went to."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from cases.models import Ask

THE_TEAM = marked("the team")


def whom(ask: Ask) -> str:
    """Whom the question goes to, in words."""
    return ask.member.name if ask.member else ask.to_whom or _(THE_TEAM)
