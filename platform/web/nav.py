"""Where the main navigation leads, for someone in a room, signed in, or passing by."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Place:
    """One entry of the main navigation."""

    key: str
    title: str
    icon: str
    href: str
    current: bool


ENTRIES = (
    # key, title, icon, address inside a room, address without one
    ("room", "Room", "sofa", "cases:room", "cases:continue"),
    ("ask", "Questions", "message-circle-question-mark", "cases:questions", "cases:continue"),
    ("log", "Log", "notebook-pen", "cases:log", ""),
    ("look", "Look up", "search", "", "roles:list"),
    ("coach", "Coach", "message-circle", "coaching:room_thread", "coaching:home"),
)
VISITOR = (
    ("home", "Home", "house", "", "home"),
    ("look", "Look up", "search", "", "roles:list"),
    ("signin", "Sign in", "log-in", "", "account_login"),
)


def _address(in_room: str, otherwise: str, room: Any) -> str:
    """The address of an entry; empty when this part of the site does not exist."""
    try:
        if in_room and room is not None:
            return reverse(in_room, args=[room.key])
        return reverse(otherwise) if otherwise else ""
    except NoReverseMatch:
        return ""


def places(*, here: str, room: Any, signed_in: bool) -> list[Place]:
    """The entries that lead somewhere, in their fixed order."""
    entries = ENTRIES if signed_in else VISITOR
    found = [
        Place(key, title, icon, _address(inside, outside, room), key == here)
        for key, title, icon, inside, outside in entries
    ]
    return [place for place in found if place.href]
