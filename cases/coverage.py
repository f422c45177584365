"""Who covers what: the grid of needs and people, with its five marks and its empty chairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cases import person_fit
from cases.snapshot import Cell, Coverage, Mark, MemberFact, NeedRow, RoomSnapshot
from roles.catalogue import RANK, Catalogue, NeedInfo, Reach
from web.english import closed, listed
from web.icons import MARK_WORDS

ASK_THE_AGENCY = "We don’t know yet. Ask the agency."
"""Nobody in the room is the one to ask: their roles, where they are from, never lead this."""
ASK_A_DOCTOR = "We don’t know yet. Ask the child’s doctor or the agency."
"""The same for medicine."""
VARIES = "Varies by state"
TELL_US_YOURS = "It varies by state. Tell us yours."
"""A fit read with the wrong state's rules is worse than none."""


def cover(room: RoomSnapshot, catalogue: Catalogue) -> Coverage:
    """The grid, without needs the catalogue does not know."""
    needs = [catalogue.needs[slug] for slug in room.needs if slug in catalogue.needs]
    people = [(m, person_fit.person(m, catalogue, room.state)) for m in room.members]
    agreements = {(a.member, a.need): a.kind for a in room.agreements}
    asked = {(a.member, a.need) for a in room.asks}
    called = room.called
    named = {pair for pair, kind in agreements.items() if kind in ("plan", "agreed")}
    rows = []
    for need in needs:
        seats = [
            _Seat(
                member,
                called[member.id],
                agreements.get((member.id, need.slug), ""),
                (member.id, need.slug) in asked,
                person.on(need),
                person_fit.worth_asking(
                    member, need, catalogue, room.state, named=(member.id, need.slug) in named
                ),
                person_fit.awaits_state(member, need, catalogue, room.state),
            )
            for member, person in people
        ]
        rows.append((_row(need, seats, others_asked=(None, need.slug) in asked), need))
    return Coverage(tuple(row for row, _ in sorted(rows, key=lambda pair: _order(*pair))))


def cover_again(before: Coverage, room: RoomSnapshot, catalogue: Catalogue, needs: set[str]) -> Coverage:
    """The grid where only the rows of these needs can have changed since ``before``."""
    changed = cover(replace(room, needs=tuple(slug for slug in room.needs if slug in needs)), catalogue).rows
    rows = [*(row for row in before.rows if row.need not in needs), *changed]
    return Coverage(tuple(sorted(rows, key=lambda row: _order(row, catalogue.needs[row.need]))))


def _order(row: NeedRow, need: NeedInfo) -> tuple[bool, bool, int]:
    return (row.has_lead, not row.safety and not row.has_lead, need.position)


# -- one person and one need --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Seat:
    """One person looked at for one need: how far they reach, and what was agreed and asked.

    ``called`` is the short name that tells them apart from everybody else here.
    ``worth`` is how much their answer may bring, as ``person_fit.worth_asking`` has it.
    """

    member: MemberFact
    called: str
    kind: str
    waiting: bool
    stands: person_fit.NeedFit
    worth: int | None
    awaits_state: bool = False

    @property
    def agreed(self) -> bool:
        return self.kind == "agreed"

    @property
    def may_answer(self) -> bool:
        """Is it theirs to tell? Letters that wait for the family's state tell nothing more till then."""
        return self.worth is not None and not self.awaits_state

    @property
    def trained(self) -> bool:
        return self.stands.reach is Reach.TRAINED

    @property
    def could(self) -> bool:
        """Could lead the whole need, at least with a supervisor behind, and has not said no."""
        return self.kind != "declined" and (self.trained or self.stands.with_supervisor)

    @property
    def leads_alone(self) -> bool:
        return self.agreed and self.trained


def _cell(seat: _Seat, *, shares: bool, could_share: bool) -> Cell:
    mark, words = _mark(seat, shares=shares)
    if could_share and mark is Mark.HELP:
        words = _asked(seat) if seat.waiting else "Could lead a part"
    return Cell(seat.member.id, mark, seat.stands.reach, words or MARK_WORDS[mark], seat.stands.fits)


def _mark(seat: _Seat, *, shares: bool) -> tuple[Mark, str]:
    """The mark and its words, '' for the usual ones."""
    if seat.leads_alone:
        return Mark.LEAD, ""
    if shares:
        return Mark.LEAD, "Leads a part"
    if seat.kind == "declined":
        return Mark.HELP if seat.stands.helps else Mark.NONE, "Said no"
    if seat.could:
        return Mark.COULD, _could_words(seat)
    if seat.stands.reach in (Reach.DEPENDS, Reach.UNKNOWN):
        return Mark.ASK, _open_words(seat)
    return Mark.HELP if seat.stands.helps else Mark.NONE, ""


def _could_words(seat: _Seat) -> str:
    if seat.agreed:
        return f"{seat.called} agreed. Ask who supervises the work."
    if seat.waiting:
        return _asked(seat)
    if seat.stands.with_supervisor:
        return "Could lead with a supervisor. Ask who."
    return "Could lead. The plan says so. Ask to be sure." if seat.kind == "plan" else ""


def _open_words(seat: _Seat) -> str:
    if seat.waiting:
        return _asked(seat)
    if seat.awaits_state:
        return VARIES
    return "It depends. Ask." if seat.stands.reach is Reach.DEPENDS else ""


def _asked(seat: _Seat) -> str:
    return f"{closed(f'Asked {seat.called}')} Waiting to hear."


# -- one need over the whole team ---------------------------------------------------------------------


def _row(need: NeedInfo, seats: Sequence[_Seat], *, others_asked: bool) -> NeedRow:
    alone = [s for s in seats if s.leads_alone]
    sharers = [] if alone else _sharers(need, seats)
    could = sorted((s for s in seats if s.could and not s.leads_alone and s not in sharers), key=_soonest)
    together = [] if alone or sharers or could else _together(need, seats)
    cells = tuple(_cell(s, shares=s in sharers, could_share=s in together) for s in seats)
    ask = sorted((s for s, cell in zip(seats, cells, strict=True) if cell.mark is Mark.ASK), key=_nearest)
    helps = [s for s, cell in zip(seats, cells, strict=True) if cell.mark is Mark.HELP]
    state, words = _state(alone, sharers, could, together, ask)
    if words == ASK_THE_AGENCY and others_asked:
        words = "Asked. Waiting to hear."
    elif words == ASK_THE_AGENCY and person_fit.MEDICINE in need.all_of:
        words = ASK_A_DOCTOR
    return NeedRow(
        need=need.slug,
        safety=need.safety,
        state=state,
        words=words,
        cells=cells,
        leads=_ids(alone or sharers),
        could=_ids(could or together),
        helps=_ids(helps),
        askable=_ids(_askable(could or together, ask, helps)),
    )


def _askable(could: list[_Seat], ask: list[_Seat], helps: list[_Seat]) -> list[_Seat]:
    """Whom to ask who could lead, first the one whom the sentence under the need says to ask.

    Helpers come last, and not at all while somebody is unknown: not known is not a no. Of several the one
    whose role fits best is first, then the order of the table.
    """
    if not could and ask:
        return sorted((s for s in ask if s.may_answer), key=_asked_already)
    helpers = sorted((s for s in helps if s.kind != "declined"), key=lambda s: RANK[s.stands.reach])
    return sorted(could, key=_asked_already) + helpers


def _state(
    alone: list[_Seat], sharers: list[_Seat], could: list[_Seat], together: list[_Seat], ask: list[_Seat]
) -> tuple[str, str]:
    """The state of a row and the sentence under the need."""
    if alone:
        return "led", f"{_names(alone)} {'leads' if len(alone) == 1 else 'lead'}"
    if sharers:
        return "shared", f"{_names(sharers)} share this"
    if could:
        return "could", _could_sentence(could)
    if together:
        return "could", _share_sentence(together)
    if ask:
        return "ask", _ask_sentence(ask)
    return "empty", "No one yet"


def _could_sentence(could: list[_Seat]) -> str:
    first = could[0]
    name = first.called
    if first.agreed:
        return f"{name} agreed. Ask who supervises the work."
    waiting = next((s for s in could if s.waiting), None)
    if waiting:
        return _asked(waiting)
    if first.stands.with_supervisor:
        return f"{name} could lead with a supervisor. Ask who."
    return f"{_names([s for s in could if s.trained])} could lead. {closed(f'Ask {name}')}"


def _share_sentence(together: list[_Seat]) -> str:
    rest = next((closed(f"Ask {s.called}") for s in together if not s.waiting), "Waiting to hear.")
    return f"{_names(together)} could share this. {rest}"


def _ask_sentence(ask: list[_Seat]) -> str:
    waiting = next((s for s in ask if s.waiting), None)
    if waiting:
        return _asked(waiting)
    if any(s.awaits_state for s in ask):
        return TELL_US_YOURS
    first = next((s for s in ask if s.may_answer), None)
    if first is None:
        return ASK_THE_AGENCY
    name = first.called
    if first.agreed:
        return f"{name} agreed. Ask about {name}’s training."
    known = "It depends." if first.stands.reach is Reach.DEPENDS else "We don’t know yet."
    return f"{known} {closed(f'Ask {name}')}"


def _soonest(seat: _Seat) -> tuple[bool, bool, bool]:
    """Whom to ask first: who agreed already, who needs no supervisor, whom the plan names."""
    return (not seat.agreed, not seat.trained, seat.kind != "plan")


def _nearest(seat: _Seat) -> tuple[bool, bool, int]:
    """Whose answer is worth most: who agreed already, then who may be nearest to a lead."""
    return (not seat.may_answer, not seat.agreed, seat.worth or 0)


def _asked_already(seat: _Seat) -> bool:
    return seat.waiting and not seat.agreed


def _sharers(need: NeedInfo, seats: Sequence[_Seat]) -> list[_Seat]:
    """Those who agreed and cover the need together, [] when something is left over."""
    agreed = [s for s in seats if s.agreed and s.stands.parts]
    return (
        agreed
        if agreed and person_fit.parts_of(need) <= frozenset().union(*(s.stands.parts for s in agreed))
        else []
    )


def _together(need: NeedInfo, seats: Sequence[_Seat]) -> list[_Seat]:
    """The few who could share a need nobody could lead alone, [] when even all together do not reach."""
    left, chosen = set(person_fit.parts_of(need)), []
    pool = [s for s in seats if s.stands.parts and s.kind != "declined"]
    while left and pool:
        best = max(pool, key=lambda s: (len(s.stands.parts & left), s.agreed))
        if not best.stands.parts & left:
            break
        chosen.append(best)
        left -= best.stands.parts
        pool.remove(best)
    return [] if left else sorted(chosen, key=lambda s: s.agreed)


def _names(seats: Sequence[_Seat]) -> str:
    return listed([s.called for s in seats])


def _ids(seats: Sequence[_Seat]) -> tuple[int, ...]:
    return tuple(s.member.id for s in seats)
