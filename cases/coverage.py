"""Who covers what: the grid of needs and people, with its five marks and its empty chairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from cases import person_fit
from cases.asked import asked_who_leads
from cases.seats import Seat, cell, seats
from cases.snapshot import AFTER_NO, Cell, CellWhy, Coverage, Mark, NeedRow, RoomSnapshot, RowWhy
from roles.catalogue import Catalogue, NeedInfo, Reach


def cover(room: RoomSnapshot, catalogue: Catalogue) -> Coverage:
    """The grid, without needs the catalogue does not know."""
    needs = [catalogue.needs[slug] for slug in room.needs if slug in catalogue.needs]
    asked = asked_who_leads(room.asks)
    columns = {member.id: place for place, member in enumerate(room.members)}
    rows = [
        (_row(need, here, columns, asked=asked.get((None, need.slug))), need)
        for need, here in seats(room.in_order(), catalogue, needs)
    ]
    return Coverage(tuple(row for row, _ in sorted(rows, key=lambda pair: _order(*pair))))


def cover_again(before: Coverage, room: RoomSnapshot, catalogue: Catalogue, needs: set[str]) -> Coverage:
    """The grid where only the rows of these needs can have changed since ``before``."""
    changed = cover(replace(room, needs=tuple(slug for slug in room.needs if slug in needs)), catalogue).rows
    rows = [*(row for row in before.rows if row.need not in needs), *changed]
    return Coverage(tuple(sorted(rows, key=lambda row: _order(row, catalogue.needs[row.need]))))


URGENCY = ("emergency", "soon", "routine")
"""How grave a need is, as the catalogue has it, gravest first."""


def _order(row: NeedRow, need: NeedInfo) -> tuple[bool, bool, int, int]:
    if row.has_lead:
        return (True, False, 0, need.position)
    grave = URGENCY.index(need.urgency) if need.urgency in URGENCY else len(URGENCY)
    return (False, not row.safety, grave, need.position)


def _row(need: NeedInfo, here: Sequence[Seat], columns: Mapping[int, int], *, asked: bool | None) -> NeedRow:
    leads = _leads(need, here)
    could = _could(here, besides=leads.sharers)
    together = [] if leads.any or could else _together(need, here)
    cells = [cell(s, shares=s in leads.sharers, could_share=s in together) for s in here]
    ask = sorted((s for s, c in zip(here, cells, strict=True) if c.open), key=attrgetter("nearness"))
    might = could or together
    first = [] if leads.any else _asked_before(need, here, could, together, ask)
    if first:
        said = _said_of_asked_before(first[0], could, together, _waiting([*first, *might]))
    else:
        said = _said(need, leads, could, together, ask, asked=asked)
    said = _said_of_what_was_told(said, cells, here)
    return NeedRow(
        need=need.slug,
        safety=need.safety,
        **said._asdict(),
        cells=tuple(sorted(cells, key=lambda cell: columns[cell.member])),
        leads=_ids(leads.any),
        could=_ids(might),
        helps=_ids(helps := _marked(here, cells, Mark.HELP)),
        askable=_ids(_askable(need, might, first or ask, helps, before=bool(first))),
        nearest=_ids([s for s in ask if s.may_answer]),
    )


def _marked(here: Sequence[Seat], cells: Sequence[Cell], mark: Mark) -> list[Seat]:
    return [seat for seat, cell in zip(here, cells, strict=True) if cell.mark is mark]


# -- who leads, who could -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Leads:
    """Those who lead: each the whole need, or else several who share it."""

    alone: list[Seat]
    sharers: list[Seat]

    @property
    def any(self) -> list[Seat]:
        return self.alone or self.sharers


def _leads(need: NeedInfo, here: Sequence[Seat]) -> _Leads:
    alone = [s for s in here if s.leads_alone]
    return _Leads(alone, [] if alone else _sharers(need, here))


def _sharers(need: NeedInfo, here: Sequence[Seat]) -> list[Seat]:
    """Those who agreed and cover the need together, [] when something is left over."""
    agreed = [s for s in here if s.agreed and s.stands.parts]
    covered = frozenset[str]().union(*(s.stands.parts for s in agreed))
    return agreed if person_fit.parts_of(need) <= covered and _add_up(need, agreed) else []


def _add_up(need: NeedInfo, sharers: Sequence[Seat]) -> bool:
    return person_fit.parts_add_up(need, (seat.member for seat in sharers))


def _could(here: Sequence[Seat], *, besides: list[Seat]) -> list[Seat]:
    return sorted(
        (s for s in here if s.could and not s.leads_alone and s not in besides), key=attrgetter("soonest")
    )


def _together(need: NeedInfo, here: Sequence[Seat]) -> list[Seat]:
    """The few who could share a need nobody could lead alone, [] when even all together do not reach. Nothing
    rests on somebody of whom we do not know which role it is."""
    left, chosen = set(person_fit.parts_of(need)), []
    pool = [s for s in here if s.stands.parts and s.kind != "declined" and not s.may_be_several]
    while left and pool:
        best = max(pool, key=lambda s: (len(s.stands.parts & left), s.at_home, s.agreed))
        if not best.stands.parts & left:
            break
        chosen.append(best)
        left -= best.stands.parts
        pool.remove(best)
    return [] if left or not _add_up(need, chosen) else sorted(chosen, key=attrgetter("sharing"))


def _in_vain(here: Sequence[Seat], might: Sequence[Seat]) -> bool:
    """Does a plan or a yes name somebody whose role does not reach, not even for a part?"""
    return any(seat.named_in_vain and seat not in might for seat in here)


def _asked_before(
    need: NeedInfo, here: Sequence[Seat], could: list[Seat], together: list[Seat], ask: list[Seat]
) -> list[Seat]:
    """Those whose fit is open, when they are asked before others who could lead it, alone or together.

    Whom the family counts on always, but where somebody agreed and only a supervisor's name is missing; who
    agreed to a part leaves the rest open. Else those at home in it: a speech therapist is asked about speech
    before the school's tester. Never for safety, nor where one of the others is counted on or is at home in
    it too.
    """
    might = could or together
    if not might or any(s.agreed for s in could) or (could and _in_vain(here, could)):
        return []
    return [s for s in ask if s.is_counted_on_openly and s not in might] or _at_home_first(need, might, ask)


def _at_home_first(need: NeedInfo, could: list[Seat], ask: list[Seat]) -> list[Seat]:
    if need.safety or any(s.at_home or s.counted_on for s in could):
        return []
    return [s for s in ask if s.at_home and s.may_answer]


def _askable(
    need: NeedInfo, could: list[Seat], ask: list[Seat], helps: list[Seat], *, before: bool
) -> list[Seat]:
    """Whom to ask who could lead, first the one whom the sentence under the need says to ask.

    Helpers come last, and while somebody is unknown only those who are at home in the need: not known is not
    a no. Of several the one whose role is nearest is first. Where none may tell, the agency is asked.
    """
    helpers = sorted((s for s in helps if s.may_tell), key=attrgetter("passing_on"))
    if ask and (before or not could):
        open_ones = sorted((s for s in ask if before or s.may_answer), key=attrgetter("asked_already"))
        near = open_ones + sorted(could, key=attrgetter("asked_already"))
        return near + [s for s in helpers if s.at_home and near]
    return sorted(could, key=attrgetter("asked_already")) + [s for s in helpers if s not in could]


# -- what there is to say on a need -------------------------------------------------------------------


class _Said(NamedTuple):
    """As ``NeedRow`` has them."""

    state: str
    why: RowWhy
    named: tuple[int, ...] = ()
    whom: int | None = None


def _said(
    need: NeedInfo,
    leads: _Leads,
    could: list[Seat],
    together: list[Seat],
    ask: list[Seat],
    *,
    asked: bool | None,
) -> _Said:
    if leads.alone:
        return _Said("led", RowWhy.LEADS, _ids(leads.alone))
    if leads.sharers:
        return _Said("shared", RowWhy.SHARED, _ids(leads.sharers))
    if could:
        return _said_of_could(could)
    if together:
        return _said_of_sharing(together)
    if ask:
        return _said_of_open(ask) or _Said("ask", _outside(need, asked))
    return _Said("empty", RowWhy.NOBODY)


def _said_of_asked_before(first: Seat, could: list[Seat], together: list[Seat], waiting: list[Seat]) -> _Said:
    """Who could lead is named all the same: what is open is only who is nearer."""
    if waiting:
        return _Said("ask", _of_question(waiting), _ids(waiting))
    if together:
        yes = [s for s in together if s.agreed]
        why = RowWhy.PART_AGREED if yes else RowWhy.FIRST_THEN_SHARE
        return _Said("ask", why, _ids(yes or together), first.member.id)
    alone = [s for s in could if s.trained]
    why = RowWhy.FIRST_THEN_COULD if alone else RowWhy.FIRST_THEN_WITH_SUPERVISOR
    return _Said("ask", why, _ids(alone or could), first.member.id)


def _said_of_what_was_told(said: _Said, cells: Sequence[Cell], here: Sequence[Seat]) -> _Said:
    """Who said yes or no to what nobody could lead. A plan or a yes in vain hides nobody who may fit."""
    if said.why is RowWhy.NOBODY:
        return _said_of_nobody(cells, here)
    if said.why in AFTER_NO and (no := _who_said_no(cells)):
        return said._replace(why=AFTER_NO[said.why], named=no)
    return said


def _said_of_nobody(cells: Sequence[Cell], here: Sequence[Seat]) -> _Said:
    """Who said yes all the same, else who said no; a yes beyond a role is told apart (``unsaid_yes``)."""
    if yes := [s for s in here if s.agreed]:
        beyond = {c.member for c in cells if c.why is CellWhy.AGREED_BEYOND}
        return _Said("empty", RowWhy.SAID_YES, _ids([s for s in yes if s.member.id not in beyond]))
    no = _who_said_no(cells)
    return _Said("empty", RowWhy.SAID_NO, no) if no else _Said("empty", RowWhy.NOBODY)


def _said_of_could(could: list[Seat]) -> _Said:
    first = could[0]
    if first.agreed:
        return _Said("could", RowWhy.SUPERVISOR_OPEN, whom=first.member.id)
    if waiting := _waiting(could):
        return _Said("could", _of_question(waiting), _ids(waiting))
    if first.stands.with_supervisor:
        return _Said("could", RowWhy.WITH_SUPERVISOR, whom=first.member.id)
    return _Said("could", RowWhy.COULD, _ids([s for s in could if s.trained]), first.member.id)


def _said_of_sharing(together: list[Seat]) -> _Said:
    """A yes to a part is told, and the rest stays asked for."""
    yes = [s for s in together if s.agreed]
    first = next((s for s in together if not s.waiting and not s.agreed), None)
    if first is None:
        why = RowWhy.PART_AGREED_ASKED if yes else RowWhy.COULD_SHARE_ASKED
        return _Said("could", why, _ids(yes or together))
    why = RowWhy.PART_AGREED if yes else RowWhy.COULD_SHARE
    return _Said("could", why, _ids(yes or together), first.member.id)


def _said_of_open(ask: list[Seat]) -> _Said | None:
    """None: nobody in the room is the one to ask."""
    if waiting := _waiting(ask):
        return _Said("ask", _of_question(waiting), _ids(waiting))
    first = next((s for s in ask if s.may_answer), None)
    if any(s.awaits_state for s in ask) and not (first and first.safety):
        return _Said("ask", RowWhy.STATE_OPEN)
    return _Said("ask", _why_open(first), whom=first.member.id) if first else None


def _why_open(seat: Seat) -> RowWhy:
    if seat.agreed:
        return RowWhy.TRAINING_OPEN if seat.training_open else RowWhy.ROLE_OPEN
    return RowWhy.DEPENDS if seat.stands.reach is Reach.DEPENDS else RowWhy.UNKNOWN


def _outside(need: NeedInfo, asked: bool | None) -> RowWhy:
    """Everybody's role here, where they are from, never leads this. ``asked``: somebody outside, as
    ``asked_who_leads`` has it."""
    if asked is not None:
        return RowWhy.AGENCY_UNCLEAR if asked else RowWhy.AGENCY_ASKED
    return RowWhy.DOCTOR if person_fit.MEDICINE in need.all_of else RowWhy.AGENCY


def _who_said_no(cells: Sequence[Cell]) -> tuple[int, ...]:
    """Whose role fits, or may fit, and who declined."""
    fits = (Mark.COULD, Mark.ASK)
    return tuple(c.member for c in cells if c.why is CellWhy.SAID_NO and c.mark in fits)


def _of_question(waiting: list[Seat]) -> RowWhy:
    return RowWhy.UNCLEAR if waiting[0].unclear else RowWhy.ASKED


def _waiting(here: list[Seat]) -> list[Seat]:
    """The first who was asked and has not answered, alone."""
    return [s for s in here if s.waiting][:1]


def _ids(here: Sequence[Seat]) -> tuple[int, ...]:
    return tuple(s.member.id for s in here)
