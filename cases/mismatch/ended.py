"""Why a question needs no answer any more that nobody answered: what it was about is gone from the room."""

from __future__ import annotations

from enum import StrEnum

from cases.mismatch.asking import STATE
from cases.mismatch.finding import Finding
from cases.snapshot import RoomSnapshot


class Ended(StrEnum):
    """What is gone; '' where a code is kept stands for nothing: what was asked about is settled."""

    NEED = "need"
    LEFT = "left"
    STATE = "state"


ANY, ALL = ("people",), ("by", "helpers", "asks")
"""The params that name whom a finding rests on: on every one of them, or on one of them at least."""


def why_ended(found: Finding, room: RoomSnapshot, *, moved: bool) -> Ended | None:
    """Of a finding that is not there any more; None where its facts were told.

    ``moved``: the family's state is another one. Told for the first time it may be what was asked for.
    """
    if found.need and found.need not in room.needs:
        return Ended.NEED
    if who_left(found, room):
        return Ended.LEFT
    return Ended.STATE if moved and found.why != STATE else None


def who_left(found: Finding, room: RoomSnapshot) -> list[int]:
    """Whom the finding was about or rested on, and who is not in the room; [] while it could be asked."""
    here = {member.id for member in room.members}
    if found.member is not None and found.member not in here:
        return [found.member]
    for names, enough in ((ANY, any), (ALL, all)):
        for people in filter(None, (_people(found, name) for name in names)):
            gone = [member for member in people if member not in here]
            if gone and enough(member not in here for member in people):
                return gone
    return []


def _people(found: Finding, name: str) -> list[int]:
    value = found.params.get(name)
    return [one for one in value if isinstance(one, int)] if isinstance(value, list) else []
