"""Where the main navigation leads, for someone in a room, signed in, or passing by."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """One entry of the main navigation."""

    key: str
    title: str
    icon: str
    href: str
    current: bool

    @property
    def tells_news(self) -> bool:
        """Does it say how many messages wait? Not to somebody who is reading them."""
        return self.key == "coach" and not self.current


Entry = tuple[str, Any, str, str, str]  # key, title, icon, address inside a room, address without one
PARENT = (
    ("room", _("Room"), "sofa", "cases:room", "cases:continue"),
    ("ask", _("Questions"), "message-circle-question-mark", "cases:questions", "cases:continue"),
    ("log", _("Log"), "notebook-pen", "cases:log", ""),
    ("look", _("Look up"), "search", "", "roles:list"),
    ("coach", _("Coach"), "message-circle", "coaching:room_thread", "coaching:home"),
)
FAMILIES = ("desk", _("Families"), "users", "", "coaching:desk")
COACH = (
    FAMILIES,
    ("coach", _("Messages"), "message-circle", "coaching:room_thread", "coaching:home"),
    ("look", _("Look up"), "search", "", "roles:list"),
)
OF_A_PARENT = frozenset({"room", "ask", "log"})  # pages that only speak of one's own rooms, when none is open
CURATOR = (
    ("desk", _("Catalogue"), "list", "", "admin:roles_role_changelist"),
    ("look", _("Look up"), "search", "", "roles:list"),
)
VISITOR = (
    ("home", _("Home"), "house", "", "home"),
    ("look", _("Look up"), "search", "", "roles:list"),
    ("signin", _("Sign in"), "log-in", "", "account_login"),
)


def _address(in_room: str, otherwise: str, room: Any) -> str:
    """The address of an entry; empty when this part of the site does not exist."""
    try:
        if in_room and room is not None:
            return reverse(in_room, args=[room.key])
        return reverse(otherwise) if otherwise else ""
    except NoReverseMatch:
        return ""


def _entries(user: Any, room: Any, here: str) -> tuple[Entry, ...]:
    """By the side this person is on here: a coach may be a parent too, with a room of their own."""
    if not getattr(user, "is_authenticated", False):
        return VISITOR
    mine = here in OF_A_PARENT if room is None else room.is_of(user)
    if mine:
        return (*PARENT, FAMILIES) if user.is_coach else PARENT
    if user.is_coach:
        return COACH
    return CURATOR if user.is_curator else PARENT


def places(*, here: str, path: str, room: Any, user: Any) -> list[Place]:
    """The entries that lead somewhere for this person, in their fixed order.

    A page says where it is by ``here``; one that does not is where the longest matching address leads.
    """
    found = [
        (key, title, icon, _address(inside, outside, room))
        for key, title, icon, inside, outside in _entries(user, room, here)
    ]
    around = [
        href for _, _, _, href in found if href and (path == href or (href != "/" and path.startswith(href)))
    ]
    nearest = max(around, key=len, default=None)
    return [
        Place(key, str(title), icon, href, current=key == here if here else href == nearest)
        for key, title, icon, href in found
        if href
    ]
