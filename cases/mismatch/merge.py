"""What one question already asks is not asked twice: a first evening stays calm, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cases import person_fit
from cases.mismatch.asking import is_for_a_doctor
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding, Value
from cases.mismatch.rules import TABLE, Level, Rule
from cases.snapshot import Mark
from roles.catalogue import Reach

OWN_LETTERS = frozenset({"no-letters", "unknown-letters", "could-be-several"})
"""Silences that one person's own answer ends, for every need at once."""


def merge(facts: Facts, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those another one stands for, in the same order."""
    silent = {
        *_said_with_the_title(facts, findings),
        *_asked_with_the_fit(facts, findings),
        *_all_but_one_for_the_agency(facts, findings),
        *_seen_in_the_plan(findings),
    }
    left = [f for f in findings if f.fingerprint not in silent]
    gone = [f for f in findings if f.fingerprint in silent]
    return tuple(_with_what_it_stands_for(facts, f, gone) for f in left)


def _said_with_the_title(facts: Facts, findings: Sequence[Finding]) -> list[str]:
    """``fit_unknown`` of a need that can wait, when only that person's letters leave it open.

    Somebody who agreed to lead keeps the question of their own: the family may think the chair is taken.
    """
    unclear = {f.member for f in findings if f.rule is Rule.TITLE_UNCLEAR}
    return [
        f.fingerprint
        for f in findings
        if f.rule is Rule.FIT_UNKNOWN
        and f.level is not Level.FIRST
        and f.member in unclear
        and _own_letters(facts, f)
    ]


def _own_letters(facts: Facts, finding: Finding) -> bool:
    row = facts.coverage.row(finding.need)
    cell = next(c for c in row.cells if c.member == finding.member)
    fits = person_fit.deciding(facts.need(finding.need), cell.fits)
    open_ones = {f.why_unknown for f in fits if f.reach is Reach.UNKNOWN}
    agreed = facts.agreed(cell.member, finding.need)
    return cell.reach is Reach.UNKNOWN and open_ones <= OWN_LETTERS and not agreed


def _asked_with_the_fit(facts: Facts, findings: Sequence[Finding]) -> list[str]:
    """Who supervises, when a question about a need already asks the same person for that name.

    A chair that only waits for the name keeps its own flag: that name fills it.
    """
    asked = {f.member for f in findings if f.rule is Rule.FIT_NOT_ASKED and _asks_who_supervises(facts, f)}
    return [
        f.fingerprint
        for f in findings
        if TABLE[f.rule].of_the_role and f.member in asked and not _fills_a_chair(facts, f)
    ]


def _asks_who_supervises(facts: Facts, finding: Finding) -> bool:
    row = facts.coverage.row(finding.need)
    cell = next(c for c in row.cells if c.member == finding.member)
    return cell.mark is Mark.COULD and cell.reach is Reach.SUPERVISED


def _fills_a_chair(facts: Facts, finding: Finding) -> bool:
    return any(
        cell.member == finding.member and cell.mark is Mark.COULD and facts.agreed(cell.member, row.need)
        for row in facts.coverage.empty
        for cell in row.cells
    )


def _all_but_one_for_the_agency(facts: Facts, findings: Sequence[Finding]) -> list[str]:
    """The agency is asked about the most urgent need first; its answer opens the rest, but for a doctor's."""
    theirs = [
        f
        for f in findings
        if f.rule is Rule.FIT_UNKNOWN and f.member is None and not _is_for_a_doctor(facts, f)
    ]
    rest = sorted(theirs, key=lambda f: (f.level.rank, not facts.need(f.need).safety))[1:]
    return [f.fingerprint for f in rest]


def _is_for_a_doctor(facts: Facts, finding: Finding) -> bool:
    return is_for_a_doctor(facts, facts.coverage.row(finding.need))


def _seen_in_the_plan(findings: Sequence[Finding]) -> list[str]:
    """What a parent was led to believe, when the plan asks the same person for the same thing."""
    planned = {
        (f.member, e.capability) for f in findings if f.rule is Rule.OUTSIDE_TRAINING for e in f.evidence
    }
    return [
        f.fingerprint
        for f in findings
        if f.rule is Rule.BELIEF_VS_ROLE and any((f.member, e.capability) in planned for e in f.evidence)
    ]


def _with_what_it_stands_for(facts: Facts, kept: Finding, gone: Sequence[Finding]) -> Finding:
    """A finding that stands for others says so (``also``: their needs), and weighs as much as they do."""
    folded = [f for f in gone if f.rule is Rule.FIT_UNKNOWN and f.member == kept.member]
    if not folded or not _can_stand_for(facts, kept):
        return kept
    also: dict[str, Value] = {"also": [f.need for f in folded]}
    level = min((kept.level, *(f.level for f in folded)), key=lambda level: level.rank)
    return replace(kept, params={**kept.params, **also}, level=level)


def _can_stand_for(facts: Facts, kept: Finding) -> bool:
    """The question about a title, and the one for the agency."""
    if kept.rule is Rule.FIT_UNKNOWN:
        return kept.member is None and not _is_for_a_doctor(facts, kept)
    return kept.rule is Rule.TITLE_UNCLEAR
