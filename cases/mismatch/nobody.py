"""Nobody here reaches: ``gap``, ``helpers_no_lead`` and ``no_prescriber``."""

from __future__ import annotations

from cases.mismatch.facts import Facts, level_of
from cases.person_fit import MEDICINE
from cases.phrases import capital, have, listed
from cases.snapshot import Evidence, Finding, NeedRow, Words
from roles.catalogue import FitResult, NeedInfo, Reach


def gap(facts: Facts, row: NeedRow) -> Finding:
    need = facts.need(row.need)
    no = _who_said_no(facts, row)
    words = Words(
        title=f"{capital(need.noun)} {have(need.noun)} no lead yet",
        why=f"You told us this matters for {facts.room.child}. We looked at every role on the team. "
        + (f"{no} said no. " if no else "")
        + "No one leads it right now.",
        say=facts.say(need.asks),
        clear_answer=facts.say(need.clear_answer),
        if_not=facts.if_not(need),
    )
    return facts.finding("gap", level_of(need), words, need=need.slug, evidence=_why_not(facts, row))


def helpers_no_lead(facts: Facts, row: NeedRow) -> Finding | None:
    """None when nobody helps, or everybody who could has said no: then it is a gap."""
    need = facts.need(row.need)
    if not row.askable:
        return None
    names = listed([facts.members[m].name for m in row.askable])
    plan = need.safety and "safety-planning" in need.all_of
    words = Words(
        title=f"{capital(need.noun)} {have(need.noun)} helpers, but no lead",
        why=f"{names} can help with a part of this. "
        f"To lead it takes someone with training for that part.{_KEEPS if plan else ''}",
        say=_PLAN_SAY.format(child=facts.room.child) if plan else facts.say(need.asks),
        clear_answer=_PLAN_ANSWER if plan else facts.say(need.clear_answer),
        if_not=_PLAN_IF_NOT if plan else facts.if_not(need),
    )
    return facts.finding(
        "helpers_no_lead", level_of(need), words, need=need.slug, evidence=_why_not(facts, row)
    )


_KEEPS = " That person also keeps the plan up to date."
_PLAN_SAY = "Who writes the safety plan for {child}? Who do I call when it isn’t working?"
_PLAN_ANSWER = "A name, the steps, and a number for after hours."
_PLAN_IF_NOT = "Call 988 or your county crisis line for help with a plan for now."


def where_to_ask_for_a_prescriber(facts: Facts) -> str:
    """The need whose finding asks for one, '' when none does: where medicine is all, else the first."""
    lacking = [row for row in facts.coverage.empty if row.state == "empty" and _nobody_prescribes(facts, row)]
    return min(lacking, key=lambda row: len(facts.need(row.need).required)).need if lacking else ""


def _nobody_prescribes(facts: Facts, row: NeedRow) -> bool:
    if MEDICINE not in facts.need(row.need).all_of:
        return False
    return all(f.reach is Reach.NOT_TRAINED for f in _on_medicine(row))


def _on_medicine(row: NeedRow) -> list[FitResult]:
    return [f for cell in row.cells for f in cell.fits if f.capability == MEDICINE]


def no_prescriber(facts: Facts, row: NeedRow) -> Finding:
    need, child = facts.need(row.need), facts.room.child
    only = need.required == (MEDICINE,)
    words = Words(
        title="No one on the team can prescribe medicine",
        why=(f"You told us medicine matters for {child}." if only else f"You picked {need.noun} for {child}.")
        + " A doctor or nurse practitioner needs to check it.",
        say=f"Who checks {child}’s medicine? When is the next visit?",
        clear_answer="A name and a date.",
        if_not=facts.if_not(
            need, "Your child’s doctor can help. Don’t stop a medicine before you talk to one."
        ),
    )
    evidence = tuple(
        e
        for cell in row.cells
        for e in facts.evidence(
            facts.members[cell.member], (f for f in cell.fits if f.capability == MEDICINE)
        )
    )
    return facts.finding("no_prescriber", "first", words, need=need.slug, evidence=evidence)


def _who_said_no(facts: Facts, row: NeedRow) -> str:
    no = [m.name for m in facts.room.members if facts.agreements.get((m.id, row.need)) == "declined"]
    return listed(no) if no else ""


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
