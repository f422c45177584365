"""The states: what each calls its helpers, where to look a licence up, and what is easy to mix up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from roles.catalogue import Catalogue, CollisionInfo
from roles.models import Board, StateTitle
from roles.presenters.elsewhere import MeaningByState, spelled
from roles.presenters.sources import Cite, Numbered, how_we_know


@dataclass(frozen=True, slots=True)
class TitleLine:
    term: str
    meaning: str
    known: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A place to look a licence up. ``address`` '' when we have none."""

    name: str
    address: str
    note: str
    known: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    code: str
    name: str
    tiers: tuple[tuple[str, tuple[TitleLine, ...]], ...]
    traps: tuple[TitleLine, ...]
    boards: tuple[BoardLine, ...]
    collisions: tuple[MeaningByState, ...]
    sources: tuple[Cite, ...]


def choices(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """(code, name) of every state, by name."""
    return tuple(sorted(((c, n) for c, n in catalogue.states.items() if c != "US"), key=lambda pair: pair[1]))


def in_state(code: str) -> str:
    """What takes the reader's state along to another page; '' when none was told."""
    return f"?state={code}" if code else ""


def collisions(catalogue: Catalogue) -> tuple[MeaningByState, ...]:
    """Every group of letters that changes its meaning, states spelled out."""
    return tuple(spelled(collision, catalogue.states) for collision in catalogue.collisions.values())


def titles_naming(words: Sequence[str]) -> QuerySet[StateTitle]:
    """The states' titles that hold one of the words, with their states."""
    holds = reduce(or_, (Q(term__icontains=word) for word in words))
    return (
        StateTitle.objects.filter(holds)
        .select_related("jurisdiction")
        .order_by("jurisdiction__name", "position")
    )


def state_page(
    catalogue: Catalogue, code: str, *, titles: Iterable[StateTitle], boards: Iterable[Board]
) -> StatePage:
    """Puts a state's page together; ``titles`` and ``boards`` come with their sources."""
    numbered, rows = Numbered(), tuple(titles)

    def of(tier: str) -> tuple[TitleLine, ...]:
        return tuple(_title_line(row, numbered, catalogue.checked_on) for row in rows if row.tier == tier)

    kinds = StateTitle.Tier
    tiers = tuple(
        (str(tier.label), of(tier)) for tier in (kinds.SUPPORT, kinds.PRE_LICENSE, kinds.INDEPENDENT)
    )
    return StatePage(
        code=code,
        name=catalogue.states[code],
        tiers=tuple((label, lines) for label, lines in tiers if lines),
        traps=of(kinds.TRAP),
        boards=tuple(_board_line(board, numbered, catalogue.checked_on) for board in boards),
        collisions=tuple(
            spelled(c, catalogue.states) for c in catalogue.collisions.values() if _speaks_of(c, code)
        ),
        sources=numbered.all,
    )


def _title_line(row: StateTitle, numbered: Numbered, on: date | None) -> TitleLine:
    return TitleLine(row.term, row.meaning, how_we_know(row.confidence, on), numbered.cite(row.sources.all()))


def _board_line(board: Board, numbered: Numbered, on: date | None) -> BoardLine:
    known, cites = how_we_know(board.confidence, on), numbered.cite(board.sources.all())
    return BoardLine(board.name, board.address, board.note, known, cites)


def _speaks_of(collision: CollisionInfo, code: str) -> bool:
    """Is the state one of those the readings name?"""
    return any(code in reading.states for reading in collision.readings)
