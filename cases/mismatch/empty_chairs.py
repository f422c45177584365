"""Empty chairs: a need that nobody leads yet gets the one finding that helps most.

Tried in this order, and only the first that holds is shown, but for 2 and 3, which may be about two people:

1. nothing, when somebody agreed and only a supervisor's name is missing: ``no_supervisor`` asks for that.
2. ``outside_training``: the plan or the person names a lead whose role does not reach. The family may think
   the chair is taken, so this comes before who else could lead, and its question already names them.
3. ``plan_on_unknown_fit``: the plan or their own yes names somebody, and we do not know if the role fits.
   Never left out, and told for each who is counted on; who else could lead stands in its question.
4. ``fit_not_asked``: somebody's role fits (alone, with a supervisor, or two people together).
5. ``fit_unknown``: somebody might reach, and we do not know. Silence is never "no", so as long as one person
   is unknown or "it depends", no finding says that nobody can.
6. ``no_prescriber``: medicine is called for and every role on the team is known not to prescribe. Once per
   room; where medicine is the whole need, if there is such a need.
7. ``everyone_said_no``: there were people whose role fits, and all of them declined.
8. ``helpers_no_lead``: people who did not say no can help with parts of it.
9. ``gap``: every role on the team is known not to reach.

Where somebody led the chair and left, or had agreed to and left, the finding says so; before 8 and 9
``successor_missing`` asks who takes over. ``medicine_bridge`` comes before all of these, once per room: a
prescriber left, and medicine runs out.

A room without people gets none of these: the page asks who helps first. Who left is asked about all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.asking import fit_not_asked, fit_unknown, only_a_supervisor_is_missing
from cases.mismatch.departed import (
    medicine_bridge,
    successor_missing,
    where_medicine_stops,
    who_led,
    who_prescribed,
    with_who_led,
)
from cases.mismatch.everyone_said_no import everyone_said_no
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.nobody import gap, helpers_no_lead, no_prescriber, where_to_ask_for_a_prescriber
from cases.mismatch.outside import outside_training
from cases.mismatch.plan_on_unknown_fit import plan_on_unknown_fit
from cases.snapshot import DepartedFact, NeedRow


def empty_chairs(facts: Facts) -> Iterator[Finding]:
    """What is told of each need without a lead, in the order of the grid."""
    stops = where_medicine_stops(facts)
    prescribing = "" if stops else where_to_ask_for_a_prescriber(facts)
    for row in facts.coverage.empty:
        gone, prescriber = who_led(facts, row), who_prescribed(facts, row)
        if row.need == stops and prescriber:
            yield from _bridge(facts, row, prescriber)
        elif facts.members or gone:
            yield from (with_who_led(facts, found, gone) for found in _told(facts, row, prescribing, gone))


def who_leads(facts: Facts, row: NeedRow) -> Finding | None:
    """What is told of a need where nothing stands in front of the plain fact that nobody leads it."""
    gone = who_led(facts, row)
    prescribing = "" if where_medicine_stops(facts) else where_to_ask_for_a_prescriber(facts)
    found = _first_that_holds(facts, row, prescribing, gone)
    return with_who_led(facts, found, gone) if found else None


def _bridge(facts: Facts, row: NeedRow, prescriber: DepartedFact) -> Iterator[Finding]:
    """Who prescribes meanwhile; and whom the family counts on for it, unless it is them who are asked."""
    bridge = medicine_bridge(facts, row, prescriber)
    yield bridge
    yield from (found for found in plan_on_unknown_fit(facts, row) if found.member != bridge.member)


def _told(facts: Facts, row: NeedRow, prescribing: str, gone: DepartedFact | None) -> Iterator[Finding]:
    if only_a_supervisor_is_missing(facts, row):
        return
    outside = outside_training(facts, row)
    counted_on = [*([outside] if outside else []), *plan_on_unknown_fit(facts, row)]
    found = None if counted_on else _first_that_holds(facts, row, prescribing, gone)
    yield from [found] if found else counted_on


def _first_that_holds(
    facts: Facts, row: NeedRow, prescribing: str, gone: DepartedFact | None
) -> Finding | None:
    if row.state == "could":
        return fit_not_asked(facts, row)
    if row.state == "ask":
        return fit_unknown(facts, row)
    if row.need == prescribing and facts.members:
        return no_prescriber(facts, row)
    said_no = everyone_said_no(facts, row)
    if said_no:
        return said_no
    if gone:
        return successor_missing(facts, row, gone)
    return helpers_no_lead(facts, row) or gap(facts, row)
