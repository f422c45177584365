"""``belief_vs_role``: what the parent was led to believe, next to what the role is trained for."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts
from cases.mismatch.finding import Finding
from cases.mismatch.outside import certified, ground_of
from cases.mismatch.rules import Level, Rule
from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import RANK, FitResult, Reach
from roles.fit import fit
from roles.lexicon import fold

DOCTORATES = frozenset({"phd", "psyd", "edd", "dnp", "dsw", "otd", "drph", "md", "do"})


def belief_vs_role(facts: Facts) -> Iterator[Finding]:
    """Only where the role is known not to reach what the word stands for; never on "we don't know"."""
    for member in facts.room.members:
        for slug in _claims(facts, member):
            found = facts.fit(member, slug) if slug in facts.catalogue.capabilities else None
            if found and found.reach is Reach.NOT_TRAINED:
                yield _finding(facts, member, found)
                break


def _finding(facts: Facts, member: MemberFact, found: FitResult) -> Finding:
    """``why`` is 'led' when somebody leads what the word stands for, else 'open'."""
    leads = _who_leads(facts, found.capability)
    return facts.finding(
        Rule.BELIEF_VS_ROLE,
        Level.FIRST if _leaves_safety_open(facts, found.capability) else Level.SOON,
        "led" if leads else "open",
        need="",
        member=member,
        evidence=facts.evidence(member, [found]),
        believed=member.believed,
        capability=found.capability,
        role=found.role,
        ground=ground_of(facts, found),
        leads=leads,
        needs=_waiting_for_a_clinician(facts),
        **certified(member, [found]),
    )


def _who_leads(facts: Facts, capability: str) -> list[int]:
    """Who leads a need that calls for it, [] when nobody does yet."""
    rows = [row for row in facts.coverage.rows if capability in facts.need(row.need).required]
    return list(dict.fromkeys(member for row in rows if row.has_lead for member in row.leads))


def _waiting_for_a_clinician(facts: Facts) -> list[str]:
    """Needs without a lead that call for clinical work: there the family may think the chair is taken."""
    clinical = {slug for slug, capability in facts.catalogue.capabilities.items() if capability.clinical}
    return [row.need for row in facts.coverage.empty if clinical.intersection(facts.need(row.need).required)]


def _leaves_safety_open(facts: Facts, capability: str) -> bool:
    """Does an empty safety chair call for what the family thinks it has?"""
    return any(row.safety and capability in facts.need(row.need).required for row in facts.coverage.empty)


def _claims(facts: Facts, member: MemberFact) -> list[str]:
    """The capabilities the believed word stands for, the most telling first."""
    belief = member.belief
    own = {role.slug for _, role in facts.roles(member)}
    if own.intersection(belief.roles):
        return []
    if len(belief.roles) == 1 and not facts.catalogue.roles[belief.roles[0]].ambiguous:
        return _of_role(facts, belief.roles[0])
    if not belief.capability or (belief.doctor and _has_a_doctorate(facts, member)):
        return []
    return [belief.capability]


def _has_a_doctorate(facts: Facts, member: MemberFact) -> bool:
    texts = [c.text for c in member.credentials] + [role.letters for _, role in facts.roles(member)]
    parts = {fold(part) for text in texts for part in text.replace("/", " ").replace(",", " ").split()}
    return bool(parts & DOCTORATES) or member.called_doctor


def _of_role(facts: Facts, believed: str) -> list[str]:
    """What the believed role leads, clinical things only: those the child needs first."""
    needed = dict.fromkeys(slug for row in facts.coverage.rows for slug in facts.need(row.need).required)
    role, capabilities = facts.catalogue.roles[believed], facts.catalogue.capabilities
    letters = (CredentialFact(role.letters, role.kind, believed),)
    return [
        slug
        for slug in dict.fromkeys((*needed, *capabilities))
        if slug in capabilities
        and capabilities[slug].clinical
        and RANK[fit(facts.catalogue, letters, slug, facts.room.state).reach] <= RANK[Reach.SUPERVISED]
    ]
