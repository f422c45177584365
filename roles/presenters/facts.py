"""The sourced sentences about a role, in the groups the page shows them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roles.models import RoleFact
from roles.presenters.sources import Cite, Numbered, how_we_know
from roles.presenters.words import FACTS, MARKS, MAY, MAY_VALUES


@dataclass(frozen=True, slots=True)
class FactLine:
    """A titled fact. ``word`` and ``mark`` are '' where the fact is no yes or no."""

    title: str
    text: str
    known: str
    cites: tuple[Cite, ...]
    word: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    training: tuple[FactLine, ...]
    may: tuple[FactLine, ...]
    mistakes: tuple[FactLine, ...]
    codes: tuple[FactLine, ...]
    billing: tuple[FactLine, ...]
    others: tuple[FactLine, ...]

    @property
    def on_a_bill(self) -> tuple[FactLine, ...]:
        return (*self.billing, *self.codes)


def grouped(facts: Iterable[RoleFact], numbered: Numbered, checked_on: date | None) -> Facts:
    """The facts of one revision, which come with their sources. ``checked_on``: the catalogue's day."""
    rows, kinds = tuple(facts), RoleFact.Group

    def of(group: RoleFact.Group) -> tuple[FactLine, ...]:
        return tuple(_line(fact, numbered, checked_on) for fact in rows if fact.group == group)

    return Facts(
        training=of(kinds.FACT),
        may=of(kinds.AUTHORITY),
        mistakes=of(kinds.MISTAKE),
        codes=of(kinds.CODE),
        billing=of(kinds.BILLING),
        others=of(kinds.OTHER),
    )


def _line(fact: RoleFact, numbered: Numbered, checked_on: date | None) -> FactLine:
    look, word = MAY_VALUES.get(fact.value, ("", fact.value))
    title = str(FACTS.get(fact.key) or MAY.get(fact.key) or fact.key)
    known = how_we_know(fact.confidence, checked_on)
    return FactLine(
        title, fact.text, known, numbered.cite(fact.sources.all()), str(word), MARKS.get(look, "")
    )
