"""What an answer, or its undo, left as it is: letters it did not tell, and facts that were changed since."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.models import Ask
from cases.presenters.questions import is_off, left_unanswered
from cases.wording.names import whom
from web.english import filled, owner

LEFT: dict[str, str] = {
    "agreed": gettext_noop("What %(name)s said about %(need)s was changed since, so it stays as it is."),
    "supervisor": gettext_noop("The name of %(whose)s supervisor was changed since, so it stays as it is."),
    "believed": gettext_noop("What you think %(name)s is was changed since, so it stays as it is."),
    "letters": gettext_noop("What we know of %(whose)s letters was changed since, so it stays as it is."),
    "trainings": gettext_noop("What we know of %(whose)s training was changed since, so it stays as it is."),
    "scope": gettext_noop("What %(whose)s role covers was told since by others, so it stays as it is."),
}
"""A sentence for each fact an answer can tell."""


def left_by_undo(ask: Ask) -> str:
    """Each of them in a sentence; '' when all was taken back."""
    return " ".join(filled(_(LEFT[fact]), _named(ask, fact)) for fact in ask.left)


def nobody_waits(ask: Ask, needs: Collection[str]) -> str:
    """An answer that was undone, of somebody who has left since or about a need that is off the list; ''
    where it is waited for. ``needs``: those that are picked."""
    if is_off(ask, needs):
        return _("Undone. The need is off the list, so no answer is waited for.")
    if not left_unanswered(ask):
        return ""
    return filled(_("Undone. %(name)s has left the team, so no answer will come."), {"name": whom(ask)})


def _named(ask: Ask, fact: str) -> dict[str, str]:
    """Who leads is told of the person asked, the rest of the one the flag is about."""
    about = ask.member if fact == "agreed" else ask.flag and ask.flag.member
    name = about.name if about else ask.to_whom
    return {"name": name, "whose": owner(name), "need": ask.need.noun if ask.need else ""}


def letters_left(ask: Ask, letters: str) -> str:
    """Words that are no letters we know are kept with the answer; '' when the letters were written down."""
    about = ask.flag and ask.flag.member
    if "letters" not in ask.left or not about:
        return ""
    told = _(
        "We kept “%(words)s” with the answer. We see no letters we know in it. "
        "So what we know of %(whose)s letters stays as it is. You can change it on their page."
    )
    return filled(told, {"words": letters, "whose": owner(about.name)})
