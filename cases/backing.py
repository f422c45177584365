"""Whom on the team the name of a supervisor means, as far as it can be told from names and letters.

A name and other letters than somebody wears may be theirs or another's: neither is taken for the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import Catalogue, Kind
from roles.decode import Credential, decode
from roles.lexicon import fold

TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss", "mx", "prof"))
ELSE = "else"
"""Told: it is somebody of that name who is not on the team."""


class Match(Enum):
    """How a name that was told stands to one person."""

    SURE = "sure"  # all of the name, or their own letters with it, and no others
    LIKELY = "likely"  # it can be short or long for theirs
    OPEN = "open"  # the name, and letters that we do not know them by


@dataclass(frozen=True, slots=True)
class Meant:
    """``who`` a name means, None for nobody we can tell; ``may_be``: everybody it could mean."""

    who: int | None = None
    match: Match | None = None
    may_be: tuple[int, ...] = ()

    @property
    def sure(self) -> bool:
        return self.match is Match.SURE


def meant(said: str, people: Iterable[MemberFact], catalogue: Catalogue, state: str = "") -> Meant:
    """Whose name this is; else the one person it can be short or long for."""
    found = matches(said, people, catalogue, state)
    sure = tuple(id for id, match in found.items() if match is Match.SURE)
    pool = sure or tuple(found)
    if len(pool) == 1 and found[pool[0]] is not Match.OPEN:
        return Meant(pool[0], found[pool[0]], pool)
    is_open = Match.OPEN in found.values() and not sure
    return Meant(None, Match.OPEN if is_open else None, pool)


def theirs(
    said: str, people: Collection[MemberFact], catalogue: Catalogue, state: str = ""
) -> frozenset[int]:
    """All whose name this is, and nobody whose it only may be."""
    found = matches(said, people, catalogue, state)
    one = meant(said, people, catalogue, state).who
    return frozenset(id for id, match in found.items() if match is Match.SURE or id == one)


def matches(
    said: str, people: Iterable[MemberFact], catalogue: Catalogue, state: str = ""
) -> Mapping[int, Match]:
    """Everybody a name may be of, by id."""
    if not said:
        return {}
    read = decode(said, catalogue, state)
    letters = [c for c in read.credentials if c.kind is not Kind.TITLE]
    words = words_of(read.name or said)
    found = ((one.id, _match(words, letters, one)) for one in people)
    return {id: match for id, match in found if match}


def _match(words: frozenset[str], letters: list[Credential], one: MemberFact) -> Match | None:
    theirs = words_of(one.name)
    if not words or not _alike(words, theirs):
        return None
    other = [c for c in letters if not any(_is_worn(c, worn) for worn in one.credentials)]
    if any(c.kind is not Kind.DEGREE for c in other):
        return Match.OPEN
    return Match.SURE if not other and (letters or words == theirs) else Match.LIKELY


def _is_worn(letters: Credential, worn: CredentialFact) -> bool:
    """The same letters, or a role in common."""
    told, known = {letters.role, *letters.candidates}, {worn.role, *worn.candidates}
    return fold(letters.text) == fold(worn.text) or bool((told & known) - {""})


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Is each word of the shorter name in the longer, one of them in full and the rest as first letters?"""
    short, long = sorted((one, other), key=len)
    rest = [word for word in long - short if not short <= long]
    initials = all(any(_is_initial(word, full) for full in rest) for word in short - long)
    return bool(short) and initials and any(len(word) > 1 for word in short & long)


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def words_of(name: str) -> frozenset[str]:
    """The words of a name. 'Dr. Kay Lund, BCBA' gives kay and lund: letters after the name are none of it."""
    return frozenset(fold(name.replace("(", ",").split(",")[0]).replace(".", " ").split()) - TITLES
