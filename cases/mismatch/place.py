"""Whose rule a fact is: a fact of another state is shown as such."""

from __future__ import annotations

from roles.catalogue import Catalogue, FitInfo

NATIONWIDE = "US"


def place_of(cell: FitInfo, catalogue: Catalogue, state: str) -> str:
    """The code of the state whose rule a fact is; '' when it is the family's own or no single state's.

    A role of no single law can still be described by one state's rule; then the fact says which.
    """
    role = catalogue.roles.get(cell.role)
    home = cell.state or (role.state if role else "")
    if home in ("", NATIONWIDE):
        home = cell.rule_of
    return "" if home in ("", state) else home
