"""What letters leave open: ``title_unclear`` and ``degree_not_license``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from cases.mismatch.facts import Facts
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.other_state import has_meaning, is_local, states_that_use
from cases.mismatch.rules import Level, Rule
from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import FitResult, Ground, Kind, Reach
from roles.fit import why_not_here

MOST_SHOWN = 2
"""So many roles a title can mean are shown with a fact each."""
# Why a title is not clear.
WHICH_LICENCE, SEVERAL, ONE_JOB, MEANING, LOCAL, ELSEWHERE, NEW, DEGREE, NOTHING = (
    "which-licence",
    "several",
    "one-job",
    "meaning",
    "local",
    "elsewhere",
    "new",
    "degree",
    "nothing",
)


def title_unclear(facts: Facts) -> Iterator[Finding]:
    """No letters, letters nobody knows, or a title that can mean several jobs."""
    for member in facts.room.members:
        clear = any(not role.ambiguous for _, role in facts.roles(member))
        if not clear and not any(_tells_enough(facts, letters) for letters in member.credentials):
            yield _title_unclear(facts, member)


def _tells_enough(facts: Facts, letters: CredentialFact) -> bool:
    """A plain title of one job without a license, also one that no list knows; a license of one role, such as
    PA; or letters that only wait for the family's state."""
    known = facts.catalogue.roles
    roles = [known[slug] for slug in (letters.role, *letters.candidates) if slug in known]
    if letters.kind is Kind.TITLE:
        several = len(roles) > 1 or any(role.ambiguous for role in roles)
        return not several and not any(role.licence == "yes" for role in roles)
    if letters.kind in (Kind.DEGREE, Kind.UNKNOWN):
        return False
    return _is_one_license(facts, letters) or any(
        why_not_here(facts.catalogue, r.slug, facts.room.state) == "no-state" for r in roles
    )


def _is_one_license(facts: Facts, letters: CredentialFact) -> bool:
    """Is it the license of the one role it can mean, wherever the family lives? Where they work is no job."""
    role = facts.catalogue.roles.get(letters.candidates[0]) if len(letters.candidates) == 1 else None
    held = letters.kind is Kind.LICENCE and role is not None and role.kind is Kind.LICENCE
    return held and not states_that_use(facts, letters.text) and not _why_elsewhere(facts, letters)


def _why_elsewhere(facts: Facts, letters: CredentialFact) -> str:
    return why_not_here(facts.catalogue, letters.candidates[0], facts.room.state, letters.text)


def _title_unclear(facts: Facts, member: MemberFact) -> Finding:
    why, letters = _what_we_have(facts, member)
    slugs = dict.fromkeys((letters.role, *letters.candidates) if letters else ())
    return facts.finding(
        Rule.TITLE_UNCLEAR,
        Level.KNOW if why == WHICH_LICENCE else Level.SOON,
        why,
        member=member,
        evidence=facts.could_be(member, most=MOST_SHOWN),
        text=letters.text if letters else "",
        kind=letters.kind.value if letters else "",
        roles=[slug for slug in slugs if slug in facts.catalogue.roles],
        state=facts.room.state,
        homes=states_that_use(facts, letters.text) if letters and why == ELSEWHERE else [],
    )


def _what_we_have(facts: Facts, member: MemberFact) -> tuple[str, CredentialFact | None]:
    """Why it is open, and the letters that leave it so."""
    written = member.credentials
    reasons: tuple[tuple[str, Callable[[CredentialFact], bool]], ...] = (
        (WHICH_LICENCE, partial(_is_licensed, facts)),
        (SEVERAL, _is_of_several),
        (ONE_JOB, _is_a_job),
    )
    for why, holds in reasons:
        if found := next(filter(holds, written), None):
            return why, found
    if unknown := next((c for c in written if c.kind is not Kind.DEGREE), None):
        return _why_unknown(facts, unknown), unknown
    return (DEGREE, written[0]) if written else (NOTHING, None)


def _is_of_several(letters: CredentialFact) -> bool:
    return len(letters.candidates) > 1 or bool(letters.role)


def _is_a_job(letters: CredentialFact) -> bool:
    return letters.kind is Kind.TITLE and bool(letters.candidates)


def _why_unknown(facts: Facts, letters: CredentialFact) -> str:
    if has_meaning(facts, letters.text):
        return MEANING
    if is_local(facts, letters.text):
        return LOCAL
    return ELSEWHERE if states_that_use(facts, letters.text) else NEW


def _is_licensed(facts: Facts, letters: CredentialFact) -> bool:
    """Letters of several roles, each behind a license. A spoken word or a degree proves none."""
    roles = [facts.catalogue.roles.get(slug) for slug in letters.candidates]
    proven = letters.kind not in (Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
    return proven and len(roles) > 1 and all(role and role.licence == "yes" for role in roles)


def degree_not_license(facts: Facts) -> Iterator[Finding]:
    """A degree and no licence, whole or on its way; only where the letters tell a role at all."""
    for member in facts.room.members:
        kinds = facts.kinds(member)
        licensed = kinds & {Kind.LICENCE, Kind.REGISTRATION}
        named = member.supervisor == "named"  # one of the two answers the question asks for
        if Kind.DEGREE in kinds and not (licensed or named) and facts.clear_roles(member):
            yield _degree(facts, member)


def _degree(facts: Facts, member: MemberFact) -> Finding:
    degrees = [c for c in member.credentials if facts.kind(c) is Kind.DEGREE]
    return facts.finding(
        Rule.DEGREE_NOT_LICENSE,
        Level.KNOW,
        member=member,
        evidence=_open_cell(facts, member, degrees[0]),
        texts=[c.text for c in degrees],
        role=degrees[0].role if degrees[0].role in facts.catalogue.roles else "",
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
