"""Whom a flag's question goes to first, and how their role stands to the need."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import TABLE
from cases.mismatch.rules import Asks
from cases.presenters.flags import FlagCard
from cases.presenters.people import Person
from cases.reader import Reading
from cases.snapshot import Cell, CellWhy, Mark


def whom_to_ask(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> tuple[Person | None, str]:
    """The person a flag's question goes to first, and why in a few words; (None, '') when nobody fits.

    What the plan asks of a helper is a question for those who made the plan, not for the helper. What
    everybody here said no to is one for the agency. Of some, whoever leads what it is about is asked.
    """
    asks = TABLE[flag.rule].asks
    if asks in (Asks.PLANNERS, Asks.AGENCY):
        return None, ""
    if flag.member in team:
        return team[flag.member], fits(flag.need, flag.member, reading)
    if asks is Asks.MEMBER:
        return None, ""
    first = _leads(flag, team) if asks is Asks.LEADS else None
    first = first if first is not None else _nearest(flag.need, reading)
    return (team[first], fits(flag.need, first, reading)) if first is not None else (None, "")


def _leads(flag: FlagCard, team: dict[int, Person]) -> int | None:
    """Whoever leads what it is about, as the rules found it, else whoever they say can help with it."""
    lists = (flag.finding.params.get(name) for name in ("leads", "helpers"))
    people = [member for found in lists if isinstance(found, list) for member in found]
    return next((member for member in people if member in team), None)


def _nearest(need: str, reading: Reading) -> int | None:
    row = next((row for row in reading.coverage.rows if row.need == need), None)
    return row.askable[0] if row and row.askable else None


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
