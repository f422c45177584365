"""What can be said. Upper apps register their kinds when they start; this app knows none of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import ngettext

from notify.models import Delivery


def _at_any_hour(delivery: Delivery, now: datetime) -> datetime | None:
    return None


@dataclass(frozen=True)
class Kind:
    """One sort of message. Subject and template hold neutral words and a link, never a name or a role.

    ``subject`` gives the words for so many things, ``template`` is the path of a text file. Beside what
    ``context`` returns it gets ``site``, the address links begin with, and ``count``, how many things this
    one mail tells.
    ``still_wanted`` is asked right before sending: may this person still see it, and is it still so?
    ``not_until`` may then name a later moment, and the row waits for it. It may be dropped, never hurried.
    With ``folds``, several due messages of this kind to one person go out as one mail.
    """

    name: str
    subject: Callable[[int], str]
    template: str
    still_wanted: Callable[[Delivery], bool]
    context: Callable[[Delivery], Mapping[str, Any]]
    folds: bool = False
    not_until: Callable[[Delivery, datetime], datetime | None] = _at_any_hour


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
