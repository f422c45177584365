"""Who stands behind the work: ``no_supervisor`` or ``license_on_the_way``, never both for one person."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.asking import awaits_supervisor
from cases.mismatch.facts import Facts, is_urgent
from cases.phrases import capital, owner
from cases.snapshot import Cell, CredentialFact, Evidence, Finding, MemberFact, NeedRow, Words
from roles.catalogue import Kind, NeedInfo, Reach


def no_supervisor(facts: Facts) -> Iterator[Finding]:
    """A role that works under someone, and no name; or a chair that only waits for that name."""
    for member in facts.room.members:
        if member.supervisor == "named":
            continue
        blocked = _blocked(facts, member)
        role = _supervised_role(facts, member, blocked)
        if role and (blocked or not on_the_way(facts, member)):
            yield _no_supervisor(facts, member, role, blocked)


def _blocked(facts: Facts, member: MemberFact) -> list[tuple[NeedRow, Cell]]:
    """The chairs this person agreed to take that wait for a supervisor's name."""
    return [
        (row, cell)
        for row in facts.coverage.empty
        for cell in row.cells
        if cell.member == member.id and awaits_supervisor(facts, row, cell)
    ]


def _supervised_role(facts: Facts, member: MemberFact, blocked: list[tuple[NeedRow, Cell]]) -> str:
    """The slug of the role that works under someone, '' when none does or a licence stands on its own."""
    if blocked:
        return next(f.role for f in blocked[0][1].fits if f.reach is Reach.SUPERVISED)
    roles = [role for _, role in facts.clear_roles(member) if role.kind is not Kind.DEGREE]
    if any(role.kind is Kind.LICENCE and not role.needs_supervisor for role in roles):
        return ""
    return next((role.slug for role in roles if role.needs_supervisor), "")


def _no_supervisor(
    facts: Facts, member: MemberFact, role: str, blocked: list[tuple[NeedRow, Cell]]
) -> Finding:
    needs = [facts.need(row.need) for row, _ in blocked]
    works_alone = member.supervisor == "none"
    under = f"{capital(facts.a_role(member, role))} works under someone."
    words = Words(
        title=f"We don’t have the name of {owner(member.name)} supervisor",
        why=(f"You told us {member.name} works alone. " if works_alone else "")
        + f"{under} That person can change the plan when it isn’t working."
        + (
            f" {member.name} agreed to be the lead for {needs[0].noun}. The name would fill that chair."
            if needs
            else ""
        ),
        brings=facts.brings(member),
        say="Who is your supervisor? Could I have their number?",
        clear_answer="A name and a way to reach them.",
        if_not=_if_not(facts, needs),
    )
    level = "first" if any(is_urgent(need) for need in needs) else "soon"
    return facts.finding(
        "no_supervisor", level, words, member=member.id, evidence=_under_someone(facts, member, role)
    )


def _if_not(facts: Facts, needs: list[NeedInfo]) -> str:
    instead = "Ask the agency for the program manager."
    safety = next((need for need in needs if need.safety), None)
    return facts.if_not(safety, instead) if safety else instead


def on_the_way(facts: Facts, member: MemberFact) -> CredentialFact | None:
    """The letters that say a licence is on its way; None without them, or when a licence is there."""
    roles = facts.clear_roles(member)
    if Kind.LICENCE in facts.kinds(member):
        return None
    known = (c for c, role in roles if role.kind is Kind.REGISTRATION or role.licence == "on-the-way")
    return next(known, None)


def license_on_the_way(facts: Facts) -> Iterator[Finding]:
    """Good to know, until a supervisor is named; silent when ``no_supervisor`` already asks for the name."""
    for member in facts.room.members:
        letters = on_the_way(facts, member)
        if letters and member.supervisor != "named" and not _blocked(facts, member):
            yield _on_the_way(facts, member, letters)


def _on_the_way(facts: Facts, member: MemberFact, letters: CredentialFact) -> Finding:
    shown = facts.letters(member, letters.role)
    words = Words(
        title=f"{capital(shown)} means a license is on the way",
        why=f"{capital(shown)} means a finished degree, and work with a licensed supervisor. "
        "This is a normal step.",
        brings=facts.brings(member),
        say=f"Who supervises your work with {facts.room.child}? How often do you talk?",
        clear_answer="A name, and about how often.",
        if_not="Ask the front desk who supervises the work.",
    )
    return facts.finding(
        "license_on_the_way",
        "know",
        words,
        member=member.id,
        evidence=_under_someone(facts, member, letters.role),
    )


def _under_someone(facts: Facts, member: MemberFact, role: str) -> tuple[Evidence, ...]:
    """A cell about the child's needs that says so; () without one: then the page of the role does."""
    for slug in dict.fromkeys(s for row in facts.coverage.rows for s in facts.need(row.need).required):
        cells = (facts.catalogue.fits.get((role, slug, state)) for state in (facts.room.state, ""))
        cell = next((cell for cell in cells if cell), None)
        if cell and cell.reach is Reach.SUPERVISED:
            return facts.cell(member, cell)
    return ()
