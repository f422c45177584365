"""Ids of rows, as an address or a form says them."""

LONGEST = 18  # digits; what a database column holds


def id_of(text: str) -> int | None:
    """None for what cannot be one."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
