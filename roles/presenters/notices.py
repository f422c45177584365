"""What to keep in mind about everything we say: the limits we name plainly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roles.models import Notice
from roles.presenters.sources import Cite, Numbered, how_we_know


@dataclass(frozen=True, slots=True)
class NoticeLine:
    title: str
    text: str
    known: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Notices:
    lines: tuple[NoticeLine, ...]
    sources: tuple[Cite, ...]


def notices(rows: Iterable[Notice], on: date | None) -> Notices:
    """``rows`` come with their sources; ``on`` is the day the facts were checked."""
    numbered = Numbered()
    return Notices(tuple(_line(row, numbered, on) for row in rows), numbered.all)


def _line(row: Notice, numbered: Numbered, on: date | None) -> NoticeLine:
    """What we say of ourselves without a source is not something to be read anywhere."""
    cites = numbered.cite(row.sources.all())
    return NoticeLine(row.title, row.text, how_we_know(row.confidence, on) if cites else "", cites)
