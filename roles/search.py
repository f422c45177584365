"""Finding a role by letters, name, nickname or a near miss. Pure: reads a catalogue, asks no database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from roles.catalogue import Catalogue, RoleInfo
from roles.lexicon import fold, squash

EXACT, STARTS, INSIDE, CLOSE, ABOUT = 100.0, 85.0, 75.0, 60.0, 30.0
SHORT = 7
"""Up to so many signs a word is compared sign by sign (QMAH is QMHA with two letters swapped)."""
NEAR = 82.0
"""Least likeness of longer words, 0 to 100, for a near miss (rapidfuzz ``WRatio``)."""
LONGEST = 80
"""A search box holds a few words; what comes after so many signs is not looked at."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A role found, by which of its names, and whether that name only looks like what was typed."""

    role: RoleInfo
    matched: str
    score: float

    @property
    def exact(self) -> bool:
        return self.score >= EXACT

    @property
    def close(self) -> bool:
        return self.score <= CLOSE


def search(catalogue: Catalogue, text: str, *, state: str = "", limit: int = 20) -> tuple[Hit, ...]:
    """The roles that fit the text, best first: exact letters, then starts, then parts, then near misses.

    A near miss is left out where something fits for certain. ``state`` lifts names used there. Text in
    the roles' own sentences counts only when no name fits. Empty text finds nothing.
    """
    wanted = fold(text[:LONGEST])
    if not wanted:
        return ()
    best: dict[str, Hit] = {}
    for folded, name, slug, bonus in _names(catalogue, state):
        score = _score(wanted, folded)
        if score and (slug not in best or score + bonus > best[slug].score):
            best[slug] = Hit(catalogue.roles[slug], name, score + bonus)
    hits = sorted(best.values(), key=lambda hit: -hit.score) or list(_mentions(catalogue, wanted))
    if hits and hits[0].score >= INSIDE:
        hits = [hit for hit in hits if not hit.close]
    return tuple(hits[:limit])


def _names(catalogue: Catalogue, state: str) -> Iterator[tuple[str, str, str, float]]:
    """Every name as (folded, as written, role, bonus). A role's own letters come before other names."""
    for slug, role in catalogue.roles.items():
        for letters in (role.letters, *role.letters.split(" / ")):
            yield fold(letters), letters, slug, 3.0
        yield fold(role.name), role.name, slug, 2.0
    for folded, entries in catalogue.names.items():
        for entry in entries:
            if entry.role in catalogue.roles:
                bonus = 1.0 if state and entry.state == state else 0.0
                # The page about the bare word itself comes before the roles the word can mean.
                yield folded, entry.name, entry.role, bonus + catalogue.roles[entry.role].ambiguous


def _score(wanted: str, folded: str) -> float:
    if wanted == folded:
        return EXACT
    together, other = squash(wanted), squash(folded)
    if together and together == other:
        return EXACT
    if len(wanted) > 1 and (
        folded.startswith(wanted) or (len(together) > SHORT and other.startswith(together))
    ):
        return STARTS
    if len(wanted) > 2 and re.search(rf"(?<!\w){re.escape(wanted)}", folded):
        return INSIDE
    return _likeness(wanted, folded)


def _likeness(wanted: str, folded: str) -> float:
    """How far the two look alike, on the scale below ``CLOSE``; 0 when they do not."""
    if len(wanted) < 3:
        return 0.0
    if len(wanted) <= SHORT and len(folded) <= SHORT:
        return CLOSE - 5 if OSA.distance(wanted, folded, score_cutoff=1) <= 1 else 0.0
    if len(folded) <= SHORT // 2:
        return 0.0
    ratio = fuzz.token_sort_ratio(wanted, folded, score_cutoff=NEAR) or fuzz.ratio(
        wanted, folded, score_cutoff=NEAR
    )
    return ratio * CLOSE / 110 if ratio else 0.0


def _mentions(catalogue: Catalogue, wanted: str) -> Iterator[Hit]:
    """Roles whose own sentences hold all the words."""
    words = [word for word in wanted.split() if len(word) > 2]
    for role in catalogue.roles.values():
        said = fold(f"{role.name} {role.lede} {role.brings}")
        if words and all(re.search(rf"\b{re.escape(word)}", said) for word in words):
            yield Hit(role, "", ABOUT)
