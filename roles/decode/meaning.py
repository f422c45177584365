"""What one group of letters or one title means in the family's state, and what stays open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from roles.catalogue import Catalogue, CollisionInfo, Kind, NameEntry
from roles.decode.credential import Credential
from roles.decode.doubt import says_lost, says_nothing_new
from roles.decode.pending import before_license, on_the_way
from roles.decode.vocabulary import BROAD_LICENSES
from roles.lexicon import GENERAL_DEGREES, fold, lexicon_of, role_holds, spelling
from roles.notes import Note, Notes, Open, could_be
from roles.stages import NOT_YET
from roles.state_titles import below_license, letters_of, means_here, reading


@dataclass(frozen=True, slots=True)
class _Look:
    """A known name as it is looked at: ``short`` are the letters it stands for, itself when it is letters."""

    text: str
    key: str
    short: str
    state: str
    catalogue: Catalogue
    entries: tuple[NameEntry, ...]
    collision: CollisionInfo | None

    @property
    def shown(self) -> str:
        """How the letters stand in a sentence: 'lcsw' as LCSW."""
        return spelling(self.text, self.catalogue) if self.text.islower() else self.text

    @property
    def several(self) -> Note:
        return Note(Open.SEVERAL if lexicon_of(self.catalogue).letters(self.key) else Open.TITLE_SEVERAL)

    def means_here(self) -> Notes:
        return means_here(self.shown, self.short, self.collision, self.state, self.catalogue)


def unknown(text: str, catalogue: Catalogue, state: str) -> Credential:
    """Letters without a role here. Letters mixed up ('QMPH') or known to vary get a hint, no guess."""
    key = fold(text)
    collision, local = catalogue.collisions.get(key), catalogue.local.get((state, key))
    here = means_here(text, key, collision, state, catalogue)
    if collision is not None:
        return Credential(text, Kind.UNKNOWN, notes=here or _varies(text), state_matters=True)
    if local is not None:
        title = Note(Open.TITLE_HERE, text=text, here=state)
        return Credential(text, local.kind, notes=here or (title,), state_matters=True)
    notes = (Note(Open.UNKNOWN), *_hints(text, catalogue, state))
    return Credential(text, Kind.UNKNOWN, notes=notes)


def _hints(text: str, catalogue: Catalogue, state: str) -> Iterable[Note]:
    """Letters in another order, or letters we know with something added: 'QMHP-E' in Virginia."""
    near = lexicon_of(catalogue).shuffled.get("".join(sorted(fold(text))), "")
    if near:
        yield Note(Open.DID_YOU_MEAN, text=_shown(near, catalogue))
    stem, dash, _ = text.partition("-")
    here = reading(catalogue.collisions.get(fold(stem)), state) if dash else None
    if here:
        yield Note(Open.MEANS_HERE, text=stem, here=state, meaning=here.level)


def not_yet(text: str, key: str, telling: str, catalogue: Catalogue, state: str) -> Credential:
    """'LCSW candidate': on the way, unless it is a title, which proves nothing anyway.

    "Supervised" says nothing new of letters below a license, nor do years at school of a degree.
    """
    plain = meaning(text, key, catalogue, state)
    if says_nothing_new(telling, plain.kind):
        return replace(plain, text=" ".join(word for word in text.split() if fold(word) != telling))
    if plain.is_title:
        return plain
    open_yet = on_the_way(text, key, telling, catalogue, state)
    return replace(open_yet, doubted=key, lost=says_lost(telling))


def place(text: str) -> Credential:
    """'MD' after a town, below the name: Maryland or a doctor. Kept, and not taken for a role."""
    return Credential(text, Kind.UNKNOWN, notes=(Note(Open.PLACE_OR_LETTERS),), state_matters=True)


def guessed_title(text: str, key: str, catalogue: Catalogue, state: str) -> Credential:
    """A misspelt title: the roles it could be, with the spelling we think was meant."""
    roles = _title_roles(lexicon_of(catalogue).names[key], state)
    notes = Note(Open.DID_YOU_MEAN, text=_shown(key, catalogue)), could_be(roles)
    return Credential(text, Kind.TITLE, candidates=roles, notes=notes, is_title=True)


def meaning(text: str, key: str, catalogue: Catalogue, state: str) -> Credential:
    """What a known name means. ``key`` is its folded form, ``state`` the family's code or ''."""
    entries = lexicon_of(catalogue).names.get(key, ())
    if key in GENERAL_DEGREES:
        roles = _unique(entries)
        notes = (Note(Open.DEGREE), could_be(roles)) if roles else (Note(Open.BARE_DEGREE),)
        return Credential(text, Kind.DEGREE, candidates=roles, notes=notes)
    if entries and key in BROAD_LICENSES:
        return Credential(text, Kind.LICENCE, candidates=_unique(entries), notes=(Note(Open.MANY_CLINICS),))
    if _is_title(key, entries, catalogue):
        roles = _title_roles(entries, state)
        return Credential(text, Kind.TITLE, candidates=roles, notes=(could_be(roles),), is_title=True)
    short = letters_of(key, entries, catalogue)
    look = _Look(text, key, short, state, catalogue, entries, catalogue.collisions.get(short))
    return _in_family_state(look) if state else _anywhere(look)


def _in_family_state(look: _Look) -> Credential:
    here = _unique(e for e in look.entries if e.state == look.state)
    general = here or _unique(e for e in look.entries if not e.state)
    if len(general) > 1:
        return _several(look, general, here)
    if here:
        return _state_s_own(look, here[0])
    if not general:
        return _from_elsewhere(look)
    return _read_in_state(replace(look, entries=tuple(e for e in look.entries if e.role == general[0])))


def _several(look: _Look, roles: tuple[str, ...], here: tuple[str, ...]) -> Credential:
    """``here``: the same roles where it is the family's state that uses the letters for them."""
    means = look.means_here() if here else ()
    which = _near(look, here) or (look.several,)
    return Credential(look.text, _kind(roles, look.catalogue), candidates=roles, notes=(*means, *which))


def _state_s_own(look: _Look, role: str) -> Credential:
    """A title of the family's state: the nearest role we know, after the state's own words for it.

    A full license has the same level under each of its names, so nothing stays open.
    """
    proven, near, means = _proven(look, role), _near(look, (role,)), look.means_here()
    if not near or not proven.role or proven.kind is Kind.LICENCE:
        return proven
    return replace(proven, notes=(*means, *near), from_elsewhere=bool(means))


def _near(look: _Look, roles: tuple[str, ...]) -> Notes:
    """What to say of a state's title that is read as roles we know from another state by other names."""
    infos = [look.catalogue.roles[role] for role in roles if role in look.catalogue.roles]
    homes = {info.state for info in infos}
    own = {fold(name) for info in infos for name in (info.name, *info.letters.split(" / "))}
    if len(homes) != 1 or homes & {"US", look.state} or {look.key, look.short} & own:
        return ()
    there = homes.pop()
    if len(infos) > 1:
        return (Note(Open.NEAR_ROLES, there=there),)
    return (Note(Open.NEAR_ROLE, there=there, role=infos[0].slug),)


def _anywhere(look: _Look) -> Credential:
    """Without a state, letters that vary, or that one state alone uses, are never more than candidates."""
    text, roles, places = look.text, _unique(look.entries), {e.state for e in look.entries}
    kind = _kind(roles, look.catalogue)
    if look.collision or (len(roles) > 1 and any(places)):
        return Credential(text, kind, candidates=roles, notes=_varies(look.shown), state_matters=True)
    if len(roles) > 1:
        return Credential(text, kind, candidates=roles, notes=(look.several,))
    if len(places) == 1 and "" not in places:
        notes = (Note(Open.USED_IN, text=look.shown, there=places.pop()),)
        return _stage(look) or Credential(text, kind, candidates=roles, notes=notes, state_matters=True)
    return _proven(look, roles[0])


def _home_of(role: str, catalogue: Catalogue) -> str:
    return catalogue.roles[role].state if role in catalogue.roles else ""


def _read_in_state(look: _Look) -> Credential:
    """Letters with one general meaning: does it hold here, or do they name another level in this state?"""
    role, state = look.entries[0].role, look.state
    home = _home_of(role, look.catalogue)
    here = reading(look.collision, state)
    other = here is not None and not here.covers(home)
    if state != home and (other or below_license(look.short, look.collision, state, look.catalogue)):
        return _not_ours(look, (role,), look.means_here() or _known_from(look, home))
    listed = {e.state for e in look.entries if e.state}
    if listed and state not in {home, *listed} and home != "US":
        return _from_elsewhere(look)
    return _proven(look, role, varies=look.collision is not None)


def _from_elsewhere(look: _Look) -> Credential:
    if stage := _stage(look):
        return stage
    names = look.catalogue.states
    places = sorted({e.state for e in look.entries if e.state}, key=lambda code: names.get(code, code))
    which = Open.USED_ELSEWHERE if len(places) == 1 else Open.USED_IN_OTHERS
    used = Note(which, text=look.shown, there=places[0], here=look.state)
    return _not_ours(look, _unique(look.entries), look.means_here() or (used,))


def _stage(look: _Look) -> Credential | None:
    """'LPC Associate' where no state's list decides: the letters, and a word that says how far along."""
    stem, _, last = look.key.rpartition(" ")
    if last not in NOT_YET or stem not in lexicon_of(look.catalogue).names:
        return None
    return on_the_way(look.text, stem, last, look.catalogue, look.state)


def _not_ours(look: _Look, roles: tuple[str, ...], notes: Notes) -> Credential:
    """Letters of another state. The role is named only where its facts are not taken for this state's.

    Where the state has the role under other letters, these may be the full license of another state or a
    level below it, so both stay open; where we know that they stand below it here, they are that level.
    """
    text, catalogue, state = look.text, look.catalogue, look.state
    kind, role = _kind(roles, catalogue), roles[0] if len(roles) == 1 else ""
    below = before_license(role, catalogue)
    if below and below_license(look.short, look.collision, state, catalogue):
        return Credential(
            text, Kind.REGISTRATION, below, notes=notes, state_matters=True, from_elsewhere=True
        )
    if role and (not role_holds(catalogue, role, state) or _said_here(look.key, role, catalogue, state)):
        return Credential(text, kind, role, notes=notes, state_matters=True, from_elsewhere=True)
    candidates = (role, below) if below else ()
    return Credential(text, kind, candidates=candidates, notes=notes, state_matters=True)


def _said_here(key: str, role: str, catalogue: Catalogue, state: str) -> bool:
    """'Psychologist' in Illinois, where the name is 'licensed clinical psychologist': the same, shorter."""
    words = set(key.split())
    names = lexicon_of(catalogue).names.items()
    own = (set(name.split()) for name, found in names for e in found if (e.role, e.state) == (role, state))
    return any(words < name for name in own)


def _proven(look: _Look, role: str, *, varies: bool = False) -> Credential:
    text, catalogue, state = look.text, look.catalogue, look.state
    info = catalogue.roles.get(role)
    if info is None:
        return Credential(text, Kind.UNKNOWN, notes=(Note(Open.UNKNOWN),))
    if not role_holds(catalogue, role, state):
        notes = look.means_here() or _known_from(look, info.state)
        return Credential(text, info.kind, role, notes=notes, state_matters=True, from_elsewhere=True)
    notes = (Note(Open.NO_LICENCE),) if info.kind is Kind.DEGREE else ()
    return Credential(text, info.kind, role, notes=notes, state_matters=varies)


def _known_from(look: _Look, home: str) -> Notes:
    return (Note(Open.KNOWN_FROM, text=look.shown, there=home, here=look.state),)


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
    """The kind all the roles share; a qualification when they differ, which proves no license."""
    kinds = {catalogue.roles[role].kind for role in roles if role in catalogue.roles}
    return kinds.pop() if len(kinds) == 1 else Kind.QUALIFICATION


def _varies(text: str) -> Notes:
    return (Note(Open.VARIES, text=text),)


def _shown(key: str, catalogue: Catalogue) -> str:
    return lexicon_of(catalogue).names[key][0].name


def agreed(credentials: tuple[Credential, ...]) -> tuple[Credential, ...]:
    """'MD, Pediatrician': letters that can mean a few roles mean the one that other letters prove.

    A degree still proves no role; what it could be is said by the letters beside it.
    """
    proven = {c.role for c in credentials if c.role and not c.is_title}
    return tuple(_one_of(c, proven.intersection(c.candidates)) for c in credentials)


def _one_of(credential: Credential, proven: set[str]) -> Credential:
    if credential.is_title or len(credential.candidates) < 2 or len(proven) != 1:
        return credential
    if credential.kind is Kind.DEGREE:
        return replace(credential, candidates=(), notes=(Note(Open.NO_LICENCE),))
    notes = credential.notes if credential.state_matters else ()
    return replace(credential, role=next(iter(proven)), candidates=(), notes=notes)
