"""Who stands behind the work: ``no_supervisor`` or ``license_on_the_way``, never both for one person."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.asking import awaits_supervisor
from cases.mismatch.look import Look, is_urgent
from cases.phrases import capital, owner
from cases.snapshot import Cell, CredentialFact, Evidence, Finding, MemberFact, NeedRow, Words
from roles.catalogue import Kind, NeedInfo, Reach


def no_supervisor(look: Look) -> Iterator[Finding]:
    """A role that works under someone, and no name; or a chair that only waits for that name."""
    for member in look.room.members:
        if member.supervisor == "named":
            continue
        blocked = _blocked(look, member)
        role = _supervised_role(look, member, blocked)
        if role and (blocked or not on_the_way(look, member)):
            yield _no_supervisor(look, member, role, blocked)


def _blocked(look: Look, member: MemberFact) -> list[tuple[NeedRow, Cell]]:
    """The chairs this person agreed to take that wait for a supervisor's name."""
    return [
        (row, cell)
        for row in look.coverage.empty
        for cell in row.cells
        if cell.member == member.id and awaits_supervisor(look, row, cell)
    ]


def _supervised_role(look: Look, member: MemberFact, blocked: list[tuple[NeedRow, Cell]]) -> str:
    """The slug of the role that works under someone, '' when none does or a licence stands on its own."""
    if blocked:
        return next(f.role for f in blocked[0][1].fits if f.reach is Reach.SUPERVISED)
    roles = [role for _, role in look.clear_roles(member) if role.kind is not Kind.DEGREE]
    if any(role.kind is Kind.LICENCE and not role.needs_supervisor for role in roles):
        return ""
    return next((role.slug for role in roles if role.needs_supervisor), "")


def _no_supervisor(look: Look, member: MemberFact, role: str, blocked: list[tuple[NeedRow, Cell]]) -> Finding:
    needs = [look.need(row.need) for row, _ in blocked]
    works_alone = member.supervisor == "none"
    under = f"{capital(look.a_role(member, role))} works under someone."
    words = Words(
        title=f"We don’t have the name of {owner(member.name)} supervisor",
        why=(f"You told us {member.name} works alone. " if works_alone else "")
        + f"{under} That person can change the plan when it isn’t working."
        + (
            f" {member.name} agreed to be the lead for {needs[0].noun}. The name would fill that chair."
            if needs
            else ""
        ),
        brings=look.brings(member),
        say="Who is your supervisor? Could I have their number?",
        clear_answer="A name and a way to reach them.",
        if_not=_if_not(look, needs),
    )
    level = "first" if any(is_urgent(need) for need in needs) else "soon"
    return look.finding(
        "no_supervisor", level, words, member=member.id, evidence=_under_someone(look, member, role)
    )


def _if_not(look: Look, needs: list[NeedInfo]) -> str:
    instead = "Ask the agency for the program manager."
    safety = next((need for need in needs if need.safety), None)
    return look.if_not(safety, instead) if safety else instead


def on_the_way(look: Look, member: MemberFact) -> CredentialFact | None:
    """The letters that say a licence is on its way; None without them, or when a licence is there."""
    roles = look.clear_roles(member)
    if Kind.LICENCE in look.kinds(member):
        return None
    known = (c for c, role in roles if role.kind is Kind.REGISTRATION or role.licence == "on-the-way")
    return next(known, None)


def license_on_the_way(look: Look) -> Iterator[Finding]:
    """Good to know, until a supervisor is named; silent when ``no_supervisor`` already asks for the name."""
    for member in look.room.members:
        letters = on_the_way(look, member)
        if letters and member.supervisor != "named" and not _blocked(look, member):
            yield _on_the_way(look, member, letters)


def _on_the_way(look: Look, member: MemberFact, letters: CredentialFact) -> Finding:
    shown = look.letters(member, letters.role)
    words = Words(
        title=f"{capital(shown)} means a license is on the way",
        why=f"{capital(shown)} means a finished degree, and work with a licensed supervisor. "
        "This is a normal step.",
        brings=look.brings(member),
        say=f"Who supervises your work with {look.room.child}? How often do you talk?",
        clear_answer="A name, and about how often.",
        if_not="Ask the front desk who supervises the work.",
    )
    return look.finding(
        "license_on_the_way",
        "know",
        words,
        member=member.id,
        evidence=_under_someone(look, member, letters.role),
    )


def _under_someone(look: Look, member: MemberFact, role: str) -> tuple[Evidence, ...]:
    """A cell about the child's needs that says so; () without one: then the page of the role does."""
    for slug in dict.fromkeys(s for row in look.coverage.rows for s in look.need(row.need).required):
        cells = (look.catalogue.fits.get((role, slug, state)) for state in (look.room.state, ""))
        cell = next((cell for cell in cells if cell), None)
        if cell and cell.reach is Reach.SUPERVISED:
            return look.cell(member, cell)
    return ()
