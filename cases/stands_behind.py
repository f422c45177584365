"""Is one role known to stand behind the work of another? Told from the data, never from the words of a title.

Where the catalogue lists who supervises a role, only these do. Where it is silent, whoever works alone does,
with what the other may do under someone; helpers, who lead nothing by a name, are behind no other work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from cases.nearness import ASSESSMENT, SAFETY_PLAN
from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import Catalogue, FitInfo, Kind, Reach, RoleInfo
from roles.fit import HELPER_TIERS, LEADING_TIERS, why_not_here
from roles.state_titles import is_independent, works_under_someone

LEARNING = "trainee"


class Behind(Enum):
    """What the letters of somebody say of the work of another."""

    YES = "yes"  # a role of theirs stands behind it, or it asks for nobody
    NO = "no"  # every role they may have is known, and none is known to
    OPEN = "open"  # not known, or no letters at all


def behind(below: MemberFact, letters: Sequence[CredentialFact], catalogue: Catalogue, state: str) -> Behind:
    """Does somebody with these letters stand behind the work of ``below``?"""
    under = _under_someone(below, catalogue, state)
    by_state = any(works_under_someone(c.text, state, catalogue) for c in below.credentials)
    if not under and not by_state:
        return Behind.YES
    clear = clear_roles(letters, catalogue, state)
    if any(_backs_one(under, role, catalogue) for role in clear):
        return Behind.YES
    if any(_is_licensed_here(c, catalogue, state) for c in letters):
        return Behind.YES
    jobs = [c for c in letters if c.kind is not Kind.DEGREE]
    told = all(_could_be_none(c, under, clear, catalogue) for c in jobs)
    return Behind.NO if jobs and told else Behind.OPEN


def _backs_one(under: Sequence[RoleInfo], above: RoleInfo, catalogue: Catalogue) -> bool:
    """By the role; of letters only the state puts under someone, by a tier that works alone."""
    if not under:
        return above.tier in LEADING_TIERS
    return any(may_supervise(below, above, catalogue) for below in under)


def may_supervise(below: RoleInfo, above: RoleInfo, catalogue: Catalogue) -> bool:
    """Do the data say that ``above`` stands behind the work of ``below``, which works under someone?"""
    if below.supervised_by:
        return above.slug in below.supervised_by
    if is_helper(below):
        return above.tier not in HELPER_TIERS and above.kind is not Kind.DEGREE
    return above.tier in LEADING_TIERS and _does_it_alone(below, above, catalogue)


def _does_it_alone(below: RoleInfo, above: RoleInfo, catalogue: Catalogue) -> bool:
    """Where a plan for safety or an assessment is part of the work, all of these; else some of it."""
    led = done_under_someone(below, catalogue)
    grave = led & {SAFETY_PLAN, ASSESSMENT}
    alone = {slug for slug in led if _reach(above, slug, catalogue) is Reach.TRAINED}
    return grave <= alone if grave else bool(alone) or not led


def works_under(role: RoleInfo, catalogue: Catalogue) -> bool:
    """Is there work in this role that asks for somebody behind it?"""
    return role.needs_supervisor or bool(role.supervised_by) or bool(done_under_someone(role, catalogue))


def done_under_someone(role: RoleInfo, catalogue: Catalogue) -> set[str]:
    return {slug for slug in catalogue.capabilities if _reach(role, slug, catalogue) is Reach.SUPERVISED}


def is_helper(role: RoleInfo) -> bool:
    """Carries out what others plan. Who still learns a profession is looked at as who has it."""
    return role.tier in HELPER_TIERS and role.tier != LEARNING


def clear_roles(letters: Iterable[CredentialFact], catalogue: Catalogue, state: str) -> list[RoleInfo]:
    """The roles that letters stand for here: no degree, no word for several jobs, none of another state."""
    worn = [(c, catalogue.roles[slug]) for c in letters if (slug := _one_role(c)) in catalogue.roles]
    return [
        role
        for c, role in worn
        if role.kind is not Kind.DEGREE
        and not role.ambiguous
        and not why_not_here(catalogue, role.slug, state, c.text)
    ]


def _one_role(letters: CredentialFact) -> str:
    """A title that one role goes by is told as much as letters are."""
    sole = letters.kind is Kind.TITLE and len(letters.candidates) == 1
    return letters.role or (letters.candidates[0] if sole else "")


def _under_someone(below: MemberFact, catalogue: Catalogue, state: str) -> list[RoleInfo]:
    """Their roles that work under someone: of several those of a profession, as a chair rests on these."""
    found = [r for r in clear_roles(below.credentials, catalogue, state) if works_under(r, catalogue)]
    return [role for role in found if not is_helper(role)] or found


def _is_licensed_here(letters: CredentialFact, catalogue: Catalogue, state: str) -> bool:
    """Letters of no role we know, which the state lists as a license to work on one's own."""
    unknown = not letters.role and not letters.candidates and letters.kind is Kind.LICENCE
    return unknown and is_independent(letters.text, state, catalogue)


def _could_be_none(
    letters: CredentialFact, under: Sequence[RoleInfo], clear: Sequence[RoleInfo], catalogue: Catalogue
) -> bool:
    """Is every role that these letters can mean known, and none of them one that stands behind the work?"""
    slugs = [letters.role] if letters.role else letters.candidates
    roles = [catalogue.roles[slug] for slug in slugs if slug in catalogue.roles]
    if len(roles) == 1 and roles[0] not in clear:
        return False
    return bool(roles) and not any(_backs_one(under, role, catalogue) for role in roles)


def _reach(role: RoleInfo, capability: str, catalogue: Catalogue) -> Reach:
    cell: FitInfo | None = catalogue.fits.get((role.slug, capability, ""))
    return cell.reach if cell else Reach.UNKNOWN
