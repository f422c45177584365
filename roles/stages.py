"""Words beside letters that say how far along somebody is: on the way, kept on record, or no longer."""

from __future__ import annotations


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


NOT_YET = _words("""
    intern interns associate candidate trainee student students resident eligible assistant pending expected
    anticipated inactive retired former applicant supervisee graduate expired lapsed
""")
"""Words behind letters that say: on the way there, or no longer. The letters alone would say too much."""

REGISTERED = _words(
    "associate associates candidate resident supervisee trainee provisional provisionally limited temporary"
)
"""Those of them that name a stage a state keeps a record of: someone registered, at work under someone."""

NOT_YET_ALONE = NOT_YET | _words("in progress process training license licensure exam year first second only")
TOWARD = _words("toward towards pursuing seeking aspiring future becoming soon-to-be")
"""Words some places before letters that say: wants to have them. "Working toward licensure as an LCSW"."""

NOT_BEFORE = (
    _words("""
    not isn't isnt never no unlicensed non-licensed pre-licensed prelicensed provisional provisionally limited
    temporary former formerly retired associate student intern trainee ex eligible license-eligible expired
    lapsed inactive
""")
    | TOWARD
)
"""Words up to two places before letters that say the same."""


def is_stage(folded: tuple[str, ...]) -> bool:
    """'Registered Associate', 'Registered Intern': a step before a license that a state keeps a record of."""
    words = set(folded)
    return "registered" in words and bool(words & NOT_YET) and words <= NOT_YET | {"registered"}
