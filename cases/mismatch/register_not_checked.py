"""``register_not_checked``: a safety need rests on letters that somebody told and nobody looked up."""

from __future__ import annotations

from collections.abc import Iterator

from cases import person_fit
from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Level, Rule
from cases.snapshot import CredentialFact, MemberFact, NeedRow
from roles.catalogue import Reach

CARRIES = (Reach.TRAINED, Reach.SUPERVISED)


def register_not_checked(facts: Facts) -> Iterator[Finding]:
    """Once for each person, however many safety needs they lead. Good to know, and no doubt about them."""
    led = [row for row in facts.coverage.rows if row.safety and row.has_lead]
    for member in facts.room.members:
        resting = {row.need: _unchecked(facts, row, member) for row in led if member.id in row.leads}
        resting = {need: letters for need, letters in resting.items() if letters}
        if resting:
            letters = [one for found in resting.values() for one in found]
            yield facts.finding(
                Rule.REGISTER_NOT_CHECKED,
                Level.KNOW,
                member=member,
                texts=list(dict.fromkeys(one.text for one in letters)),
                needs=list(resting),
                count=len(resting),
            )


def _unchecked(facts: Facts, row: NeedRow, member: MemberFact) -> list[CredentialFact]:
    """The letters a lead rests on, as far as a register has them; [] when one of them was looked up."""
    fits = person_fit.deciding(facts.need(row.need), facts.cell(row, member.id).fits)
    roles = {fit.role for fit in fits if fit.reach in CARRIES}
    letters = [
        one for one in member.credentials if one.role in roles and person_fit.is_listed(one, facts.catalogue)
    ]
    return [] if any(one.verified for one in letters) else letters
