"""The grammar of English for sentences made at the edge: articles, lists, one and many. Pure, no Django.

A sentence is whole and marked for translation where it is made; what stands in its places, such as
'a QMHA' or 'Jane, Luis and Ana', is made here. Another language brings a module like this one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose own name begins with a vowel: 'an LCSW', 'an MD'."""
SAID_AS_WORDS = frozenset({"CASA"})
"""Letters that people say as a word; all others are spelled out."""

_LETTERS = re.compile(r"(?:[^\W\d_]+(?:[./-][^\W\d_]+)*)(?: (?:I{1,3}|IV|V))?\.?")
_PARTS = re.compile(r"[\s/.-]+")
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|us[aeu]|eu|one\b)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honest|heir|honor)", re.IGNORECASE)
_ENDS_HEAD = re.compile(r" (?:to|for|with|of|in|on|between|around|from)\b| \(")
_CLOSED = (".", "?", "!", "…")


def looks_like_letters(text: str) -> bool:
    """Is this a group of letters after a name (at least half of them capitals), not words?

    >>> [looks_like_letters(t) for t in ("QMHP", "LaT", "CADC II", "OTR/L", "McCoy", "Jane", "A")]
    [True, True, True, True, False, False, False]
    """
    if not _LETTERS.fullmatch(text):
        return False
    letters = [ch for ch in text if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in letters)
    return 2 <= len(letters) <= 12 and capitals >= 2 and capitals * 2 >= len(letters)


def with_article(noun: str) -> str:
    """By how it is said, not by how it is written.

    >>> [with_article(n) for n in ("QMHA", "LCSW", "CASA", "PhD", "LAT", "art therapist", "unit clerk")]
    ['a QMHA', 'an LCSW', 'a CASA', 'a PhD', 'an LAT', 'an art therapist', 'a unit clerk']
    """
    first = _PARTS.split(noun, maxsplit=1)[0]
    spelled = first[:2].isupper() or (len(first) == 1 and first.isupper())
    if spelled and first not in SAID_AS_WORDS:
        vowel = first[0] in SAID_WITH_A_VOWEL
    else:
        vowel = noun[:1].lower() in "aeiou" and not _SOUNDS_LIKE_YOU.match(noun)
        vowel = vowel or bool(_SILENT_H.match(noun))
    return f"{'an' if vowel else 'a'} {noun}"


def is_many(noun: str) -> bool:
    """Does the noun take "are"? 'daily-living skills' does, 'the safety plan for school' does not."""
    head = _ENDS_HEAD.split(noun, maxsplit=1)[0]
    return " and " in head or (head.endswith("s") and not head.endswith(("ss", "is", "us")))


def listed(names: Sequence[str], *, most: int = 3) -> str:
    """'Jane', 'Jane and Luis', 'Jane, Luis and Ana', 'Jane, Luis and 2 more'; '' for nobody."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def listed_in_full(names: Sequence[str]) -> str:
    """All of them; a comma keeps one with an "and" of its own apart: 'rest and play, and sleep'."""
    has_and = any(" and " in name for name in names)
    if has_and and len(names) > 1:
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return listed(names, most=len(names))


def number(many: int) -> str:
    """'no', 'one', 'ten', '11'."""
    return NUMBERS[many] if many < len(NUMBERS) else str(many)


def either(names: Sequence[str], *, most: int = 3) -> str:
    """One of these: 'Jane', 'Jane or Luis', 'Jane, Luis or 2 others'; '' for nobody."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} others"]
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)


def owner(name: str) -> str:
    """'Jane’s', 'Luis’s'."""
    return f"{name}’s"


def capital(text: str) -> str:
    """The text with its first letter large; the rest stays, so 'QMHA' does too."""
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """The text with a full stop: 'Ask Jane.' and 'Ask Tasha R.', never with two."""
    return text if text.endswith(_CLOSED) or not text else f"{text}."


def filled(template: str, places: Mapping[str, str]) -> str:
    """A whole sentence with its named places filled. A name that ends in a full stop ends the sentence.

    >>> filled("Ask %(name)s. Thank %(name)s!", {"name": "Tasha R."})
    'Ask Tasha R. Thank Tasha R.!'
    """
    for name, value in places.items():
        if value.endswith("."):
            template = template.replace(f"%({name})s.", f"%({name})s")
    return template % places


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop at the end; '' stays ''."""
    return closed(capital(text.strip()))


def in_words(text: str) -> str:
    """A job title inside a sentence: 'Special Education Teacher' in small letters, 'LMFT' as it is."""
    if looks_like_letters(text):
        return text
    return " ".join(word if looks_like_letters(word) else word.lower() for word in text.split())


def shortened(text: str, most: int = 40) -> str:
    """At most ``most`` characters, cut between two words, on one line."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    words = kept.rsplit(maxsplit=1)
    return f"{words[0] if len(words) > 1 else kept}…"


def inside(text: str) -> str:
    """Words that stand inside quotes: the quotes in them are single ones."""
    single = re.sub(r'"([^"]*)"', r"‘\1’", text)
    return single.replace("“", "‘").replace("”", "’").replace('"', "’")


def curly(text: str) -> str:
    """Apostrophes as a book prints them."""
    return text.replace("'", "’")
