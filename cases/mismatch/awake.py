"""A safety need without a lead is never left to a decision about something else.

That the plan names somebody outside their role, that a fit or a training is open, or that a supervisor's name
is missing, stands in front of the plain fact that nobody leads. A parent who decides about one of these has
not decided about that, so it is told then: whoever they decided about is asked last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cases.mismatch.decided import CARRIED
from cases.mismatch.empty_chairs import who_leads
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.rules import TABLE
from cases.snapshot import NeedRow


def awake(facts: Facts, told: Sequence[Finding], decided: Collection[str]) -> Iterator[Finding]:
    """Who leads each safety need of which all that is ``told`` is ``decided``, unless that was."""
    for row in facts.coverage.empty if decided else ():
        speaking = [f for f in told if _speaks_of(f, row.need)]
        if row.safety and speaking and all(f.fingerprint in decided for f in speaking):
            about = {f.member for f in speaking if f.member is not None}
            found = who_leads(facts, _others_first(row, about))
            if found and found.fingerprint not in {f.fingerprint for f in speaking}:
                yield found


def _speaks_of(finding: Finding, need: str) -> bool:
    """Is it about this chair, or does it carry it?"""
    carried = (finding.params.get(name) for name in CARRIED)
    own = finding.need == need and TABLE[finding.rule].chair
    return own or any(need in slugs for slugs in carried if isinstance(slugs, list))


def _others_first(row: NeedRow, about: Collection[int]) -> NeedRow:
    """The same row, and nobody's fit is asked about that the parent has just decided about."""
    return replace(
        row,
        could=tuple(sorted(row.could, key=lambda member: member in about)),
        nearest=tuple(member for member in row.nearest if member not in about),
    )
