"""What letters leave open: ``title_unclear``, ``other_state`` and ``degree_not_license``."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.look import Look, short
from cases.phrases import listed
from cases.snapshot import CredentialFact, Evidence, Finding, MemberFact, Words
from roles.catalogue import Kind, Reach, RoleInfo
from roles.lexicon import role_holds


def title_unclear(look: Look) -> Iterator[Finding]:
    """No letters, letters nobody knows, or a title that can mean several jobs."""
    for member in look.room.members:
        if not any(not role.ambiguous for _, role in look.roles(member)):
            yield _title_unclear(look, member)


def _title_unclear(look: Look, member: MemberFact) -> Finding:
    words = Words(
        title=f"We can’t tell yet what {member.name} is trained to do",
        why=_what_we_have(member),
        brings=look.brings(member),
        say=f"What is your role on {look.room.child}’s team? Do you have a license or a certificate?",
        clear_answer="Letters, or a plain job title.",
        if_not="Leave it as “we don’t know yet.” That is an honest answer too.",
    )
    return look.finding("title_unclear", "soon", words, member=member.id)


def _what_we_have(member: MemberFact) -> str:
    several = next((c for c in member.credentials if c.candidates or c.role), None)
    if several:
        return f"“{short(several.text)}” can mean a few jobs. Some need a license and some don’t."
    unknown = next((c for c in member.credentials if c.kind is not Kind.DEGREE), None)
    if unknown:
        return f"We don’t know “{short(unknown.text)}” yet. It may be new, or from another place."
    if member.credentials:
        return f"“{short(member.credentials[0].text)}” is a degree. It doesn’t tell us the job."
    return f"We have no letters and no job title for {member.name} yet."


def other_state(look: Look) -> Iterator[Finding]:
    """Letters we only know from another state. Silent while the parent has not told theirs."""
    if not look.room.state:
        return
    for member in look.room.members:
        roles = [(c, role) for c, role in look.roles(member) if not role.ambiguous]
        if roles and not any(role_holds(look.catalogue, role.slug, look.room.state) for _, role in roles):
            yield _other_state(look, member, *roles[0])


def _other_state(look: Look, member: MemberFact, letters: CredentialFact, role: RoleInfo) -> Finding:
    states = look.catalogue.states
    here, there = (states.get(code, code) for code in (look.room.state, role.state))
    shown = look.letters(member, role.slug)
    if letters.kind in (Kind.LICENCE, Kind.REGISTRATION):
        title, why = f"What we know about {shown} comes from {there}", "The rules may differ there."
    else:
        title, why = (
            f"{shown} is a title from another state",
            "The job may have a different name and rules there.",
        )
    words = Words(
        title=title,
        why=f"You told us you live in {here}. {why}",
        brings=look.brings(member),
        say="What is this job called in our state? What training does it need?",
        clear_answer="A title, and the rule or agency behind it.",
        if_not="Tell us, and we will look into it.",
    )
    return look.finding(
        "other_state", "know", words, member=member.id, evidence=_home_cell(look, member, role)
    )


def _home_cell(look: Look, member: MemberFact, role: RoleInfo) -> tuple[Evidence, ...]:
    """One fact as it stands where the role is from, so that the parent sees what may not hold here."""
    for row in look.coverage.rows:
        for slug in look.need(row.need).required:
            cell = look.catalogue.fits.get((role.slug, slug, ""))
            if cell:
                return look.cell(member, cell)
    return ()


def degree_not_license(look: Look) -> Iterator[Finding]:
    """A degree and no licence, whole or on its way; only where the letters tell a role at all."""
    for member in look.room.members:
        kinds = {c.kind for c in member.credentials}
        if (
            Kind.DEGREE in kinds
            and not kinds & {Kind.LICENCE, Kind.REGISTRATION}
            and look.clear_roles(member)
        ):
            yield _degree(look, member)


def _degree(look: Look, member: MemberFact) -> Finding:
    degrees = [c for c in member.credentials if c.kind is Kind.DEGREE]
    texts = [short(c.text) for c in degrees]
    known = look.catalogue.roles.get(degrees[0].role)
    one = len(texts) == 1
    title = f"{listed(texts)} {'is a degree' if one else 'are degrees'}, not a license"
    words = Words(
        title=title,
        why=(f"{texts[0]} stands for {known.name}. " if known and known.name != texts[0] else "")
        + f"{member.name} may have a license too. The letters don’t say.",
        brings=look.brings(member),
        say="Are you licensed, or working toward it? Who do you report to?",
        clear_answer="A license name, or the name of a supervisor.",
        if_not="Most states let you look up a license online.",
    )
    return look.finding(
        "degree_not_license", "know", words, member=member.id, evidence=_open_cell(look, member, degrees[0])
    )


def _open_cell(look: Look, member: MemberFact, degree: CredentialFact) -> tuple[Evidence, ...]:
    """One thing among the child's needs that the degree alone leaves open."""
    for row in look.coverage.rows:
        for cell in row.cells:
            fits = [f for f in cell.fits if f.role == degree.role and f.reach is Reach.DEPENDS]
            if cell.member == member.id and fits:
                return look.evidence(member, fits[:1])
    return ()
