"""Does the supervisor who was named stand behind the work? Told from names and roles, before the grid.

Somebody does not who is the person themselves, who is supervised by them in turn, or whose role is not known
to supervise theirs; nor do words that name nobody. A name alone, of somebody not on the team, counts: more
was not asked. Where it could be of somebody we know by other letters, or of several, it counts once we are
told who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cases.backing import ELSE, Match, Meant, matches, meant, words_of
from cases.no_name import is_of_the_family, leaves_open, names_nobody
from cases.snapshot import CredentialFact, MemberFact
from cases.stands_behind import Behind, behind, clear_roles
from roles.catalogue import Catalogue, Kind
from roles.decode import decode
from roles.lexicon import fold


class Doubt(StrEnum):
    """Why a name that was told is asked about all the same; ``MemberFact.doubt`` holds it."""

    NO_NAME = "no-name"
    SELF = "self"
    CIRCLE = "circle"
    ROLE = "role"
    NAMESAKE = "namesake"
    UNCLEAR = "unclear"
    FAMILY = "family"
    OPEN = "open"


def looked_at(
    members: Sequence[MemberFact],
    catalogue: Catalogue,
    state: str,
    gone: Sequence[MemberFact] = (),
    family: tuple[str, ...] = (),
) -> tuple[MemberFact, ...]:
    """Everybody who is here; where there is a doubt about their supervisor, as if none was known.

    ``gone``: who left, of whom a name may be, too. ``family``: the names of the child and the parent.
    """
    named = [one for one in members if one.supervisor == "named"]
    meant_by = {one.id: _meant(one, members, gone, catalogue, state) for one in named}
    room = _Room({one.id: one for one in (*gone, *members)}, meant_by, catalogue, state, family)
    return tuple(_looked_at(one, room) if one.id in meant_by else one for one in members)


@dataclass(frozen=True, slots=True)
class _Room:
    people: Mapping[int, MemberFact]
    meant_by: Mapping[int, Meant]
    catalogue: Catalogue
    state: str
    family: tuple[str, ...] = ()


def _looked_at(member: MemberFact, room: _Room) -> MemberFact:
    found, doubt = room.meant_by[member.id], _doubt(member, room)
    if not doubt:
        return replace(member, may_be=found.may_be) if member.supervisor_who else member
    bare = replace(member, supervisor="unknown", supervisor_name="", doubt=doubt, may_be=found.may_be)
    if doubt == Doubt.NAMESAKE:
        return bare
    return replace(bare, doubted=found.who) if found.who is not None else _named_with(bare, member, room)


def _named_with(bare: MemberFact, member: MemberFact, room: _Room) -> MemberFact:
    """With the name that was told of somebody else, and the role told with it."""
    said = member.supervisor_name
    name = decode(said, room.catalogue, room.state).name or said
    role = next((r.slug for r in clear_roles(_letters(said, room), room.catalogue, room.state)), "")
    return replace(bare, doubted_name=name, doubted_role=role)


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
    return words_of(member.supervisor_name) <= words_of(member.name) | set(
        re.findall(r"\w+", fold(member.said))
    )


def _doubt(member: MemberFact, room: _Room) -> str:
    found = room.meant_by[member.id]
    if member.supervisor_who == ELSE or not found.may_be:
        return _about_a_name(member, room)
    if found.may_be == (member.id,):
        return Doubt.SELF
    if leaves_open(member.supervisor_name):
        return Doubt.OPEN
    if found.who is None:
        doubtful = found.match is Match.OPEN or any(_about(member, id, room) for id in found.may_be)
        return Doubt.NAMESAKE if doubtful else ""
    doubt = _about(member, found.who, room)
    return Doubt.NAMESAKE if doubt and not found.sure else doubt


def _about_a_name(member: MemberFact, room: _Room) -> str:
    """The doubt there is about somebody who is not on the team, by what was told with the name."""
    said = member.supervisor_name
    if names_nobody(said) or _names_a_job(said, room):
        return Doubt.NO_NAME
    if is_of_the_family(said, room.family):
        return Doubt.FAMILY
    letters = _letters(said, room)
    doubt = _by_letters(member, letters, room) if letters else ""
    return doubt or (Doubt.OPEN if leaves_open(said) else "")


def _names_a_job(said: str, room: _Room) -> bool:
    """'the QMHA': letters or a title, and no word beside them that could be a name."""
    read = decode(said, room.catalogue, room.state)
    rest = fold(said)
    for letters in read.credentials:
        rest = rest.replace(fold(letters.text), " ")
    return bool(read.credentials) and not read.name and names_nobody(f"no {rest}")


def _letters(said: str, room: _Room) -> tuple[CredentialFact, ...]:
    read = decode(said, room.catalogue, room.state).credentials
    return tuple(CredentialFact(c.text, Kind(c.kind), c.role, tuple(c.candidates)) for c in read)


def _by_letters(member: MemberFact, letters: Sequence[CredentialFact], room: _Room) -> str:
    says = behind(member, letters, room.catalogue, room.state)
    return {Behind.YES: "", Behind.NO: Doubt.ROLE, Behind.OPEN: Doubt.UNCLEAR}[says]


def _about(member: MemberFact, who: int, room: _Room) -> str:
    """The doubt there is if this is whom the name means."""
    if who == member.id:
        return Doubt.SELF
    doubt = _by_letters(member, room.people[who].credentials, room)
    comes_back = _comes_back(member.id, {**{id: m.who for id, m in room.meant_by.items()}, member.id: who})
    return Doubt.CIRCLE if doubt and comes_back else doubt


def _comes_back(start: int, meant_by: Mapping[int, int | None]) -> bool:
    """Does the way up from somebody lead to themselves?"""
    seen, who = {start}, meant_by.get(start)
    while who is not None and who not in seen:
        seen.add(who)
        who = meant_by.get(who)
    return who == start
