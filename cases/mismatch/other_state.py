"""``other_state``: letters whose facts we only know from another state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cases.mismatch.facts import Facts, Known
from cases.phrases import capital, curly, listed
from cases.snapshot import Evidence, Finding, MemberFact, Words
from roles.catalogue import Kind, RoleInfo
from roles.lexicon import fold
from roles.state_titles import names_state


def other_state(facts: Facts) -> Iterator[Finding]:
    """Silent while the parent has not told their state: then the state is what the page asks for."""
    if not facts.room.state:
        return
    for member in facts.room.members:
        roles = [(c, role) for c, role in facts.roles(member) if not role.ambiguous]
        if roles and not facts.clear_roles(member):
            yield _other_state(facts, member, roles)


def _other_state(facts: Facts, member: MemberFact, known: list[Known]) -> Finding:
    here = state_name(facts, facts.room.state)
    names = list(dict.fromkeys(facts.letters(member, role.slug) for _, role in known))
    meaning = next((said for name in names if (said := meaning_here(facts, name))), "")
    if not meaning and any(is_local(facts, name) for name in names):
        meaning = f"{here} has these letters too. The rules may differ there."
    title, why = _words(facts, known, names, meaning)
    words = Words(
        title=title,
        why=f"You told us you live in {here}. {why}",
        brings=facts.brings(member),
        say=f"What does {listed(names)} mean in our state? What training does it take?"
        if meaning
        else "What is this job called in our state? What training does it need?",
        clear_answer="The training it takes, and the rule or agency behind it."
        if meaning
        else "A title, and the rule or agency behind it.",
        if_not="Tell us, and we will look into it.",
    )
    return facts.finding(
        "other_state", "know", words, member=member.id, evidence=_home_cell(facts, member, known[0][1])
    )


def _words(facts: Facts, known: Sequence[Known], names: Sequence[str], meaning: str) -> tuple[str, str]:
    """The title, and why: where the state has the letters too, what they mean there."""
    shown, one = listed(names), len(names) == 1
    homes = sorted({state_name(facts, role.state) for _, role in known})
    from_there = f"What we know about {shown} comes from {listed(homes)}"
    if meaning:
        return from_there, meaning
    if all(facts.kind(letters) in (Kind.LICENCE, Kind.REGISTRATION) for letters, _ in known):
        return from_there, "The rules may differ there."
    return (
        f"{capital(shown)} {'is a title' if one else 'are titles'} from another state",
        "The job may have a different name and rules there.",
    )


def meaning_here(facts: Facts, letters: str) -> str:
    """What letters mean in the family's own state, in one or two sentences; '' when we have not seen it."""
    here = state_name(facts, facts.room.state)
    collision = facts.catalogue.collisions.get(fold(letters))
    readings = collision.readings if collision else ()
    level = next((said for where, said in readings if names_state(where, facts.room.state)), "")
    if level.startswith(("a ", "an ")):
        return f"In {here}, {letters} means {curly(level).rstrip('.')}."
    if level:
        return f"What we found for {here}: {curly(level[:1].lower() + level[1:]).rstrip('.')}."
    return ""


def is_local(facts: Facts, letters: str) -> bool:
    """Does the family's own state have these letters, whatever they mean there?"""
    return (facts.room.state, fold(letters)) in facts.catalogue.local


def state_name(facts: Facts, code: str) -> str:
    return facts.catalogue.states.get(code, code)


def _home_cell(facts: Facts, member: MemberFact, role: RoleInfo) -> tuple[Evidence, ...]:
    """One fact as it stands where the role is from, so that the parent sees what may not hold here."""
    for row in facts.coverage.rows:
        for slug in facts.need(row.need).required:
            cell = facts.catalogue.fits.get((role.slug, slug, ""))
            if cell:
                return facts.cell(member, cell)
    return ()
