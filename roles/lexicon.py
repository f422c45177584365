"""What letters and titles are looked up in: the names of one catalogue, indexed once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from roles.catalogue import Catalogue, Kind, NameEntry, RoleInfo
from web.english import looks_like_letters as looks_like_letters

_DEGREES = """
    aa as aas ba bs bsc bsn bsw bfa bed ma ms msc med mat mba mph mpa msn mdiv mac mc mfa edm eds edd phd psyd
    dsw dnp jd dmin drph
"""
GENERAL_DEGREES = frozenset(_DEGREES.split())
"""Degrees that say what someone studied and not what the job is."""

SAME_AS = {"pa-c": "pa", "np-c": "np", "fnp-c": "fnp", "bcba-d": "bcba"}
"""A suffix that changes nothing about the role; '-BC' (board certified) is one for every role."""

MAX_PHRASE_WORDS = 8
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‛`´ʼ"), "'")
_EDGES = " \t,;:.()[]{}<>\"'*_-|"


def visible(text: str) -> str:
    """The text without marks that cannot be seen (direction marks, joiners, soft hyphens)."""
    return "".join(ch for ch in text if unicodedata.category(ch) not in ("Cf", "Cs") and ch != "\ufe0f")


def fold(text: str) -> str:
    """The one spelling names are compared by: 'Q.M.H.P.' and 'qmhp' give 'qmhp'; 'QMHP-C' stays 'qmhp-c'.

    Case, full stops, the look of dashes and the width of spaces do not count. Folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKC", visible(text)).casefold()
    plain = unicodedata.normalize("NFKC", plain).translate(_DASHES).translate(_QUOTES).replace(".", "")
    plain = unicodedata.normalize("NFKC", plain)  # a full stop may have kept a letter from its accent
    return " ".join(plain.split()).strip(_EDGES)


def squash(text: str) -> str:
    """Only letters and digits of the folded text: 'CADC-II', 'CADC II' and 'cadcii' are one."""
    return "".join(ch for ch in fold(text) if ch.isalnum())


def is_letters(entry: NameEntry) -> bool:
    return entry.kind == "letters" or looks_like_letters(entry.name)


def without_suffix(folded: str) -> str:
    """'pa-c' is 'pa', 'pmhnp-bc' is 'pmhnp'; anything else stays, so that Maryland's 'lcsw-c' is its own."""
    return SAME_AS.get(folded, folded.removesuffix("-bc"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of one catalogue, ready to look up.

    ``names`` is keyed by ``fold``; ``squashed`` leads from ``squash`` to that key, for letters only;
    ``shuffled`` from sorted letters to the key; ``phrases`` are the keys of titles and spelled-out names;
    ``spans`` says how many words the longest name has that starts with a word;
    ``homes`` holds (role, state) for each state a role has a name of its own in, ``worn`` the letters of a
    role that only some states use, by (role, state).
    """

    names: Mapping[str, tuple[NameEntry, ...]]
    squashed: Mapping[str, str]
    shuffled: Mapping[str, str]
    phrases: tuple[str, ...]
    spans: Mapping[str, int]
    homes: frozenset[tuple[str, str]]
    worn: Mapping[tuple[str, str], frozenset[str]]

    def find(self, folded: str, *, compact: bool = False) -> str:
        """The key of a folded name, '' when unknown. ``compact`` also finds 'cadc-ii' for 'cadc ii'."""
        if folded in self.names:
            return folded
        return self.squashed.get(squash(folded), "") if compact else ""

    def letters(self, key: str) -> bool:
        """Is the name a group of letters, which count only as a badge wears them?"""
        return (len(key) <= 4 and " " not in key) or all(is_letters(entry) for entry in self.names[key])


class _Same:
    """A catalogue as a cache key: by identity, since its maps cannot be hashed."""

    __slots__ = ("catalogue",)

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """The index of a catalogue, made once per catalogue object and kept for the last few."""
    return _build(_Same(catalogue))


def role_holds(catalogue: Catalogue, role: str, state: str, worn: str = "") -> bool:
    """Do the facts we have about a role hold in the family's state?

    Yes when no single law defines the role, when the state is the role's own or not told, or when the
    catalogue has a name for the role in that very state. ``worn`` are the letters somebody wears, '' when
    only the role is known: then they have to be the ones this state uses. An LICSW is at home in Washington,
    and Oregon's CSWA is not, though Washington has a name of its own for that step.
    """
    info = catalogue.roles.get(role)
    if info is None:
        return False
    if state in ("", info.state) or info.state == "US":
        return True
    lexicon = lexicon_of(catalogue)
    letters = [e for e in lexicon.names.get(public_name(catalogue, worn), ()) if e.role == role]
    if letters and all(map(is_letters, letters)) and fold(worn) not in GENERAL_DEGREES:
        return any(entry.state == state for entry in letters)
    return (role, state) in lexicon.homes


def public_name(catalogue: Catalogue, worn: str) -> str:
    """The catalogue's own spelling of what somebody wrote, '' when it is no name we know.

    A suffix that changes nothing is left out, so that what is read of a paste holds wherever it is looked up.
    """
    if not worn:
        return ""
    lexicon, folded = lexicon_of(catalogue), fold(worn)
    return lexicon.find(folded, compact=True) or lexicon.find(without_suffix(folded), compact=True)


def spelling(text: str, catalogue: Catalogue) -> str:
    """Letters as the catalogue writes them: 'lcsw' gives 'LCSW'. Words, and letters we do not know, stay."""
    lexicon = lexicon_of(catalogue)
    key = lexicon.find(fold(text), compact=True)
    return lexicon.names[key][0].name if key and lexicon.letters(key) else text


def letters_in(catalogue: Catalogue, role: RoleInfo, state: str) -> str:
    """The letters that stand for a role in the family's state, '' when we only know those of another state.

    Of several that a state uses, only the role's own can be the ones that are meant.
    """
    here = lexicon_of(catalogue).worn.get((role.slug, state), frozenset()) if state else frozenset()
    own = set(role.letters.split(" / ")) & here
    if own or role.state == "US" and not here or state and role.state == state:
        return role.letters
    return next(iter(here)) if len(here) == 1 else ""


@lru_cache(maxsize=8)
def _build(same: _Same) -> Lexicon:
    catalogue = same.catalogue
    names = {key: tuple(entries) for key, entries in catalogue.names.items() if key and entries}
    for entry in _own_names(catalogue.roles.values()):
        known = names.get(fold(entry.name), ())
        if all(other.role != entry.role for other in known):
            names[fold(entry.name)] = (*known, entry)
    letters = {key: entries for key, entries in names.items() if all(map(is_letters, entries))}
    return Lexicon(
        names=names,
        squashed={squash(key): key for key in reversed(letters)},
        shuffled={"".join(sorted(key)): key for key in letters if len(key) > 3},
        phrases=tuple(key for key in names if key not in letters and len(key) > 4),
        spans=_spans(names),
        homes=frozenset((e.role, e.state) for entries in names.values() for e in entries if e.state),
        worn=_worn_by_state(chain.from_iterable(names.values())),
    )


def _worn_by_state(entries: Iterable[NameEntry]) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for entry in (e for e in entries if e.state and is_letters(e)):
        here = (entry.role, entry.state)
        found[here] = found.get(here, frozenset()) | {entry.name}
    return found


def _spans(names: Iterable[str]) -> dict[str, int]:
    spans: dict[str, int] = {}
    for words in map(str.split, names):
        spans[words[0]] = min(MAX_PHRASE_WORDS, max(len(words), spans.get(words[0], 1)))
    return spans


def _own_names(roles: Iterable[RoleInfo]) -> Iterator[NameEntry]:
    """The letters and the name each role carries itself, in case the list of names leaves them out."""
    for role in roles:
        spelled = "title" if role.kind is Kind.TITLE else "name"
        for part in re.split(r"\s*/\s+|\s+/\s*", role.letters):
            if fold(part):
                yield NameEntry(part, role.slug, "letters" if looks_like_letters(part) else spelled)
        whole = re.sub(r"\(.*?\)", " ", role.name)
        if fold(whole):
            yield NameEntry(whole, role.slug, spelled)
