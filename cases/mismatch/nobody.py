"""Nobody here reaches: ``gap``, ``helpers_no_lead`` and ``no_prescriber``."""

from __future__ import annotations

from cases import person_fit
from cases.mismatch.facts import Facts, level_of
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.rules import Level, Rule
from cases.person_fit import MEDICINE
from cases.snapshot import NeedRow
from roles.catalogue import FitResult, NeedInfo, Reach

SAFETY_PLAN = "safety-planning"


def gap(facts: Facts, row: NeedRow) -> Finding:
    need = facts.need(row.need)
    no = [m.id for m in facts.room.members if facts.agreements.get((m.id, row.need)) == "declined"]
    return facts.finding(
        Rule.GAP,
        level_of(need),
        "declined" if no else "",
        need=need.slug,
        evidence=_why_not(facts, row),
        declined=no,
    )


def helpers_no_lead(facts: Facts, row: NeedRow) -> Finding | None:
    """None when nobody helps, or everybody who could has said no: then it is a gap."""
    need = facts.need(row.need)
    declined = (m for m in row.helps if facts.agreements.get((m, row.need)) != "declined")
    helpers = list(row.askable or declined)
    if not helpers:
        return None
    return facts.finding(
        Rule.HELPERS_NO_LEAD,
        level_of(need),
        "plan" if need.safety and SAFETY_PLAN in need.all_of else "",
        need=need.slug,
        evidence=_why_not(facts, row),
        helpers=helpers,
    )


def where_to_ask_for_a_prescriber(facts: Facts) -> str:
    """The need whose finding asks for one, '' when none does: where medicine is all, else the first."""
    without = [row for row in facts.coverage.empty if row.state == "empty" and _nobody_prescribes(facts, row)]
    return min(without, key=lambda row: len(facts.need(row.need).required)).need if without else ""


def _nobody_prescribes(facts: Facts, row: NeedRow) -> bool:
    if MEDICINE not in facts.need(row.need).all_of:
        return False
    return all(f.reach is Reach.NOT_TRAINED for f in _on_medicine(row))


def _on_medicine(row: NeedRow) -> list[FitResult]:
    return [f for cell in row.cells for f in cell.fits if f.capability == MEDICINE]


def no_prescriber(facts: Facts, row: NeedRow) -> Finding:
    """``why`` is 'whole' where medicine is all of the need, else 'part': that a child takes any is not told.

    ``rest`` are those who could lead the other parts.
    """
    need = facts.need(row.need)
    evidence = tuple(
        e
        for cell in row.cells
        for e in facts.evidence(
            facts.members[cell.member], (f for f in cell.fits if f.capability == MEDICINE)
        )
    )
    if need.required == (MEDICINE,):
        return facts.finding(Rule.NO_PRESCRIBER, Level.FIRST, "whole", need=need.slug, evidence=evidence)
    rest = _who_could_lead_the_rest(facts, row)
    return facts.finding(
        Rule.NO_PRESCRIBER, Level.FIRST, "part", need=need.slug, evidence=evidence, rest=rest
    )


def _who_could_lead_the_rest(facts: Facts, row: NeedRow) -> list[int]:
    """Whose role covers every other part of the need alone, and who has not said no to it."""
    need = facts.need(row.need)
    rest = person_fit.parts_of(need) - {MEDICINE}
    return [
        m.id
        for m in facts.room.members
        if rest <= facts.fits[m.id].on(need).parts and facts.agreements.get((m.id, row.need)) != "declined"
    ]


def _why_not(facts: Facts, row: NeedRow) -> tuple[Evidence, ...]:
    """For each person the cell that keeps their role from leading, so that the parent can check it."""
    need = facts.need(row.need)
    found: list[Evidence] = []
    for cell in row.cells:
        short_of = outside(need, cell.fits) or tuple(f for f in cell.fits if f.reach is Reach.SUPERVISED)
        found += facts.evidence(facts.members[cell.member], short_of[:1])
    return tuple(found)


def outside(need: NeedInfo, fits: tuple[FitResult, ...]) -> tuple[FitResult, ...]:
    """What keeps a role from the whole need: each "no" of ``all_of``, and ``any_of`` if all say no."""
    no = tuple(f for f in fits[: len(need.all_of)] if f.reach is Reach.NOT_TRAINED)
    some = fits[len(need.all_of) :]
    return no + (some if all(f.reach is Reach.NOT_TRAINED for f in some) else ())
