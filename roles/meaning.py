"""What one group of letters or one title means in the family's state, and what stays open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roles.catalogue import Catalogue, CollisionInfo, Kind, NameEntry
from roles.lexicon import fold, lexicon_of, role_holds
from roles.words import GENERAL_DEGREES

COULD_BE = "Could be one of these. Ask."
UNKNOWN_LETTERS = "We don't know these letters yet."
BARE_DEGREE = "A degree. It doesn't tell the job."
ON_THE_WAY = "This may be on the way to a license or a degree. Ask how far along."
PLACE_OR_LETTERS = "This could be a place or letters. Ask."
SEVERAL = "These letters can mean a few roles. Ask which one."


@dataclass(frozen=True, slots=True)
class Credential:
    """One group of letters or one title, as written in the paste.

    ``role`` is a slug, or '' when nothing proves one; ``candidates`` are the slugs it could be. ``note`` is a
    plain sentence for the parent or ''. ``state_matters``: another state could change the meaning.
    ``is_title``: a job title or a spoken word, which never proves a role.
    """

    text: str
    kind: Kind
    role: str = ""
    candidates: tuple[str, ...] = ()
    note: str = ""
    state_matters: bool = False
    is_title: bool = False


def unknown(text: str, catalogue: Catalogue, state: str) -> Credential:
    """Letters without a role here. Letters mixed up ('QMPH') or known to vary get a hint, no guess."""
    collision = catalogue.collisions.get(fold(text))
    if collision is not None:
        reading = _reading(collision, state)
        note = _in_state(text, reading, state, catalogue) if reading else _tell_us(text)
        return Credential(text, Kind.UNKNOWN, note=note, state_matters=True)
    near = lexicon_of(catalogue).shuffled.get("".join(sorted(fold(text))), "")
    hint = f"{UNKNOWN_LETTERS} Did you mean {_shown(near, catalogue)}?" if near else UNKNOWN_LETTERS
    return Credential(text, Kind.UNKNOWN, note=hint)


def not_yet(text: str, key: str, catalogue: Catalogue, state: str) -> Credential:
    """'LCSW candidate': kept as unknown letters, unless it is a title, which proves nothing anyway."""
    plain = meaning(text, key, catalogue, state)
    if plain.is_title:
        return plain
    return on_the_way(text)


def on_the_way(text: str) -> Credential:
    """Letters someone says they do not have yet, or no longer."""
    return Credential(text, Kind.UNKNOWN, note=ON_THE_WAY)


def place(text: str) -> Credential:
    """'MD' after a town, below the name: Maryland or a doctor. Kept, and not taken for a role."""
    return Credential(text, Kind.UNKNOWN, note=PLACE_OR_LETTERS, state_matters=True)


def guessed_title(text: str, key: str, catalogue: Catalogue, state: str) -> Credential:
    """A misspelt title: the roles it could be, with the spelling we think was meant."""
    roles = _title_roles(lexicon_of(catalogue).names[key], state)
    note = f"Did you mean {_shown(key, catalogue)}? {COULD_BE}"
    return Credential(text, Kind.TITLE, candidates=roles, note=note, is_title=True)


def meaning(text: str, key: str, catalogue: Catalogue, state: str) -> Credential:
    """What a known name means. ``key`` is its folded form, ``state`` the family's code or ''."""
    entries = lexicon_of(catalogue).names.get(key, ())
    if key in GENERAL_DEGREES:
        roles = _unique(entries)
        note = f"A degree, not a license. {COULD_BE}" if roles else BARE_DEGREE
        return Credential(text, Kind.DEGREE, candidates=roles, note=note)
    if _is_title(key, entries, catalogue):
        roles = _title_roles(entries, state)
        return Credential(text, Kind.TITLE, candidates=roles, note=COULD_BE, is_title=True)
    if not state:
        return _anywhere(text, key, entries, catalogue)
    here = _unique(e for e in entries if e.state == state)
    general = here or _unique(e for e in entries if not e.state)
    if len(general) > 1:
        return Credential(text, _kind(general, catalogue), candidates=general, note=SEVERAL)
    if here:
        return _proven(text, here[0], catalogue, state)
    if not general:
        return _from_elsewhere(text, entries, catalogue, state)
    mine = tuple(e for e in entries if e.role == general[0])
    return _read_in_state(text, mine, catalogue, state)


def _anywhere(text: str, key: str, entries: tuple[NameEntry, ...], catalogue: Catalogue) -> Credential:
    """Without a state, letters that vary are never more than candidates."""
    roles = _unique(entries)
    collides = key in catalogue.collisions
    if collides or (len(roles) > 1 and any(e.state for e in entries)):
        kind = _kind(roles, catalogue)
        return Credential(text, kind, candidates=roles, note=_tell_us(text), state_matters=True)
    if len(roles) > 1:
        return Credential(text, _kind(roles, catalogue), candidates=roles, note=SEVERAL)
    return _proven(text, roles[0], catalogue, "")


def _read_in_state(text: str, entries: tuple[NameEntry, ...], catalogue: Catalogue, state: str) -> Credential:
    """Letters with one general meaning: does it hold here, or do they name another level in this state?"""
    role, collision = entries[0].role, catalogue.collisions.get(fold(entries[0].name))
    home = catalogue.roles[role].state if role in catalogue.roles else ""
    reading = _reading(collision, state) if collision else None
    if state != home and reading and not _covers(reading[0], home):
        return _not_ours(text, (role,), catalogue, state, _in_state(text, reading, state, catalogue))
    listed = {e.state for e in entries if e.state}
    if listed and state not in {home, *listed} and home != "US":
        return _from_elsewhere(text, tuple(e for e in entries if e.state), catalogue, state)
    return _proven(text, role, catalogue, state, varies=collision is not None)


def _from_elsewhere(
    text: str, entries: tuple[NameEntry, ...], catalogue: Catalogue, state: str
) -> Credential:
    places = sorted({_state_name(e.state, catalogue) for e in entries})
    used_in = places[0] if len(places) == 1 else f"{places[0]} and other states"
    note = f"{text} is used in {used_in}. Ask what it means in {_state_name(state, catalogue)}."
    return _not_ours(text, _unique(entries), catalogue, state, note)


def _not_ours(text: str, roles: tuple[str, ...], catalogue: Catalogue, state: str, note: str) -> Credential:
    """Letters of another state. The role is named only where its facts are not taken for this state's."""
    kept = roles[0] if len(roles) == 1 and not role_holds(catalogue, roles[0], state) else ""
    return Credential(text, _kind(roles, catalogue), kept, note=note, state_matters=True)


def _proven(text: str, role: str, catalogue: Catalogue, state: str, *, varies: bool = False) -> Credential:
    info = catalogue.roles.get(role)
    if info is None:
        return Credential(text, Kind.UNKNOWN, note=UNKNOWN_LETTERS)
    if not role_holds(catalogue, role, state):
        here, there = _state_name(state, catalogue), _state_name(info.state, catalogue)
        note = f"What we know about {text} is for {there}. Ask what it means in {here}."
        return Credential(text, info.kind, role, note=note, state_matters=True)
    note = "A degree. It is not a license." if info.kind is Kind.DEGREE else ""
    return Credential(text, info.kind, role, note=note, state_matters=varies)


def _is_title(key: str, entries: tuple[NameEntry, ...], catalogue: Catalogue) -> bool:
    """A spoken word, a job title, or a spelled-out name that also stands for other jobs."""
    if any(e.kind in ("title", "spoken") for e in entries):
        return True
    if not lexicon_of(catalogue).letters(key) and key in catalogue.collisions:
        return True
    infos = [catalogue.roles[e.role] for e in entries if e.role in catalogue.roles]
    return any(info.kind is Kind.TITLE or info.ambiguous for info in infos)


def _title_roles(entries: tuple[NameEntry, ...], state: str) -> tuple[str, ...]:
    near = _unique(e for e in entries if not state or e.state in ("", state))
    return near or _unique(entries)


def _unique(entries: Iterable[NameEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.role for e in entries))


def _kind(roles: tuple[str, ...], catalogue: Catalogue) -> Kind:
    """The kind all the roles share; a licence when they differ, so that it is asked and not assumed away."""
    kinds = {catalogue.roles[role].kind for role in roles if role in catalogue.roles}
    return kinds.pop() if len(kinds) == 1 else Kind.QUALIFICATION


def _covers(where: str, state: str) -> bool:
    return state in re.findall(r"\b[A-Z]{2}\b", where) or "most states" in where


def _reading(collision: CollisionInfo, state: str) -> tuple[str, str] | None:
    """The reading that names the state; 'most states' only where no reading names it."""
    named = [r for r in collision.readings if state and state in re.findall(r"\b[A-Z]{2}\b", r[0])]
    most = [r for r in collision.readings if state and "most states" in r[0]]
    return next(iter(named or most), None)


def _in_state(text: str, reading: tuple[str, str], state: str, catalogue: Catalogue) -> str:
    level = reading[1].rstrip(".")
    level = level if level[1:2].isupper() else level[:1].lower() + level[1:]
    return f"In {_state_name(state, catalogue)}, {text} means: {level}. Ask to be sure."


def _tell_us(text: str) -> str:
    return f"{text} does not mean the same in every state. Tell us yours, or ask."


def _state_name(code: str, catalogue: Catalogue) -> str:
    return catalogue.states.get(code, code or "any state")


def _shown(key: str, catalogue: Catalogue) -> str:
    return lexicon_of(catalogue).names[key][0].name
