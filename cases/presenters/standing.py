"""What one person leads, said yes to and could lead, in words: on their page and in the list of the team."""

from __future__ import annotations

from dataclasses import dataclass, fields

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.presenters.people import Person
from cases.reader import Reading
from cases.snapshot import Cell, CellWhy, Mark

SHOWN = (
    gettext_noop("Leads: %(needs)s."),
    gettext_noop("Said yes to leading: %(needs)s. Who supervises the work is open."),
    gettext_noop("Said yes to leading: %(needs)s. The training for it is open."),
    gettext_noop("Said yes to leading: %(needs)s. Whether the role covers it is open."),
    gettext_noop("Said yes to leading: %(needs)s. To lead it takes another role."),
    gettext_noop("Said yes to a part of: %(needs)s. The rest is open."),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Titles of needs. Said yes to: ``backing`` waits for who supervises it, ``training`` for a training,
    ``role`` for what the role covers; ``beyond`` it lies what takes another role; ``parts`` are led by nobody
    as a whole."""

    leads: tuple[str, ...] = ()
    backing: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    could: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """A sentence for what is led and one for each kind of yes that waits; () without any."""
        kinds = (self.leads, self.backing, self.training, self.role, self.beyond, self.parts)
        said = zip(kinds, SHOWN, strict=True)
        return tuple(_(words) % {"needs": ", ".join(needs)} for needs, words in said if needs)

    def told(self, person: Person) -> str:
        """All of it; what they could lead only as long as they lead nothing."""
        could = _("Could lead: %(needs)s. Not asked yet, or not agreed yet.")
        said = [*self.shown]
        if self.could and not self.leads:
            said.append(could % {"needs": ", ".join(self.could)})
        if said:
            return " ".join(said)
        if person.unclear and person.waits:
            return _("What these letters mean depends on the state. It is not told yet.")
        if person.unclear:
            return _("We can’t tell yet what this role is set up to do.")
        return _("Leads nothing in this room yet. Helping counts too.")


PLACES = tuple(field.name for field in fields(Standing))
SAID_YES = {
    CellWhy.AGREED_PART: "parts",
    CellWhy.SUPERVISOR_OPEN: "backing",
    CellWhy.AGREED_OPEN: "training",
    CellWhy.AGREED_BEYOND: "beyond",
}


def standing(member: int, reading: Reading) -> Standing:
    """How one person of the team stands to the needs of the room; empty for who has left."""
    found: dict[str, list[str]] = {place: [] for place in PLACES}
    for row in reading.coverage.rows:
        cell = next((c for c in row.cells if c.member == member), None)
        if cell and (place := _place(cell, reading.room.agreement(member, row.need))):
            found[place].append(reading.catalogue.needs[row.need].title)
    return Standing(*(tuple(found[place]) for place in found))


def _place(cell: Cell, kind: str) -> str:
    if cell.mark is Mark.LEAD:
        return "leads"
    if kind == "agreed":
        return SAID_YES.get(cell.why, "role")
    return "could" if cell.mark is Mark.COULD and kind != "declined" else ""
