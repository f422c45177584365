"""Letters that other words of the same text say somebody does not hold, or no longer does."""

from __future__ import annotations

from collections.abc import Sequence

from roles.catalogue import Catalogue
from roles.decode.credential import Credential
from roles.decode.meaning import meaning
from roles.lexicon import lexicon_of, squash


def without_lost(read: Sequence[Credential], catalogue: Catalogue, state: str) -> tuple[Credential, ...]:
    """ "Jane Miller, LCSW" with "LCSW revoked" below: what is left is open, and nobody is given the letters.

    Words that say "on the way" take nothing away: they may be about somebody whom the person supervises.
    """
    lost = [one.doubted for one in read if one.lost]
    return tuple(one for one in read if not any(is_same(one, key, catalogue, state) for key in lost))


def is_same(one: Credential, key: str, catalogue: Catalogue, state: str) -> bool:
    """Are these letters the ones behind a folded ``key``, or the same role spelled out? None in doubt are."""
    if one.doubted or one.is_title:
        return False
    role = meaning(key, key, catalogue, state).role if key in lexicon_of(catalogue).names else ""
    return squash(one.text) == squash(key) or (bool(role) and one.role == role)
