"""Where an upper app may add a card to the side of the room. Empty until somebody registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cases.models import Case


@dataclass(frozen=True, slots=True)
class SideNote:
    """One note beside the room, such as the coach's last message. ``when`` in words; ``address`` leads on."""

    title: str
    name: str
    initials: str
    text: str
    address: str
    link: str
    when: str = ""


Provider = Callable[[Any, Case], Iterable[SideNote]]

room_side: list[Provider] = []
"""Callables ``(user, case) -> SideNote values``, registered in an app's ``ready()``.

Each asks the database once, and only for rows the user may see.
"""


def beside_the_room(user: Any, case: Case) -> tuple[SideNote, ...]:
    """Every note to show beside this room, in the order the apps registered."""
    return tuple(note for provider in room_side for note in provider(user, case))
