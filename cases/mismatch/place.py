"""Whose rule a fact is: a fact of another state is shown as such."""

from __future__ import annotations

from roles.catalogue import Catalogue, FitInfo

NATIONWIDE = "US"


def place_of(cell: FitInfo, catalogue: Catalogue, state: str) -> str:
    """The state whose rule a fact is, by name; '' when it is the family's own or no single state's.

    A role of no single law can still be described by one state's rule; then its source or its words say so.
    """
    role = catalogue.roles.get(cell.role)
    home = cell.state or (role.state if role else "")
    if home in ("", NATIONWIDE):
        home = _named(cell, catalogue)
    return "" if home in ("", state) else catalogue.states.get(home, home)


def _named(cell: FitInfo, catalogue: Catalogue) -> str:
    """The code of the state a fact names, '' for none. 'West Virginia' is not 'Virginia'."""
    said = " ".join((cell.reason, *(s.title for s in cell.sources if cell.claim == "rule")))
    named = [(len(name), code) for code, name in catalogue.states.items() if name in said]
    return max((pair for pair in named if pair[1] != NATIONWIDE), default=(0, ""))[1]
