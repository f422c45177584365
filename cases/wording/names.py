"""What sentences call people: names that differ from each other within a team, and whom was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from cases.models import Ask, Member
from cases.models.asks import THE_AGENCY, THE_SUPERVISOR, THE_TEAM
from cases.snapshot import RoomSnapshot
from web.english import looks_like_letters

_WORDS = """
    dr mr mrs ms miss mx prof coach nurse officer deputy detective sgt judge pastor rev rabbi imam
    aunt auntie uncle grandma grandpa granny nana tia tio abuela abuelo
"""
FORMS_OF_ADDRESS = frozenset(_WORDS.split())
_BY_NO_NAME = frozenset({THE_AGENCY, THE_SUPERVISOR, THE_TEAM})


def short_names(names: Sequence[str]) -> list[str]:
    """First names, or 'Dr. Okafor'; those that would be the same get one more letter, or a number."""
    short = _apart([_short(name) for name in names], [_with_last_letter(name) for name in names])
    return numbered(short)


def told_apart(names: Sequence[str]) -> list[str]:
    """The names in full; a name that two people have gives way to what the table calls them."""
    total = Counter(name.casefold() for name in names)
    return [
        name if total[name.casefold()] == 1 else short
        for name, short in zip(names, short_names(names), strict=True)
    ]


def names_in(room: RoomSnapshot) -> dict[int, str]:
    """What sentences and the table call everybody in a room, by id: names that differ from each other."""
    names = short_names([m.name for m in room.members])
    return {m.id: name for m, name in zip(room.members, names, strict=True)}


def called_here(case_id: int) -> dict[int, str]:
    """What everybody in a room is called in lists and in the log, by id; two of one name as in the table."""
    here = list(Member.objects.filter(case=case_id).here().values_list("pk", "name"))
    return dict(zip((pk for pk, name in here), told_apart([name for pk, name in here]), strict=True))


def here_as(name: str, room: RoomSnapshot) -> str:
    """The key of the one person here who is called so, letters behind the name or not; else ''."""
    found = [m.key for m in room.members if folded(m.name) == folded(name)]
    return found[0] if len(found) == 1 else ""


def folded(name: str) -> tuple[str, ...]:
    """A name as names compare: without letters behind it, whatever is written large."""
    return tuple(word.casefold() for word in words_of(name))


def whom(ask: Ask) -> str:
    """Whom the question goes to, in words."""
    return ask.member.name if ask.member else by_name(ask.to_whom)


def by_name(kept: str) -> str:
    """Somebody as a row keeps them: a name is said as it is, 'the agency' in the language of the reader."""
    kept = kept or THE_TEAM
    return _(kept) if kept in _BY_NO_NAME else kept


def words_of(name: str) -> list[str]:
    """The words of a name, without letters written behind it: 'Priya Shah BCBA' is Priya Shah.

    Behind a comma they are letters; without one only behind two words, and never in a name all in capitals.
    """
    own, *behind = name.split(",")
    words = own.split()
    shouting = name.upper() == name
    while len(words) > 2 and not shouting and _is_letters(words[-1]):
        words.pop()
    rest = [word for part in behind for word in part.split() if shouting or not _is_letters(word)]
    return [*words, *rest] or [name or "?"]


def _is_letters(word: str) -> bool:
    """'BCBA', 'LCSW-C', 'M.Ed.', 'PhD'; not 'R.' and 'III'."""
    plain = word.replace(".", "")
    return looks_like_letters(word) and len(plain) > 1 and not set(plain) <= set("IVX")


def is_addressed(words: list[str]) -> bool:
    return len(words) > 1 and words[0].strip(".").lower() in FORMS_OF_ADDRESS


def _short(name: str) -> str:
    words = words_of(name)
    return f"{words[0]} {words[-1]}" if is_addressed(words) else words[0]


def _with_last_letter(name: str) -> str:
    words = words_of(name)
    return name if is_addressed(words) or len(words) == 1 else f"{words[0]} {words[-1][0].upper()}."


def _apart(first: list[str], second: list[str]) -> list[str]:
    """The first choice where nobody else has it, else the second."""
    taken = Counter(name.casefold() for name in first)
    return [a if taken[a.casefold()] == 1 else b for a, b in zip(first, second, strict=True)]


def numbered(names: list[str], form: str = "{0} {1}") -> list[str]:
    """The names, with a number after those that more than one person would have."""
    total, seen = Counter(n.casefold() for n in names), Counter[str]()
    numbered = []
    for name in names:
        key = name.casefold()
        seen[key] += 1
        numbered.append(form.format(name, seen[key]) if total[key] > 1 else name)
    return numbered
