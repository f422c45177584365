"""Words that name nobody, where a name was asked for: 'she would not say', 'none', '?'."""

from __future__ import annotations

import re

from roles.lexicon import fold

SAYS_SO = """
    unknown unclear unsure none nobody noone nothing no not na tbd tba dont doesnt didnt wont wouldnt cant
    couldnt isnt havent hasnt refused refuses refusing declined they he she i we you who someone somebody
    anyone anybody person supervisor supervisors boss manager waiting pending alone idk nope myself
    himself herself themselves
"""
"""One of these at least: none of them is a first or a last name we know of."""
BESIDE = """
    a an the my our his her their its this that there it is are was were has have had been be of for to at
    on about by me us him them one else any yet now still so just only own will would do does did can
    could may might say says said tell tells told telling answer answered answers know knows known knew
    sure idea think remember name named names give gives gave given ask asked asking works work working
    what which question yes ok maybe never n m re s t don
"""
"""What may stand beside them. Alone these can be a name: Will, Don, An."""
TELLING = frozenset(SAYS_SO.split())
ANY = TELLING.union(BESIDE.split())


def names_nobody(said: str) -> bool:
    """'She would not say', 'none', '?': something was written, and none of it is a name."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’`´]", "", fold(said)).replace("n/a", "na"))
    unnamed = not words or not TELLING.isdisjoint(words)
    return bool(said.strip()) and unnamed and ANY.issuperset(words)
