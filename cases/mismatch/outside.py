"""``outside_training``: the plan asks a role for more than its training."""

from __future__ import annotations

from cases.mismatch.facts import Facts, level_of
from cases.mismatch.nobody import outside
from cases.phrases import are, capital, owner, stop
from cases.snapshot import Cell, Finding, MemberFact, NeedRow, Words
from roles.catalogue import FitResult, Ground, NeedInfo, Reach

ROOM_FOR_CANS = 14
"""Words two "can" phrases may have together before the sentence gets long."""


def outside_training(facts: Facts, row: NeedRow) -> Finding | None:
    """About the first person the plan names for a need their role is known not to reach; None without one."""
    for cell in row.cells:
        if cell.reach is Reach.NOT_TRAINED and cell.member not in row.could:
            kind = facts.agreements.get((cell.member, row.need), "")
            if kind in ("plan", "agreed"):
                return _finding(facts, row, cell, kind)
    return None


def _finding(facts: Facts, row: NeedRow, cell: Cell, kind: str) -> Finding:
    need, member = facts.need(row.need), facts.members[cell.member]
    no = _most_clinical(facts, outside(need, cell.fits))
    noun = facts.catalogue.capabilities[no.capability].noun
    asked = f"The plan lists {member.name}" if kind == "plan" else f"{member.name} agreed to be there"
    words = Words(
        title=f"{capital(noun)} {are(noun)} {outside_what(facts, member, no)}",
        why=f"{asked} for {need.noun}. {_can(facts, need, member, no.role)}"
        "To lead this takes someone with training for that part.",
        brings=facts.brings(member),
        say=_say(facts, row, member, need),
        clear_answer=f"A name, and how {member.name} will still be part of it.",
        if_not=facts.if_not(need, "Ask the supervisor to change the plan."),
    )
    evidence = facts.evidence(member, outside(need, cell.fits))
    return facts.finding(
        "outside_training", level_of(need), words, need=need.slug, member=member.id, evidence=evidence
    )


def outside_what(facts: Facts, member: MemberFact, no: FitResult) -> str:
    """'outside a QMHA’s training'; of what a profession leaves to others, whatever was learned, '… role'.

    A helper's role is what it was trained for, so there it is always the training.
    """
    who = owner(facts.a_role(member, no.role))
    role = facts.catalogue.roles.get(no.role)
    helper = role is not None and role.tier == "paraprofessional"
    scope = not helper and no.decided_by is not None and no.decided_by.ground == Ground.SCOPE
    return f"outside {who} {'role' if scope else 'training'}"


def _most_clinical(facts: Facts, no: tuple[FitResult, ...]) -> FitResult:
    known = [f for f in no if f.capability in facts.catalogue.capabilities]
    return next((f for f in known if facts.catalogue.capabilities[f.capability].clinical), known[0])


def _say(facts: Facts, row: NeedRow, member: MemberFact, need: NeedInfo) -> str:
    other = next((m for m in row.could if m != member.id), None)
    if other is not None:
        return (
            f"Could {facts.members[other].name} be the lead for {need.noun}? "
            f"Could {member.name} help us practice in between?"
        )
    return (
        f"We value the time {member.name} gives {facts.room.child}. "
        f"Who could be the lead for {need.noun}? " + stop(f"Then it is not all on {member.name}")
    )


def _can(facts: Facts, need: NeedInfo, member: MemberFact, role: str) -> str:
    """'A QMHA can teach daily-living skills and coordinate care. ', '' when we know nothing to name.

    What the role leads comes last: the next sentence says who is to lead this.
    """
    capabilities = facts.catalogue.capabilities
    order = dict.fromkeys((*need.helpful, *need.required, *capabilities))
    cans = [
        capabilities[slug].can
        for slug in order
        if slug in capabilities and facts.fit(member, slug).reach is Reach.TRAINED
    ]
    cans = sorted(cans, key=lambda can: can.startswith("lead "))[:2]
    if not cans:
        return ""
    if sum(len(can.split()) for can in cans) > ROOM_FOR_CANS:
        cans = cans[:1]
    return f"{capital(facts.a_role(member, role))} can {' and '.join(cans)}. "
