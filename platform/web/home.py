"""The door the home page holds open for whoever comes: their own place on this site, or a first room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Door:
    """``title`` stands above it, ``hint`` below that ('' for none); the button has ``words`` and ``icon``."""

    title: str
    hint: str
    href: str
    icon: str
    words: str


def door(user: Any) -> Door:
    """Asks the database once, and only for a parent: is there a room already?"""
    if not user.is_authenticated:
        return _of_a_visitor()
    if user.is_coach:
        href = reverse("coaching:desk")
        return Door(_("Your families"), "", href, "users", _("Go to your families"))
    if user.is_curator:
        href = reverse("admin:roles_role_changelist")
        return Door(_("The catalogue is here"), "", href, "list", _("Go to the catalogue"))
    href = reverse("cases:continue")
    if user.cases.exists():
        return Door(_("Your room is here"), "", href, "sofa", _("Go to your room"))
    hint = _(
        "Did a family invite you to be their coach? Open the link in your mail again. It brings you to them."
    )
    return Door(_("You are signed in"), hint, href, "armchair", _("Start a room"))


def _of_a_visitor() -> Door:
    hint = _(
        "Put the people who help round one table. See which chairs are empty. Get the words to ask. "
        "It takes about five minutes."
    )
    href = reverse("account_signup")
    return Door(_("Make a room for your child"), hint, href, "armchair", _("Start a room"))
