"""Runs every rule over one room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from cases.mismatch.awake import awake
from cases.mismatch.empty_chairs import empty_chairs
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.merge import merge
from cases.mismatch.outlook import with_outlook
from cases.mismatch.rules import Rule, function_of
from cases.snapshot import Coverage, RoomSnapshot
from roles.catalogue import Catalogue

Run = Callable[[Facts], Iterable[Finding]]


def _run(rule: Rule) -> Run:
    return empty_chairs if rule.traits.tried else function_of(rule, __package__)


RUN: tuple[Run, ...] = tuple(dict.fromkeys(_run(rule) for rule in Rule))
"""Every rule that runs by itself, and the empty chairs once, in the order of the table: so they are told."""


def find(
    room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage, decided: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Everything worth asking about, in the order of the rules and, for needs, of the grid.

    ``coverage`` is ``cover(room, catalogue)``, ``decided`` are the fingerprints of what the parent has
    decided about. Fingerprints are unique. Pure: the same facts give the same findings.
    """
    facts = Facts.at(room, catalogue, coverage)
    found = {f.fingerprint: f for rule in RUN for f in rule(facts)}
    told = merge(facts, tuple(found.values()), decided)
    return tuple(with_outlook(f, coverage) for f in (*told, *awake(facts, told, decided)))
