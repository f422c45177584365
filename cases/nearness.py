"""How near one person's role stands to a need: whom to ask first, and never what they may do.

Read from the cells of the catalogue where a role is from, so that another state or a state not told changes
nothing in whom to ask. No role is named here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cases import person_fit
from cases.person_fit import MEDICINE
from cases.snapshot import MemberFact
from roles.catalogue import RANK, Catalogue, NeedInfo, Reach
from roles.fit import AT_HOME, standing

SAFETY_PLAN, ASSESSMENT, DIAGNOSIS = "safety-planning", "clinical-assessment", "diagnosis"
TALK_THERAPY = "individual-psychotherapy"
CARRIES = frozenset({Reach.TRAINED, Reach.SUPERVISED})
HELPER = 2
NOT_NAMED = 99
"""Where a role stands that a need does not name first: behind every one it does."""

Gaps = tuple[int, int, int]
"""So many parts are known not to be the role's, so many are open, so many take a supervisor."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """One person and one need. ``standing`` as ``roles.fit`` has it.

    ``at_home``: the need names the role first, and it is not ``beside`` it all the same; ``place``: as which
    of them, then whoever it does not name. ``clinician``: as ``Profile`` has it.
    ``talks``: it may give therapy, where the need is for therapy or for safety. ``beside``: good for the
    child and not the one to ask first here, 1 for a doctor where the need is for therapy, 2 for a school
    where it is safety, else 0.
    ``may_pass_on``: without reaching the need, it is one to ask who does.
    """

    at_home: bool
    place: int
    standing: int
    clinician: bool
    talks: bool
    beside: int
    may_pass_on: bool
    needed: Gaps
    helpful: Gaps

    @property
    def home_place(self) -> int:
        """The same of those it names, in its order; all others alike, last."""
        return self.place if self.at_home else NOT_NAMED


class Profile:
    """One person's letters, looked at once for every need."""

    def __init__(self, member: MemberFact, catalogue: Catalogue, state: str) -> None:
        self.member, self.catalogue = member, catalogue
        self.here = person_fit.person(member, catalogue, state).fits
        self.home = person_fit.person(member, catalogue, AT_HOME).fits
        self.standing = standing(catalogue, member.credentials)
        self.at_school = _is_at_school(member, catalogue)

    @cached_property
    def clinician(self) -> bool:
        """Does the role assess a child and write a plan for safety, alone or with a supervisor?

        Not a helper's, whoever supervises it, and not a school's.
        """
        carries = all(self.reach(slug) in CARRIES for slug in (SAFETY_PLAN, ASSESSMENT))
        return carries and self.standing < HELPER and not self.at_school

    def reach(self, slug: str) -> Reach:
        """What the cells say here, and where they are silent, what they say where the role is from."""
        found = self.here.get(slug)
        if found is None:
            return Reach.UNKNOWN
        return self.home[slug].reach if found.reach is Reach.UNKNOWN else found.reach

    def gaps(self, every: Iterable[str], some: Iterable[str] = ()) -> Gaps:
        """Of ``some`` the nearest alone is looked at."""
        parts = [self.reach(slug) for slug in every]
        parts += sorted((self.reach(slug) for slug in some), key=lambda reach: RANK[reach])[:1]
        no, supervised = parts.count(Reach.NOT_TRAINED), parts.count(Reach.SUPERVISED)
        return (no, len(parts) - no - supervised - parts.count(Reach.TRAINED), supervised)

    def to(self, need: NeedInfo) -> Nearness:
        at_home, needed = person_fit.is_at_home(self.member, need), self.gaps(need.all_of, need.any_of)
        talks = self.reach(TALK_THERAPY) is not Reach.NOT_TRAINED
        beside = self._beside(need, at_home=at_home)
        return Nearness(
            at_home=at_home and not beside,
            place=self._place(need),
            standing=self.standing,
            clinician=self.clinician,
            talks=talks or not (need.safety or _is_therapy(need)),
            beside=beside,
            may_pass_on=self._may_pass_on(need, needed, at_home=at_home),
            needed=needed,
            helpful=self.gaps(need.helpful),
        )

    def _beside(self, need: NeedInfo, *, at_home: bool) -> int:
        """Therapy is a clinician's before a doctor's, also where the need names doctors for a night."""
        if need.safety and self.at_school and not at_home:
            return 2
        return 1 if _is_therapy(need) and self.prescribes else 0

    @cached_property
    def prescribes(self) -> bool:
        return self.reach(MEDICINE) in CARRIES

    def _place(self, need: NeedInfo) -> int:
        """In the need's own order; of others a doctor first where the first named is one, and else last.

        A need that names a doctor first may have a cause that a doctor looks for.
        """
        first = need.first_roles
        read = ({c.role} if c.role else set(c.candidates) for c in self.member.credentials)
        places = [max(map(first.index, roles)) for roles in read if roles and roles.issubset(first)]
        if places:
            return min(places)
        if not self.prescribes or _takes_a_doctor(need):
            return len(first) + 1
        return len(first) if first and _prescribes(first[0], self.catalogue) else len(first) + 2

    def _may_pass_on(self, need: NeedInfo, needed: Gaps, *, at_home: bool) -> bool:
        """A helper's role knows who could lead, but not about medicine; of safety, if it works under one.

        Where medicine is all of it, a role that never prescribes is not asked: the child's doctor knows.
        """
        if MEDICINE in need.all_of and self.standing >= HELPER:
            return False
        if need.required == (MEDICINE,) and self.reach(MEDICINE) is Reach.NOT_TRAINED:
            return False
        near = not need.safety or at_home or self.clinician or needed[0] == 0
        return near or _answers_to_a_lead(self.member, need, self.catalogue)


def _is_at_school(member: MemberFact, catalogue: Catalogue) -> bool:
    """Does every role these letters can mean belong to a school?"""
    slugs = [slug for c in member.credentials for slug in ((c.role,) if c.role else c.candidates)]
    known = [catalogue.roles[slug] for slug in slugs if slug in catalogue.roles]
    return bool(known) and all(role.at_school for role in known)


def _is_therapy(need: NeedInfo) -> bool:
    """Mental health care that takes neither a medicine nor a diagnosis."""
    return need.mental_health and not _takes_a_doctor(need)


def _takes_a_doctor(need: NeedInfo) -> bool:
    return bool({MEDICINE, DIAGNOSIS}.intersection(need.required))


def _answers_to_a_lead(member: MemberFact, need: NeedInfo, catalogue: Catalogue) -> bool:
    """Does the role work under one that could lead this, so that the question goes up to them?"""
    roles = [catalogue.roles[c.role] for c in member.credentials if c.role in catalogue.roles]
    above = {slug for role in roles for slug in role.supervised_by}
    return any(_could_lead(catalogue, slug, need) for slug in above)


def _could_lead(catalogue: Catalogue, slug: str, need: NeedInfo) -> bool:
    home = person_fit.where_it_is_from(slug, catalogue)
    return home is not None and home.on(need).reach in CARRIES


def _prescribes(slug: str, catalogue: Catalogue) -> bool:
    home = person_fit.where_it_is_from(slug, catalogue)
    return home is not None and home.fits[MEDICINE].reach in CARRIES
