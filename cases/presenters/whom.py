"""Whom a flag's question goes to first, and how their role stands to the need."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import addressee, find
from cases.presenters.flags import FlagCard
from cases.presenters.people import Person
from cases.reader import Reading
from cases.snapshot import Cell, CellWhy, Mark


def whom_to_ask(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> tuple[Person | None, str]:
    """The person a flag's question goes to first, and why in a few words; (None, '') when nobody fits."""
    first = addressee.whom_to_ask(flag.finding, reading.coverage, team)
    return (team[first], fits(flag.need, first, reading)) if first is not None else (None, "")


def whom_about(
    need: str, reading: Reading, team: dict[int, Person], *, besides: int | None = None
) -> Person | None:
    """The person to ask about a need, as its flag, the grid and the next step name them; None: the agency.

    ``besides``: somebody who was asked already, and whose answer is there.
    """
    found = find(reading.room, reading.catalogue, reading.coverage)
    first = addressee.whom_about(need, reading.room, reading.coverage, found)
    if first is not None and first == besides:
        row = next((row for row in reading.coverage.rows if row.need == need), None)
        first = next((m for m in row.askable if m != besides), None) if row else None
    return team.get(first) if first is not None else None


FIT_WORDS = {
    Mark.LEAD: gettext_noop("Leads this now"),
    Mark.COULD: gettext_noop("The role fits"),
    Mark.HELP: gettext_noop("Can help"),
    Mark.ASK: gettext_noop("We don’t know yet"),
}


def fit_words(cell: Cell | None) -> str:
    """How a role stands to a need, in a few words; '' where it is none of this role. A no comes first."""
    if cell and cell.why is CellWhy.SAID_NO:
        return _("Said no")
    words = FIT_WORDS.get(cell.mark) if cell else None
    return _(words) if words else ""


def fits(need: str, member: int | None, reading: Reading) -> str:
    """How a person's role stands to a need, in a few words."""
    for row in reading.coverage.rows:
        for cell in row.cells:
            if row.need == need and cell.member == member:
                return fit_words(cell)
    return ""
