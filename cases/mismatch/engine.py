"""Runs every rule over one room."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cases.mismatch.belief import belief_vs_role
from cases.mismatch.empty_chairs import empty_chairs
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.merge import merge
from cases.mismatch.one_person_many import one_person_many
from cases.mismatch.other_state import other_state
from cases.mismatch.register_not_checked import register_not_checked
from cases.mismatch.school_only import school_only
from cases.mismatch.sibling_safety import sibling_safety
from cases.mismatch.still_waiting import still_waiting
from cases.mismatch.supervision import license_on_the_way, no_supervisor
from cases.mismatch.supervisor_in_the_room import supervisor_in_the_room
from cases.mismatch.titles import degree_not_license, title_unclear
from cases.mismatch.training_unproven import training_unproven
from cases.snapshot import Coverage, RoomSnapshot
from roles.catalogue import Catalogue

RUN: tuple[Callable[[Facts], Iterable[Finding]], ...] = (
    sibling_safety,
    empty_chairs,
    training_unproven,
    supervisor_in_the_room,
    no_supervisor,
    license_on_the_way,
    belief_vs_role,
    title_unclear,
    other_state,
    degree_not_license,
    school_only,
    one_person_many,
    register_not_checked,
    still_waiting,
)
"""Every rule that runs, in the order findings are told."""


def find(room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage) -> tuple[Finding, ...]:
    """Everything worth asking about, in the order of the rules and, for needs, of the grid.

    ``coverage`` is ``cover(room, catalogue)``. Fingerprints are unique. Pure: the same facts give the same
    findings.
    """
    facts = Facts.at(room, catalogue, coverage)
    found = {f.fingerprint: f for rule in RUN for f in rule(facts)}
    return merge(facts, tuple(found.values()))
