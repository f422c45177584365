"""Is a name that is written over another one a new name for the same person, or somebody else's?

Nobody can tell from words alone, so this says only where it is worth asking: where the name is another one
altogether, or where a part of it and the letters are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from typing import NamedTuple

ADDRESS = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "the", "our"})
LONG_ENOUGH = 3
"""A word of so many letters can hold a slip of one; a shorter one is another word."""


class Called(NamedTuple):
    """What somebody is called, and their letters, folded."""

    name: str
    letters: frozenset[str] = frozenset()


def may_be_somebody_else(was: Called, now: Called) -> bool:
    """Is it worth asking? Never for a name that only grew or shrank, nor for letters alone."""
    had, has = _words(was.name), _words(now.name)
    if not had or not has or _grew(had, has) or _grew(has, had):
        return False
    if _corrected(had, has):
        return _replaced(was.letters, now.letters)
    shared = any(_stands_for(a, b) for a in had for b in has)
    return not shared or not was.letters <= now.letters or _replaced(was.letters, now.letters)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = re.sub(r"['’`´.]", "", plain)
    return [word for word in re.findall(r"[^\W\d_]+", plain) if word not in ADDRESS]


def _grew(had: list[str], has: list[str]) -> bool:
    """Does every word stand in the other name: 'Ed' in 'Ed Poe', 'Ann Fox' in 'Ann Fox-Lee'?"""
    left = list(has)
    for word in had:
        same = next((other for other in left if _stands_for(word, other)), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _stands_for(word: str, other: str) -> bool:
    """The same, or the beginning of it: 'Ed' of 'Edward', 'K' of 'Kim'."""
    return word == other or other.startswith(word) or word.startswith(other)


def _corrected(had: list[str], has: list[str]) -> bool:
    """As many words, and each the same but for one slip."""
    return len(had) == len(has) and all(a == b or _one_slip(a, b) for a, b in zip(had, has, strict=True))


def _one_slip(a: str, b: str) -> bool:
    """One letter more, less or another, or two that changed places."""
    if min(len(a), len(b)) < LONG_ENOUGH or abs(len(a) - len(b)) > 1:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[start:], b[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _replaced(had: Set[str], has: Set[str]) -> bool:
    """Are there other letters, and none of those that were there?"""
    return bool(has) and bool(has - had) and not had & has
