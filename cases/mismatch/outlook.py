"""Who could still fill an empty chair: told with every finding about it, for a decision rests on that too.

Nothing is said of it in words: whom to ask stands in the finding already. ``decided.py`` holds it against
what it was when a parent decided.
"""

from __future__ import annotations

from dataclasses import replace

from cases.mismatch.finding import Finding, Value
from cases.mismatch.rules import TABLE
from cases.snapshot import Coverage, Mark

COULD, SHARE, MIGHT = "could", "could_share", "might"
"""Ids of those whose role reaches, of those who could share it, and of those whose fit is not known."""


def with_outlook(found: Finding, coverage: Coverage) -> Finding:
    """What is asked about an empty chair, with who could fill it; any other finding as it is."""
    if not found.need or not TABLE[found.rule].chair:
        return found
    return replace(found, params={**found.params, **outlook(coverage, found.need)})


def outlook(coverage: Coverage, need: str) -> dict[str, Value]:
    """By what they could do; each list is left out where nobody could, {} for a need that is not picked."""
    row = next((row for row in coverage.rows if row.need == need), None)
    if row is None:
        return {}
    alone = {cell.member for cell in row.cells if cell.mark is Mark.COULD}
    found: dict[str, Value] = {
        COULD: sorted(alone.intersection(row.could)),
        SHARE: sorted(set(row.could) - alone),
        MIGHT: sorted(cell.member for cell in row.cells if cell.mark is Mark.ASK and not cell.part),
    }
    return {name: ids for name, ids in found.items() if ids}
