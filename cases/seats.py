"""One person and one need: how far they reach, what was agreed and asked, and the mark that makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases import person_fit, worth
from cases.asked import asked_who_leads, replied_openly
from cases.nearness import HELPER, Nearness, Profile
from cases.snapshot import Cell, CellWhy, Mark, MemberFact, RoomSnapshot
from roles.catalogue import Catalogue, NeedInfo, Reach


@dataclass(frozen=True, slots=True, eq=False)
class Seat:
    """One person looked at for one need.

    ``kind`` is what was agreed, as ``AgreementFact`` has it, or ''. ``worth`` is how much their answer may
    bring, as ``worth.worth_asking`` has it; ``near`` how their role stands to the need. ``training_open``: a
    course would end what is open; ``unclear``: what came back on the question that waits is not clear yet;
    ``replied``: they said neither yes nor no when they were asked who leads it.
    """

    member: MemberFact
    kind: str
    stands: person_fit.NeedFit
    worth: int | None
    near: Nearness
    awaits_state: bool = False
    safety: bool = False
    clinical: bool = True
    only_medicine: bool = False
    unclear: bool = False
    training_open: bool = False
    waiting: bool = False
    replied: bool = False

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
    def at_home(self) -> bool:
        return self.near.at_home

    @property
    def beside(self) -> int:
        """Good for the child, and asked after others, unless the family counts on them for this."""
        return 0 if self.counted_on else self.near.beside

    @property
    def profession(self) -> tuple[bool, bool, int]:
        """Whose work this is, smallest first."""
        return (not self.near.clinician, not self.near.talks, self.beside)

    @property
    def named_in_vain(self) -> bool:
        """The family counts on them, and their role is known not to reach."""
        return self.counted_on and self.stands.reach is Reach.NOT_TRAINED

    @property
    def is_counted_on_openly(self) -> bool:
        """Does the family count on their answer? Not where a training was told: that is checked first."""
        open_parts = {fit.capability for fit in self.stands.fits if fit.reach is Reach.DEPENDS}
        told = any(training.capability in open_parts for training in self.member.trainings)
        return self.counted_on and self.worth is not None and not told

    @property
    def nearness(self) -> tuple[object, ...]:
        """Whose answer is worth most, smallest first.

        Who has not answered yet; who said yes, then whom the plan lists; the profession that is at home in
        the need; then anybody with a profession before a helper's role and before nothing known; of these
        whose work it is (clinicians, then others who may give therapy, a doctor and a school after them where
        it is not theirs first); a fact of the family's own state before one from elsewhere; who lacks least,
        who works on their own, in the need's order, and who may be nearest to a lead.
        """
        return (
            not self.may_answer,
            self.asked_in_vain,
            not self.agreed,
            self.kind != "plan",
            self.near.home_place,
            self.near.standing >= HELPER,
            *(self.profession if self.clinical else ()),
            person_fit.is_from_elsewhere(self.stands.fits),
            self.near.needed,
            self.near.standing,
            self.near.place,
            self.worth or 0,
            self.near.helpful,
        )

    @property
    def soonest(self) -> tuple[object, ...]:
        """Of those who could lead whom to ask first, smallest first.

        Who has not answered yet, who agreed already, who needs no supervisor, whom the plan names, who is at
        home. A doctor comes after those whose own work it is, but for safety, where who needs nobody else is
        first. Then for clinical work a profession before a helper's role; everyday help is as much theirs. Of
        equals the need's order.
        """
        near, waits = self.near, self.beside > 0 and not self.safety
        clinical = (*self.profession, near.standing, near.needed) if self.clinical else ()
        planned, last = self.kind == "plan", near.helpful if self.clinical else ()
        first = (self.asked_in_vain, not self.agreed, waits, not self.trained, not planned, near.home_place)
        return (*first, *clinical, near.place, last)

    @property
    def sharing(self) -> tuple[bool, int]:
        """Of those who could share it whom to ask first: who has not said yes, in the need's own order."""
        return (self.agreed, self.near.home_place)

    @property
    def may_tell(self) -> bool:
        """Has not said no, and is near enough to somebody who could lead it."""
        return self.kind != "declined" and self.near.may_pass_on

    @property
    def passing_on(self) -> tuple[object, ...]:
        """Of those who cannot lead it, who is nearest to somebody who can, smallest first."""
        near = self.near
        return (
            near.needed[0] > 0,
            near.home_place,
            *self.profession,
            near.needed,
            near.standing,
            near.place,
            near.helpful,
        )

    @property
    def trained(self) -> bool:
        return self.stands.reach is Reach.TRAINED

    @property
    def may_be_several(self) -> bool:
        """Do the letters leave open which role it is, such as a doctor of a kind not told?"""
        return any(fit.why_unknown == "could-be-several" for fit in self.stands.fits)

    @property
    def reaches(self) -> bool:
        """Does the role fit the whole need, at least with a supervisor behind?"""
        return self.trained or self.stands.with_supervisor

    @property
    def helps(self) -> bool:
        """Can the role do a part? What is medicine and nothing else is no part of a helper's role."""
        if self.only_medicine and self.near.standing > 1:
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
        return (self.waiting or self.replied) and not self.agreed

    @property
    def asked_in_vain(self) -> bool:
        """Something came back, and neither a yes nor a no: whoever was not asked yet is asked before them."""
        return self.replied and not self.agreed


def seats(
    room: RoomSnapshot, catalogue: Catalogue, needs: Iterable[NeedInfo]
) -> Iterator[tuple[NeedInfo, list[Seat]]]:
    """Everybody in the room, once for each need."""
    kinds = {(a.member, a.need): a.kind for a in room.agreements}
    asked, replied = asked_who_leads(room.asks), replied_openly(room.replies)
    profiles = [Profile(member, catalogue, room.state) for member in room.members]
    for need in needs:
        here = []
        for profile in profiles:
            pair = (profile.member.id, need.slug)
            kind, unclear = kinds.get(pair, ""), asked.get(pair)
            here.append(_seat(profile, need, room.state, kind, unclear=unclear, replied=pair in replied))
        yield need, here


def _seat(
    profile: Profile, need: NeedInfo, state: str, kind: str, *, unclear: bool | None, replied: bool
) -> Seat:
    """``unclear`` as ``asked_who_leads`` has it, None where they were not asked."""
    member, catalogue, named = profile.member, profile.catalogue, kind in ("plan", "agreed")
    stands = person_fit.person(member, catalogue, state).on(need)
    return Seat(
        member=member,
        kind=kind,
        stands=stands,
        worth=worth.worth_asking(member, need, catalogue, state, named=named),
        awaits_state=person_fit.awaits_state(member, need, catalogue, state),
        safety=need.safety,
        only_medicine=need.required == (person_fit.MEDICINE,),
        waiting=unclear is not None,
        unclear=bool(unclear),
        replied=replied and unclear is None,
        training_open=_training_open(stands, need, catalogue),
        near=profile.to(need),
        clinical=any(
            catalogue.capabilities[s].clinical for s in need.required if s in catalogue.capabilities
        ),
    )


def _training_open(stands: person_fit.NeedFit, need: NeedInfo, catalogue: Catalogue) -> bool:
    if stands.reach is not Reach.DEPENDS:
        return False
    opens = person_fit.first_open(need, stands.fits, stands.reach)
    return person_fit.waits_for_training(opens, catalogue)


def cell(seat: Seat, *, shares: bool, could_share: bool) -> Cell:
    """The mark of a seat. ``shares``: leads a part beside others; ``could_share``: might, nobody agreed.

    Who else is here changes no mark: that others could take the rest tells nothing of what is open about
    this role. Only who shares leads.
    """
    mark, why = _mark(seat, shares=shares)
    if could_share:
        why = _why_part(seat)
    return Cell(seat.member.id, mark, seat.stands.reach, why, seat.stands.fits, part=could_share)


def _why_part(seat: Seat) -> CellWhy:
    """What is said of a part they are trained for, whatever is open about the rest of the need."""
    if seat.agreed:
        return CellWhy.AGREED_PART
    return _of_question(seat) if seat.waiting else CellWhy.COULD_PART


def _of_question(seat: Seat) -> CellWhy:
    return CellWhy.UNCLEAR if seat.unclear else CellWhy.ASKED


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
    if mark is Mark.ASK:
        return mark, _why_open(seat)
    return mark, CellWhy.AGREED_BEYOND if seat.agreed else CellWhy.MARK


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
        return _of_question(seat)
    if seat.stands.with_supervisor:
        return CellWhy.WITH_SUPERVISOR
    return CellWhy.PLAN if seat.kind == "plan" else CellWhy.MARK


def _why_open(seat: Seat) -> CellWhy:
    if seat.waiting:
        return _of_question(seat)
    if seat.agreed:
        return CellWhy.AGREED_OPEN if seat.training_open else CellWhy.AGREED_ROLE_OPEN
    if seat.awaits_state:
        return CellWhy.STATE_OPEN
    return CellWhy.DEPENDS if seat.stands.reach is Reach.DEPENDS else CellWhy.MARK
