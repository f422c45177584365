"""What one question already asks is not asked twice: a first evening stays calm, and nothing is lost.

A need of safety or medicine never rests for a question about another need: who puts that one off, or has it
sorted, has not decided about this one. What rests for a question is named in its words, so a decision counts
for what was read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from cases import person_fit
from cases.mismatch.asking import OWN_LETTERS, STATE, SUPERVISED, is_for_a_doctor
from cases.mismatch.facts import Facts, is_urgent
from cases.mismatch.finding import Finding, Value
from cases.mismatch.rules import TABLE, Fact, Level, Rule
from cases.snapshot import Mark
from roles.catalogue import Reach

WHO_SUPERVISES = frozenset(rule for rule in Rule if rule.traits.settled_by == (Fact.SUPERVISOR,)) - {
    Rule.FIT_NOT_ASKED
}
"""Rules that ask for the name of a supervisor and for nothing else."""
ELSEWHERE: dict[str, Value] = {"backing": False}
"""Another question asks this person who supervises them."""


def merge(facts: Facts, findings: Sequence[Finding], decided: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings without those another one stands for, in the same order. ``decided`` as in ``find``."""
    standing = [f for f in findings if _is_open(facts, f, decided)]
    silent = {f.fingerprint for f in findings if any(_stands_for(facts, g, f) for g in standing)}
    silent.update(_all_but_one_for_nobody_here(facts, findings))
    silent.update(_all_but_one_for_who_left(findings))
    left = [f for f in findings if f.fingerprint not in silent]
    gone = [f for f in findings if f.fingerprint in silent]
    told = [_with_what_it_stands_for(facts, f, gone) for f in left]
    return tuple(_asked_once_who_supervises(told, decided))


def _is_open(facts: Facts, kept: Finding, decided: Collection[str]) -> bool:
    """Not where what it stands for is another thing to tell, and nobody has to look at it any more.

    A question that asks the very same goes on to stand for it.
    """
    if kept.rule is not Rule.OUTSIDE_TRAINING:
        return True
    asked = any(ask.need == kept.need and ask.lead for ask in facts.room.asks)
    return not asked and kept.fingerprint not in decided


def _stands_for(facts: Facts, kept: Finding, other: Finding) -> bool:
    """Does the question of ``kept`` about a person ask what ``other`` asks of them?"""
    if kept.rule not in TABLE[other.rule].rests_for or kept.member != other.member:
        return False
    if _keeps_its_own(other) and kept.need != other.need:
        return False
    asks_the_same = ASKS_THE_SAME.get((kept.rule, other.rule))
    return asks_the_same is None or asks_the_same(facts, kept, other)


def _keeps_its_own(finding: Finding) -> bool:
    """Is it about a need that waits for nothing?"""
    return bool(finding.need) and finding.level is Level.FIRST


def _with_the_title(facts: Facts, title: Finding, unknown: Finding) -> bool:
    """Only that person's letters leave it open. A chair whose lead has left was taken, and keeps its own."""
    return "gone" not in unknown.params and _own_letters(facts, unknown)


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


def _all_but_one_for_nobody_here(facts: Facts, findings: Sequence[Finding]) -> list[str]:
    """Needs that can wait are one question for the agency, and one more where the state is to be told."""
    theirs = (f for f in findings if _goes_outside(facts, f))
    seen: set[bool] = set()
    rest: list[str] = []
    for finding in sorted(theirs, key=lambda f: not is_urgent(facts.need(f.need))):
        if _waits_for_the_state(finding) in seen:
            rest.append(finding.fingerprint)
        seen.add(_waits_for_the_state(finding))
    return rest


def _asked_once_who_supervises(findings: Sequence[Finding], decided: Collection[str]) -> Iterator[Finding]:
    """One question about somebody asks who supervises them: the one that is about nothing else, or the first
    about a need that nobody has decided about. The others ask only if they lead."""
    asks = {f.member for f in findings if f.rule in WHO_SUPERVISES and f.fingerprint not in decided}
    for finding in findings:
        if finding.rule is not Rule.FIT_NOT_ASKED or finding.why != SUPERVISED:
            yield finding
            continue
        asked = finding.member in asks
        yield replace(finding, params={**finding.params, **ELSEWHERE}) if asked else finding
        if finding.fingerprint not in decided:
            asks.add(finding.member)


def _goes_outside(facts: Facts, finding: Finding) -> bool:
    """Is it for nobody here, and neither a doctor's nor asked before all else?"""
    outside = finding.rule is Rule.FIT_UNKNOWN and finding.member is None
    return outside and not _keeps_its_own(finding) and not _is_for_a_doctor(facts, finding)


def _waits_for_the_state(finding: Finding) -> bool:
    return finding.why == STATE


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
    """What a parent was led to believe, when the plan asks the same person for the same thing, as soon."""
    if believed.level.rank < planned.level.rank:
        return False
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
    if kept.rule is Rule.OUTSIDE_TRAINING:
        return _with_the_belief(facts, kept, gone)
    folded = _resting_for(facts, kept, gone)
    if not folded:
        return kept
    also: dict[str, Value] = {"also": [f.need for f in folded]}
    level = min((kept.level, *(f.level for f in folded)), key=lambda level: level.rank)
    return replace(kept, params={**kept.params, **also}, level=level)


def _with_the_belief(facts: Facts, kept: Finding, gone: Sequence[Finding]) -> Finding:
    """What the person was taken for is named there, so that it is not lost."""
    told = next((f for f in gone if f.rule is Rule.BELIEF_VS_ROLE and _stands_for(facts, kept, f)), None)
    return replace(kept, params={**kept.params, "believed": told.params["believed"]}) if told else kept


def _resting_for(facts: Facts, kept: Finding, gone: Sequence[Finding]) -> list[Finding]:
    left = _left_behind(kept)
    if left:
        return [f for f in gone if _left_behind(f) == left]
    theirs = [f for f in gone if f.rule is Rule.FIT_UNKNOWN and f.member == kept.member]
    if _goes_outside(facts, kept):
        state = _waits_for_the_state(kept)
        return [f for f in theirs if _waits_for_the_state(f) == state]
    return theirs if kept.rule in (Rule.TITLE_UNCLEAR, Rule.PLAN_ON_UNKNOWN_FIT) else []
