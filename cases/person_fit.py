"""How far one person reaches, for every capability and every need: worked out once and kept.

People with the same letters in the same state reach equally far, so the results are shared between rooms. The
cache holds roles and reaches, never a name or what somebody wrote, apart from the names of extra trainings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from cases.snapshot import CredentialFact, MemberFact, RoomSnapshot, TrainingFact
from roles.catalogue import RANK, Catalogue, FitResult, Kind, NeedInfo, Reach
from roles.fit import AT_HOME, need_fit, why_not_here
from roles.lexicon import public_name

ONE_OF = "*"
"""Stands for "one of ``any_of``" among the parts of a need."""

MEDICINE = "medication"
IN_A_LIST = frozenset({Kind.LICENCE, Kind.REGISTRATION, Kind.QUALIFICATION})

_BY_RANK = tuple(Reach)
_HELPFUL = RANK[Reach.SUPERVISED]


@dataclass(frozen=True, slots=True)
class NeedFit:
    """One person and one need, whatever was agreed.

    ``reach`` is as things stand, ``with_supervisor`` says that a supervisor's name would make it TRAINED,
    ``parts`` are what this person is trained for alone, ``fits`` has one result per required capability.
    """

    reach: Reach
    with_supervisor: bool
    parts: frozenset[str]
    helps: bool
    fits: tuple[FitResult, ...]


@dataclass(frozen=True, slots=True)
class PersonFit:
    """What one set of letters reaches: as the cells say, as things stand, and if a supervisor were named."""

    fits: Mapping[str, FitResult]
    now: Mapping[str, Reach]
    supervised: Mapping[str, Reach]
    _needs: dict[str, NeedFit] = field(default_factory=dict)

    def on(self, need: NeedInfo) -> NeedFit:
        known = self._needs.get(need.slug)
        if known is None:
            known = self._needs[need.slug] = _need_fit(self, need)
        return known


def person(member: MemberFact, catalogue: Catalogue, state: str) -> PersonFit:
    """The reaches of a member for every capability of the catalogue and every one its needs call for."""
    letters = tuple(
        _Letters(c.kind, c.role, c.candidates, public_name(catalogue, c.text)) for c in member.credentials
    )
    return _person(_Same(catalogue), letters, member.lifts, member.covers(state), state, member.supervisor)


def may_rest_on(training: TrainingFact, member: MemberFact, room: RoomSnapshot, catalogue: Catalogue) -> bool:
    """Can a need of the room rest on such a training of this person, once it is a full course and certified?

    Not where no need calls for what it is for, nor where a role, a law or a license decides.
    """
    full = replace(training, standing="certified", kind="full", says_short=False)
    fits = person(replace(member, trainings=(full,)), catalogue, room.state).fits
    needs = (catalogue.needs[slug] for slug in room.needs if slug in catalogue.needs)
    called_for = any(training.capability in need.required for need in needs)
    return called_for and training.capability in fits and bool(fits[training.capability].lifted_by)


def where_it_is_from(slug: str, catalogue: Catalogue) -> PersonFit | None:
    """What a role reaches by itself where it is from; None when we have no such role."""
    role = catalogue.roles.get(slug)
    if role is None:
        return None
    letters = (CredentialFact(role.letters, role.kind, slug),)
    return person(MemberFact(id=0, key="", name="", credentials=letters), catalogue, AT_HOME)


def is_at_home(member: MemberFact, need: NeedInfo) -> bool:
    """Do letters of this person stand for a role that the need names first, whichever of them it is?"""
    read = ({c.role} if c.role else set(c.candidates) for c in member.credentials)
    return any(roles and roles.issubset(need.first_roles) for roles in read)


def is_listed(letters: CredentialFact, catalogue: Catalogue) -> bool:
    """Does a board or agency keep a list with letters of this role, however they were told?"""
    role = catalogue.roles.get(letters.role)
    return role is not None and role.kind in IN_A_LIST


def parts_add_up(need: NeedInfo, sharers: Iterable[MemberFact]) -> bool:
    """Are parts enough to share a need? Not without the profession at home in it, where the need names one.

    A pediatrician prescribes and a social worker diagnoses, and severe symptoms still lack psychiatry.
    """
    return not need.first_roles or any(is_at_home(member, need) for member in sharers)


def is_from_elsewhere(fits: Iterable[FitResult]) -> bool:
    """Does what we know of this person hold in another state, or in one that is not told?"""
    return any(f.why_unknown in ("other-state", "no-state") for f in fits)


def is_urgent(need: NeedInfo) -> bool:
    """Safety and medicine wait for nothing."""
    return need.safety or MEDICINE in need.all_of


def varies_by_state(members: Iterable[MemberFact], catalogue: Catalogue) -> bool:
    """Do somebody's letters stand for a role that one state's rules define?"""
    slugs = {slug for m in members for c in m.credentials for slug in (c.role, *c.candidates) if slug}
    return any(why_not_here(catalogue, slug, "") == "no-state" for slug in slugs)


def awaits_state(member: MemberFact, need: NeedInfo, catalogue: Catalogue, state: str) -> bool:
    """May letters of this person tell more as soon as the family's state is told?

    Beside such letters a degree that leaves it open is no answer yet. A word for several jobs is asked about.
    """
    if state or person(member, catalogue, state).on(need).reach not in (Reach.UNKNOWN, Reach.DEPENDS):
        return False
    words = (Kind.TITLE, Kind.DEGREE)
    letters = (c for c in member.credentials if c.role or c.kind not in words or len(c.candidates) == 1)
    slugs = {slug for c in letters for slug in (c.role, *c.candidates) if slug}
    return any(why_not_here(catalogue, slug, state) == "no-state" for slug in slugs)


@dataclass(frozen=True, slots=True)
class _Letters:
    """Letters as the fit looks at them. ``text`` is a name of the catalogue, never what somebody wrote."""

    kind: Kind
    role: str
    candidates: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A catalogue as a cache key: by identity, since its maps cannot be hashed."""

    catalogue: Catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue


@lru_cache(maxsize=2048)
def _person(
    same: _Same,
    letters: tuple[_Letters, ...],
    trained: tuple[tuple[str, str], ...],
    covers: tuple[tuple[str, str], ...],
    state: str,
    supervisor: str,
) -> PersonFit:
    fits: dict[str, FitResult] = {}
    now: dict[str, Reach] = {}
    supervised: dict[str, Reach] = {}
    lifts, told = dict(trained), dict(covers)
    for slug in _capabilities(same):
        need = _only(slug)
        now[slug], (fits[slug],) = need_fit(same.catalogue, letters, need, state, lifts, supervisor, told)
        supervised[slug] = now[slug]
        if now[slug] is Reach.SUPERVISED and supervisor != "named":
            supervised[slug], _ = need_fit(same.catalogue, letters, need, state, lifts, "named", told)
    return PersonFit(fits, now, supervised)


@lru_cache(maxsize=8)
def _capabilities(same: _Same) -> tuple[str, ...]:
    called_for = (slug for need in same.catalogue.needs.values() for slug in need.required + need.helpful)
    return tuple(dict.fromkeys((*same.catalogue.capabilities, *called_for)))


@lru_cache(maxsize=256)
def _only(capability: str) -> NeedInfo:
    """A need of one capability: a person's reach is looked up once and then combined for every need."""
    return NeedInfo(capability, "", "", False, "", (capability,), (), (), "", "", "")


def _need_fit(person: PersonFit, need: NeedInfo) -> NeedFit:
    reach = _over(need, person.now)
    useful = need.required + need.helpful
    return NeedFit(
        reach=reach,
        with_supervisor=reach is Reach.SUPERVISED and _over(need, person.supervised) is Reach.TRAINED,
        parts=_parts(need, person.now),
        helps=any(RANK[person.fits[slug].reach] <= _HELPFUL for slug in useful),
        fits=tuple(person.fits[slug] for slug in need.required),
    )


def _over(need: NeedInfo, reaches: Mapping[str, Reach]) -> Reach:
    """The worst over ``all_of``, the best over ``any_of``, and the worse of the two."""
    worst = max((RANK[reaches[slug]] for slug in need.all_of), default=0)
    best = min((RANK[reaches[slug]] for slug in need.any_of), default=0)
    return _BY_RANK[max(worst, best)] if need.required else Reach.UNKNOWN


def _parts(need: NeedInfo, reaches: Mapping[str, Reach]) -> frozenset[str]:
    own = {slug for slug in need.all_of if reaches[slug] is Reach.TRAINED}
    if any(reaches[slug] is Reach.TRAINED for slug in need.any_of):
        own.add(ONE_OF)
    return frozenset(own)


def deciding(need: NeedInfo, fits: tuple[FitResult, ...]) -> tuple[FitResult, ...]:
    """The results a reach rests on: all of ``all_of``, and of ``any_of`` only the best."""
    every, some = fits[: len(need.all_of)], fits[len(need.all_of) :]
    best = min((RANK[f.reach] for f in some), default=0)
    return every + tuple(f for f in some if RANK[f.reach] == best)


def first_open(need: NeedInfo, fits: tuple[FitResult, ...], reach: Reach) -> FitResult:
    """The first result that makes the reach over the need what it is."""
    return next(fit for fit in deciding(need, fits) if fit.reach is reach)


def waits_for_training(fit: FitResult, catalogue: Catalogue) -> bool:
    """Would a course end what is open? Not where letters or our facts are silent, and a degree takes a
    license before a training counts."""
    role, capability = catalogue.roles.get(fit.role), catalogue.capabilities.get(fit.capability)
    degree = role is None or role.kind is Kind.DEGREE
    by_training = capability is not None and capability.opened_by_training
    return fit.reach is Reach.DEPENDS and by_training and not degree


def parts_of(need: NeedInfo) -> frozenset[str]:
    """All parts of a need: each of ``all_of``, and one of ``any_of`` as a single part."""
    return frozenset(need.all_of) | ({ONE_OF} if need.any_of else frozenset())
