"""What can be said. Upper apps register their kinds when they start; this app knows none of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import ngettext

from notify.models import Delivery


def _always(delivery: Delivery) -> bool:
    return True


def _no_words(delivery: Delivery) -> Mapping[str, Any]:
    return {}


def at_any_hour(delivery: Delivery, now: datetime) -> datetime | None:
    return None


class Door(NamedTuple):
    """What is asked of each row right before it leaves.

    ``still_wanted``: may this person still see it, and is it still so? ``not_until`` may then name a later
    moment, and the row waits for it. It may be dropped, never hurried. ``context``: what the template gets.
    """

    still_wanted: Callable[[Delivery], bool]
    not_until: Callable[[Delivery, datetime], datetime | None]
    context: Callable[[Delivery], Mapping[str, Any]]


@dataclass(frozen=True)
class Kind:
    """One sort of message. Subject and template hold neutral words and a link, never a name or a role.

    ``subject`` gives the words for so many things, ``template`` is the path of a text file. Beside what
    ``context`` returns it gets ``site``, the address links begin with, and ``count``, how many things this
    one mail tells.
    A kind that looks into rows to answer what is asked at the ``Door`` gives ``together``: it makes the door
    of a whole batch, and reads what all of it needs with as many queries as one row takes.
    With ``folds``, several due messages of this kind to one person go out as one mail.
    """

    name: str
    subject: Callable[[int], str]
    template: str
    still_wanted: Callable[[Delivery], bool] = _always
    context: Callable[[Delivery], Mapping[str, Any]] = _no_words
    folds: bool = False
    not_until: Callable[[Delivery, datetime], datetime | None] = at_any_hour
    together: Callable[[Sequence[Delivery], datetime], Door] | None = None

    def door(self, rows: Sequence[Delivery], now: datetime) -> Door:
        if self.together:
            return self.together(rows, now)
        return Door(self.still_wanted, self.not_until, self.context)


def open_items(count: int) -> str:
    """The subject of a mail that says no more than that something is open."""
    return ngettext("You have %(count)s open item", "You have %(count)s open items", count) % {"count": count}


class UnknownKind(LookupError):
    """A row names a kind that no installed app registered."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; a second one under the same name is a mistake in the code."""
    if _kinds.get(kind.name, kind) != kind:
        raise ValueError(f"Two kinds of message are called {kind.name!r}.")
    _kinds[kind.name] = kind


def find(name: str) -> Kind:
    """The kind of that name. Raises ``UnknownKind``."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKind(name) from None


def folding() -> frozenset[str]:
    """Names of the kinds whose messages share a mail."""
    return frozenset(kind.name for kind in _kinds.values() if kind.folds)
