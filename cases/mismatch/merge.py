"""What one question already asks is not asked twice: a first evening stays calm, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cases import person_fit
from cases.mismatch.asking import OWN_LETTERS, STATE, is_for_a_doctor
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding, Value
from cases.mismatch.rules import TABLE, Level, Rule
from cases.snapshot import Mark
from roles.catalogue import Reach


def merge(facts: Facts, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those another one stands for, in the same order."""
    silent = {f.fingerprint for f in findings if any(_stands_for(facts, g, f) for g in findings)}
    silent.update(_all_but_one_for_the_agency(facts, findings))
    silent.update(_all_but_one_for_who_left(findings))
    left = [f for f in findings if f.fingerprint not in silent]
    gone = [f for f in findings if f.fingerprint in silent]
    return tuple(_with_what_it_stands_for(facts, f, gone) for f in left)


def _stands_for(facts: Facts, kept: Finding, other: Finding) -> bool:
    """Does the question of ``kept`` about a person ask what ``other`` asks of them?"""
    if kept.rule not in TABLE[other.rule].rests_for or kept.member != other.member:
        return False
    asks_the_same = ASKS_THE_SAME.get((kept.rule, other.rule))
    return asks_the_same is None or asks_the_same(facts, kept, other)


def _with_the_title(facts: Facts, title: Finding, unknown: Finding) -> bool:
    """A need that can wait, and only that person's letters leave it open.

    A chair whose lead has left keeps the question of its own: it was taken.
    """
    if "gone" in unknown.params:
        return False
    return unknown.level is not Level.FIRST and _own_letters(facts, unknown)


def _asks_for_letters(facts: Facts, counted_on: Finding, other: Finding) -> bool:
    """Whom a plan counts on is asked for the letters with the need already."""
    return counted_on.params.get("silence") in OWN_LETTERS and _own_letters(facts, counted_on)


def _with_who_is_counted_on(facts: Facts, counted_on: Finding, unknown: Finding) -> bool:
    return _asks_for_letters(facts, counted_on, unknown) and _with_the_title(facts, counted_on, unknown)


def _own_letters(facts: Facts, finding: Finding) -> bool:
    row = facts.coverage.row(finding.need)
    cell = next(c for c in row.cells if c.member == finding.member)
    fits = person_fit.deciding(facts.need(finding.need), cell.fits)
    open_ones = {f.why_unknown for f in fits if f.reach is Reach.UNKNOWN}
    return cell.reach is Reach.UNKNOWN and open_ones <= OWN_LETTERS


def _with_the_fit(facts: Facts, fit: Finding, backing: Finding) -> bool:
    """Who supervises is asked with the need already.

    A chair that only waits for the name keeps its own flag: that name fills it.
    """
    return _asks_who_supervises(facts, fit) and not _fills_a_chair(facts, backing)


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


def _all_but_one_for_who_left(findings: Sequence[Finding]) -> list[str]:
    """Who takes over is asked once for all that one person led, the gravest first; safety keeps its own."""
    seen: set[tuple[Value, bool]] = set()
    rest: list[str] = []
    for finding in findings:
        left = _left_behind(finding)
        if left in seen:
            rest.append(finding.fingerprint)
        elif left:
            seen.add(left)
    return rest


def _left_behind(finding: Finding) -> tuple[Value, bool] | None:
    """Who left this chair, and had they only agreed to lead it? None where it is asked about on its own."""
    if finding.rule is not Rule.SUCCESSOR_MISSING or finding.level is Level.FIRST:
        return None
    return finding.params["gone"], bool(finding.params.get("would"))


def _is_for_a_doctor(facts: Facts, finding: Finding) -> bool:
    """What waits for the family's state is for nobody yet, medicine or not."""
    return finding.why != STATE and is_for_a_doctor(facts, facts.coverage.row(finding.need))


def _with_the_plan(facts: Facts, planned: Finding, believed: Finding) -> bool:
    """What a parent was led to believe, when the plan asks the same person for the same thing."""
    return bool({e.capability for e in planned.evidence} & {e.capability for e in believed.evidence})


def _about_the_same_need(facts: Facts, kept: Finding, other: Finding) -> bool:
    return kept.need == other.need


ASKS_THE_SAME: Mapping[tuple[Rule, Rule], Callable[[Facts, Finding, Finding], bool]] = {
    (Rule.TITLE_UNCLEAR, Rule.FIT_UNKNOWN): _with_the_title,
    (Rule.TRAINING_UNPROVEN, Rule.FIT_UNKNOWN): _about_the_same_need,
    (Rule.PLAN_ON_UNKNOWN_FIT, Rule.FIT_UNKNOWN): _with_who_is_counted_on,
    (Rule.PLAN_ON_UNKNOWN_FIT, Rule.TITLE_UNCLEAR): _asks_for_letters,
    (Rule.FIT_NOT_ASKED, Rule.SUPERVISOR_IN_THE_ROOM): _with_the_fit,
    (Rule.FIT_NOT_ASKED, Rule.NO_SUPERVISOR): _with_the_fit,
    (Rule.FIT_NOT_ASKED, Rule.LICENSE_ON_THE_WAY): _with_the_fit,
    (Rule.OUTSIDE_TRAINING, Rule.BELIEF_VS_ROLE): _with_the_plan,
}
"""When a rule rests for another: always, but for these pairs (kept, resting), when this holds."""


def _with_what_it_stands_for(facts: Facts, kept: Finding, gone: Sequence[Finding]) -> Finding:
    """A finding that stands for others says so (``also``: their needs), and weighs as much as they do."""
    folded = _resting_for(facts, kept, gone)
    if not folded:
        return kept
    also: dict[str, Value] = {"also": [f.need for f in folded]}
    level = min((kept.level, *(f.level for f in folded)), key=lambda level: level.rank)
    return replace(kept, params={**kept.params, **also}, level=level)


def _resting_for(facts: Facts, kept: Finding, gone: Sequence[Finding]) -> list[Finding]:
    left = _left_behind(kept)
    if left:
        return [f for f in gone if _left_behind(f) == left]
    if not _can_stand_for(facts, kept):
        return []
    return [f for f in gone if f.rule is Rule.FIT_UNKNOWN and f.member == kept.member]


def _can_stand_for(facts: Facts, kept: Finding) -> bool:
    """The question about a title, the one for the agency, and the one to somebody a plan counts on."""
    if kept.rule is Rule.FIT_UNKNOWN:
        return kept.member is None and not _is_for_a_doctor(facts, kept)
    return kept.rule in (Rule.TITLE_UNCLEAR, Rule.PLAN_ON_UNKNOWN_FIT)
