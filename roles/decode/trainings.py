"""Extra training named behind a name, such as "LCSW, TF-CBT": no letters of a role, and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.catalogue import Catalogue
from roles.decode.credential import Training
from roles.decode.segments import Segment
from roles.decode.vocabulary import TRAINED, TRAINED_IN, TRAININGS
from roles.lexicon import fold, lexicon_of
from roles.stages import NOT_BEFORE, NOT_YET_ALONE

AND_SO_ON = re.compile(r"[\s,;/&+]+")


def without_trainings(segment: Segment, catalogue: Catalogue) -> tuple[Segment, tuple[Training, ...]]:
    """The segment without the names of trainings, and those. Words that say "certified in" go with them."""
    found = tuple(_found(segment, catalogue))
    if not found:
        return segment, ()
    taken = {at for start, end, _ in found for at in range(start, end)}
    left = [at for at in range(len(segment.words)) if at not in taken]
    words, folded = (tuple(part[at] for at in left) for part in (segment.words, segment.folded))
    return replace(segment, words=words, folded=folded), tuple(training for *_, training in found)


def is_known_training(text: str, capability: str, catalogue: Catalogue) -> bool:
    """Does a text name methods we know for a capability, and say no more than "certified in" beside them?

    "TF-CBT webinar" says more, and so does "EMDR in training": these are not known.
    """
    names = _known_names(capability, catalogue)
    words = tuple(word.strip("()") for word in AND_SO_ON.split(fold(text)) if word)
    at, named = 0, False
    while at < len(words):
        length = next((n for n in range(len(words) - at, 0, -1) if names & _named(words[at : at + n])), 0)
        around = TRAINED | {"training", "and"} if named else TRAINED_IN
        if not length and words[at] not in around:
            return False
        at, named = at + (length or 1), named or bool(length)
    return named


def _named(words: tuple[str, ...]) -> frozenset[str]:
    """As written, and with a hyphen: 'tf cbt' and 'tf-cbt'."""
    *first, last = words
    named = (*first, last.removesuffix("-certified").removesuffix("-trained"))
    return frozenset((" ".join(named), "-".join(named)))


def _known_names(capability: str, catalogue: Catalogue) -> frozenset[str]:
    info = catalogue.capabilities.get(capability)
    by_letters = frozenset(letters for letters, opens in TRAININGS.items() if opens == capability)
    return by_letters | info.trainings if info else frozenset()


def _around(segment: Segment, at: int) -> tuple[int, int]:
    """Where the words begin and end that belong to a training: "certified in", "trained"."""
    start, done = at, at + 1
    while start > 0 and segment.folded[start - 1] in TRAINED_IN:
        start -= 1
    while done < len(segment.folded) and segment.folded[done] in TRAINED | NOT_YET_ALONE:
        done += 1
    return start, done


def _found(segment: Segment, catalogue: Catalogue) -> Iterator[tuple[int, int, Training]]:
    """Where each training starts and ends. One somebody is not through with yet is for nothing so far."""
    done = 0
    for at, word in enumerate(segment.folded):
        stem = word.removesuffix("-certified").removesuffix("-trained")
        if at < done or stem not in TRAININGS or lexicon_of(catalogue).find(stem, compact=True):
            continue
        start, done = _around(segment, at)
        before = set(segment.folded[max(0, start - 2) : start])
        open_yet = before & NOT_BEFORE or set(segment.folded[at:done]) & NOT_YET_ALONE
        known = TRAININGS[stem] in catalogue.capabilities and not open_yet
        yield start, done, Training(" ".join(segment.words[start:done]), TRAININGS[stem] if known else "")
