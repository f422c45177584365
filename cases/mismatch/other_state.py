"""Letters whose facts we know from elsewhere: ``own_state`` and ``other_state``, never both for one person.

``own_state``: the family's state has these letters too, so they come from nowhere else; what they cover there
is not known to us. ``other_state``: one other state has them. National certificates and what a job is called
everywhere belong to no state, and neither speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts, Known
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.rules import Level, Rule
from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import Kind, RoleInfo
from roles.lexicon import fold, public_name
from roles.state_titles import letters_of, meaning_in

MEANING, LOCAL = "meaning", "local"
"""What the family's state tells: what letters mean there, or only that it has them."""


def own_state(facts: Facts) -> Iterator[Finding]:
    """Letters the family's state has, and we know another state's facts. ``meaning``: those it explains."""
    for member, known in _known_from_elsewhere(facts):
        own = [(c, role) for c, role in known if is_used_here(facts, c.text)]
        if own:
            meaning = next((c.text for c, _ in own if has_meaning(facts, c.text)), "")
            why = MEANING if meaning else LOCAL
            yield _finding(facts, Rule.OWN_STATE, why, member, own, meaning=meaning)


def other_state(facts: Facts) -> Iterator[Finding]:
    """Letters one other state has, of somebody who wears none of the family's own state."""
    for member, known in _known_from_elsewhere(facts):
        foreign = [(c, role) for c, role in known if _is_of_its_home(facts, c, role)]
        if foreign and not any(is_used_here(facts, c.text) for c, _ in known):
            both = (Kind.LICENCE, Kind.REGISTRATION)
            licence = all(facts.kind(letters) in both for letters, _ in foreign)
            yield _finding(facts, Rule.OTHER_STATE, "licence" if licence else "title", member, foreign)


def _known_from_elsewhere(facts: Facts) -> Iterator[tuple[MemberFact, list[Known]]]:
    """Whose letters stand for roles, of which none holds here; nobody while the state is not told: then the
    state is what the page asks for."""
    for member in facts.room.members if facts.room.state else ():
        known = [(c, role) for c, role in facts.roles(member) if not role.ambiguous]
        if known and not facts.clear_roles(member):
            yield member, known


def _finding(
    facts: Facts, rule: Rule, why: str, member: MemberFact, known: list[Known], *, meaning: str = ""
) -> Finding:
    return facts.finding(
        rule,
        Level.KNOW,
        why,
        member=member,
        evidence=_home_cell(facts, member, known[0][1]),
        roles=list(dict.fromkeys(role.slug for _, role in known)),
        homes=sorted({role.state for _, role in known}),
        state=facts.room.state,
        meaning=meaning,
    )


def wears_letters_of_here(facts: Facts, member: MemberFact) -> bool:
    """Does the family's own state have letters of this person, whatever else is known of them?"""
    return any(is_used_here(facts, c.text) for c in member.credentials)


def is_used_here(facts: Facts, letters: str) -> bool:
    return is_local(facts, letters) or has_meaning(facts, letters)


def has_meaning(facts: Facts, letters: str) -> bool:
    """Do we know in words what these mean in the family's own state?"""
    state = facts.room.state
    return any(meaning_in(state, spelling, facts.catalogue) for spelling in _spellings(facts, letters))


def is_local(facts: Facts, letters: str) -> bool:
    """Does the family's own state have these letters, whatever they mean there?"""
    return _is_listed(facts, letters, facts.room.state)


def states_that_use(facts: Facts, letters: str) -> list[str]:
    """The codes of the states that have these letters, as their own name for a role or in their lists."""
    spellings = _spellings(facts, letters)
    names = (entry for key in spellings for entry in facts.catalogue.names.get(key, ()))
    listed = {state for state, spelling in facts.catalogue.local if spelling in spellings}
    return sorted({entry.state for entry in names if entry.state} | listed)


def _is_of_its_home(facts: Facts, letters: CredentialFact, role: RoleInfo) -> bool:
    """Does one state alone use these: in its list of titles, or as its own name for the role?"""
    names = facts.catalogue.names.get(public_name(facts.catalogue, letters.text), ())
    used = any(entry.role == role.slug and entry.state for entry in names)
    return used or _is_listed(facts, letters.text, role.state)


def _is_listed(facts: Facts, letters: str, state: str) -> bool:
    return any((state, spelling) in facts.catalogue.local for spelling in _spellings(facts, letters))


def _spellings(facts: Facts, letters: str) -> tuple[str, str]:
    """As written, and the letters of a role that is spelled out."""
    key = public_name(facts.catalogue, letters)
    return fold(letters), letters_of(key, facts.catalogue.names.get(key, ()), facts.catalogue)


def _home_cell(facts: Facts, member: MemberFact, role: RoleInfo) -> tuple[Evidence, ...]:
    """One fact as it stands where the role is from, so that the parent sees what may not hold here."""
    for row in facts.coverage.rows:
        for slug in facts.need(row.need).required:
            cell = facts.catalogue.fits.get((role.slug, slug, ""))
            if cell:
                return facts.evidence_of(member, cell)
    return ()
