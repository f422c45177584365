"""Who left is remembered until their chair has a lead again: ``successor_missing``, ``medicine_bridge``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cases import person_fit, worth
from cases.mismatch.facts import Facts, level_of
from cases.mismatch.finding import Finding, Value
from cases.mismatch.rules import Level, Rule
from cases.person_fit import MEDICINE
from cases.snapshot import DepartedFact, NeedRow
from roles.catalogue import NeedInfo, Reach
from roles.lexicon import fold

PRESCRIBES = (Reach.TRAINED, Reach.SUPERVISED)


def who_led(facts: Facts, row: NeedRow) -> DepartedFact | None:
    """Who led this chair and left last, else who had agreed to and was not sure yet; None without either."""
    need = facts.need(row.need)
    led = _last(gone for gone in _gone(facts) if _led(facts, need, gone))
    return led or _last(gone for gone in _gone(facts) if _would_have_led(facts, need, gone))


def with_who_led(facts: Facts, found: Finding, gone: DepartedFact | None) -> Finding:
    """Whom to ask now, and who led it before; ``would``: they had agreed, and something was still open."""
    if gone is None:
        return found
    told: dict[str, Value] = {"gone": gone.member.id, "until": gone.left_on.isoformat()}
    if _would_have_led(facts, facts.need(found.need), gone):
        told["would"] = True
    return replace(found, params={**found.params, **told})


def _gone(facts: Facts) -> list[DepartedFact]:
    """Those who left, but for somebody who was written down anew: they are here."""
    here = {fold(member.name) for member in facts.room.members}
    return [gone for gone in facts.room.departed if fold(gone.member.name) not in here]


def _last(gone: Iterable[DepartedFact]) -> DepartedFact | None:
    return max(gone, key=lambda one: (one.left_on, one.member.id), default=None)


def _led(facts: Facts, need: NeedInfo, gone: DepartedFact) -> bool:
    """Alone, or a part of it beside others who agreed."""
    if gone.agreement(need.slug) != "agreed":
        return False
    stands = _stands(facts, gone, need)
    return stands.reach is Reach.TRAINED or (bool(stands.parts) and _shared(facts, need))


def _would_have_led(facts: Facts, need: NeedInfo, gone: DepartedFact) -> bool:
    """Did they agree, while a supervisor's name, their letters or their training were still open?"""
    stands = _stands(facts, gone, need)
    open_yet = stands.with_supervisor or stands.reach in (Reach.UNKNOWN, Reach.DEPENDS)
    return gone.agreement(need.slug) == "agreed" and open_yet and not _led(facts, need, gone)


def _shared(facts: Facts, need: NeedInfo) -> bool:
    """Did those who agreed, here or gone, cover the need together, as the grid asks for it?"""
    state = facts.room.state
    here = [m for m in facts.room.members if facts.agreed(m.id, need.slug)]
    left = [gone.member for gone in _gone(facts) if gone.agreement(need.slug) == "agreed"]
    fits = [person_fit.person(m, facts.catalogue, state).on(need) for m in (*here, *left)]
    sharers = [m for m, fit in zip((*here, *left), fits, strict=True) if fit.parts]
    parts = frozenset[str]().union(*(fit.parts for fit in fits))
    return person_fit.parts_of(need) <= parts and person_fit.parts_add_up(need, sharers)


def _stands(facts: Facts, gone: DepartedFact, need: NeedInfo) -> person_fit.NeedFit:
    return person_fit.person(gone.member, facts.catalogue, facts.room.state).on(need)


def successor_missing(facts: Facts, row: NeedRow, gone: DepartedFact) -> Finding:
    """About the chair, for whoever the grid says to ask first; ``helpers`` are those who stay."""
    need = facts.need(row.need)
    return facts.finding(
        Rule.SUCCESSOR_MISSING,
        level_of(need),
        need=need.slug,
        evidence=facts.evidence(gone.member, person_fit.deciding(need, _stands(facts, gone, need).fits)),
        helpers=list(row.askable),
    )


# -- medicine -----------------------------------------------------------------------------------------


def where_medicine_stops(facts: Facts) -> str:
    """The need whose finding asks who prescribes meanwhile, '' when none does: where medicine is all."""
    rows = [row for row in facts.coverage.rows if MEDICINE in facts.need(row.need).all_of]
    if any(row.has_lead for row in rows):
        return ""
    stops = [row for row in rows if who_prescribed(facts, row)]
    return min(stops, key=lambda row: len(facts.need(row.need).required)).need if stops else ""


def who_prescribed(facts: Facts, row: NeedRow) -> DepartedFact | None:
    """The last prescriber who left; None without one, and for one who said it was not theirs."""
    return _last(gone for gone in _gone(facts) if _prescribed(facts, row.need, gone))


def _prescribed(facts: Facts, need: str, gone: DepartedFact) -> bool:
    """By their letters; where these leave it open, because they agreed or the plan said so."""
    kind = gone.agreement(need)
    reach = person_fit.person(gone.member, facts.catalogue, facts.room.state).fits[MEDICINE].reach
    if kind == "declined" or reach in PRESCRIBES:
        return kind != "declined"
    may = worth.may_prescribe(gone.member, facts.catalogue, facts.room.state)
    return may and kind in ("plan", "agreed") and reach is not Reach.NOT_TRAINED


def medicine_bridge(facts: Facts, row: NeedRow, gone: DepartedFact) -> Finding:
    """Asked of who may prescribe here, else of nobody on the team: of a doctor's office, never of a helper.

    ``why`` is 'led' when they agreed to lead it, else ''.
    """
    need, state = facts.need(row.need), facts.room.state
    here = (facts.members[member] for member in row.askable)
    doctor = next((m for m in here if worth.may_prescribe(m, facts.catalogue, state)), None)
    medicine = person_fit.person(gone.member, facts.catalogue, state).fits[MEDICINE]
    found = facts.finding(
        Rule.MEDICINE_BRIDGE,
        Level.FIRST,
        "led" if gone.agreement(row.need) == "agreed" else "",
        need=need.slug,
        member=doctor,
        evidence=facts.evidence(gone.member, [medicine]),
    )
    return with_who_led(facts, found, gone)
