"""Does the supervisor who was named stand behind the work? Told from names and roles, before the grid.

Somebody does not who is the person themselves, who is supervised by them in turn, or whose role is known not
to supervise theirs; nor do words that name nobody. What is not known is no doubt: then the name counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from cases.backing import meant, words_of
from cases.nearness import ASSESSMENT, SAFETY_PLAN
from cases.no_name import names_nobody
from cases.snapshot import MemberFact
from roles.catalogue import Catalogue, FitInfo, Kind, Reach, RoleInfo
from roles.fit import HELPER_TIERS, why_not_here
from roles.lexicon import fold


class Doubt(StrEnum):
    """Why a name that was told is asked about all the same; ``MemberFact.doubt`` holds it."""

    NO_NAME = "no-name"
    SELF = "self"
    CIRCLE = "circle"
    ROLE = "role"


NOT_ALONE = frozenset({Reach.NOT_TRAINED, Reach.SUPERVISED})


def looked_at(members: Sequence[MemberFact], catalogue: Catalogue, state: str) -> tuple[MemberFact, ...]:
    """Everybody who is here; where there is a doubt about their supervisor, as if none was known."""
    meant_by = {one.id: _meant(one, members) for one in members if one.supervisor == "named"}
    here = {one.id: one for one in members}
    doubts = {id: _doubt(here[id], meant_by, here, catalogue, state) for id in meant_by}
    return tuple(_doubted(one, doubts.get(one.id, ""), meant_by.get(one.id)) for one in members)


def _doubted(member: MemberFact, doubt: str, who: int | None) -> MemberFact:
    if not doubt:
        return member
    return replace(member, supervisor="unknown", supervisor_name="", doubt=doubt, doubted=who)


def _meant(member: MemberFact, members: Sequence[MemberFact]) -> int | None:
    """Whom here the name means. A first name alone is not theirs because another's is longer."""
    names = {one.id: one.name for one in members}
    ids = meant(member.supervisor_name, names)
    if ids == {member.id} and not _is_own(member):
        ids = meant(member.supervisor_name, {id: name for id, name in names.items() if id != member.id})
    return next(iter(ids)) if len(ids) == 1 else None


def _is_own(member: MemberFact) -> bool:
    """Is each part of the name one of theirs, by what they are called or by what they sign with?"""
    return words_of(member.supervisor_name) <= words_of(member.name) | set(fold(member.said).split())


def _doubt(
    member: MemberFact,
    meant_by: Mapping[int, int | None],
    here: Mapping[int, MemberFact],
    catalogue: Catalogue,
    state: str,
) -> str:
    who = meant_by[member.id]
    if who is None:
        return Doubt.NO_NAME if names_nobody(member.supervisor_name) else ""
    if who == member.id:
        return Doubt.SELF
    links = [
        (below, above)
        for below in _roles(member, catalogue, state)
        for above in _roles(here[who], catalogue, state)
    ]
    if any(above.slug in below.supervised_by for below, above in links):
        return ""
    if _comes_back(member.id, meant_by):
        return Doubt.CIRCLE
    surely = links and _all_read(here[who], catalogue, state)
    return Doubt.ROLE if surely and all(_is_not_above(*link, catalogue) for link in links) else ""


def _comes_back(start: int, meant_by: Mapping[int, int | None]) -> bool:
    """Does the way up from somebody lead to themselves?"""
    seen, who = {start}, meant_by.get(start)
    while who is not None and who not in seen:
        seen.add(who)
        who = meant_by.get(who)
    return who == start


def _roles(member: MemberFact, catalogue: Catalogue, state: str) -> list[RoleInfo]:
    """The roles that letters stand for here: no degree, no word for several jobs, none of another state."""
    worn = [(c, catalogue.roles[c.role]) for c in member.credentials if c.role in catalogue.roles]
    return [
        role
        for letters, role in worn
        if role.kind is not Kind.DEGREE
        and not role.ambiguous
        and not why_not_here(catalogue, role.slug, state, letters.text)
    ]


def _all_read(member: MemberFact, catalogue: Catalogue, state: str) -> bool:
    """Could nothing else in these letters be a role that supervises? A degree is none."""
    roles = {role.slug for role in _roles(member, catalogue, state)}
    return all(letters.role in roles or letters.kind is Kind.DEGREE for letters in member.credentials)


def _is_not_above(below: RoleInfo, above: RoleInfo, catalogue: Catalogue) -> bool:
    """Is it known that ``above`` does not stand behind the work of ``below``, which works under someone?"""
    if not below.needs_supervisor:
        return False
    if above.tier in HELPER_TIERS:
        return below.tier not in HELPER_TIERS or bool(below.supervised_by)
    if above.needs_supervisor and below.tier not in HELPER_TIERS:
        return True
    return _knows_none_of_it(below, above, catalogue)


def _knows_none_of_it(below: RoleInfo, above: RoleInfo, catalogue: Catalogue) -> bool:
    """Is what ``below`` does with a supervisor known to be nothing that ``above`` does alone?

    Where a plan for safety or an assessment is part of it, these alone are looked at.
    """
    led = {slug for slug in catalogue.capabilities if _reach(below, slug, catalogue) is Reach.SUPERVISED}
    led = led & {SAFETY_PLAN, ASSESSMENT} or led
    return bool(led) and {_reach(above, slug, catalogue) for slug in led} <= NOT_ALONE


def _reach(role: RoleInfo, capability: str, catalogue: Catalogue) -> Reach:
    cell: FitInfo | None = catalogue.fits.get((role.slug, capability, ""))
    return cell.reach if cell else Reach.UNKNOWN
