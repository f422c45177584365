"""Several needs in one finding, each by name: a decision about it is one about all that was read."""

from __future__ import annotations

from cases.wording.scene import Scene
from web.english import listed_in_full

AT_A_TIME = 3
"""So many needs are named in a sentence, and fewer where their names are long."""
MOST_WORDS = 11
"""A sentence has room for so many words of needs beside its own."""


def few_at_a_time(slugs: object, scene: Scene) -> list[str]:
    """'family therapy, help with sleep and trauma treatment', and so on till all are named; [] for none."""
    few: list[list[str]] = []
    for slug in slugs if isinstance(slugs, list) else []:
        noun = scene.need(slug).noun
        if few and _have_room(few[-1], noun):
            few[-1].append(noun)
        else:
            few.append([noun])
    return [listed_in_full(nouns) for nouns in few]


def _have_room(nouns: list[str], noun: str) -> bool:
    return len(nouns) < AT_A_TIME and len(listed_in_full([*nouns, noun]).split()) <= MOST_WORDS
