"""What letters leave open: ``title_unclear``, ``other_state`` and ``degree_not_license``."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.look import Known, Look, short
from cases.phrases import a, capital, listed
from cases.snapshot import CredentialFact, Evidence, Finding, MemberFact, Words
from roles.catalogue import FitResult, Kind, Reach, RoleInfo
from roles.lexicon import fold, role_holds


def title_unclear(look: Look) -> Iterator[Finding]:
    """No letters, letters nobody knows, or a title that can mean several jobs."""
    for member in look.room.members:
        if not any(not role.ambiguous for _, role in look.roles(member)):
            yield _title_unclear(look, member)


def _title_unclear(look: Look, member: MemberFact) -> Finding:
    licensed = next((c for c in member.credentials if _is_licensed(look, c)), None)
    if licensed:
        words, level = _which_license(look, licensed), "know"
    else:
        title, why = _what_we_have(look, member)
        level = "soon"
        words = Words(
            title=title,
            why=why,
            brings=look.brings(member),
            say=f"What is your role on {look.room.child}’s team? Do you have a license or a certificate?",
            clear_answer="Letters, or a plain job title.",
            if_not="Leave it as “we don’t know yet.” That is an honest answer too.",
        )
    return look.finding("title_unclear", level, words, member=member.id)


def _is_licensed(look: Look, letters: CredentialFact) -> bool:
    """Letters of several roles, each behind a license. A spoken word or a degree proves none."""
    roles = [look.catalogue.roles.get(slug) for slug in letters.candidates]
    proven = letters.kind not in (Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
    return proven and len(roles) > 1 and all(role and role.licence == "yes" for role in roles)


DOCTORS = frozenset({"md", "do"})
EVERYDAY_NAMES = {"pediatrician-pcp": "a family doctor"}


def _which_license(look: Look, letters: CredentialFact) -> Words:
    """Not if there is a license, but which one: the letters say the rest."""
    shown, doctor = capital(short(letters.text)), fold(letters.text) in DOCTORS
    names = [_in_plain_words(look.catalogue.roles[slug]) for slug in letters.candidates]
    return Words(
        title=f"“{shown}” can mean more than one kind of {'doctor' if doctor else 'license'}",
        why=f"“{shown}” means {'a doctor with a license' if doctor else 'a job with a license'}. "
        + (f"It can be {names[0]} or {names[1]}." if len(names) == TWO else "It can be one of a few."),
        say="Are you a psychiatrist, or another kind of doctor?"
        if doctor
        else f"What kind of work do you do for {look.room.child}?",
        clear_answer="The kind of doctor." if doctor else "A job in plain words.",
        if_not="Ask the front desk. They can tell.",
    )


TWO = 2


def _in_plain_words(role: RoleInfo) -> str:
    name = role.name if role.name[1:2].isupper() else role.name[:1].lower() + role.name[1:]
    return EVERYDAY_NAMES.get(role.slug, a(name))


def _what_we_have(look: Look, member: MemberFact) -> tuple[str, str]:
    """The title and the first sentence: what was written, and why it leaves the job open."""
    written = member.credentials
    several = next((c for c in written if c.candidates or c.role), None)
    unknown = next((c for c in written if c.kind is not Kind.DEGREE), None)
    shown = next((c for c in (several, unknown, *written) if c), None)
    if shown is None:
        why = f"You added {member.name} without letters or a job title. One of them can tell us a lot."
        return f"No letters and no job title for {member.name} yet", why
    text = short(shown.text)
    title = f"“{capital(text)}” doesn’t tell us the job yet"
    if several:
        return title, f"“{capital(text)}” can mean a few jobs. {_licenses(look, several)}"
    if unknown:
        return title, f"We don’t know “{text}” yet. It may be new, or from another place."
    return title, f"“{capital(text)}” is a degree. Many jobs start with one."


def _licenses(look: Look, letters: CredentialFact) -> str:
    roles = (look.catalogue.roles.get(slug) for slug in letters.candidates)
    licensed = {role.licence == "yes" for role in roles if role}
    if licensed == {True}:
        return "Each has its own license."
    return "They don’t all call for a license." if True in licensed else "They differ in training."


def other_state(look: Look) -> Iterator[Finding]:
    """Letters we only know from another state. Silent while the parent has not told theirs."""
    if not look.room.state:
        return
    for member in look.room.members:
        roles = [(c, role) for c, role in look.roles(member) if not role.ambiguous]
        if roles and not any(role_holds(look.catalogue, role.slug, look.room.state) for _, role in roles):
            yield _other_state(look, member, roles)


def _other_state(look: Look, member: MemberFact, known: list[Known]) -> Finding:
    states = look.catalogue.states
    here = states.get(look.room.state, look.room.state)
    homes = sorted({states.get(role.state, role.state) for _, role in known})
    names = list(dict.fromkeys(look.letters(member, role.slug) for _, role in known))
    shown, one = listed(names), len(names) == 1
    if all(letters.kind in (Kind.LICENCE, Kind.REGISTRATION) for letters, _ in known):
        title, why = f"What we know about {shown} comes from {listed(homes)}", "The rules may differ there."
    else:
        title, why = (
            f"{capital(shown)} {'is a title' if one else 'are titles'} from another state",
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
        "other_state", "know", words, member=member.id, evidence=_home_cell(look, member, known[0][1])
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
    title = f"{capital(listed(texts))} {'is a degree' if one else 'are degrees'}, not a license"
    words = Words(
        title=title,
        why=(f"{capital(texts[0])} stands for {known.name}. " if known and known.name != texts[0] else "")
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
    """One thing among the child's needs that takes a license beside the degree, and whose reason says so."""
    for row in look.coverage.rows:
        for cell in row.cells:
            fits = [f for f in cell.fits if f.role == degree.role and _takes_a_license(f)]
            if cell.member == member.id and fits:
                return look.evidence(member, fits[:1])
    return ()


def _takes_a_license(found: FitResult) -> bool:
    cell = found.decided_by
    return found.reach is Reach.DEPENDS and cell is not None and "license" in cell.reason
