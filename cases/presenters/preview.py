"""What a pasted signature would mean in this room, before the person is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cases.coverage import cover
from cases.nearness import CARRIES
from cases.reader import Reading
from cases.snapshot import CredentialFact, MemberFact, NeedRow, TrainingFact
from cases.wording.names import short_names
from roles.decode import decode
from roles.decode.trainings import is_known_training
from roles.fit import fit
from roles.presenters.browse import Line
from roles.presenters.decoded import Part, decoded_parts

LINKING = "care-coordination"
ROLES_NAMED = 4
"""So many roles that letters could mean are told by name; the others open later."""


@dataclass(frozen=True, slots=True)
class Preview:
    """``could`` and ``helps`` are titles of needs in this room; ``child`` is whose room it is.

    ``first`` is what the person is called, '' when no name was read.
    """

    child: str
    name: str
    first: str
    parts: tuple[Part, ...]
    could: tuple[str, ...]
    helps: tuple[str, ...]
    state_matters: bool
    others: tuple[str, ...] = ()

    @property
    def explained(self) -> tuple[tuple[Part, str], ...]:
        """Each part with what it could be, '' where that is clear."""
        return tuple((part, _could_be(part.candidates)) for part in self.parts)

    @property
    def other_notes(self) -> tuple[str, ...]:
        """Who else is in the paste, and whom this form adds."""
        said = _("We also see %(other)s. Add one person at a time: this one is the first.")
        if self.name:
            said = _("We also see %(other)s. Add one person at a time: this one is %(name)s.")
        return tuple(said % {"other": other, "name": self.name} for other in self.others)

    @property
    def nothing_note(self) -> str:
        """For a paste without letters or title."""
        if self.name:
            said = _(
                "We read the name %(name)s, and no letters or title yet. "
                "You can add the person all the same, and ask."
            )
            return said % {"name": self.name}
        return _("We found no letters and no title in this. You can add the person all the same, and ask.")

    @property
    def could_note(self) -> str:
        said = _("In %(child)s’s room, this person could lead:")
        if self.first:
            said = _("In %(child)s’s room, %(name)s could lead:")
        return said % {"child": self.child, "name": self.first}

    @property
    def helps_note(self) -> str:
        said = _("In %(child)s’s room, this person can help with:")
        if self.first:
            said = _("In %(child)s’s room, %(name)s can help with:")
        return said % {"child": self.child, "name": self.first}

    @property
    def add_words(self) -> str:
        if self.first:
            return _("Add %(name)s to the room") % {"name": self.first}
        return _("Add this person to the room")


def _could_be(roles: Sequence[Line]) -> str:
    named = ", ".join(line.badge or line.name for line in roles[:ROLES_NAMED])
    if not named:
        return ""
    more = len(roles) > ROLES_NAMED
    said = _("It could be: %(roles)s or another role.") if more else _("It could be: %(roles)s.")
    return said % {"roles": named}


def _in_the_room(
    rows: Sequence[NeedRow], member: MemberFact, reading: Reading
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles of the needs they could lead, and of those they can help with."""
    could = [row.need for row in rows if row.could]
    helps = [row.need for row in rows if row.helps and not row.could and _helps(row, member, reading)]
    needs = reading.catalogue.needs
    return tuple(needs[slug].title for slug in could), tuple(needs[slug].title for slug in helps)


def _helps(row: NeedRow, member: MemberFact, reading: Reading) -> bool:
    """Is there more in their role than to link the family up? A link to medicine is no help with medicine."""
    need, catalogue, state = reading.catalogue.needs[row.need], reading.catalogue, reading.room.state
    parts = {*need.required, *need.helpful} - {LINKING}
    trainings = [(one.capability, one.name) for one in member.trainings]
    fits = (fit(catalogue, member.credentials, slug, state, trainings) for slug in parts)
    return any(result.reach in CARRIES for result in fits)


def preview(text: str, reading: Reading, *, whole: str = "") -> Preview:
    """Reads the text against the room's state and needs. Nothing is kept.

    ``whole`` is the paste it was taken from: who else is in it is only said.
    """
    catalogue, room = reading.catalogue, reading.room
    decoded = decode(text, catalogue, room.state)
    parts = decoded_parts(decoded, catalogue)
    letters = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in decoded.credentials)
    trained = tuple(
        TrainingFact(t.capability, t.text, known=is_known_training(t.text, t.capability, catalogue))
        for t in decoded.trainings
        if t.capability
    )
    member = MemberFact(0, "", decoded.name, letters, trained)
    alone = replace(room, members=(member,), agreements=(), asks=())
    could, helps = _in_the_room(cover(alone, catalogue).rows, member, reading)
    return Preview(
        child=room.child,
        name=parts.name,
        first=short_names([parts.name])[0] if parts.name else "",
        parts=parts.parts,
        could=could,
        helps=helps,
        state_matters=parts.state_matters and not room.state,
        others=decode(whole, catalogue).others if whole else decoded.others,
    )
