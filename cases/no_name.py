"""Words that name nobody, where a name was asked for: 'she would not say', 'none', 'the program director'."""

from __future__ import annotations

import re

from roles.lexicon import fold

SAYS_SO = """
    unknown unclear unsure none nobody noone nothing no not na tbd tba dont doesnt didnt wont wouldnt cant
    couldnt isnt havent hasnt refused refuses refusing declined they he she i we you who someone somebody
    anyone anybody person supervisor supervisors boss manager waiting pending alone idk nope myself
    himself herself themselves self selves itself ourselves yourself me us him them left gone vacant vacancy
    unassigned assigned unfilled hiring everyone everybody various several multiple whoever unnamed no-one
    same ditto tbc independent independently
"""
"""One of these at least: none of them is a first or a last name we know of."""
BESIDE = """
    a an the my our his her their its this that there it is are was were has have had been be of for to at
    on about by one else any yet now still so just only own will would do does did can
    could may might say says said tell tells told telling answer answered answers know knows known knew
    sure idea think remember name named names give gives gave given ask asked asking works work working
    what which question yes ok maybe never n m re s t don and or with in as some another other new open
    position job role currently right soon later here under from
"""
"""What may stand beside them. Alone these can be a name: Will, Don, An."""
JOBS = """
    director leader coordinator therapist therapists nurse nurses doctor doctors counselor counselors worker
    workers trainer teacher teachers psychologist psychiatrist clinician clinicians provider providers
    specialist aide assistant intern student staff agency team school hospital
"""
"""A job or a place and no name: one of these alone names nobody either."""
OF_JOBS = """
    lead head program clinical medical site office skills social mental health behavior behavioral case care
    peer support licensed certified senior associate
"""
"""Beside a job. Alone, or behind a first name, these can be a name: Don Case."""
_KIN = """
    mom mum mama mommy mother dad daddy papa father grandma grandmother grandpa grandfather aunt auntie
    uncle sister brother cousin stepmom stepdad stepmother stepfather husband wife son daughter kid child
    parent parents guardian neighbor friend family abuela abuelo tia tio
"""
_FIRST = """
    mom mum dad grandma grandpa aunt auntie uncle cousin abuela abuelo tia tio
"""
"""Of these, what a name may follow: Aunt May. Father and sister can be of a church."""
KIN, FIRST = frozenset(_KIN.split()), frozenset(_FIRST.split())
TELLING = frozenset([*SAYS_SO.split(), *JOBS.split()])
ANY = TELLING.union(BESIDE.split(), OF_JOBS.split())
_OPEN = re.compile(
    r"\?|\b(?:left|leaving|leaves|quit|retired|resigned|fired|former|formerly|previous|previously|used to be"
    r"|no longer|not anymore|not any more|gone|until|till|on leave|maybe|perhaps|probably|possibly|might be"
    r"|may be|could be|i think|i guess|not sure|unsure|not|never|nobody but|anyone but)\b"
)
_OR = re.compile(r"(?<=\w)\s+(?:or|/)\s+(?=\w)")


def names_nobody(said: str) -> bool:
    """'She would not say', 'none', '?', 'a skills trainer': something is written, and none of it a name."""
    words = _words(said)
    unnamed = not words or not TELLING.isdisjoint(words)
    return bool(said.strip()) and unnamed and ANY.issuperset(words)


def leaves_open(said: str) -> bool:
    """Is there a name, and words with it that leave open if it counts: 'Lee (left in May)', 'Lee or Pat'?"""
    return bool(_OPEN.search(fold(said)) or _OR.search(said))


def is_of_the_family(said: str, family: tuple[str, ...] = ()) -> bool:
    """'Dad', 'Aunt May', 'her mother', or a name out of ``family``: the child and the parent."""
    words = [word for word in _words(said) if word not in ANY]
    if not words:
        return False
    if words[0] in FIRST or words[-1] in KIN:
        return True
    return any(theirs and set(words) <= theirs for theirs in (set(_words(name)) for name in family))


def _words(said: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"['’`´]", "", fold(said)).replace("n/a", "na"))
