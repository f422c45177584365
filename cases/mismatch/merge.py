"""What one question already asks is not asked twice: a first evening stays calm, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cases import person_fit
from cases.mismatch import asking
from cases.mismatch.facts import Facts
from cases.mismatch.next_step import LEVELS
from cases.phrases import is_many, owner
from cases.snapshot import Finding, Mark
from roles.catalogue import Reach

OWN_LETTERS = frozenset({"no-letters", "unknown-letters", "could-be-several"})
"""Silences that one person's own answer ends, for every need at once."""

BACKING = frozenset({"no_supervisor", "license_on_the_way"})


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
    unclear = {f.member for f in findings if f.rule == "title_unclear"}
    return [
        f.fingerprint
        for f in findings
        if f.rule == "fit_unknown" and f.level != "first" and f.member in unclear and _own_letters(facts, f)
    ]


def _own_letters(facts: Facts, finding: Finding) -> bool:
    cell = next(c for c in facts.coverage.row(finding.need).cells if c.member == finding.member)
    fits = person_fit.deciding(facts.need(finding.need), cell.fits)
    open_ones = {f.why_unknown for f in fits if f.reach is Reach.UNKNOWN}
    agreed = facts.agreements.get((cell.member, finding.need)) == "agreed"
    return cell.reach is Reach.UNKNOWN and open_ones <= OWN_LETTERS and not agreed


def _asked_with_the_fit(facts: Facts, findings: Sequence[Finding]) -> list[str]:
    """Who supervises, when a question about a need already asks the same person for that name.

    A chair that only waits for the name keeps its own flag: that name fills it.
    """
    asked = {f.member for f in findings if f.rule == "fit_not_asked" and _asks_who_supervises(facts, f)}
    return [
        f.fingerprint
        for f in findings
        if f.rule in BACKING and f.member in asked and not _fills_a_chair(facts, f)
    ]


def _asks_who_supervises(facts: Facts, finding: Finding) -> bool:
    cell = next(c for c in facts.coverage.row(finding.need).cells if c.member == finding.member)
    return cell.mark is Mark.COULD and cell.reach is Reach.SUPERVISED


def _fills_a_chair(facts: Facts, finding: Finding) -> bool:
    return any(
        cell.member == finding.member
        and cell.mark is Mark.COULD
        and facts.agreements.get((cell.member, row.need)) == "agreed"
        for row in facts.coverage.empty
        for cell in row.cells
    )


def _all_but_one_for_the_agency(facts: Facts, findings: Sequence[Finding]) -> list[str]:
    """The agency is asked about the most urgent need first; its answer opens the rest, but for a doctor's."""
    theirs = [
        f for f in findings if f.rule == "fit_unknown" and f.member is None and not _is_for_a_doctor(facts, f)
    ]
    rest = sorted(theirs, key=lambda f: (LEVELS.index(f.level), not facts.need(f.need).safety))[1:]
    return [f.fingerprint for f in rest]


def _is_for_a_doctor(facts: Facts, finding: Finding) -> bool:
    return asking.is_for_a_doctor(facts, facts.coverage.row(finding.need))


def _seen_in_the_plan(findings: Sequence[Finding]) -> list[str]:
    """What a parent was led to believe, when the plan asks the same person for the same thing."""
    planned = {(f.member, e.capability) for f in findings if f.rule == "outside_training" for e in f.evidence}
    return [
        f.fingerprint
        for f in findings
        if f.rule == "belief_vs_role" and any((f.member, e.capability) in planned for e in f.evidence)
    ]


def _with_what_it_stands_for(facts: Facts, kept: Finding, gone: Sequence[Finding]) -> Finding:
    """A finding that stands for others says so, and weighs as much as they do."""
    if kept.rule not in ("title_unclear", "fit_unknown"):
        return kept
    if kept.rule == "fit_unknown" and kept.member is None and _is_for_a_doctor(facts, kept):
        return kept
    folded = [f for f in gone if f.rule == "fit_unknown" and f.member == kept.member]
    if not folded or (kept.rule == "fit_unknown" and kept.member is not None):
        return kept
    words = replace(kept.words, why=f"{kept.words.why} {_stands_for(facts, kept, folded)}")
    level = min((kept.level, *(f.level for f in folded)), key=LEVELS.index)
    return replace(kept, words=words, level=level)


def _stands_for(facts: Facts, kept: Finding, folded: Sequence[Finding]) -> str:
    if kept.rule == "fit_unknown":
        more = len(folded)
        return f"The same is open for {more} more of {owner(facts.room.child)} needs."
    noun = facts.need(folded[0].need).noun
    if len(folded) == 1:
        return f"Until then, {noun} {'have' if is_many(noun) else 'has'} no clear lead."
    rest = len(folded) - 1
    return f"The answer also tells us about {noun} and {rest} more {'needs' if rest > 1 else 'need'}."
