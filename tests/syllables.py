"""How many syllables a word has: as CMUdict lists it, and by pyphen's hyphenation points where it does not.

pyphen alone counts too few ("area" is one to it), so that hard texts pass as easy ones.
"""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from pathlib import Path

import pyphen

COUNTS = Path(__file__).parent / "data" / "cmudict" / "syllables.txt.gz"
"""A line for each number: the number, then every word that has so many. ``README.md`` beside it says more."""
_HISSING = re.compile(r"(?:[sxz]|ch|sh|[cg]e|se|ze)$")
"""After these sounds a further s is a syllable of its own: "nurse's"."""


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Number of syllables in one word; letters-only abbreviations such as QMHA count as two.

    A badge like "QMHA" is recognised as a shape, not sounded out, so it is not counted by letter.
    """
    if word.isupper() or any(ch.isdigit() for ch in word):
        return min(2, max(1, len(word)))
    return sum(_of_part(part) for part in re.split(r"[-/&]", word) if part) or 1


def _of_part(part: str) -> int:
    """Of a word without hyphens; ``'s`` belongs to the word before it."""
    low = part.lower().strip("'")
    if low in _listed():
        return _listed()[low]
    if low.endswith("'s"):
        base = part.strip("'")[:-2]
        return syllables(base) + bool(_HISSING.search(base))
    return sum(_hyphenator().inserted(piece).count("-") + 1 for piece in low.split("'") if piece)


@cache
def _listed() -> dict[str, int]:
    lines = gzip.decompress(COUNTS.read_bytes()).decode().splitlines()
    rows = (line.split() for line in lines)
    return {word: int(count) for count, *words in rows for word in words}


@cache
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
