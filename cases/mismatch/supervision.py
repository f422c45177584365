"""Who stands behind the work: ``no_supervisor`` or ``license_on_the_way``, never both for one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cases.backing import theirs
from cases.mismatch.asking import awaits_supervisor
from cases.mismatch.facts import Facts, is_urgent
from cases.mismatch.finding import Evidence, Finding, Value
from cases.mismatch.rules import Level, Rule
from cases.snapshot import Cell, CredentialFact, DepartedFact, MemberFact, NeedRow
from roles.catalogue import Kind, NeedInfo, Reach, RoleInfo
from roles.fit import why_not_here
from roles.state_titles import is_independent, works_under_someone

LEFT, NAMESAKE = "left", "namesake"
Blocked = list[tuple[NeedRow, Cell]]


def no_supervisor(facts: Facts) -> Iterator[Finding]:
    """A role that works under someone, and no name; or a chair that only waits for that name."""
    for member in facts.room.members:
        if member.supervisor == "named":
            continue
        blocked = _blocked(facts, member)
        role = _supervised_role(facts, member, blocked)
        told = _is_told(facts, member)
        if role and (blocked or told or not on_the_way(facts, member)):
            yield _no_supervisor(facts, member, role, blocked)
        if not role:
            yield from _by_the_state(facts, member)


def works_alone(member: MemberFact) -> bool:
    """So the parent was told: beside a role that works under someone, it is asked about in any case."""
    return member.supervisor == "none"


def _is_told(facts: Facts, member: MemberFact) -> bool:
    """Was something told about who stands behind them that leaves nobody there now?"""
    return bool(works_alone(member) or member.doubt or who_backed(facts, member))


def who_backed(facts: Facts, member: MemberFact) -> DepartedFact | None:
    """Who supervised them and has left the team; None when nobody did."""
    others = [gone.member for gone in facts.room.departed if gone.member.id != member.id]
    told = {one.id for one in others if one.key == member.supervisor_who}
    ids = told or theirs(member.supervisor_left, others, facts.catalogue, facts.room.state)
    left = [gone for gone in facts.room.departed if gone.member.id in ids]
    return max(left, key=lambda gone: (gone.left_on, gone.member.id), default=None)


def _blocked(facts: Facts, member: MemberFact) -> Blocked:
    """The chairs this person agreed to take that wait for a supervisor's name."""
    return [
        (row, cell)
        for row in facts.coverage.empty
        for cell in row.cells
        if cell.member == member.id and awaits_supervisor(facts, row, cell)
    ]


def _supervised_role(facts: Facts, member: MemberFact, blocked: Blocked) -> str:
    """The slug of the role that works under someone, '' when none does or a licence stands on its own."""
    if blocked:
        return next(f.role for f in blocked[0][1].fits if f.reach is Reach.SUPERVISED)
    roles = [role for _, role in facts.clear_roles(member) if role.kind is not Kind.DEGREE]
    roles += _by_title(facts, member)
    if _may_work_alone(facts, member):
        return ""
    return next((role.slug for role in roles if role.needs_supervisor), "")


NOT_LICENSED = ("no", "on-the-way")


def _by_title(facts: Facts, member: MemberFact) -> Iterator[RoleInfo]:
    """The role of each title of one job that takes no license: who does the job works under someone.

    A title of several jobs is asked about first (``titles.py``); where the job may be a licensed one, as a
    therapist's, nothing says that somebody is behind it.
    """
    for letters in member.credentials:
        slugs = letters.candidates if letters.kind is Kind.TITLE and not letters.role else ()
        role = facts.catalogue.roles.get(slugs[0]) if len(slugs) == 1 else None
        if role and role.licence in NOT_LICENSED and not role.ambiguous and _is_of_here(facts, role, letters):
            yield role


def _is_of_here(facts: Facts, role: RoleInfo, letters: CredentialFact) -> bool:
    return not why_not_here(facts.catalogue, role.slug, facts.room.state, letters.text)


def _by_the_state(facts: Facts, member: MemberFact) -> Iterator[Finding]:
    """Where only the state's own reading of somebody's letters says that they work under someone.

    What else these letters reach is not known there, so a name alone fills no chair.
    """
    letters = _letters_under_someone(facts, member)
    if letters:
        role = facts.catalogue.roles.get(letters.role)
        found = _no_supervisor(facts, member, role.slug if role and role.needs_supervisor else "", [])
        yield replace(found, evidence=(), params={**found.params, "letters": letters.text})


def _letters_under_someone(facts: Facts, member: MemberFact) -> CredentialFact | None:
    if _may_work_alone(facts, member):
        return None
    state, catalogue = facts.room.state, facts.catalogue
    return next((c for c in member.credentials if works_under_someone(c.text, state, catalogue)), None)


def _may_work_alone(facts: Facts, member: MemberFact) -> bool:
    """Is one of their licenses known to stand on its own here, by its role or by the state's list?"""
    if any(role.kind is Kind.LICENCE and not role.needs_supervisor for _, role in facts.clear_roles(member)):
        return True
    licences = (c for c in member.credentials if facts.kind(c) is Kind.LICENCE)
    return any(is_independent(c.text, facts.room.state, facts.catalogue) for c in licences)


def _no_supervisor(facts: Facts, member: MemberFact, role: str, blocked: Blocked) -> Finding:
    """``why``: 'alone' when the parent was told that they work on their own, a doubt about the name that was
    told (``backed_by``: whom here it means), or 'left' when who did it left."""
    needs = [facts.need(row.need) for row, _ in blocked]
    gone = who_backed(facts, member)
    led = needs + _led_openly(facts, member)
    found = facts.finding(
        Rule.NO_SUPERVISOR,
        Level.FIRST if any(is_urgent(need) for need in led) else Level.SOON,
        "alone" if works_alone(member) else member.doubt or (LEFT if gone else ""),
        member=member,
        evidence=_under_someone(facts, member, role),
        role=role,
        waits=[need.slug for need in needs[:1]],
        may_be=_may_be(facts, member),
        also=[need.slug for need in needs[1:]],
        safety=[need.slug for need in led if need.safety][:1],
    )
    by = gone.member.id if gone else member.doubted
    return replace(found, params={**found.params, **(_said_to_be(facts, by) if by else _named(member))})


def _may_be(facts: Facts, member: MemberFact) -> list[int]:
    """Of whom the name may be that was told, in the order of the room; [] where that is not in doubt."""
    everybody = [*facts.room.members, *(gone.member for gone in facts.room.departed)]
    return [one.id for one in everybody if one.id in member.may_be and member.doubt == NAMESAKE]


def _led_openly(facts: Facts, member: MemberFact) -> list[NeedInfo]:
    """What they agreed to lead while their reach is open: it rests on who is behind them."""
    return [
        facts.need(row.need)
        for row in facts.coverage.empty
        for cell in row.cells
        if cell.member == member.id and cell.open and facts.agreed(member.id, row.need)
        if _is_told(facts, member)
    ]


def _said_to_be(facts: Facts, by: int) -> dict[str, Value]:
    """Who it was, or is said to be, and the role they have where it is clear."""
    here = facts.members.get(by)
    roles = [role.slug for _, role in facts.clear_roles(here)] if here else []
    return {"backed_by": by, "above": roles[0]} if roles else {"backed_by": by}


def _named(member: MemberFact) -> dict[str, Value]:
    """The name that was told of somebody who is not here, and the role told with it; {} without."""
    told = {"called": member.doubted_name, "above": member.doubted_role}
    return {name: value for name, value in told.items() if value}


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
        asked = _blocked(facts, member) or _is_told(facts, member)
        if letters and member.supervisor == "unknown" and not asked:
            yield facts.finding(
                Rule.LICENSE_ON_THE_WAY,
                Level.KNOW,
                member=member,
                evidence=_under_someone(facts, member, letters.role),
                role=letters.role,
            )


def _under_someone(facts: Facts, member: MemberFact, role: str) -> tuple[Evidence, ...]:
    """A cell about the child's needs that says so; () without one: then the page of the role does."""
    for slug in dict.fromkeys(s for row in facts.coverage.rows for s in facts.need(row.need).required):
        cells = (facts.catalogue.fits.get((role, slug, state)) for state in (facts.room.state, ""))
        cell = next((cell for cell in cells if cell), None)
        if cell and cell.reach is Reach.SUPERVISED:
            return facts.evidence_of(member, cell)
    return ()
