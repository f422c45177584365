"""``training_unproven``: a lead that rests on an extra training nobody has checked.

The training was only told and the catalogue knows it: the chair is filled, and it is good to ask how it was
checked. Or it fills no chair yet: the catalogue does not know it, it is still under way, its certificate was
seen and nobody knows for what kind of training, or it was a short one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases import person_fit
from cases.mismatch.departed import who_led, with_who_led
from cases.mismatch.facts import Facts, level_of
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Level, Rule
from cases.snapshot import Cell, MemberFact, NeedRow, TrainingFact
from roles.catalogue import RANK, FitResult, NeedInfo, Reach

# Why it is not proven.
TOLD, NEW, UNDER_WAY, WHAT_KIND, SHORT, NAME = "told", "new", "under-way", "kind", "short", "name"


def training_unproven(facts: Facts) -> Iterator[Finding]:
    """One for each chair that waits for a training, and one for each person who leads by what was told."""
    for row in facts.coverage.empty:
        for cell in row.cells:
            if _counts(facts, row, cell):
                yield from _waits(facts, row, cell)
    for member in facts.room.members:
        yield from _leads_by(facts, member)


# -- an empty chair -----------------------------------------------------------------------------------


def _counts(facts: Facts, row: NeedRow, cell: Cell) -> bool:
    """Does the family count on this person, or is their answer the one worth most?"""
    named = facts.agreements.get((cell.member, row.need)) in ("plan", "agreed")
    return named or (row.state == "ask" and row.nearest[:1] == (cell.member,))


def waits_for_a_check(facts: Facts, row: NeedRow, cell: Cell) -> bool:
    """Was a training told for what leaves this open, so that the question is how it was checked?"""
    return any(_waits(facts, row, cell))


def _waits(facts: Facts, row: NeedRow, cell: Cell) -> Iterator[Finding]:
    """About the first thing whose trainings are not enough yet."""
    need, member = facts.need(row.need), facts.members[cell.member]
    for fit in person_fit.deciding(need, cell.fits) if cell.reach is Reach.DEPENDS else ():
        trainings = _not_enough(facts, member, fit)
        if trainings:
            found = facts.finding(
                Rule.TRAINING_UNPROVEN,
                level_of(need),
                _why_open(trainings[0]),
                need=need.slug,
                member=member,
                evidence=facts.evidence(member, [fit]),
                agreed=facts.agreed(member.id, need.slug),
                capability=fit.capability,
                role=fit.role,
                texts=[training.name for training in trainings],
            )
            yield with_who_led(facts, found, who_led(facts, row))
            return


def _why_open(training: TrainingFact) -> str:
    """Why this one, which says most, is not enough."""
    if training.kind == "short":
        return SHORT
    if training.differs:
        return NAME
    if training.certified:
        return WHAT_KIND
    return UNDER_WAY if training.standing == "under-way" else NEW


def _not_enough(facts: Facts, member: MemberFact, fit: FitResult) -> tuple[TrainingFact, ...]:
    """The trainings for what "depends", where a course could open it to this role at all."""
    trainings = member.trainings_for(fit.capability)
    open_yet = person_fit.waits_for_training(fit, facts.catalogue)
    return trainings if open_yet and not any(training.lifts for training in trainings) else ()


# -- a chair that is filled ---------------------------------------------------------------------------


def _leads_by(facts: Facts, member: MemberFact) -> Iterator[Finding]:
    """About all of them at once: they are looked up in one go."""
    rows = [row for row in facts.coverage.rows if row.has_lead and member.id in row.leads]
    led = {row.need: _told(facts, row, member) for row in rows}
    led = {need: fits for need, fits in led.items() if fits}
    if not led:
        return
    fits = {fit.capability: fit for fits in led.values() for fit in fits}
    yield facts.finding(
        Rule.TRAINING_UNPROVEN,
        Level.SOON if any(facts.need(need).safety for need in led) else Level.KNOW,
        TOLD,
        member=member,
        evidence=facts.evidence(member, fits.values()),
        texts=list(dict.fromkeys(fit.lifted_by for fit in fits.values())),
        needs=list(led),
        count=len(led),
        safety=[need for need in led if facts.need(need).safety][:1],
    )


def _told(facts: Facts, row: NeedRow, member: MemberFact) -> list[FitResult]:
    """What their lead rests on and nobody has checked."""
    need, cell = facts.need(row.need), facts.cell(row, member.id)
    lifted = (fit for fit in _resting(need, cell.fits) if fit.lifted_by)
    trained = ((fit, member.trainings_for(fit.capability)[:1]) for fit in lifted)
    return [fit for fit, best in trained if best and not best[0].certified]


def _resting(need: NeedInfo, fits: tuple[FitResult, ...]) -> tuple[FitResult, ...]:
    """What a lead rests on: all of ``all_of``; of ``any_of`` only what nothing else here stands in for."""
    every, some = fits[: len(need.all_of)], fits[len(need.all_of) :]
    best = [fit for fit in some if RANK[fit.reach] == min(RANK[f.reach] for f in some)]
    return every + (tuple(best) if all(fit.lifted_by for fit in best) else ())
