"""Whom on the team the name of a supervisor means, as far as it can be told from names."""

from __future__ import annotations

from collections.abc import Mapping

from roles.lexicon import fold

TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss", "mx", "prof"))


def meant(said: str, names: Mapping[int, str]) -> frozenset[int]:
    """The ids of those whose name this is; else of the one person it can be short or long for.

    Empty for somebody outside the team, and where two could be meant.
    """
    words = words_of(said)
    called = {id: words_of(name) for id, name in names.items()}
    same = frozenset(id for id, theirs in called.items() if theirs == words)
    alike = frozenset(id for id, theirs in called.items() if theirs <= words or words <= theirs)
    return (same or (alike if len(alike) == 1 else frozenset())) if words else frozenset()


def words_of(name: str) -> frozenset[str]:
    """The words of a name. 'Dr. Kay Lund, BCBA' gives kay and lund: letters after the name are none of it."""
    return frozenset(fold(name.replace("(", ",").split(",")[0]).split()) - TITLES
