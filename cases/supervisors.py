"""Does the supervisor who was named stand behind the work? Told from names and roles, before the grid.

Somebody does not who is the person themselves, who is supervised by them in turn, or whose role is known not
to supervise theirs; nor do words that name nobody. What is not known is no doubt: then the name counts. Where
it could be of somebody we know by other letters, or of several, it counts once we are told who it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cases.backing import ELSE, Match, Meant, matches, meant, words_of
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
    NAMESAKE = "namesake"


NOT_ALONE = frozenset({Reach.NOT_TRAINED, Reach.SUPERVISED})


def looked_at(
    members: Sequence[MemberFact], catalogue: Catalogue, state: str, gone: Sequence[MemberFact] = ()
) -> tuple[MemberFact, ...]:
    """Everybody who is here; where there is a doubt about their supervisor, as if none was known.

    ``gone``: who left, of whom a name may be, too.
    """
    named = [one for one in members if one.supervisor == "named"]
    meant_by = {one.id: _meant(one, members, gone, catalogue, state) for one in named}
    room = _Room({one.id: one for one in (*gone, *members)}, meant_by, catalogue, state)
    return tuple(_looked_at(one, room) if one.id in meant_by else one for one in members)


@dataclass(frozen=True, slots=True)
class _Room:
    people: Mapping[int, MemberFact]
    meant_by: Mapping[int, Meant]
    catalogue: Catalogue
    state: str


def _looked_at(member: MemberFact, room: _Room) -> MemberFact:
    found, doubt = room.meant_by[member.id], _doubt(member, room)
    if not doubt:
        return replace(member, may_be=found.may_be) if member.supervisor_who else member
    bare = replace(member, supervisor="unknown", supervisor_name="", doubt=doubt, may_be=found.may_be)
    return bare if doubt == Doubt.NAMESAKE else replace(bare, doubted=found.who)


def _meant(
    member: MemberFact,
    members: Sequence[MemberFact],
    gone: Sequence[MemberFact],
    catalogue: Catalogue,
    state: str,
) -> Meant:
    """Whom the name means: as it was told, else whose it is. Themselves only where nobody else may be it.

    Of those who left it may be one beside somebody here, or one known by other letters: else it is told anew.
    """
    said, others = member.supervisor_name, [one for one in members if one.id != member.id]
    left = matches(said, gone, catalogue, state)
    here = matches(said, others, catalogue, state)
    too = [one for one in gone if here or left.get(one.id) is Match.OPEN]
    found = meant(said, [*others, *too], catalogue, state)
    if not found.may_be and _is_own(member):
        found = meant(said, [member], catalogue, state)
    return _as_told(member, found, (*members, *gone))


def _as_told(member: MemberFact, found: Meant, people: Iterable[MemberFact]) -> Meant:
    told = next((one.id for one in people if one.key == member.supervisor_who), None)
    if told is not None:
        return Meant(told, Match.SURE, found.may_be or (told,))
    return Meant(None, None, found.may_be) if member.supervisor_who == ELSE else found


def _is_own(member: MemberFact) -> bool:
    """Is each part of the name one of theirs, by what they are called or by what they sign with?"""
    return words_of(member.supervisor_name) <= words_of(member.name) | set(fold(member.said).split())


def _doubt(member: MemberFact, room: _Room) -> str:
    found = room.meant_by[member.id]
    if member.supervisor_who == ELSE:
        return ""
    if not found.may_be:
        return Doubt.NO_NAME if names_nobody(member.supervisor_name) else ""
    if found.may_be == (member.id,):
        return Doubt.SELF
    if found.who is None:
        doubtful = found.match is Match.OPEN or any(_about(member, id, room) for id in found.may_be)
        return Doubt.NAMESAKE if doubtful else ""
    doubt = _about(member, found.who, room)
    return Doubt.NAMESAKE if doubt and not found.sure else doubt


def _about(member: MemberFact, who: int, room: _Room) -> str:
    """The doubt there is if this is whom the name means."""
    if who == member.id:
        return Doubt.SELF
    catalogue, state, above = room.catalogue, room.state, room.people[who]
    links = [(b, a) for b in _roles(member, catalogue, state) for a in _roles(above, catalogue, state)]
    if any(upper.slug in lower.supervised_by for lower, upper in links):
        return ""
    if _comes_back(member.id, {**{id: m.who for id, m in room.meant_by.items()}, member.id: who}):
        return Doubt.CIRCLE
    surely = links and _all_read(above, catalogue, state)
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
