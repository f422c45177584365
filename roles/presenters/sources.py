"""How we know: what we read and when, and the sources of one page, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from web.english import closed

KNOWN = {
    "verified": (gettext_lazy("We read it"), gettext_lazy("We read it, checked %(day)s")),
    "from-knowledge": (
        gettext_lazy("Not read by us yet"),
        gettext_lazy("Not read by us yet, listed %(day)s"),
    ),
}
"""How we know a fact, without and with its day: only what we read was checked."""


class Sourced(Protocol):
    """A source row or a ``SourceRef``."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Cite:
    """A numbered source. ``address`` '' when it is not on the web.

    ``version`` says which one it is, ``note`` how much of it we read; each may be ''.
    """

    number: int
    title: str
    address: str
    version: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """What leads to it from a statement."""
        return _("Source %(number)d") % {"number": self.number}


@dataclass(slots=True)
class Numbered:
    """Hands out numbers, the same one to the same source."""

    by_key: dict[str, Cite] = field(default_factory=dict)

    def cite(self, sources: Iterable[Sourced]) -> tuple[Cite, ...]:
        """The numbered sources of one statement, lowest number first."""
        for source in sources:
            if source.key not in self.by_key:
                self.by_key[source.key] = Cite(
                    len(self.by_key) + 1, source.title, source.address, source.version, source.note
                )
        return tuple(sorted({self.by_key[source.key] for source in sources}, key=lambda cite: cite.number))

    @property
    def all(self) -> tuple[Cite, ...]:
        return tuple(self.by_key.values())


def how_we_know(confidence: str, on: date | None, claim: str = "") -> str:
    """The sentences behind a statement: 'A law or rule says so. We read it, checked November 22, 2026.'"""
    return " ".join(closed(part) for part in (claim, how_known(confidence, on)) if part)


def how_known(confidence: str, on: date | None) -> str:
    """'We read it, checked November 22, 2026', 'Not read by us yet, listed ...'; '' when nothing is known."""
    undated, dated = KNOWN.get(confidence, ("", ""))
    return dated % {"day": spell(on, _("F j, Y"))} if dated and on else str(undated)
