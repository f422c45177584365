"""What is kept of a pasted signature: never phone numbers, mail addresses, web sites or streets."""

import re

_PIECES = re.compile(r"\s*[|•·]\s*")
_DROP = re.compile(
    r"\S+@\S+"  # a mail address
    r"|https?://|www\."
    r"|(?:\+?\d[\s().-]*){7,}"  # a phone number
    r"|\b\d{5}(?:-\d{4})?\b"  # a ZIP code
    r"|^\s*\d+\s+\w+.*\b(?:street|st|avenue|ave|road|rd|blvd|drive|lane|ln|way|court|ct|suite|ste|hwy)\b",
    re.IGNORECASE,
)


def kept_of(text: str) -> str:
    """The lines of a signature without the pieces that tell how to reach the person."""
    lines = (
        (p for p in _PIECES.split(line.strip()) if p and not _DROP.search(p)) for line in text.splitlines()
    )
    return "\n".join(kept for line in lines if (kept := " | ".join(line)))
