"""``supervisor_in_the_room``: no name yet of who stands behind the work, and somebody here whose role could.

It asks for the same name as ``no_supervisor`` and ``license_on_the_way``, with an answer to offer, so both
rest for it. Which role supervises which is told by the catalogue; where it is silent, nobody is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding, Value
from cases.mismatch.rules import Rule
from cases.mismatch.supervision import license_on_the_way, no_supervisor
from cases.snapshot import MemberFact


def supervisor_in_the_room(facts: Facts) -> Iterator[Finding]:
    """Wherever a name is asked for, as pressing as that question; ``by`` are those who may be it.

    Not where the role is known from another state: who supervises it there tells nothing here.
    """
    known = (one for one in no_supervisor(facts) if "letters" not in one.params)
    for asked in (*known, *license_on_the_way(facts)):
        assert asked.member is not None
        member, role = facts.members[asked.member], str(asked.params["role"])
        by = _who_may_be(facts, member, role)
        if by:
            no_chair: dict[str, Value] = {"waits": [], "also": [], "safety": []}
            offered: dict[str, Value] = {"by": [one.id for one, _ in by], "roles": [slug for _, slug in by]}
            params = {**no_chair, **asked.params, **offered}
            yield replace(asked, rule=Rule.SUPERVISOR_IN_THE_ROOM, params=params)


def _who_may_be(facts: Facts, member: MemberFact, role: str) -> list[tuple[MemberFact, str]]:
    """Everybody else whose role supervises this one here, each with that role."""
    above = facts.catalogue.roles[role].supervised_by
    others = (one for one in facts.room.members if one.id != member.id)
    theirs = ((one, [known.slug for _, known in facts.clear_roles(one)]) for one in others)
    found = ((one, next((slug for slug in slugs if slug in above), "")) for one, slugs in theirs)
    return [(one, slug) for one, slug in found if slug]
