"""Somebody could lead, or might: ``fit_not_asked`` and ``fit_unknown``."""

from __future__ import annotations

from cases import person_fit
from cases.mismatch.facts import Facts, is_urgent, level_of
from cases.phrases import a, are, capital, listed, owner, short, stop
from cases.snapshot import Cell, Evidence, Finding, Mark, MemberFact, NeedRow, Words
from roles.catalogue import RANK, FitResult, Kind, NeedInfo, Reach
from roles.lexicon import looks_like_letters

ASK_THE_AGENCY = "Ask the agency who can."


def only_a_supervisor_is_missing(facts: Facts, row: NeedRow) -> bool:
    """Somebody agreed to lead, and a supervisor's name would fill the chair."""
    return any(awaits_supervisor(facts, row, cell) for cell in row.cells)


def awaits_supervisor(facts: Facts, row: NeedRow, cell: Cell) -> bool:
    agreed = facts.agreements.get((cell.member, row.need)) == "agreed"
    return agreed and cell.mark is Mark.COULD and cell.reach is Reach.SUPERVISED


def fit_not_asked(facts: Facts, row: NeedRow) -> Finding:
    """About the person to ask first: the grid has them in that order."""
    need, member = facts.need(row.need), facts.members[row.could[0]]
    cell = next(c for c in row.cells if c.member == member.id)
    if cell.mark is not Mark.COULD:
        words = _together(facts, row, need, member)
    elif cell.reach is Reach.SUPERVISED:
        words = _with_supervisor(facts, need, member, cell)
    else:
        words = _alone(facts, need, member, cell)
    return facts.finding(
        "fit_not_asked",
        level_of(need),
        words,
        need=need.slug,
        member=member.id,
        evidence=facts.evidence(member, _behind(need, cell)),
    )


def _behind(need: NeedInfo, cell: Cell) -> tuple[FitResult, ...]:
    """The results that speak for asking this person; of a shared need, only the part that is theirs."""
    return tuple(f for f in person_fit.deciding(need, cell.fits) if f.reach is not Reach.NOT_TRAINED)


def _alone(facts: Facts, need: NeedInfo, member: MemberFact, cell: Cell) -> Words:
    name = member.name
    if facts.is_asked(need.slug, member.id):
        title = f"{owner(name)} role fits {need.noun}, and you have asked"
        last = "An answer can take a few days."
    elif facts.agreements.get((member.id, need.slug)) == "plan":
        title = f"The plan lists {name} for {need.noun}, and no one has asked {name} yet"
        last = "Being on the plan is not the same as being asked."
    else:
        title = f"{owner(name)} role fits {need.noun}, and no one has asked {name} yet"
        last = "A good fit is not the same as being asked."
    return Words(
        title=title,
        why=f"{_trained(facts, member, _behind(need, cell))} {last}",
        brings=facts.brings(member),
        say=f"Could you be {owner(facts.room.child)} lead for {need.noun}? If not, who could?",
        clear_answer="Yes with a date, or the name of someone else.",
        if_not=facts.if_not(need, ASK_THE_AGENCY),
    )


def _trained(facts: Facts, member: MemberFact, fits: tuple[FitResult, ...]) -> str:
    lifted = next((f for f in fits if f.lifted_by), None)
    weakest = lifted or max(fits, key=lambda f: RANK[f.reach])
    who = capital(facts.a_role(member, weakest.role))
    if lifted:
        return stop(f"{who} with this training can lead this: {lifted.lifted_by}")
    if weakest.reach is Reach.SUPERVISED:
        return f"{who} with a supervisor can lead this."
    return f"{owner(who)} role covers this."


def _with_supervisor(facts: Facts, need: NeedInfo, member: MemberFact, cell: Cell) -> Words:
    role = next(f.role for f in _behind(need, cell) if f.reach is Reach.SUPERVISED)
    return Words(
        title=f"With a supervisor, {owner(member.name)} role fits {need.noun}",
        why=f"{capital(facts.a_role(member, role))} can lead this when a supervisor backs the work. "
        "We don’t have that name yet.",
        brings=facts.brings(member),
        say=f"Could you be {owner(facts.room.child)} lead for {need.noun}? Who would supervise the work?",
        clear_answer="Yes with a date, and the name of the supervisor.",
        if_not=facts.if_not(need, ASK_THE_AGENCY),
    )


def _together(facts: Facts, row: NeedRow, need: NeedInfo, member: MemberFact) -> Words:
    names = listed([facts.members[m].name for m in row.could])
    return Words(
        title=f"{names} could share {need.noun}",
        why="Each of these roles covers a part. Together they cover all of it.",
        brings=facts.brings(member),
        say=f"Could you be the lead for a part of {need.noun}? Who could do the rest for {facts.room.child}?",
        clear_answer="A name for each part.",
        if_not=facts.if_not(need, "Ask for a meeting to agree on who does what."),
    )


# -- we do not know -----------------------------------------------------------------------------------


def fit_unknown(facts: Facts, row: NeedRow) -> Finding | None:
    """About the person whose answer is worth most: who agreed, then who may be nearest; else about nobody.

    None when the family's state may tell: the page asks for that, once. Where it is urgent, whoever can
    answer without it is asked all the same.
    """
    need = facts.need(row.need)
    asked = [c for c in row.cells if c.mark is Mark.ASK]
    open_cells = [c for c in asked if not facts.awaits_state(c.member, need)]
    if not open_cells or (open_cells != asked and not is_urgent(need)):
        return None
    cell = _worth_most(facts, need, open_cells)
    if cell is None:
        words = _doctor_words(facts, need) if is_for_a_doctor(facts, row) else _agency_words(facts, need)
        return facts.finding("fit_unknown", level_of(need), words, need=need.slug)
    return facts.finding(
        "fit_unknown",
        level_of(need),
        _open_words(facts, need, cell),
        need=need.slug,
        member=cell.member,
        evidence=_what_is_open(facts, need, cell),
    )


def _worth_most(facts: Facts, need: NeedInfo, cells: list[Cell]) -> Cell | None:
    """Whose answer may bring most; None when it is nobody's here to give."""
    worth = [
        (not _agreed(facts, cell, need), near, place)
        for place, cell in enumerate(cells)
        if (near := facts.worth_asking(cell.member, need)) is not None
    ]
    return cells[min(worth)[-1]] if worth else None


def _what_is_open(facts: Facts, need: NeedInfo, cell: Cell) -> tuple[Evidence, ...]:
    """The facts that leave it open; of a word for several jobs, what each of them is trained for."""
    member = facts.members[cell.member]
    fits = [f for f in person_fit.deciding(need, cell.fits) if f.reach is not Reach.TRAINED]
    several = [f.capability for f in fits if f.why_unknown == "could-be-several"]
    return facts.evidence(member, fits) or (facts.could_be(member, several) if several else ())


def is_for_a_doctor(facts: Facts, row: NeedRow) -> bool:
    """Is somebody here whom we would ask, were it not about medicine?"""
    need = facts.need(row.need)
    asked = [c.member for c in row.cells if c.mark is Mark.ASK]
    return any(
        facts.worth_asking(member, need, named=True) is not None and facts.worth_asking(member, need) is None
        for member in asked
    )


def _doctor_words(facts: Facts, need: NeedInfo) -> Words:
    return Words(
        title=f"We can’t tell yet who could be the lead for {need.noun}",
        why="No letters here tell us who can prescribe. Not known is not a no. "
        "The child’s doctor or the agency can tell.",
        say=f"Who could be {owner(facts.room.child)} lead for {need.noun}?",
        clear_answer=facts.say(need.clear_answer),
        if_not=facts.if_not(need),
    )


def _agency_words(facts: Facts, need: NeedInfo) -> Words:
    return Words(
        title=f"We can’t tell yet who could be the lead for {need.noun}",
        why="What we know about these letters comes from another state. Not known is not a no. "
        "The agency can tell who fits.",
        say=f"Who could be {owner(facts.room.child)} lead for {need.noun}?",
        clear_answer="A name, and the training they have for it.",
        if_not=facts.if_not(need),
    )


def _open_words(facts: Facts, need: NeedInfo, cell: Cell) -> Words:
    member = facts.members[cell.member]
    opens = next(f for f in person_fit.deciding(need, cell.fits) if f.reach is cell.reach)
    capability = facts.catalogue.capabilities[opens.capability]
    noun, method = capability.noun, capability.opened_by_training
    ask = f"What training do you have for {noun}?" if method else f"{capital(are(noun))} {noun} in your role?"
    why = _depends if cell.reach is Reach.DEPENDS else _unknown
    return Words(
        title=f"{member.name} agreed to be the lead for {need.noun}, and one thing is open"
        if _agreed(facts, cell, need)
        else f"We can’t tell yet who could be the lead for {need.noun}",
        why=why(facts, member, opens, need),
        brings=facts.brings(member),
        say=f"{ask} If you don’t lead this for {facts.room.child}, who could?",
        clear_answer=f"{'The name of the training' if method else 'A yes'}, or the name of someone else.",
        if_not=facts.if_not(need),
    )


def _agreed(facts: Facts, cell: Cell, need: NeedInfo) -> bool:
    return facts.agreements.get((cell.member, need.slug)) == "agreed"


def _depends(facts: Facts, member: MemberFact, opens: FitResult, need: NeedInfo) -> str:
    capability, letters = facts.catalogue.capabilities[opens.capability], facts.letters(member, opens.role)
    calls = "" if capability.noun == need.noun else f"It calls for {capability.noun}. "
    alone = (
        f"The letters {letters} alone don’t tell us."
        if looks_like_letters(letters)
        else f"The title “{letters}” alone doesn’t tell us."
    )
    on = "extra training" if capability.opened_by_training else "the license or the job"
    return f"{calls}{alone} It can depend on {on}{'' if facts.room.state else ', or on the state'}."


def _unknown(facts: Facts, member: MemberFact, opens: FitResult, need: NeedInfo) -> str:
    noun = facts.catalogue.capabilities[opens.capability].noun
    silence = _SILENCES.get(opens.why_unknown, _SILENCES[""])
    degree = next((c.text for c in member.credentials if facts.kind(c) is Kind.DEGREE), "")
    if opens.why_unknown == "no-letters" and degree:
        silence = f"“{short(degree)}” is a degree. It does not tell the job."
    role = a(facts.letters(member, opens.role))
    known = silence.format(name=member.name, role=role, noun=noun)
    return f"{known} Not known is not a no, so it is worth asking."


_SILENCES = {
    "": "We don’t know yet what {name} is trained to do.",
    "no-letters": "We have no letters for {name} yet.",
    "unknown-letters": "We don’t know the letters of {name} yet.",
    "could-be-several": "The title of {name} can mean a few jobs.",
    "other-state": "What we know about these letters comes from another state.",
    "no-fact": "We have no source yet on {role} and {noun}.",
}
