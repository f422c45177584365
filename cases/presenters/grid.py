"""The grid: needs down, people across, one of five marks in each cell."""

from __future__ import annotations

from dataclasses import dataclass

from cases.presenters.people import Person
from cases.reader import Reading
from cases.wording import Voice
from cases.wording.grid import say_row
from cases.wording.names import names_in


@dataclass(frozen=True, slots=True)
class GridRow:
    """One need. ``marks`` are in the order of the grid's people."""

    slug: str
    title: str
    gap: bool
    words: str
    marks: tuple[str, ...]

    @property
    def icon(self) -> str:
        return "armchair" if self.gap else "check"


@dataclass(frozen=True, slots=True)
class Grid:
    people: tuple[Person, ...]
    rows: tuple[GridRow, ...]

    @property
    def empty(self) -> tuple[GridRow, ...]:
        return tuple(row for row in self.rows if row.gap)


def grid(reading: Reading, team: dict[int, Person], voice: Voice) -> Grid:
    """The grid of one reading, rows as coverage orders them."""
    called = names_in(reading.room)
    rows = []
    for row in reading.coverage.rows:
        marks = {cell.member: cell.mark.value for cell in row.cells}
        rows.append(
            GridRow(
                slug=row.need,
                title=reading.catalogue.needs[row.need].title,
                gap=not row.has_lead,
                words=say_row(row, called, voice),
                marks=tuple(marks[member] for member in team),
            )
        )
    return Grid(people=tuple(team.values()), rows=tuple(rows))
