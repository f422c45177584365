"""What a pasted signature would mean in this room, before the person is added."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cases.coverage import cover
from cases.reader import Reading
from cases.snapshot import CredentialFact, MemberFact
from cases.wording.names import short_names
from roles.decode import decode
from roles.presenters.decoded import Part, decoded_parts


@dataclass(frozen=True, slots=True)
class Preview:
    """``could`` and ``helps`` are titles of needs in this room."""

    name: str
    first: str
    parts: tuple[Part, ...]
    could: tuple[str, ...]
    helps: tuple[str, ...]
    state_matters: bool
    others: tuple[str, ...] = ()


def preview(text: str, reading: Reading, *, whole: str = "") -> Preview:
    """Reads the text against the room's state and needs. Nothing is kept.

    ``whole`` is the paste it was taken from: who else is in it is only said.
    """
    catalogue, room = reading.catalogue, reading.room
    decoded = decode(text, catalogue, room.state)
    parts = decoded_parts(decoded, catalogue)
    letters = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in decoded.credentials)
    trained = tuple((t.capability, t.text) for t in decoded.trainings if t.capability)
    alone = replace(
        room, members=(MemberFact(0, "", decoded.name, letters, trained),), agreements=(), asks=()
    )
    rows = cover(alone, catalogue).rows
    return Preview(
        name=parts.name,
        first=short_names([parts.name])[0] if parts.name else "",
        parts=parts.parts,
        could=tuple(catalogue.needs[row.need].title for row in rows if row.could),
        helps=tuple(catalogue.needs[row.need].title for row in rows if row.helps and not row.could),
        state_matters=parts.state_matters and not room.state,
        others=decode(whole, catalogue).others if whole else decoded.others,
    )
