"""What is kept of a pasted signature: never phone numbers, mail addresses, web sites or streets."""

import re

from roles.markup import without_markup
from roles.signature import PLACE_WITH_ZIP

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
