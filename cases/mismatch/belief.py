"""``belief_vs_role``: what the parent was led to believe, next to what the role is trained for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.mismatch.facts import Facts
from cases.mismatch.outside import outside_what
from cases.phrases import a, are, capital, listed, short, stop
from cases.snapshot import CredentialFact, Finding, MemberFact, Words
from roles.catalogue import RANK, FitResult, NameEntry, Reach
from roles.fit import fit
from roles.lexicon import fold, lexicon_of

EVERYDAY_WORDS = (
    (r"\b(speech|occupational|physical|art|music|respiratory|massage) therap", ""),
    (r"\b(school|camp|guidance|credit|genetic) counsel", ""),
    (r"\bfamily\b.*\btherap|\btherap\w*\b.*\bfamily\b", "family-therapy"),
    (r"\btrauma\b", "trauma-treatment"),
    (r"\b(addiction|substance|drug|alcohol)", "substance-use-treatment"),
    (r"\b(psychiatr|prescrib|doctor)", "medication"),
    (r"\bpsycholog", "clinical-assessment"),
    (r"\bbehaviou?r\w* (analy|therap)|\baba\b", "behavior-analysis"),
    (r"\b(psycho)?therap|\bcounsel|\bclinician\b|\blicensed\b|\bshrink\b", "individual-psychotherapy"),
)
"""What families mean by everyday words, the narrow ones first. '' claims nothing."""


def belief_vs_role(facts: Facts) -> Iterator[Finding]:
    """Only where the role is known not to reach what the word stands for; never on "we don't know"."""
    for member in facts.room.members:
        if not member.believed.strip():
            continue
        for slug in _claims(facts, member):
            found = facts.fit(member, slug) if slug in facts.catalogue.capabilities else None
            if found and found.reach is Reach.NOT_TRAINED:
                yield _finding(facts, member, found)
                break


def _finding(facts: Facts, member: MemberFact, found: FitResult) -> Finding:
    noun = facts.catalogue.capabilities[found.capability].noun
    belief = short(member.believed).rstrip(".")
    letters = facts.letters(member, found.role)
    leads = _who_leads(facts, found.capability)
    words = Words(
        title=f"“{capital(belief)}” and “{capital(letters)}” are not the same job",
        why=f"{stop(f'You told us you see {member.name} as {_as_said(belief)}')} "
        f"{capital(noun)} {are(noun)} {outside_what(facts, member, found)}. The words are easy to mix up.",
        brings=facts.brings(member),
        say=f"What is your part in {facts.room.child}’s care? "
        + (f"How do you work with {leads}?" if leads else f"Who on the team is the lead for {noun}?"),
        clear_answer="The job in plain words."
        if leads
        else "The job in plain words, and a name for the part that is still open.",
        if_not=stop(f"Ask {leads}") if leads else "Ask the supervisor who leads that part.",
    )
    level = "first" if _leaves_safety_open(facts, found.capability) else "soon"
    return facts.finding(
        "belief_vs_role", level, words, member=member.id, evidence=facts.evidence(member, [found])
    )


def _who_leads(facts: Facts, capability: str) -> str:
    """Who leads a need that calls for it, '' when nobody does yet."""
    rows = [row for row in facts.coverage.rows if capability in facts.need(row.need).required]
    names = [facts.members[m].name for row in rows if row.has_lead for m in row.leads]
    return listed(list(dict.fromkeys(names))) if names else ""


def _leaves_safety_open(facts: Facts, capability: str) -> bool:
    """Does an empty safety chair call for what the family thinks it has?"""
    return any(row.safety and capability in facts.need(row.need).required for row in facts.coverage.empty)


OWN_WORD = re.compile(r"(my|our|the|a|an|their)\s", re.IGNORECASE)
NAMES_A_JOB = re.compile(r"(?:ist|er|or|ian|doctor|shrink|aide|[A-Z]{2})$")


def _as_said(belief: str) -> str:
    """'a therapist' for "Therapist", 'our therapist' as it stands; what names no job is quoted."""
    spelled_out = not belief[1:2].isupper()
    plain = belief[:1].lower() + belief[1:] if spelled_out else belief
    if OWN_WORD.match(belief):
        return plain
    head = re.split(r" (?:for|of|in|with|from|at|to|on)\b|,| \(", belief, maxsplit=1)[0]
    is_job = NAMES_A_JOB.search(head) and len(head.split()) <= MOST_WORDS_OF_A_JOB
    return a(plain) if is_job else f"“{belief}”"


MOST_WORDS_OF_A_JOB = 3


def _claims(facts: Facts, member: MemberFact) -> list[str]:
    """The capabilities the believed word stands for, the most telling first."""
    words = re.sub(r"^(my|our|the|a|an|her|his|their|sort of|like)\s+", "", fold(member.believed))
    named = [entry for entry in lexicon_of(facts.catalogue).names.get(words, ()) if entry.kind != "spoken"]
    own = {role.slug for _, role in facts.roles(member)}
    if any(entry.role in own for entry in named):
        return []
    if len({entry.role for entry in named}) == 1 and not facts.catalogue.roles[named[0].role].ambiguous:
        return _of_role(facts, named[0])
    everyday = next((slug for pattern, slug in EVERYDAY_WORDS if re.search(pattern, words)), "")
    return [] if not everyday or _is_a_doctor(facts, member, words) else [everyday]


DOCTORATES = frozenset({"phd", "psyd", "edd", "dnp", "dsw", "otd", "drph", "md", "do"})


def _is_a_doctor(facts: Facts, member: MemberFact, words: str) -> bool:
    """'Doctor' is a fair word for everybody with a doctorate; only 'psychiatrist' says more."""
    if "doctor" not in words or re.search("psychiatr|prescrib", words):
        return False
    worn = [c.text for c in member.credentials]
    worn += [role.letters for _, role in facts.roles(member)]
    parts = {fold(part) for text in worn for part in re.split(r"[\s/,]+", text)}
    return bool(parts & DOCTORATES) or member.name.lower().startswith("dr")


def _of_role(facts: Facts, believed: NameEntry) -> list[str]:
    """What the believed role leads, clinical things only: those the child needs first."""
    needed = dict.fromkeys(slug for row in facts.coverage.rows for slug in facts.need(row.need).required)
    kind = facts.catalogue.roles[believed.role].kind
    letters = (CredentialFact(believed.name, kind, believed.role),)
    return [
        slug
        for slug in dict.fromkeys((*needed, *facts.catalogue.capabilities))
        if slug in facts.catalogue.capabilities
        and facts.catalogue.capabilities[slug].clinical
        and RANK[fit(facts.catalogue, letters, slug, facts.room.state).reach] <= RANK[Reach.SUPERVISED]
    ]
