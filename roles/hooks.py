"""Where an upper app may say who in the reader's own rooms has a role. Empty until somebody registers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class InRoom:
    """One person in one of the reader's rooms who has a role. ``note`` is an extra sentence or ''."""

    role: str
    name: str
    initials: str
    room: str
    address: str
    note: str = ""


Provider = Callable[[Any, Collection[str]], Iterable[InRoom]]

in_your_room: list[Provider] = []
"""Callables ``(user, role slugs) -> InRoom values``, registered in an app's ``ready()``.

Each asks the database at most twice, however many rooms, people or roles there are, and looks only at
rows the user may see.
"""


def people_with(user: Any, roles: Collection[str]) -> tuple[InRoom, ...]:
    """Everybody in the rooms of a signed-in user who has one of the roles; nobody for a visitor."""
    if not roles or not user.is_authenticated:
        return ()
    return tuple(person for provider in in_your_room for person in provider(user, roles))
