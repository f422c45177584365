"""What one person leads, said yes to and could lead, in words: on their page and in the list of the team."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.presenters.people import Person
from cases.reader import Reading
from cases.snapshot import Cell, CellWhy, Mark


@dataclass(frozen=True, slots=True)
class Standing:
    """Titles of needs. ``agreed``: said yes, and something still keeps the chair open; ``parts``: said yes
    to a part, and nobody to the rest."""

    leads: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    could: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """A sentence for what is led and one for each kind of yes that waits; () without any."""
        leads = _("Leads: %(needs)s.") % {"needs": ", ".join(self.leads)} if self.leads else ""
        parts = _("Said yes to a part of: %(needs)s. The rest is open.") % {"needs": ", ".join(self.parts)}
        return tuple(filter(None, (leads, self._agreed(), parts if self.parts else "")))

    def _agreed(self) -> str:
        if not self.agreed:
            return ""
        said = ngettext(
            "Said yes to leading: %(needs)s. One thing is open.",
            "Said yes to leading: %(needs)s. Some things are open.",
            len(self.agreed),
        )
        return said % {"needs": ", ".join(self.agreed)}

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


def standing(member: int, reading: Reading) -> Standing:
    """How one person of the team stands to the needs of the room; empty for who has left."""
    found: dict[str, list[str]] = {"leads": [], "agreed": [], "parts": [], "could": []}
    for row in reading.coverage.rows:
        cell = next((c for c in row.cells if c.member == member), None)
        if cell and (place := _place(cell, reading.room.agreement(member, row.need))):
            found[place].append(reading.catalogue.needs[row.need].title)
    return Standing(*(tuple(found[place]) for place in found))


def _place(cell: Cell, kind: str) -> str:
    if cell.mark is Mark.LEAD:
        return "leads"
    if kind == "agreed":
        return "parts" if cell.why is CellWhy.AGREED_PART else "agreed"
    return "could" if cell.mark is Mark.COULD and kind != "declined" else ""
