"""``other_state``: letters whose facts we only know from another state."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts, Known
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.rules import Level, Rule
from cases.snapshot import MemberFact
from roles.catalogue import Kind, RoleInfo
from roles.lexicon import fold
from roles.state_titles import meaning_in


def other_state(facts: Facts) -> Iterator[Finding]:
    """Silent while the parent has not told their state: then the state is what the page asks for."""
    if not facts.room.state:
        return
    for member in facts.room.members:
        roles = [(c, role) for c, role in facts.roles(member) if not role.ambiguous]
        if roles and not facts.clear_roles(member):
            yield _other_state(facts, member, roles)


def _other_state(facts: Facts, member: MemberFact, known: list[Known]) -> Finding:
    """``why``: 'meaning' (the state's list tells what they mean there), 'local' (it has them), 'licence' or
    'title'."""
    texts = list(dict.fromkeys(c.text for c, _ in known))
    meaning = next((text for text in texts if has_meaning(facts, text)), "")
    return facts.finding(
        Rule.OTHER_STATE,
        Level.KNOW,
        _why(facts, known, meaning),
        member=member,
        evidence=_home_cell(facts, member, known[0][1]),
        roles=list(dict.fromkeys(role.slug for _, role in known)),
        homes=sorted({role.state for _, role in known}),
        state=facts.room.state,
        meaning=meaning,
    )


def _why(facts: Facts, known: list[Known], meaning: str) -> str:
    if meaning:
        return "meaning"
    if any(is_local(facts, letters.text) for letters, _ in known):
        return "local"
    both = (Kind.LICENCE, Kind.REGISTRATION)
    return "licence" if all(facts.kind(letters) in both for letters, _ in known) else "title"


def has_meaning(facts: Facts, letters: str) -> bool:
    """Do we know in words what these mean in the family's own state?"""
    return bool(meaning_in(facts.room.state, letters, facts.catalogue))


def is_local(facts: Facts, letters: str) -> bool:
    """Does the family's own state have these letters, whatever they mean there?"""
    return (facts.room.state, fold(letters)) in facts.catalogue.local


def _home_cell(facts: Facts, member: MemberFact, role: RoleInfo) -> tuple[Evidence, ...]:
    """One fact as it stands where the role is from, so that the parent sees what may not hold here."""
    for row in facts.coverage.rows:
        for slug in facts.need(row.need).required:
            cell = facts.catalogue.fits.get((role.slug, slug, ""))
            if cell:
                return facts.evidence_of(member, cell)
    return ()
