"""What is kept of a paste: the signature, never the letter above it, nor how to reach the person."""

import re
from collections.abc import Iterator, Sequence

from roles.catalogue import Catalogue
from roles.decode import PLACE_WITH_ZIP, Decoded, decode, without_markup

_PIECES = re.compile(r"\s*[|•·]\s*")
_LABEL = r"(?:\b(?:phone|tel|cell|mobile|fax|office|direct|main|text|e-?mail|ph?|c|f|o|m|t)\b\.?\s*:\s*)?"
_REACH = re.compile(
    rf"{_LABEL}(?:\S+@\S+"  # a mail address
    r"|\S*(?:https?://|www\.)\S*"
    r"|(?<![#\w])[+(]*(?:\d[\s().-]*){6,}\d(?!\w)(?:\s*(?:ext|x)\b\.?\s*\d+)?)",  # "#1234567" is no phone
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^\s*\d+\s+\w+.*\b(?:street|st|avenue|ave|road|rd|blvd|drive|lane|ln|way|court|ct|suite|ste|hwy)\b",
    re.IGNORECASE,
)
_ZIP = re.compile(r"\b\d{5}(?:-\d{4})?\b")
_MARKS = " \t,;:()[]<>/-–—"
_DAY = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b|\b(?:dob|born|birth)\b", re.IGNORECASE)
_LICENSE_NUMBER = re.compile(r"\b(?:licen[sc]e|lic|npi|cert\w*|reg\w*)\b[\s.:#]*\w*\d", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?;…])\s+|[|()]")
LONGEST_LINE, LONGEST_BESIDE, WORDS_BESIDE = 120, 60, 6
"""Characters of a line of a signature; of a line beside it, such as where the person works, and its words."""


def signature_in(text: str, catalogue: Catalogue) -> str:
    """The signature in a paste, without contact details: lines with the name, letters or a title, and short
    lines around them. Whatever else was in the mail is about somebody's life, and is not kept.
    """
    kept = kept_of(text)
    lines = kept.splitlines()
    read = decode(kept, catalogue)
    finds = [_plain(each) for each in _finds(read)]
    if len(lines) < 2 and len(kept) <= LONGEST_LINE and not _DAY.search(kept):
        return kept
    if not finds:
        return "\n".join(line for line in lines[:2] if _is_short(line))
    return "\n".join(_cut(lines[n], finds) for n in sorted(_kept_lines(lines, finds, read.others)))


def _finds(read: Decoded) -> Iterator[str]:
    yield from (read.name,) if read.name else ()
    yield from (letters.text for letters in read.credentials)
    yield from (training.text for training in read.trainings)


def _kept_lines(lines: list[str], finds: list[str], others: Sequence[str]) -> set[int]:
    theirs = [_plain(name) for name in others]
    end = next((n for n, line in enumerate(lines) if _holds(line, theirs)), len(lines))
    at = {n for n, line in enumerate(lines[:end]) if _holds(line, finds)}
    for fits in (_is_short, _LICENSE_NUMBER.search):
        at |= {n for n, line in enumerate(lines[:end]) if {n - 1, n + 1} & at and fits(line)}
    return at


def _holds(text: str, finds: list[str]) -> bool:
    plain = f" {_plain(text)} "
    return any(f" {find} " in plain for find in finds)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w]+", text.casefold()))


def _is_short(line: str) -> bool:
    """Can this be a line of a signature that tells where somebody works?"""
    return (
        len(line) <= LONGEST_BESIDE
        and len(line.split()) <= WORDS_BESIDE
        and not re.search(r"\d|[.!?]$", line)
    )


def _cut(line: str, finds: list[str]) -> str:
    """A line as it is; of a long one, or one with a day in it, the sentences with letters in them."""
    if len(line) <= LONGEST_LINE and not _DAY.search(line):
        return line
    return " | ".join(part.strip() for part in _SENTENCES.split(line) if part and _holds(part, finds))


def kept_of(text: str) -> str:
    """The lines of a signature without the pieces that tell how to reach the person."""
    lines = (_kept_pieces(line) for line in without_markup(text).splitlines())
    return "\n".join(kept for line in lines if (kept := " | ".join(line)))


def _kept_pieces(line: str) -> list[str]:
    return [kept for piece in _PIECES.split(line.strip()) if (kept := _kept(piece))]


def _kept(piece: str) -> str:
    """A piece as it is, or what is left around a number: "Tasha, QMHA 503-555-0100" keeps her letters."""
    parts = piece.split(",")
    outside = ",".join(_outside_streets(parts))
    left = _REACH.sub(" ", PLACE_WITH_ZIP.sub(" ", outside))
    if left == piece:
        return piece
    return ", ".join(kept for part in left.split(",") if (kept := " ".join(part.split()).strip(_MARKS)))


def _outside_streets(parts: list[str]) -> list[str]:
    """The parts between commas without a street, and without its town where a ZIP code ends it."""
    kept, at = [], 0
    while at < len(parts):
        if _STREET.search(parts[at]):
            zips = (n for n in range(at, len(parts)) if _ZIP.search(parts[n]) and (n > at))
            at = next(zips, at) + 1
        else:
            kept.append(parts[at])
            at += 1
    return kept
