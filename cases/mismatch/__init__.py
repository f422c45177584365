"""What is worth asking about in a room: rules about how roles fit needs, never about persons.

One family of rules per file. Each rule is a function from a ``Look`` to findings; a finding's fingerprint
"rule:need:member" ('-' when absent) stays the same over rechecks, whatever its words say. The rules read only
the room, the grid and the catalogue: no clock, no database.

A need without a lead gets one finding, never three. ``chairs.py`` holds the order in which they are tried.
What another question already asks is folded into it (``fold.py``).
"""

from __future__ import annotations

from cases.mismatch import backing, belief, chairs, elsewhere, silence, titles
from cases.mismatch.fold import fold
from cases.mismatch.look import Look
from cases.mismatch.steps import next_step
from cases.snapshot import Coverage, Finding, RoomSnapshot
from roles.catalogue import Catalogue

RULES = (
    chairs.empty_chairs,
    backing.no_supervisor,
    backing.license_on_the_way,
    belief.belief_vs_role,
    titles.title_unclear,
    elsewhere.other_state,
    titles.degree_not_license,
    silence.still_waiting,
)


def find(room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage) -> tuple[Finding, ...]:
    """Everything worth asking about, in the order of the rules and, for needs, of the grid.

    ``coverage`` is ``cover(room, catalogue)``. Fingerprints are unique. Pure: the same facts give the same
    findings.
    """
    look = Look.at(room, catalogue, coverage)
    found = {f.fingerprint: f for rule in RULES for f in rule(look)}
    return fold(look, tuple(found.values()))


__all__ = ["RULES", "find", "next_step"]
