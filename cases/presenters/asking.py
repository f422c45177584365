"""Putting a question: whom it can go to, and the links that carry its words."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.presenters.flags import FlagCard
from cases.presenters.people import Person
from cases.presenters.whom import fit_words, whom_to_ask
from cases.reader import Reading
from cases.snapshot import Cell, CellWhy, Mark
from cases.wording.messages import subject

AGENCY = "agency"
THE_AGENCY = gettext_noop("The agency")
SUPERVISOR = "sup-"
FIT_ORDER = (Mark.COULD, Mark.LEAD, Mark.HELP, Mark.ASK, Mark.NONE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One answer to "Who will you ask?". ``value`` is a member's key, 'sup-' and a key, or 'agency'."""

    value: str
    name: str
    badge: str = ""
    note: str = ""
    member: int | None = None


def recipients(reading: Reading, team: dict[int, Person], need: str, *, first: str = "") -> list[Recipient]:
    """Everybody who can be asked: those who fit the need first, then named supervisors, then the agency."""
    row = next((row for row in reading.coverage.rows if row.need == need), None)
    cells = {cell.member: cell for cell in row.cells} if row else {}
    order = sorted(team, key=lambda m: (team[m].key != first, _place(cells.get(m))))
    found = [Recipient(team[m].key, team[m].short, team[m].badge, fit_words(cells.get(m)), m) for m in order]
    agency = Recipient(AGENCY, _(THE_AGENCY), note=_("If you don’t know who"))
    return [*found, *_supervisors(reading, team), agency]


def _place(cell: Cell | None) -> int:
    """Who fits comes first, and who said no comes last, however well the role fits."""
    if cell and cell.why is CellWhy.SAID_NO:
        return len(FIT_ORDER)
    if cell and cell.part:
        return FIT_ORDER.index(Mark.HELP)
    return FIT_ORDER.index(cell.mark if cell else Mark.NONE)


def _supervisors(reading: Reading, team: dict[int, Person]) -> list[Recipient]:
    named = {m.supervisor_name: m for m in reversed(reading.room.members) if m.supervisor_name}
    return [
        Recipient(f"{SUPERVISOR}{m.key}", name, note=_("Supervisor of %(name)s") % {"name": team[m.id].short})
        for name, m in reversed(named.items())
    ]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a question goes to first. ``person`` is None for a supervisor and for the agency.

    ``value`` is the choice that stands for them among ``recipients``; ``note`` says why in a few words.
    """

    value: str
    name: str
    person: Person | None = None
    note: str = ""

    @property
    def spoken(self) -> str:
        """The name inside a sentence."""
        return self.person.short if self.person else _("the agency") if self.value == AGENCY else self.name


def addressee(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> Addressee:
    """The person a flag's question is for, else the supervisor of the one it names, else the agency."""
    person, note = whom_to_ask(flag, reading, team)
    if person:
        return Addressee(person.key, person.short, person, note)
    named = next((m for m in reading.room.members if m.id == flag.member and m.supervisor_name), None)
    if named:
        boss = next(r for r in _supervisors(reading, team) if r.name == named.supervisor_name)
        return Addressee(boss.value, boss.name, note=boss.note)
    return Addressee(AGENCY, _(THE_AGENCY))


def mail_link(text: str) -> str:
    """A mail with these words, to nobody yet: the parent picks the address in their own mail program."""
    return f"mailto:?subject={quote(subject())}&body={quote(text)}"


def text_link(text: str) -> str:
    return f"sms:?&body={quote(text)}"
