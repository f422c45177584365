"""Why a question needs no answer any more that nobody answered: what it was about is gone from the room.

And whether one that was settled still is: what settled it may be lost again.
"""

from __future__ import annotations

from enum import StrEnum

from cases.mismatch.asking import STATE
from cases.mismatch.finding import Finding
from cases.mismatch.rules import TABLE, Fact, Rule
from cases.snapshot import Cell, Coverage, Mark, MemberFact, NeedRow, RoomSnapshot
from roles.lexicon import fold


class Ended(StrEnum):
    """What is gone; '' where a code is kept stands for nothing: what was asked about is settled."""

    NEED = "need"
    LEFT = "left"
    STATE = "state"
    ROLE = "role"


FITS = (Mark.LEAD, Mark.COULD)
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
    if moved and found.why != STATE:
        return Ended.STATE
    return Ended.ROLE if another_role(found, room) else None


def another_role(found: Finding, room: RoomSnapshot) -> bool:
    """Are the letters gone that it was about, where other letters are no answer to it?"""
    member = next((one for one in room.members if one.id == found.member), None)
    if member is None or {Fact.LETTERS, Fact.ROLE}.intersection(TABLE[found.rule].settled_by):
        return False
    return not _wears(member, found)


def _wears(member: MemberFact, found: Finding) -> bool:
    """The role it names, or one of the letters."""
    role, texts = found.params.get("role"), found.params.get("texts")
    roles = {slug for c in member.credentials for slug in (c.role, *c.candidates)}
    written = {fold(c.text) for c in member.credentials}
    named = {fold(str(text)) for text in texts} if isinstance(texts, list) else set()
    return (not role or role in roles) and (not named or bool(named & written))


def still_settled(found: Finding, room: RoomSnapshot, coverage: Coverage) -> bool:
    """Does what it said, and what settled it, hold in the room as it is now?

    Not of a need that nobody leads any more, nor of a person, letters or a fit that are gone: something else
    is told of these then.
    """
    if why_ended(found, room, moved=False) or not _looked_up(found, room):
        return False
    return all(_is_led_as_told(row, found) for row in coverage.rows if row.need == found.need)


def _is_led_as_told(row: NeedRow, found: Finding) -> bool:
    if not TABLE[found.rule].chair:
        return True
    return row.has_lead and all(_as_told(cell, found) for cell in row.cells if cell.member == found.member)


def _looked_up(found: Finding, room: RoomSnapshot) -> bool:
    """Were letters of this person looked up, where it asked for that, or does only nothing rest on them?"""
    return found.rule is not Rule.REGISTER_NOT_CHECKED or any(
        c.verified for one in room.members if one.id == found.member for c in one.credentials
    )


def _as_told(cell: Cell, found: Finding) -> bool:
    return found.rule is not Rule.FIT_NOT_ASKED or cell.mark in FITS or bool(found.params.get("people"))


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
