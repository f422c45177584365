"""Trainings named in a signature: known where the name is all that is said of them, and told anywhere else.

"LCSW, TF-CBT" names one. "EMDR webinar", "refers out for EMDR" and "TF-CBT 2027" name one as well, and say
something else: they are kept with those words, so that somebody is asked what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from roles.catalogue import Catalogue
from roles.decode.credential import Training
from roles.decode.segments import Segment
from roles.decode.short_training import says_short
from roles.decode.trainings import AROUND, WORD, bare, is_known_training, stem_of
from roles.decode.vocabulary import ALSO_WORDS, TRAINED, TRAINED_IN, TRAININGS
from roles.lexicon import lexicon_of, looks_like_letters
from roles.stages import NOT_BEFORE, NOT_YET_ALONE

FAR = 5
"""Words on each side that are kept with a training that is only told."""


def without_trainings(segment: Segment, catalogue: Catalogue) -> tuple[Segment, tuple[Training, ...]]:
    """The segment without the names of trainings, and those. Words that say "certified in" go with them."""
    found = tuple(_found(segment, catalogue))
    if not found:
        return segment, ()
    taken = {at for start, end, _ in found for at in range(start, end)}
    left = [at for at in range(len(segment.words)) if at not in taken]
    words, folded = (tuple(part[at] for at in left) for part in (segment.words, segment.folded))
    return replace(segment, words=words, folded=folded), tuple(training for *_, training in found)


def _found(segment: Segment, catalogue: Catalogue) -> Iterator[tuple[int, int, Training]]:
    """Where each training starts and ends. One somebody is not through with yet is for nothing so far."""
    done = 0
    for at, word in enumerate(segment.folded):
        stem = stem_of(word)
        if at < done or stem not in TRAININGS or lexicon_of(catalogue).find(stem, compact=True):
            continue
        start, done = _around(segment, at)
        before = set(segment.folded[max(0, start - 2) : start])
        open_yet = before & NOT_BEFORE or set(segment.folded[at:done]) & NOT_YET_ALONE
        text = " ".join(segment.words[start:done])
        capability = TRAININGS[stem] if TRAININGS[stem] in catalogue.capabilities and not open_yet else ""
        said = _as_told(segment, word, capability, catalogue) if capability else ""
        yield start, done, Training(said or text, capability)


def _around(segment: Segment, at: int) -> tuple[int, int]:
    """Where the words begin and end that belong to a training: "certified in", "trained"."""
    start, done = at, at + 1
    while start > 0 and segment.folded[start - 1] in TRAINED_IN:
        start -= 1
    while done < len(segment.folded) and segment.folded[done] in TRAINED | NOT_YET_ALONE:
        done += 1
    return start, done


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of a part of a line that stand together, with no letters of a role between them."""

    part: str
    words: tuple[re.Match[str], ...]

    @property
    def text(self) -> str:
        return self._of(0, len(self.words))

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(bare(word.group().strip("?")) for word in self.words)

    def near(self, at: int) -> str:
        return self._of(max(0, at - FAR), min(len(self.words), at + FAR + 1))

    def _of(self, start: int, end: int) -> str:
        if start == end:
            return ""
        text = self.part[self.words[start].start() : self.words[end - 1].end()]
        return f"{text})" if "(" in text and ")" not in text else text


def _as_told(segment: Segment, word: str, capability: str, catalogue: Catalogue) -> str:
    """The words a training is told with; '' where they say no more than its name."""
    said, at = _said_around(segment, word, catalogue)
    parts, here = segment.parts, segment.part_at
    behind = parts[here + 1].strip() if here + 1 < len(parts) else ""
    if not is_known_training(said.text, capability, catalogue):
        return said.near(at)
    if behind and says_short(behind, capability, catalogue) and not _names(behind):
        return f"{said.text}, {behind}"
    head = "" if said.text != parts[here].strip(" .)") else _head(parts[:here], catalogue)
    return f"{head} {said.text}" if head else ""


def _said_around(segment: Segment, word: str, catalogue: Catalogue) -> tuple[_Said, int]:
    for said in _runs(segment.parts[segment.part_at], catalogue):
        if word in said.folded:
            return said, said.folded.index(word)
    text = " ".join(segment.words)
    words = tuple(WORD.finditer(text))
    return _Said(text, words), segment.folded.index(word)


def _runs(part: str, catalogue: Catalogue) -> Iterator[_Said]:
    run: list[re.Match[str]] = []
    for word in WORD.finditer(part):
        if _is_letters(word.group(), catalogue):
            yield _Said(part, tuple(run))
            run = []
        else:
            run.append(word)
    yield _Said(part, tuple(run))


def _is_letters(word: str, catalogue: Catalogue) -> bool:
    """Letters of a role: what stands on their other side is said of them."""
    folded, lexicon = bare(word), lexicon_of(catalogue)
    key = lexicon.find(folded, compact=True)
    worn = looks_like_letters(word) or (len(folded) > 2 and folded not in ALSO_WORDS)
    return bool(key) and lexicon.letters(key) and worn


def _head(parts: tuple[str, ...], catalogue: Catalogue) -> str:
    """The words in front of a list of trainings that hold for each of it: "read about EMDR, TF-CBT"."""
    for part in reversed(parts):
        *_, said = _runs(part, catalogue)
        first = next((at for at, word in enumerate(said.folded) if stem_of(word) in TRAININGS), None)
        if first is None:
            return ""
        if not set(said.folded[:first]) <= AROUND:
            return said.near(first)
    return ""


def _names(text: str) -> bool:
    return any(stem_of(bare(word.group())) in TRAININGS for word in WORD.finditer(text))
