"""Somebody could lead, or might: ``fit_not_asked`` and ``fit_unknown``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cases import person_fit
from cases.mismatch.facts import Facts, is_urgent, level_of
from cases.mismatch.finding import Evidence, Finding, Value
from cases.mismatch.other_state import wears_letters_of_here
from cases.mismatch.rules import Level, Rule
from cases.snapshot import Cell, CellWhy, Mark, MemberFact, NeedRow
from roles.catalogue import RANK, FitResult, Kind, NeedInfo, Reach

# Why a fit has not led to a lead yet.
SHARED, SUPERVISED, ASKED, PLANNED, FREE = "shared", "supervised", "asked", "planned", "free"
UNSETTLED = "unsettled"  # they were asked, and what they said is neither a yes nor a no
# Why we cannot tell.
DOCTOR, PRESCRIBER, AGENCY, DEPENDS, UNKNOWN = "doctor", "prescriber", "agency", "depends", "unknown"
STATE = "state"

OWN_STATE = "own-state"
"""The silence of letters that the family's state has, and that we know as another state's."""
OWN_LETTERS = frozenset({"no-letters", "unknown-letters", "local-letters", "could-be-several"})
"""Silences that one person's own answer ends, for every need at once."""


def only_a_supervisor_is_missing(facts: Facts, row: NeedRow) -> bool:
    """Somebody agreed to lead, and a supervisor's name would fill the chair."""
    return any(awaits_supervisor(facts, row, cell) for cell in row.cells)


def awaits_supervisor(facts: Facts, row: NeedRow, cell: Cell) -> bool:
    could = cell.mark is Mark.COULD and cell.reach is Reach.SUPERVISED
    return could and facts.agreed(cell.member, row.need)


def fit_not_asked(facts: Facts, row: NeedRow) -> Finding:
    """About the person to ask first: the grid has them in that order."""
    need, member = facts.need(row.need), facts.members[row.could[0]]
    cell = facts.cell(row, member.id)
    why = _why_free(facts, need, cell)
    behind = _behind(facts, need, cell, shared=why == SHARED)
    return facts.finding(
        Rule.FIT_NOT_ASKED,
        level_of(need),
        why,
        need=need.slug,
        member=member,
        evidence=facts.evidence(member, behind),
        **(_people(row) if why == SHARED else _role_behind(behind, why)),
    )


def _why_free(facts: Facts, need: NeedInfo, cell: Cell) -> str:
    if cell.mark is not Mark.COULD:
        return SHARED
    if cell.reach is Reach.SUPERVISED:
        return SUPERVISED
    if facts.is_asked(need.slug, cell.member):
        return ASKED
    if facts.has_replied(need.slug, cell.member):
        return UNSETTLED
    return PLANNED if facts.agreements.get((cell.member, need.slug)) == "plan" else FREE


def _people(row: NeedRow) -> dict[str, Value]:
    """Who could share it, and who of them said yes to a part already."""
    agreed = [c.member for c in row.cells if c.why is CellWhy.AGREED_PART]
    people: dict[str, Value] = {"people": list(row.could)}
    return people | {"agreed": [m for m in row.could if m in agreed]} if agreed else people


def _behind(facts: Facts, need: NeedInfo, cell: Cell, *, shared: bool) -> tuple[FitResult, ...]:
    """The results that speak for asking this person; of a shared need, only the part that is theirs."""
    if not shared:
        return tuple(f for f in person_fit.deciding(need, cell.fits) if f.reach is not Reach.NOT_TRAINED)
    now = facts.fits[cell.member].now
    return tuple(f for f in cell.fits if now[f.capability] is Reach.TRAINED)


def _role_behind(behind: Iterable[FitResult], why: str) -> dict[str, Value]:
    """The role whose training reaches least far, so that the sentence does not promise more."""
    fits = tuple(behind)
    if why == SUPERVISED:
        return {"role": next(f.role for f in fits if f.reach is Reach.SUPERVISED)}
    lifted = next((f for f in fits if f.lifted_by), None)
    weakest = lifted or max(fits, key=lambda f: RANK[f.reach])
    return {
        "role": weakest.role,
        "training": weakest.lifted_by,
        "supervised": not lifted and weakest.reach is Reach.SUPERVISED,
    }


# -- we do not know -----------------------------------------------------------------------------------


def fit_unknown(facts: Facts, row: NeedRow) -> Finding:
    """About the person whose answer is worth most; else about nobody. Nobody here is counted on yet.

    Where the family's state may tell, the page asks for that, and one finding holds all needs that wait for
    it (``merge.py``). For safety they are asked all the same, and about medicine whoever can answer without
    it, and whoever is at home in a need that somebody else here could lead.
    """
    need = facts.need(row.need)
    if not (need.safety or row.could) and _waits_for_the_state(facts, need, row):
        return facts.finding(Rule.FIT_UNKNOWN, Level.SOON, STATE, need=need.slug)
    if not row.nearest:
        return _for_somebody_else(facts, row, need)
    return _open_question(facts, row, need, facts.cell(row, row.nearest[0]))


def _for_somebody_else(facts: Facts, row: NeedRow, need: NeedInfo) -> Finding:
    """``here``: the family's state has letters of somebody whose fit is open; ``elsewhere``: facts on one
    are another state's, or change with a state that is not told."""
    cells = [cell for cell in row.cells if cell.open]
    open_ones = (facts.members[cell.member] for cell in cells)
    own = bool(facts.room.state) and any(wears_letters_of_here(facts, one) for one in open_ones)
    here: dict[str, Value] = {"here": True} if own else {}
    here["elsewhere"] = any(person_fit.is_from_elsewhere(cell.fits) for cell in cells)
    found = facts.finding(Rule.FIT_UNKNOWN, level_of(need), _whose(facts, row), need=need.slug)
    return replace(found, params={**found.params, **here})


def _waits_for_the_state(facts: Facts, need: NeedInfo, row: NeedRow) -> bool:
    waits = [facts.awaits_state(c.member, need) for c in row.cells if c.open]
    return all(waits) if is_urgent(need) else any(waits)


def _whose(facts: Facts, row: NeedRow) -> str:
    """Who outside the room can tell. Where somebody here prescribes, nothing says that nobody does."""
    if not is_for_a_doctor(facts, row):
        return AGENCY
    return PRESCRIBER if any(facts.may_prescribe(member) for member in facts.members) else DOCTOR


def _open_question(facts: Facts, row: NeedRow, need: NeedInfo, cell: Cell) -> Finding:
    """``others`` are those who could lead it without a doubt, ``share`` when only together; not there when
    nobody could."""
    evidence, params = what_is_open(facts, need, cell)
    if row.could:
        params |= {"others": list(row.could), "share": not _any_could(row)}
    return facts.finding(
        Rule.FIT_UNKNOWN,
        level_of(need),
        DEPENDS if cell.reach is Reach.DEPENDS else UNKNOWN,
        need=need.slug,
        member=facts.members[cell.member],
        evidence=evidence,
        **params,
    )


def _any_could(row: NeedRow) -> bool:
    """One of them alone, not only several together?"""
    return any(cell.mark is Mark.COULD for cell in row.cells if cell.member in row.could)


def what_is_open(facts: Facts, need: NeedInfo, cell: Cell) -> tuple[tuple[Evidence, ...], dict[str, Value]]:
    """The facts that leave a fit open, and the values that say in which part of the need and why."""
    member = facts.members[cell.member]
    opens = person_fit.first_open(need, cell.fits, cell.reach)
    degree = next((c.text for c in member.credentials if facts.kind(c) is Kind.DEGREE), "")
    return _open_facts(facts, need, cell), {
        "capability": opens.capability,
        "parts": _open_alike(need, cell, opens),
        "role": opens.role,
        "silence": OWN_STATE if _is_of_here(facts, member, opens) else opens.why_unknown,
        "degree": degree,
        "state_told": bool(facts.room.state),
    }


def _open_alike(need: NeedInfo, cell: Cell, opens: FitResult) -> list[str]:
    """All parts of the need that one answer is about: of those where one is enough, the first."""
    every, some = cell.fits[: len(need.all_of)], cell.fits[len(need.all_of) :]
    alike = [f.capability for f in every if _is_like(f, opens)]
    first = [f.capability for f in some if _is_like(f, opens)][:1]
    enough = any(RANK[f.reach] < RANK[opens.reach] for f in some)
    return alike if enough else [*alike, *first]


def _is_like(one: FitResult, opens: FitResult) -> bool:
    return (one.reach, one.role, one.why_unknown) == (opens.reach, opens.role, opens.why_unknown)


def _is_of_here(facts: Facts, member: MemberFact, opens: FitResult) -> bool:
    """Letters the family's state has are not called another state's, though our facts on them are."""
    return opens.why_unknown == "other-state" and wears_letters_of_here(facts, member)


def _open_facts(facts: Facts, need: NeedInfo, cell: Cell) -> tuple[Evidence, ...]:
    """The facts that leave it open; of a word for several jobs, what each of them is trained for."""
    member = facts.members[cell.member]
    fits = [f for f in person_fit.deciding(need, cell.fits) if f.reach is not Reach.TRAINED]
    several = [f.capability for f in fits if f.why_unknown == "could-be-several"]
    return facts.evidence(member, fits) or (facts.could_be(member, several) if several else ())


def is_for_a_doctor(facts: Facts, row: NeedRow) -> bool:
    """Is somebody here whom we would ask, were it not about medicine?"""
    need = facts.need(row.need)
    if person_fit.MEDICINE not in need.all_of:
        return False
    asked = [c.member for c in row.cells if c.open]
    return any(
        facts.worth_asking(member, need, named=True) is not None and facts.worth_asking(member, need) is None
        for member in asked
    )
