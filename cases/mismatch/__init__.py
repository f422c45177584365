"""What is worth asking about in a room: rules about how roles fit needs, never about persons.

One family of rules per file. Each rule is a function from a ``Facts`` to findings; a finding's fingerprint
"rule:need:member" ('-' when absent) stays the same over rechecks, whatever its words say. The rules read only
the room, the grid and the catalogue: no clock, no database.

A need without a lead gets one finding, never three; ``empty_chairs.py`` holds the order in which they are
tried. What another question already asks is merged into it (``merge.py``).
"""

from __future__ import annotations

from cases.mismatch import belief, empty_chairs, other_state, still_waiting, supervision, titles
from cases.mismatch.facts import Facts
from cases.mismatch.merge import merge
from cases.mismatch.next_step import next_step
from cases.snapshot import Coverage, Finding, RoomSnapshot
from roles.catalogue import Catalogue

RULES = (
    empty_chairs.empty_chairs,
    supervision.no_supervisor,
    supervision.license_on_the_way,
    belief.belief_vs_role,
    titles.title_unclear,
    other_state.other_state,
    titles.degree_not_license,
    still_waiting.still_waiting,
)


def find(room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage) -> tuple[Finding, ...]:
    """Everything worth asking about, in the order of the rules and, for needs, of the grid.

    ``coverage`` is ``cover(room, catalogue)``. Fingerprints are unique. Pure: the same facts give the same
    findings.
    """
    facts = Facts.at(room, catalogue, coverage)
    found = {f.fingerprint: f for rule in RULES for f in rule(facts)}
    return merge(facts, tuple(found.values()))


__all__ = ["RULES", "find", "next_step"]
