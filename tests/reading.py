"""How hard a text is to read: the Flesch-Kincaid grade, long sentences, and words we keep out.

Pure: no Django. The formula is Kincaid et al. (1975),
``0.39 * words/sentence + 11.8 * syllables/word - 15.59``; syllables come from ``tests.syllables``,
so a check runs offline and gives the same figure everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tests.syllables import syllables

MAX_GRADE = 8.0
MAX_SENTENCE_WORDS = 20

BANNED = (
    "should",
    "must",
    "you need to",
    "overdue",
    "warning",
    "red flag",
    "unqualified",
    "isn't qualified",
    "is not qualified",
    "is only a",
    "not a real",
    "failed",
    "wrong person",
    "mismatch detected",
    "invalid signature",
    "non-compliant",
    "noncompliant",
    "acting out",
    "paraprofessional",
    "you missed",
    "great job",
    "!",
)

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'/&-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n+")
_ABBREVIATIONS = re.compile(r"\b(Dr|Ms|Mr|Mrs|St|vs|No|Sec|e\.g|i\.e|etc|U\.S)\.")


def plain(text: str) -> str:
    """The text with curly quotes straightened and abbreviations' full stops removed."""
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return _ABBREVIATIONS.sub(lambda m: m.group(1).replace(".", ""), text)


def sentences(text: str) -> list[str]:
    """Split a text at the ends of its sentences; list items on lines of their own count as sentences."""
    return [s for s in (part.strip() for part in _SENTENCE_END.split(plain(text))) if _WORD.search(s)]


@lru_cache(maxsize=8)
def _longest_first(names: tuple[str, ...]) -> list[str]:
    return sorted({plain(n) for n in names if n.strip()}, key=len, reverse=True)


def mask_names(text: str, names: Iterable[str]) -> str:
    """Replace official names (role names, boards) by one plain word, longest first.

    A parent must be able to recognise "Licensed Clinical Social Worker"; its length is not ours to change.
    """
    text = plain(text)
    for name in _longest_first(tuple(names)):
        if name.lower() not in text.lower():  # most are not: far cheaper to see than a pattern is to build
            continue
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:s|es)?(?!\w)", "Name", text, flags=re.IGNORECASE)
    return text


def grade(text: str, names: Iterable[str] = ()) -> float:
    """US school grade (Flesch-Kincaid) of a text, never below 0; official ``names`` are masked first."""
    text = mask_names(text, names)
    parts = sentences(text)
    words = _WORD.findall(text)
    if not words:
        return 0.0
    per_sentence = len(words) / max(1, len(parts))
    per_word = sum(syllables(w) for w in words) / len(words)
    return max(0.0, round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1))


def long_sentences(text: str, names: Iterable[str] = (), limit: int = MAX_SENTENCE_WORDS) -> list[str]:
    """The sentences of more than ``limit`` words, official names counting as one word."""
    return [s for s in sentences(mask_names(text, names)) if len(_WORD.findall(s)) > limit]


def banned_words(text: str) -> list[str]:
    """The phrases of the tone guide's "don't" list that stand in the text."""
    low = plain(text).lower()
    return [b for b in BANNED if (b in low if not b[0].isalpha() else re.search(rf"\b{re.escape(b)}\b", low))]
