"""Letters joined by "or": "QMHA or QMHP" is one of them, nobody says which, and none of them is held."""

from __future__ import annotations

from collections.abc import Sequence

from roles.catalogue import Kind
from roles.decode.credential import Credential
from roles.decode.page import Page
from roles.lexicon import fold
from roles.notes import Note, Open


def either_of(page: Page, last: Credential) -> Credential:
    """The letters of the row and these as one: "QMHA or QMHP" is one of them, and nobody says which.

    A degree or a title further in front stays as it is: "MSW, LCSW or LPC" leaves no degree open.
    """
    row = [(key, page.credentials[key]) for key in page.row if key in page.credentials]
    row = [*(pair for pair in row[:-1] if not _names_no_job(pair[1])), *row[-1:]]
    ways = [*(one for _, one in row), last]
    if not row or not _leaves_open(ways):
        return last
    for key, _ in row:
        del page.credentials[key]
    return _one_of(ways)


def _names_no_job(one: Credential) -> bool:
    return one.kind in (Kind.DEGREE, Kind.TITLE)


def _leaves_open(ways: list[Credential]) -> bool:
    """Not where each is open by itself, or says no more than the next: "not an LCSW or LPC"."""
    roles = {one.role for one in ways}
    same = len(roles) == 1 and "" not in roles
    return not (same or all(one.doubted or _names_no_job(one) for one in ways))


def _one_of(ways: Sequence[Credential]) -> Credential:
    """Letters joined by "or": a role of theirs is a candidate where each can mean one, and none is held."""
    *first, last = (one.text for one in ways)
    text, notes = f"{', '.join(first)} or {last}", (Note(Open.SEVERAL),)
    matters, kinds = any(one.state_matters for one in ways), {one.kind for one in ways}
    each = [() if one.doubted else (one.role,) if one.role else one.candidates for one in ways]
    roles = tuple(dict.fromkeys(role for some in each for role in some))
    if not all(each) or len(roles) < 2:
        known = next((one for one in ways if not one.doubted), ways[0])
        key = known.doubted or fold(known.text)
        return Credential(text, Kind.UNKNOWN, notes=notes, state_matters=matters, doubted=key)
    kind = kinds.pop() if len(kinds) == 1 else Kind.QUALIFICATION
    return Credential(text, kind, candidates=roles, notes=notes, state_matters=matters)
