"""What letters leave open: ``title_unclear`` and ``degree_not_license``."""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.facts import Facts
from cases.mismatch.other_state import is_local, meaning_here
from cases.phrases import a, capital, in_words, listed, short
from cases.snapshot import CredentialFact, Evidence, Finding, MemberFact, Words
from roles.catalogue import FitResult, Ground, Kind, Reach
from roles.fit import why_not_here
from roles.lexicon import fold

TWO = 2


def title_unclear(facts: Facts) -> Iterator[Finding]:
    """No letters, letters nobody knows, or a title that can mean several jobs."""
    for member in facts.room.members:
        clear = any(not role.ambiguous for _, role in facts.roles(member))
        if not clear and not any(_tells_enough(facts, letters) for letters in member.credentials):
            yield _title_unclear(facts, member)


def _tells_enough(facts: Facts, letters: CredentialFact) -> bool:
    """A title of one job without a license, or letters that only wait for the family's state."""
    roles = [facts.catalogue.roles[slug] for slug in letters.candidates if slug in facts.catalogue.roles]
    if letters.kind is Kind.TITLE:
        return len(roles) == 1 and not roles[0].ambiguous and roles[0].licence != "yes"
    known = letters.kind not in (Kind.DEGREE, Kind.UNKNOWN)
    state = facts.room.state
    return known and any(why_not_here(facts.catalogue, r.slug, state) == "no-state" for r in roles)


def _title_unclear(facts: Facts, member: MemberFact) -> Finding:
    licensed = next((c for c in member.credentials if _is_licensed(facts, c)), None)
    if licensed:
        words, level = _which_license(facts, licensed), "know"
    else:
        title, why = _what_we_have(facts, member)
        level = "soon"
        words = Words(
            title=title,
            why=why,
            brings=facts.brings(member),
            say=f"What is your role on {facts.room.child}’s team? Do you have a license or a certificate?",
            clear_answer="Letters, or a plain job title.",
            if_not="Leave it as “we don’t know yet.” That is an honest answer too.",
        )
    return facts.finding(
        "title_unclear", level, words, member=member.id, evidence=facts.could_be(member, most=TWO)
    )


def _is_licensed(facts: Facts, letters: CredentialFact) -> bool:
    """Letters of several roles, each behind a license. A spoken word or a degree proves none."""
    roles = [facts.catalogue.roles.get(slug) for slug in letters.candidates]
    proven = letters.kind not in (Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
    return proven and len(roles) > 1 and all(role and role.licence == "yes" for role in roles)


DOCTORS = frozenset({"md", "do"})
EVERYDAY_NAMES = {"pediatrician-pcp": "a family doctor"}
NURSES = frozenset({"np", "aprn", "arnp"})
NAMES_OF_NURSES = {
    "pmhnp": "a nurse practitioner for mental health",
    "pediatrician-pcp": "one for a child’s general health",
}


def _which_license(facts: Facts, letters: CredentialFact) -> Words:
    """Not if there is a license, but which one: the letters say the rest."""
    shown, doctor = capital(short(letters.text)), fold(letters.text) in DOCTORS
    everyday = NAMES_OF_NURSES if fold(letters.text) in NURSES else EVERYDAY_NAMES
    names = [
        everyday.get(slug) or a(in_words(facts.catalogue.roles[slug].name)) for slug in letters.candidates
    ]
    return Words(
        title=f"“{shown}” can mean more than one kind of {'doctor' if doctor else 'license'}",
        why=f"“{shown}” means {'a doctor with a license' if doctor else 'a job with a license'}. "
        + (f"It can be {names[0]} or {names[1]}." if len(names) == TWO else "It can be one of a few."),
        say="Are you a psychiatrist, or another kind of doctor?"
        if doctor
        else f"What kind of work do you do for {facts.room.child}?",
        clear_answer="The kind of doctor." if doctor else "A job in plain words.",
        if_not="Ask the front desk. They can tell.",
    )


KIND_HERE = {Kind.LICENCE: "a license", Kind.REGISTRATION: "a step on the way to a license"}


def _what_we_have(facts: Facts, member: MemberFact) -> tuple[str, str]:
    """The title and the first sentence: what was written, and why it leaves the job open."""
    written = member.credentials
    several = next((c for c in written if len(c.candidates) > 1 or c.role), None)
    one_job = next((c for c in written if c.kind is Kind.TITLE and c.candidates), None)
    unknown = next((c for c in written if c.kind is not Kind.DEGREE), None)
    shown = next((c for c in (several, one_job, unknown, *written) if c), None)
    if shown is None:
        why = f"You added {member.name} without letters or a job title. One of them can tell us a lot."
        return f"No letters and no job title for {member.name} yet", why
    text = short(shown.text)
    title = f"“{capital(text)}” doesn’t tell us the job yet"
    if several:
        return title, f"“{capital(text)}” can mean a few jobs. {_licenses(facts, several)}"
    if one_job:
        what = f"“{capital(text)}” is a job title. Work like this often takes a license."
        return f"“{capital(text)}” doesn’t tell us the license yet", what
    if unknown:
        new = f"We don’t know “{text}” yet. It may be new, or from another place."
        here = f"“{text}” is {KIND_HERE.get(unknown.kind, 'used')} in your state. We have no facts on it yet."
        return title, meaning_here(facts, text) or (here if is_local(facts, text) else new)
    return title, f"“{capital(text)}” is a degree. Many jobs start with one."


def _licenses(facts: Facts, letters: CredentialFact) -> str:
    roles = (facts.catalogue.roles.get(slug) for slug in letters.candidates)
    licensed = {role.licence == "yes" for role in roles if role}
    if licensed == {True}:
        return "Each has its own license."
    return "They don’t all call for a license." if True in licensed else "They differ in training."


def degree_not_license(facts: Facts) -> Iterator[Finding]:
    """A degree and no licence, whole or on its way; only where the letters tell a role at all."""
    for member in facts.room.members:
        kinds = facts.kinds(member)
        if (
            Kind.DEGREE in kinds
            and not kinds & {Kind.LICENCE, Kind.REGISTRATION}
            and facts.clear_roles(member)
        ):
            yield _degree(facts, member)


def _degree(facts: Facts, member: MemberFact) -> Finding:
    degrees = [c for c in member.credentials if facts.kind(c) is Kind.DEGREE]
    texts = [short(c.text) for c in degrees]
    known = facts.catalogue.roles.get(degrees[0].role)
    one = len(texts) == 1
    title = f"{capital(listed(texts))} {'is a degree' if one else 'are degrees'}, not a license"
    words = Words(
        title=title,
        why=(f"{capital(texts[0])} stands for {known.name}. " if known and known.name != texts[0] else "")
        + f"{member.name} may have a license too. The letters don’t say.",
        brings=facts.brings(member),
        say="Are you licensed, or working toward it? Who do you report to?",
        clear_answer="A license name, or the name of a supervisor.",
        if_not="Most states let you look up a license online.",
    )
    return facts.finding(
        "degree_not_license", "know", words, member=member.id, evidence=_open_cell(facts, member, degrees[0])
    )


def _open_cell(facts: Facts, member: MemberFact, degree: CredentialFact) -> tuple[Evidence, ...]:
    """One thing among the child's needs that takes a license beside the degree."""
    for row in facts.coverage.rows:
        for cell in row.cells:
            fits = [f for f in cell.fits if f.role == degree.role and _takes_a_license(f)]
            if cell.member == member.id and fits:
                return facts.evidence(member, fits[:1])
    return ()


def _takes_a_license(found: FitResult) -> bool:
    cell = found.decided_by
    return found.reach is Reach.DEPENDS and cell is not None and cell.ground == Ground.LICENCE
