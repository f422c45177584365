"""Finds the person's name in front of the letters."""

from __future__ import annotations

import re

from roles.decode.found import Find
from roles.decode.letters import LONGEST_NAME, is_name
from roles.decode.segments import Segment
from roles.decode.vocabulary import ALSO_NAMES, NOT_A_NAME

MOST_WORDS = 4
_UNSPEAKABLE = re.compile(r"^(?!ng$)[^aeiouy]*$|[^aeiouy\W]{4}", re.IGNORECASE)


def _words_beside(segment: Segment, rest: tuple[Find, ...]) -> tuple[str, ...]:
    """What stands in front of the letters, or behind the one title that begins: "Therapist Jane Miller"."""
    if not rest:
        return segment.words
    first = rest[0]
    if first.start == 0 and len(rest) == 1 and not first.letters:
        return segment.words[first.end :]
    return segment.words[: first.start]


def name_in(segment: Segment, found: tuple[Find, ...], *, first: bool) -> tuple[str, tuple[Find, ...]]:
    """The name a segment begins or ends with, '' when it has none, and the letters that are left.

    Words in front of the letters are the name, also in capitals: 'JANE MILLER QMHP'.
    """
    if first and _is_whole_name(segment, found):
        return " ".join(segment.words), ()
    rest = found[_leading(found) :]
    words = _words_beside(segment, rest)
    beside_title = bool(rest) and not rest[0].letters
    in_front = first and not beside_title
    if (found and not rest and len(words) < 2) or not is_name(words, capitals=not in_front):
        return "", found
    return " ".join(words), rest


def _is_whole_name(segment: Segment, found: tuple[Find, ...]) -> bool:
    """'MA LI, LCSW' and 'An Do, DO': two words or more in front of the first comma, not known as letters."""
    words = segment.words
    if not segment.before_comma or not 1 < len(words) <= MOST_WORDS or any(f.sure for f in found):
        return False
    last = found[-1] if found and found[-1].end == len(words) else None
    if last and (last.key or not _is_last_name(last.text, words[:-1])):
        return False
    return _could_be_names(words)


def _could_be_names(words: tuple[str, ...]) -> bool:
    plain = [word.lower().strip(".") for word in words]
    own = plain[1:] if plain[0] in ALSO_NAMES else plain
    return all(w[0].isupper() and len(w) <= LONGEST_NAME for w in words) and not NOT_A_NAME.intersection(own)


def _is_last_name(capitals: str, before: tuple[str, ...]) -> bool:
    """'Jane MILLER' is a name; 'Jane LMHCX', and capitals behind a whole name, are letters."""
    whole = sum(len(word) > 1 and not word.isupper() for word in before) > 1
    return not whole and not _UNSPEAKABLE.search(capitals)


def _leading(found: tuple[Find, ...]) -> int:
    """How many unknown words in capitals stand in front and may be the name."""
    count = 0
    while count < len(found) and not found[count].key and found[count].start == count:
        count += 1
    return count
