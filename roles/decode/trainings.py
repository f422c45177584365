"""Is extra training told by the name of a method we know, and by no more than that: "certified in TF-CBT"?"""

from __future__ import annotations

import re

from roles.catalogue import Catalogue
from roles.decode.vocabulary import TRAINED, TRAINED_IN, TRAININGS
from roles.lexicon import fold

WORD = re.compile(r"[^\s,;:/&+()\[\]{}<>\"“”]+")
AROUND = TRAINED_IN | {"and"}
"""Words in front of the name of a method that add nothing to it."""


def is_known_training(text: str, capability: str, catalogue: Catalogue) -> bool:
    """Does a text name methods we know for a capability, and say no more than "certified in" beside them?

    "TF-CBT webinar" says more, and so do "EMDR in training" and "TF-CBT 2027": these are not known.
    """
    if "?" in text:
        return False
    names = _known_names(capability, catalogue)
    words = tuple(word for word in map(bare, WORD.findall(text)) if word)
    at, named, before = 0, False, ""
    while at < len(words):
        length = next((n for n in range(len(words) - at, 0, -1) if names & _named(words[at : at + n])), 0)
        if not length and not _says_no_more(words[at], before, named=named):
            return False
        before = words[at]
        at, named = at + (length or 1), named or bool(length)
    return named


def _says_no_more(word: str, before: str, *, named: bool) -> bool:
    """Is a word beside the name of a method one that adds nothing? "In" is one behind "certified" alone."""
    if word == "in":
        return before in TRAINED_IN and before != word
    return stem_of(word) in TRAININGS or word in (TRAINED | {"training", "and"} if named else AROUND)


def bare(word: str) -> str:
    """A word folded, without the marks around it."""
    return fold(word.strip(" -~/'‘’!=^….–—"))


def stem_of(word: str) -> str:
    """'emdr-trained' is told of EMDR."""
    return word.removesuffix("-certified").removesuffix("-trained")


def _named(words: tuple[str, ...]) -> frozenset[str]:
    """As written, and with a hyphen: 'tf cbt' and 'tf-cbt'."""
    *first, last = words
    named = (*first, stem_of(last))
    return frozenset((" ".join(named), "-".join(named)))


def _known_names(capability: str, catalogue: Catalogue) -> frozenset[str]:
    info = catalogue.capabilities.get(capability)
    by_letters = frozenset(letters for letters, opens in TRAININGS.items() if opens == capability)
    return by_letters | info.trainings if info else frozenset()
