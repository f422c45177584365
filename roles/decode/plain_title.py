"""A plain job title that no list knows, such as 'Residential staff': told is told, though we have no facts.

Read once when it is saved, so that nobody is asked again for what they have answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from roles.lexicon import fold

MOST_WORDS = 5
BETWEEN = re.compile(r"[,;|\n/•·]|\s[–—-]\s")
A_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_OF_A_SENTENCE = """
    i we you he she they it my our his her their the a an is was will with for from at on in and or not no
"""
TELLS_A_STORY = frozenset(_OF_A_SENTENCE.split())
_OF_NOBODY = "none nothing unknown nil na idk nope unsure nobody under tbd dunno unclear"
NO_TITLE = frozenset(_OF_NOBODY.split())
"""What stands where there is no title, or where somebody else's begins: "none", "under Pat"."""
"""A title is a name for a job; words like these make it a sentence about somebody."""


def plain_title(said: str, name: str, read: Iterable[str]) -> str:
    """The first part of what was written that is a plain title; '' without one.

    ``read`` are the texts the reader made something of; the person's ``name`` is none. Never raises.
    """
    known = {fold(text) for text in read}
    names = set(fold(name).split())
    for part in BETWEEN.split(said):
        words = part.split()
        if 1 <= len(words) <= MOST_WORDS and _is_a_title(words, names) and fold(part) not in known:
            return " ".join(words)
    return ""


def _is_a_title(words: list[str], names: set[str]) -> bool:
    folded = [fold(word) for word in words]
    if not all(A_WORD.fullmatch(word) for word in words) or set(folded) <= names:
        return False
    return any(len(word) > 1 for word in folded) and not (TELLS_A_STORY | NO_TITLE).intersection(folded)
