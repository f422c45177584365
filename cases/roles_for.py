"""Which roles to look for a need in, and on what condition each could lead it: about roles, nobody's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cases.nearness import HELPER
from roles.catalogue import Catalogue, FitResult, Kind, NeedInfo, Reach, RoleInfo
from roles.fit import AT_HOME, LEADING_TIERS, need_fit, only_helps, standing

SPECIALIST = "specialist"


class How(StrEnum):
    """How much of a need a role could lead. OPEN: it depends, or is not known; BESIDE: no part of it."""

    ALL = "all"
    PART = "part"
    OPEN = "open"
    ELSEWHERE = "elsewhere"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class RoleFor:
    """One role beside a need.

    ``supervised``: with a supervisor's name. ``trainings`` are the capabilities a training has to open first,
    ``parts`` those it leads when it leads no more. ``rest_open``: the other parts may be its own too.
    """

    role: str
    how: How
    supervised: bool = False
    trainings: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    rest_open: bool = False


@dataclass(frozen=True, slots=True)
class _Letters:
    kind: Kind
    role: str
    candidates: tuple[str, ...] = ()
    text: str = ""


def roles_for(need: NeedInfo, catalogue: Catalogue, state: str) -> tuple[RoleFor, ...]:
    """Those the need names, in its order, whatever their condition; then who could lead all of it.

    A specialist for one thing is no answer to another, and a course alone makes nobody a lead who has no
    part of it. It names roles to look up, so without a state it lists what each says where it is from.
    """
    named = [catalogue.roles[slug] for slug in need.first_roles if slug in catalogue.roles]
    others = (r for r in catalogue.roles.values() if r not in named and _is_told(r))
    found = [
        told
        for role in others
        if (told := _whole(role, need, catalogue, state)) and _counts(told, need, catalogue)
    ]
    found.sort(key=lambda told: (bool(told.trainings), told.supervised))
    return (*(_told(role, need, catalogue, state) for role in named), *found)


def _is_told(role: RoleInfo) -> bool:
    return role.kind is not Kind.DEGREE and not role.ambiguous and role.tier != SPECIALIST


def _counts(told: RoleFor, need: NeedInfo, catalogue: Catalogue) -> bool:
    """A training opens the rest of a need to a profession that has a part of it, or that leads anyway."""
    role = catalogue.roles[told.role]
    has_a_part = standing(catalogue, [_letters(role)]) < HELPER and len(told.trainings) < len(need.all_of)
    return not told.trainings or role.tier in LEADING_TIERS or has_a_part


def _letters(role: RoleInfo) -> _Letters:
    return _Letters(role.kind, role.slug)


def _told(role: RoleInfo, need: NeedInfo, catalogue: Catalogue, state: str) -> RoleFor:
    return _whole(role, need, catalogue, state) or _less(role, need, catalogue, state)


def _whole(role: RoleInfo, need: NeedInfo, catalogue: Catalogue, state: str) -> RoleFor | None:
    """On the least condition under which the role leads all of it; None when there is none."""
    every_training = tuple((slug, slug) for slug in need.required)
    for lifts in ((), every_training):
        for supervisor in ("unknown", "named"):
            reach, fits = need_fit(catalogue, [_letters(role)], need, state or AT_HOME, lifts, supervisor)
            if reach is Reach.TRAINED:
                trainings = tuple(_opened(need, fits))
                return RoleFor(role.slug, How.ALL, supervised=supervisor == "named", trainings=trainings)
    return None


def _opened(need: NeedInfo, fits: tuple[FitResult, ...]) -> Iterator[str]:
    """What only a training opens. Of ``any_of`` nothing where another will do without one."""
    every, some = fits[: len(need.all_of)], fits[len(need.all_of) :]
    yield from (fit.capability for fit in every if fit.lifted_by)
    if not any(fit.reach in (Reach.TRAINED, Reach.SUPERVISED) and not fit.lifted_by for fit in some):
        yield from [fit.capability for fit in some if fit.lifted_by][:1]


def _less(role: RoleInfo, need: NeedInfo, catalogue: Catalogue, state: str) -> RoleFor:
    """What a role is to a need it never leads alone."""
    reach, fits = need_fit(catalogue, [_letters(role)], need, state or AT_HOME, (), "unknown")
    open_yet = reach is not Reach.NOT_TRAINED
    own = tuple(fit.capability for fit in fits if fit.reach is Reach.TRAINED)
    if own:
        return RoleFor(role.slug, How.PART, parts=own, rest_open=open_yet)
    under = tuple(f.capability for f in fits if _leads_under_someone(catalogue, f))
    if under:
        return RoleFor(role.slug, How.PART, supervised=True, parts=under, rest_open=open_yet)
    if all(fit.why_unknown == "other-state" for fit in fits):
        return RoleFor(role.slug, How.ELSEWHERE)
    may = any(fit.reach in (Reach.DEPENDS, Reach.UNKNOWN) for fit in fits)
    return RoleFor(role.slug, How.OPEN if may else How.BESIDE)


def _leads_under_someone(catalogue: Catalogue, fit: FitResult) -> bool:
    under = fit.reach is Reach.SUPERVISED
    return under and not only_helps(catalogue, fit.role, fit.capability, fit.reach)
