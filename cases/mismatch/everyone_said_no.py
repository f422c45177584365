"""``everyone_said_no``: all here who could lead a need were asked, and declined."""

from __future__ import annotations

from collections.abc import Sequence

from cases import person_fit
from cases.mismatch.facts import Facts, level_of
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.rules import Rule
from cases.person_fit import MEDICINE
from cases.snapshot import NeedRow
from roles.catalogue import RANK, NeedInfo, Reach

REACHES = RANK[Reach.SUPERVISED]


def everyone_said_no(facts: Facts, row: NeedRow) -> Finding | None:
    """For a chair that nobody else here could take; None where none of those who declined is known to reach.

    The agency is asked then: it can tell who else there is. ``why`` is 'medicine' where that is all of the
    need, 'doctor' where it is a part (nobody told us that the child takes any), else ''; ``helpers`` are
    those who said no to nothing and can help with a part.
    """
    need = facts.need(row.need)
    said_no = [cell.member for cell in row.cells if _declined(facts, row, cell.member)]
    if not _could_have_led(facts, row, said_no):
        return None
    return facts.finding(
        Rule.EVERYONE_SAID_NO,
        level_of(need),
        _what_it_takes(need),
        need=need.slug,
        evidence=_what_fits(facts, row, said_no),
        declined=said_no,
        helpers=[member for member in row.helps if member not in said_no],
    )


def _what_it_takes(need: NeedInfo) -> str:
    if MEDICINE not in need.all_of:
        return ""
    return "medicine" if need.required == (MEDICINE,) else "doctor"


def _declined(facts: Facts, row: NeedRow, member: int) -> bool:
    return facts.agreements.get((member, row.need)) == "declined"


def _could_have_led(facts: Facts, row: NeedRow, members: Sequence[int]) -> bool:
    """One of them the whole need, with a supervisor or without; or all of them together."""
    need = facts.need(row.need)
    stands = [facts.fits[member].on(need) for member in members]
    alone = any(one.with_supervisor or person_fit.parts_of(need) <= one.parts for one in stands)
    parts = frozenset[str]().union(*(one.parts for one in stands))
    at_home = any(person_fit.is_at_home(facts.members[member], need) for member in members)
    return alone or (person_fit.parts_of(need) <= parts and (at_home or not need.first_roles))


def _what_fits(facts: Facts, row: NeedRow, members: Sequence[int]) -> tuple[Evidence, ...]:
    """For each who declined the facts that spoke for asking them."""
    need, found = facts.need(row.need), list[Evidence]()
    for member in members:
        fits = person_fit.deciding(need, facts.cell(row, member).fits)
        found += facts.evidence(facts.members[member], (f for f in fits if RANK[f.reach] <= REACHES))
    return tuple(found)
