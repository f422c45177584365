"""Of whom in the room the name of a supervisor may be, where that is asked about or was told."""

from __future__ import annotations

from collections import Counter

from cases.reader import Reading
from cases.snapshot import MemberFact

Namesakes = tuple[tuple[str, str], ...]
"""Key and name of each, with the letters where two have one name."""


def namesakes(member: int | None, reading: Reading) -> Namesakes:
    """() where the name is of nobody we know, or in no doubt."""
    here = next((one for one in reading.room.members if one.id == member), None)
    if here is None or not (here.doubt or here.supervisor_who):
        return ()
    everybody = [*reading.room.members, *(gone.member for gone in reading.room.departed)]
    alike = [one for one in everybody if one.id in here.may_be]
    total = Counter(one.name.casefold() for one in alike)
    return tuple((one.key, one.name if total[one.name.casefold()] == 1 else _worn(one)) for one in alike)


def _worn(one: MemberFact) -> str:
    return ", ".join([one.name, *(letters.text for letters in one.credentials)])
