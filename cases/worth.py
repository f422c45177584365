"""Whose answer is worth asking for: whether it is theirs to give, and never what they may do."""

from __future__ import annotations

from cases.person_fit import MEDICINE, NeedFit, deciding, person, where_it_is_from
from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import RANK, Catalogue, Ground, Kind, NeedInfo, Reach
from roles.decode.belief import Belief
from roles.fit import AT_HOME, LEADING_TIERS


def worth_asking(
    member: MemberFact, need: NeedInfo, catalogue: Catalogue, state: str, *, named: bool = False
) -> int | None:
    """How near somebody's answer may be to a lead, 0 nearest; None when it is not theirs to give.

    What letters reach is often known for one state only. Elsewhere that proves nothing, but it tells whom to
    ask: not somebody whose role is known, where it is from, never to lead the need. Medicine is a question
    for a doctor before it is one for somebody we know nothing of, unless they are ``named`` for it: by the
    plan or by a yes of their own, on which a family counts. No role that never prescribes is asked to. A
    relative without letters is no one to ask about a role, and a job that is none of a clinic not of safety.
    """
    here = person(member, catalogue, state).on(need)
    if here.reach is not Reach.UNKNOWN:
        return RANK[here.reach]
    medicine = MEDICINE in need.all_of and not may_prescribe(member, catalogue, state)
    if not named and (medicine or _is_outside_of(member, need, catalogue)):
        return None
    return _worth_where_it_is_from(member, need, catalogue, named=named)


def _worth_where_it_is_from(
    member: MemberFact, need: NeedInfo, catalogue: Catalogue, *, named: bool
) -> int | None:
    home = person(member, catalogue, AT_HOME).on(need)
    if named and MEDICINE not in need.all_of:
        return RANK[home.reach]
    return RANK[home.reach] if _may_lead(home) else None


def _is_outside_of(member: MemberFact, need: NeedInfo, catalogue: Catalogue) -> bool:
    """Was nothing told that points to a role; or only jobs none of which, wherever, could lead this?"""
    if not member.credentials:
        return not member.called_doctor and member.belief == Belief()
    return _is_none_of_a_clinic(member, need, catalogue) or _could_never_lead(member, need, catalogue)


def _is_none_of_a_clinic(member: MemberFact, need: NeedInfo, catalogue: Catalogue) -> bool:
    """For safety: only jobs none of which carries it? A degree that tells no role is no job."""
    told = [c for c in member.credentials if c.kind is not Kind.DEGREE or c.role or c.candidates]
    slugs = [slug for c in told for slug in (c.role, *c.candidates) if slug]
    only_jobs = bool(slugs) and all(c.kind is Kind.TITLE for c in told)
    return need.safety and only_jobs and not any(_carries(slug, need, catalogue) for slug in slugs)


def _could_never_lead(member: MemberFact, need: NeedInfo, catalogue: Catalogue) -> bool:
    """Can the title mean only jobs whose role, where it is from, never leads this? A degree tells no job.

    Outside of mental health whom the need names first is asked all the same. A title nobody knows stays open.
    """
    slugs = {slug for c in member.credentials for slug in (c.role, *c.candidates) if slug}
    kinds = {c.kind for c in member.credentials}
    if not slugs or Kind.TITLE not in kinds or kinds - {Kind.TITLE, Kind.DEGREE}:
        return False
    at_home = not need.mental_health and slugs.intersection(need.first_roles)
    return not at_home and not any(_leads_somehow(slug, need, catalogue) for slug in slugs)


def _leads_somehow(slug: str, need: NeedInfo, catalogue: Catalogue) -> bool:
    """What takes a license that a job does not bring by itself is another's, as therapy is for a nurse."""
    role, home = catalogue.roles.get(slug), where_it_is_from(slug, catalogue)
    if role is None or home is None:
        return True
    stands = home.on(need)
    tells_no_job = role.ambiguous or role.kind is Kind.DEGREE
    return _may_lead(stands) and (tells_no_job or role.tier in LEADING_TIERS or not _takes_more(need, stands))


def _takes_more(need: NeedInfo, home: NeedFit) -> bool:
    open_parts = [f.decided_by for f in deciding(need, home.fits) if f.reach is Reach.DEPENDS]
    return bool(open_parts) and all(cell and cell.ground == Ground.LICENCE for cell in open_parts)


def _may_lead(home: NeedFit) -> bool:
    """Alone, with a supervisor's name, or as far as we know."""
    return home.with_supervisor or home.reach not in (Reach.SUPERVISED, Reach.NOT_TRAINED)


def _carries(slug: str, need: NeedInfo, catalogue: Catalogue) -> bool:
    """Does a role, where it is from, lead the need, alone or with a supervisor, or may it?"""
    role, home = catalogue.roles.get(slug), where_it_is_from(slug, catalogue)
    if role is None or home is None:
        return True
    reach = home.on(need).reach
    return reach in (Reach.TRAINED, Reach.SUPERVISED) or role.ambiguous or role.tier in LEADING_TIERS


def may_prescribe(member: MemberFact, catalogue: Catalogue, state: str) -> bool:
    """Does anything we were told point to a prescriber: letters that can be one's, or the word doctor?"""
    told = member.called_doctor or member.belief.prescriber
    return told or any(_may_be_a_prescribers(c, catalogue, state) for c in member.credentials)


def _may_be_a_prescribers(letters: CredentialFact, catalogue: Catalogue, state: str) -> bool:
    """A job title points to one only if a job it can mean prescribes, and not if a further license might."""
    slugs = [slug for slug in (letters.role, *letters.candidates) if slug]
    cells = (catalogue.fits.get((slug, MEDICINE, where)) for slug in slugs for where in ("", state))
    reaches = {cell.reach for cell in cells if cell} - {Reach.NOT_TRAINED}
    return bool(reaches - {Reach.DEPENDS, Reach.UNKNOWN} if letters.kind is Kind.TITLE else reaches)
