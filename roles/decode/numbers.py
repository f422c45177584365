"""Numbers beside letters: years that are over say that letters are no longer held, others say nothing."""

from __future__ import annotations

import re

from roles.decode.vocabulary import NOT_LETTERS
from roles.lexicon import fold

_MONTH = r"(?:(?:0?[1-9]|1[0-2])/|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+)?"
_YEAR = rf"{_MONTH}((?:19|20)\d\d|['’‘]\d\d)"
_TO = r"(?:\s*[-‐‑‒–—−]\s*|\s+(?:to|through|thru|until|till)\s+)"
_YEARS = re.compile(rf"(?<![\w#/.-])(?:from\s+)?{_YEAR}{_TO}(?:{_YEAR}|(\d\d))(?![\w/]|-\d)", re.IGNORECASE)
_LAST_YEAR = re.compile(rf"\b(?:through|thru|until|till|(?:up\s+)?to)\s+{_YEAR}(?![\w/-])", re.IGNORECASE)
_OVER = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_LICENSE_NUMBER = re.compile(r"\b(?:no|nr|num)\b\.?[\s:#]*[A-Z]{0,4}-?\d[\w-]*", re.IGNORECASE)


_NUMBERED = re.compile(r"(?:^|[,;|])[ ]*(([^\W\d_]{3,8})-?\d{1,4})[ ]*(?=$|[,;|])", re.MULTILINE)
_OF_A_PLACE = frozenset({"apt", "room", "rm", "unit", "bldg", "fl", "floor", "hwy", "route", "zip", "ref"})


def with_a_number(text: str) -> str:
    """The first part of a text that is letters and a number: 'ABC123', or 'abc123' alone."""
    for found in _NUMBERED.finditer(text.strip()):
        word, letters = found.groups()
        plain = fold(letters) not in NOT_LETTERS | _OF_A_PLACE
        if plain and (letters.isupper() or word == text.strip()):
            return word
    return ""


def with_years_over(line: str, year: int) -> str:
    """'from 2010 to 2015' becomes the one word '2010-2015' where it ended before ``year``; others stay.

    "2010-present" and a year that is still to come are no end, and the 97201-2015 of an address is no year.
    """
    line = _YEARS.sub(lambda found: _range(found, year), line)
    return _LAST_YEAR.sub(lambda found: "until" if _full(found[1], year) < year else found.group(), line)


def _range(found: re.Match[str], year: int) -> str:
    """What is not over is written so that it reads as any other number."""
    first = _full(found[1], year)
    last = _full(found[2], year) if found[2] else first // 100 * 100 + int(found[3])
    return f"{first}-{last}" if first <= last < year else f"{first}/{last}"


def _full(written: str, year: int) -> int:
    """'15 is 2015; '98 is 1998, for it is not yet 2098."""
    if written.isdigit():
        return int(written)
    near = 2000 + int(written[1:])
    return near if near <= year else near - 100


def are_over(word: str) -> bool:
    """Is a word of a segment a range of years? Only those that are over are kept as words."""
    return bool(_OVER.fullmatch(word))


def without_years(part: str, *, houses: bool) -> str:
    """``houses``: the numbers stand beside the name of a street."""
    return _OVER.sub(" ", part) if houses else part


def without_license_number(line: str) -> str:
    """The "no." of "LCSW no. 12345" is a number's and says nothing about the letters."""
    return _LICENSE_NUMBER.sub("|", line)
