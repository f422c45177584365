"""What letters mean in one state: the titles it uses, and letters that stand for another level there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from roles.catalogue import Catalogue, CollisionInfo, Kind, LocalTitle, NameEntry, Reading
from roles.lexicon import fold, looks_like_letters, without_suffix
from roles.notes import Note, Notes, Open
from roles.stages import NOT_BEFORE, NOT_YET

SHORTEST = 3
"""Letters of a state's list that are read; two letters are a state or a word as often."""

_TIERS = {
    "paraprofessional_tier": Kind.QUALIFICATION,
    "pre_license_tier": Kind.REGISTRATION,
    "independent_licenses": Kind.LICENCE,
}
_APART = re.compile(r"\s*[,;:/()]\s*|\s+or\s+")


def local_titles(rows: Iterable[tuple[str, str, str, str, str]]) -> dict[tuple[str, str], LocalTitle]:
    """The letters in each state's list of titles, from (state, tier, term, meaning, stage).

    Letters that stand in two tiers of one state say no level, so only the words about them are kept.
    """
    found: dict[tuple[str, str], LocalTitle] = {}
    for state, tier, term, meaning, stage in rows:
        kind = _TIERS.get(tier, Kind.UNKNOWN)
        for letters in _letters(term, with_stages=kind is Kind.UNKNOWN):
            known = found.get((state, letters), LocalTitle(kind, ""))
            same = {kind, known.kind} - {Kind.UNKNOWN}
            level = same.pop() if len(same) == 1 else Kind.UNKNOWN
            found[state, letters] = LocalTitle(level, known.meaning or meaning, known.stage or stage)
    return found


def _letters(term: str, *, with_stages: bool) -> Iterator[str]:
    """'LMHCA, LMFTA' gives both; 'CPC Intern' is a stage of other letters and one name with them."""
    if not with_stages and set(fold(term).replace(",", " ").split()) & (NOT_YET | NOT_BEFORE):
        yield from _stages(term)
        return
    for part in _APART.split(term):
        plain = part.removesuffix(" group").removeprefix("also written ")
        if looks_like_letters(plain) and sum(ch.isalpha() for ch in plain) >= SHORTEST:
            yield fold(plain)


def _stages(term: str) -> Iterator[str]:
    """'CPC Intern, MFT Intern' gives both, as somebody writes them behind a name."""
    for part in _APART.split(term):
        first, _, last = part.partition(" ")
        if looks_like_letters(first) and fold(last) in NOT_YET:
            yield fold(part)


def letters_of(key: str, entries: Iterable[NameEntry], catalogue: Catalogue) -> str:
    """The folded letters of a full name: 'lpc' for 'licensed professional counselor'; else the key."""
    roles = [catalogue.roles[e.role] for e in entries if e.role in catalogue.roles]
    return next((fold(role.letters) for role in roles if fold(role.name) == key), key)


def reading(collision: CollisionInfo | None, state: str) -> Reading | None:
    """The reading that names the state: what holds in most states may be another thing in this one."""
    readings = collision.readings if collision else ()
    return next((r for r in readings if state in r.states), None)


def meaning_in(state: str, letters: str, catalogue: Catalogue) -> str:
    """What letters mean in a state, in its list's own words, '' when none says. Never a level to decide by.

    Letters that change by state are read first, then the state's own titles, of which the first sentence
    tells most.
    """
    key = fold(letters)
    here, local = reading(catalogue.collisions.get(key), state), catalogue.local.get((state, key))
    if here and here.level:
        return here.level
    return local.meaning.split(". ")[0] if local and state else ""


def below_license(key: str, collision: CollisionInfo | None, state: str, catalogue: Catalogue) -> bool:
    """Do the letters of a full license elsewhere stand for someone who works under another here?"""
    here, local = reading(collision, state), catalogue.local.get((state, key))
    return bool(here and here.supervised) or (local is not None and local.below_license)


def works_under_someone(letters: str, state: str, catalogue: Catalogue) -> bool:
    """Do these letters, by what the state tells of them, stand for someone who works under another there?

    Read from the level that is kept with them, and never from words: not told is no.
    """
    return any(_is_under_someone(key, state, catalogue) for key in _spellings(letters, catalogue))


def _is_under_someone(key: str, state: str, catalogue: Catalogue) -> bool:
    here, local = reading(catalogue.collisions.get(key), state), catalogue.local.get((state, key))
    read = here is not None and (here.supervised or here.registered)
    return read or (local is not None and local.under_someone)


def is_independent(letters: str, state: str, catalogue: Catalogue) -> bool:
    """Does the state list these letters as a license to work on one's own, and not as one under another?"""
    listed = (catalogue.local.get((state, key)) for key in _spellings(letters, catalogue))
    licensed = any(local is not None and local.kind is Kind.LICENCE for local in listed)
    return licensed and not works_under_someone(letters, state, catalogue)


def _spellings(letters: str, catalogue: Catalogue) -> set[str]:
    """As written, without a suffix that changes nothing, and the letters of a role that is spelled out."""
    written = fold(letters)
    plain = without_suffix(written)
    return {written, plain, letters_of(plain, catalogue.names.get(plain, ()), catalogue)}


def means_here(
    text: str, key: str, collision: CollisionInfo | None, state: str, catalogue: Catalogue
) -> Notes:
    """What the letters mean in the family's state, empty when nobody wrote it down."""
    here, local = reading(collision, state), catalogue.local.get((state, key))
    level = here.level if here else local.meaning.split(". ")[0] if local else ""
    return (Note(Open.MEANS_HERE, text=text, here=state, meaning=level),) if level else ()
