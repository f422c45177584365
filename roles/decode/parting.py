"""Puts the words of a line together, or apart, as the catalogue knows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roles.decode.doubt import SAYS_NO
from roles.decode.segments import Segment
from roles.lexicon import Lexicon, fold, looks_like_letters


def with_commas(segments: tuple[Segment, ...], lexicon: Lexicon) -> Iterator[Segment]:
    """'Qualified Mental Health Associate, Registered' is one name, not two parts of a line."""
    pending: Segment | None = None
    for segment in segments:
        if pending and pending.line == segment.line:
            folded = (*pending.folded[:-1], f"{pending.folded[-1]},", *segment.folded)
            if " ".join(folded) in lexicon.names:
                words = (*pending.words[:-1], f"{pending.words[-1]},", *segment.words)
                segment, pending = replace(segment, words=words, folded=folded), None
        if pending:
            yield pending
        pending = segment
    if pending:
        yield pending


def without_slashes(segment: Segment, lexicon: Lexicon) -> Segment:
    if not any("/" in word for word in segment.words):
        return segment
    parts = [(part, at > 0) for word in segment.words for at, part in enumerate(_parted(word, lexicon))]
    words = tuple(word for word, _ in parts)
    behind = frozenset(at for at, (_, slashed) in enumerate(parts) if slashed)
    return replace(segment, words=words, folded=tuple(map(fold, words)), slashed=behind)


def _parted(word: str, lexicon: Lexicon) -> list[str]:
    """'LCSW/LPC' are two. 'OTR/L' is one where the catalogue knows it; a part of one letter adds nothing."""
    if lexicon.find(fold(word), compact=True) or fold(word) in SAYS_NO:
        return [word]
    parts = [part for part in word.split("/") if part]
    longer = [part for part in parts if len(part) > 1]
    if len(longer) != 1 or len(parts) == 1:
        return longer or parts
    return longer if lexicon.find(fold(longer[0]), compact=True) or not looks_like_letters(word) else [word]
