"""Empty chairs: a need that nobody leads yet gets the one finding that helps most.

Tried in this order, and only the first that holds is shown:

1. nothing, when somebody agreed and only a supervisor's name is missing: ``no_supervisor`` asks for that.
2. ``outside_training``: the plan or the person names a lead whose role does not reach. The family may think
   the chair is taken, so this comes before who else could lead, and its question already names them.
3. ``fit_not_asked``: somebody's role fits (alone, with a supervisor, or two people together).
4. ``fit_unknown``: somebody might reach, and we do not know. Silence is never "no", so as long as one person
   is unknown or "it depends", no finding says that nobody can.
5. ``no_prescriber``: medicine is called for and every role on the team is known not to prescribe. Once per
   room; where medicine is the whole need, if there is such a need.
6. ``everyone_said_no``: there were people whose role fits, and all of them declined.
7. ``helpers_no_lead``: people who did not say no can help with parts of it.
8. ``gap``: every role on the team is known not to reach.

Where somebody led the chair and left, the finding says so; before 7 and 8 ``successor_missing`` asks who
takes over. ``medicine_bridge`` comes before all of these, once per room: a prescriber left, and medicine runs
out.

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
from cases.snapshot import DepartedFact, NeedRow


def empty_chairs(facts: Facts) -> Iterator[Finding]:
    """At most one finding for each need without a lead, in the order of the grid."""
    stops = where_medicine_stops(facts)
    prescribing = "" if stops else where_to_ask_for_a_prescriber(facts)
    for row in facts.coverage.empty:
        gone, prescriber = who_led(facts, row), who_prescribed(facts, row)
        if row.need == stops and prescriber:
            yield medicine_bridge(facts, row, prescriber)
        elif facts.members or gone:
            found = _first_that_holds(facts, row, prescribing, gone)
            if found:
                yield with_who_led(found, gone)


def _first_that_holds(
    facts: Facts, row: NeedRow, prescribing: str, gone: DepartedFact | None
) -> Finding | None:
    if only_a_supervisor_is_missing(facts, row):
        return None
    found = outside_training(facts, row)
    if found:
        return found
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
