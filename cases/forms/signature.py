"""What is kept of a pasted signature: never phone numbers, mail addresses, web sites or streets."""

import re

_PIECES = re.compile(r"\s*[|•·]\s*")
_DROP = re.compile(
    r"\S+@\S+"  # a mail address
    r"|https?://|www\."
    r"|(?:\+?\d[\s().-]*){7,}"  # a phone number
    r"|\b\d{5}(?:-\d{4})?\b",  # a ZIP code
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^\s*\d+\s+\w+.*\b(?:street|st|avenue|ave|road|rd|blvd|drive|lane|ln|way|court|ct|suite|ste|hwy)\b",
    re.IGNORECASE,
)


def kept_of(text: str) -> str:
    """The lines of a signature without the pieces that tell how to reach the person."""
    lines = (_kept_pieces(line) for line in text.splitlines())
    return "\n".join(kept for line in lines if (kept := " | ".join(line)))


def _kept_pieces(line: str) -> list[str]:
    return [kept for piece in _PIECES.split(line.strip()) if (kept := _kept(piece))]


def _kept(piece: str) -> str:
    """A piece as it is, or what is left between its commas: "Tasha, QMHA, 503-555-0100" is no number."""
    if _STREET.search(piece):
        return ""
    if not _DROP.search(piece):
        return piece
    return ", ".join(part.strip() for part in piece.split(",") if part.strip() and not _DROP.search(part))
