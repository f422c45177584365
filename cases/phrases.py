"""Small pieces of English for the sentences the decisions write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roles.lexicon import looks_like_letters


def listed(names: Sequence[str], *, most: int = 3) -> str:
    """'Jane', 'Jane and Luis', 'Jane, Luis and Ana', 'Jane, Luis and 2 more'."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def owner(name: str) -> str:
    """'Jane’s', 'Luis’s'."""
    return f"{name}’s"


def stop(text: str) -> str:
    """The text as a whole sentence: 'Ask Jane.' and 'Ask Tasha R.', never with two full stops."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def capital(text: str) -> str:
    """The text with its first letter large; the rest stays, so 'QMHA' does too."""
    return text[:1].upper() + text[1:]


def a(noun: str) -> str:
    """'a QMHA', 'an LCSW', 'a PhD', 'an OT', 'a skills trainer': by how the first letter is said."""
    spelled_out = noun[:2].isupper() or (noun[:1].isupper() and noun[1:2] in "-/ ")
    vowels = "AEFHILMNORSX" if spelled_out and noun.upper() not in SAID_AS_WORDS else "AEIOU"
    return f"{'an' if noun[:1].upper() in vowels else 'a'} {noun}"


SAID_AS_WORDS = frozenset({"CASA", "FIS", "MHI", "LAT"})
"""Letters that people say as a word."""


_ENDS_HEAD = re.compile(r" (?:to|for|with|of|in|on|between|around|from)\b| \(")


def is_many(noun: str) -> bool:
    """Does the noun take "are"? 'daily-living skills' does, 'the safety plan for school' does not."""
    head = _ENDS_HEAD.split(noun, maxsplit=1)[0]
    return " and " in head or (head.endswith("s") and not head.endswith(("ss", "is", "us")))


def are(noun: str) -> str:
    return "are" if is_many(noun) else "is"


def have(noun: str) -> str:
    return "have" if is_many(noun) else "has"


def in_words(text: str) -> str:
    """A job title inside a sentence: 'Special Education Teacher' in small letters, 'LMFT' as it is."""
    if looks_like_letters(text):
        return text
    return " ".join(word if looks_like_letters(word) else word.lower() for word in text.split())


def short(text: str, most: int = 40) -> str:
    """What somebody wrote, cut to fit a sentence, its apostrophes as a book prints them."""
    text = curly(" ".join(text.split()))
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"


def curly(text: str) -> str:
    """Apostrophes as a book prints them."""
    return text.replace("'", "’")
