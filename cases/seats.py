"""One person and one need: how far they reach, what was agreed and asked, and the mark that makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases import person_fit
from cases.snapshot import Cell, CellWhy, Mark, MemberFact, RoomSnapshot
from roles.catalogue import Catalogue, NeedInfo, Reach
from roles.fit import standing


@dataclass(frozen=True, slots=True, eq=False)
class Seat:
    """One person looked at for one need.

    ``kind`` is what was agreed, as ``AgreementFact`` has it, or ''. ``worth`` is how much their answer may
    bring, as ``person_fit.worth_asking`` has it; ``at_home``: the need names their role first; ``standing``
    as ``roles.fit`` has it.
    """

    member: MemberFact
    kind: str
    waiting: bool
    stands: person_fit.NeedFit
    worth: int | None
    awaits_state: bool = False
    safety: bool = False
    at_home: bool = False
    standing: int = 3
    clinical: bool = True
    only_medicine: bool = False

    @property
    def agreed(self) -> bool:
        return self.kind == "agreed"

    @property
    def may_answer(self) -> bool:
        """Is it theirs to tell? Letters that wait for the family's state tell nothing more till then.

        For safety they are asked all the same: a state not told hides none.
        """
        return self.worth is not None and (self.safety or not self.awaits_state)

    @property
    def counted_on(self) -> bool:
        """The plan lists them, or they said yes."""
        return self.kind in ("plan", "agreed")

    @property
    def nearness(self) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
        """Whose answer is worth most, smallest first.

        Who said yes, then whom the plan lists; the profession that is at home in the need; then anybody with
        a profession before a helper's role and before nothing known, a fact of the family's own state before
        one from elsewhere, who works on their own, and who may be nearest to a lead.
        """
        return (
            not self.may_answer,
            not self.agreed,
            self.kind != "plan",
            not self.at_home,
            self.standing > 1,
            person_fit.is_from_elsewhere(self.stands.fits),
            self.standing,
            self.worth or 0,
        )

    @property
    def trained(self) -> bool:
        return self.stands.reach is Reach.TRAINED

    @property
    def reaches(self) -> bool:
        """Does the role fit the whole need, at least with a supervisor behind?"""
        return self.trained or self.stands.with_supervisor

    @property
    def helps(self) -> bool:
        """Can the role do a part? What is medicine and nothing else is no part of a helper's role."""
        if self.only_medicine and self.standing > 1:
            return self.stands.reach is Reach.SUPERVISED
        return self.stands.helps

    @property
    def could(self) -> bool:
        """Could lead the whole need, and has not said no."""
        return self.kind != "declined" and self.reaches

    @property
    def leads_alone(self) -> bool:
        return self.agreed and self.trained

    @property
    def asked_already(self) -> bool:
        return self.waiting and not self.agreed


def seats(
    room: RoomSnapshot, catalogue: Catalogue, needs: Iterable[NeedInfo]
) -> Iterator[tuple[NeedInfo, list[Seat]]]:
    """Everybody in the room, once for each need."""
    kinds = {(a.member, a.need): a.kind for a in room.agreements}
    asked = {(a.member, a.need) for a in room.asks}
    for need in needs:
        pairs = ((member, (member.id, need.slug)) for member in room.members)
        yield need, [_seat(m, need, room, catalogue, kinds.get(pair, ""), pair in asked) for m, pair in pairs]


def _seat(
    member: MemberFact, need: NeedInfo, room: RoomSnapshot, catalogue: Catalogue, kind: str, waiting: bool
) -> Seat:
    state, named = room.state, kind in ("plan", "agreed")
    return Seat(
        member=member,
        kind=kind,
        waiting=waiting,
        stands=person_fit.person(member, catalogue, state).on(need),
        worth=person_fit.worth_asking(member, need, catalogue, state, named=named),
        awaits_state=person_fit.awaits_state(member, need, catalogue, state),
        safety=need.safety,
        at_home=person_fit.is_at_home(member, need),
        standing=standing(catalogue, member.credentials),
        only_medicine=need.required == (person_fit.MEDICINE,),
        clinical=any(
            catalogue.capabilities[s].clinical for s in need.required if s in catalogue.capabilities
        ),
    )


def cell(seat: Seat, *, shares: bool, could_share: bool) -> Cell:
    """The mark of a seat. ``shares``: leads a part beside others; ``could_share``: might, nobody agreed."""
    mark, why = _mark(seat, shares=shares)
    if could_share and not (mark is Mark.ASK and seat.agreed):
        why = CellWhy.ASKED if seat.waiting else CellWhy.COULD_PART
    return Cell(seat.member.id, mark, seat.stands.reach, why, seat.stands.fits)


def _mark(seat: Seat, *, shares: bool) -> tuple[Mark, CellWhy]:
    if seat.leads_alone:
        return Mark.LEAD, CellWhy.MARK
    if shares:
        return Mark.LEAD, CellWhy.LEADS_PART
    mark = _role(seat)
    if seat.kind == "declined":
        return mark, CellWhy.SAID_NO
    if mark is Mark.COULD:
        return mark, _why_could(seat)
    return mark, _why_open(seat) if mark is Mark.ASK else CellWhy.MARK


def _role(seat: Seat) -> Mark:
    """How far the role reaches, whatever this person said to it."""
    if seat.reaches:
        return Mark.COULD
    if seat.stands.reach in (Reach.DEPENDS, Reach.UNKNOWN):
        return Mark.ASK
    return Mark.HELP if seat.helps else Mark.NONE


def _why_could(seat: Seat) -> CellWhy:
    if seat.agreed:
        return CellWhy.SUPERVISOR_OPEN
    if seat.waiting:
        return CellWhy.ASKED
    if seat.stands.with_supervisor:
        return CellWhy.WITH_SUPERVISOR
    return CellWhy.PLAN if seat.kind == "plan" else CellWhy.MARK


def _why_open(seat: Seat) -> CellWhy:
    if seat.waiting:
        return CellWhy.ASKED
    if seat.agreed:
        return CellWhy.AGREED_OPEN
    if seat.awaits_state:
        return CellWhy.STATE_OPEN
    return CellWhy.DEPENDS if seat.stands.reach is Reach.DEPENDS else CellWhy.MARK
