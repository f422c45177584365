"""What a role is called, or what its letters mean, in other states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from roles.catalogue import CollisionInfo, RoleInfo
from roles.models import RoleName, StateTitle
from roles.presenters.sources import Cite, Numbered, how_we_know
from roles.presenters.words import has_badge, short_name


@dataclass(frozen=True, slots=True)
class NameLine:
    """What is to be known about a name, and how we know. ``title``: the name, and where if not everywhere."""

    text: str
    known: str
    cites: tuple[Cite, ...]
    title: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name one may hear for a role, and the states that use it; no states: it may be heard anywhere."""

    name: str
    kind: str
    states: tuple[str, ...]
    says: tuple[NameLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the same words stand for in some states: (code, name) pairs in the order of their names."""

    term: str
    tier: str
    meaning: str
    states: tuple[tuple[str, str], ...]

    @property
    def says(self) -> str:
        return self.meaning or _level(self.tier)

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """(address, name) of each state."""
        return _places(self.states)


def _level(tier: str) -> str:
    return str(StateTitle.Tier(tier).label)


def _places(states: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((reverse("roles:state_detail", args=[code.lower()]), name) for code, name in states)


def searched_words(role: RoleInfo) -> tuple[str, ...]:
    """The words to look for in the states' own lists of titles."""
    return tuple(role.letters.split(" / ")) if has_badge(role) else (short_name(role),)


def other_names(
    names: Iterable[RoleName], role: RoleInfo, numbered: Numbered, checked_on: date | None
) -> tuple[OtherName, ...]:
    """Every name but the role's own, once each. ``names`` come with their states and sources."""
    own = {role.letters.casefold(), role.name.casefold(), *(w.casefold() for w in searched_words(role))}
    kept: dict[str, list[RoleName]] = {}
    for name in names:
        if name.name.casefold() not in own:
            kept.setdefault(name.name, []).append(name)
    return tuple(_other_name(text, rows, numbered, checked_on) for text, rows in kept.items())


def _other_name(text: str, rows: list[RoleName], numbered: Numbered, on: date | None) -> OtherName:
    told: dict[tuple[str, str, tuple[Cite, ...]], list[RoleName]] = {}
    for row in rows:
        if row.note or row.confidence:
            said = (row.note, how_we_know(row.confidence, on), numbered.cite(row.sources.all()))
            told.setdefault(said, []).append(row)
    name = text[:1].upper() + text[1:]
    says = (
        NameLine(*said, _where(name, _states(some) if len(some) < len(rows) else ()))
        for said, some in told.items()
    )
    return OtherName(name, rows[0].kind, _states(rows), tuple(says))


def _where(name: str, states: tuple[str, ...]) -> str:
    return (
        _("%(name)s in %(states)s:") % {"name": name, "states": ", ".join(states)} if states else f"{name}:"
    )


def _states(rows: list[RoleName]) -> tuple[str, ...]:
    return tuple(sorted({row.jurisdiction.name for row in rows if row.jurisdiction}))


def gather(
    titles: Iterable[StateTitle], words: Sequence[str], *, leave_out: str = ""
) -> tuple[Elsewhere, ...]:
    """The states' titles that hold one of the words as a whole, those that say the same put together.

    ``leave_out`` is the state whose own titles the page tells anyway. ``titles`` come by state.
    """
    whole = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in words), re.IGNORECASE)
    alike: dict[tuple[str, str, str], dict[str, str]] = {}
    for title in titles:
        if whole.search(title.term) and title.jurisdiction_id != leave_out:
            said = (title.term, title.tier, title.meaning)
            alike.setdefault(said, {})[title.jurisdiction_id] = title.jurisdiction.name
    return tuple(Elsewhere(*said, tuple(states.items())) for said, states in alike.items())


@dataclass(frozen=True, slots=True)
class Level:
    """How far along the letters mean somebody is, and (address, name) of the states that mean it."""

    title: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OtherStates:
    """What a role's letters stand for outside its home: in the reader's state, and easy mix-ups, in full.

    ``levels`` has, for the rest, each level and the states where the letters stand for it.
    """

    here: tuple[Elsewhere, ...]
    mix_ups: tuple[Elsewhere, ...]
    levels: tuple[Level, ...]

    def __bool__(self) -> bool:
        return bool(self.here or self.mix_ups or self.levels)


def other_states(titles: Iterable[StateTitle], role: RoleInfo, state: str) -> OtherStates:
    """Sorts the states' readings of a role's letters. ``state`` is the reader's, '' when not told."""
    words, rows = searched_words(role), tuple(titles)
    here = gather((row for row in rows if row.jurisdiction_id == state), words, leave_out=role.state)
    others = gather((row for row in rows if row.jurisdiction_id != state), words, leave_out=role.state)
    trap = StateTitle.Tier.TRAP
    levels: dict[str, dict[str, str]] = {}
    for entry in others:
        if entry.tier != trap:
            levels.setdefault(entry.tier, {}).update(entry.states)
    in_order = ((tier, sorted(states.items(), key=lambda pair: pair[1])) for tier, states in levels.items())
    return OtherStates(
        here,
        tuple(entry for entry in others if entry.tier == trap),
        tuple(Level(_level(tier), _places(states)) for tier, states in in_order),
    )


@dataclass(frozen=True, slots=True)
class MeaningByState:
    """Letters that change their meaning, with where and what they stand for there, in words."""

    title: str
    readings: tuple[tuple[str, str], ...]


def spelled(collision: CollisionInfo, states: Mapping[str, str]) -> MeaningByState:
    """The readings with the states' names for their codes: 'OR, TX' becomes 'Oregon, Texas'."""

    def name(code: re.Match[str]) -> str:
        return states.get(code.group(), code.group())

    readings = ((re.sub(r"\b[A-Z]{2}\b", name, one.where), one.level) for one in collision.readings)
    return MeaningByState(collision.title, tuple(readings))
