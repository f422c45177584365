"""``plan_on_unknown_fit``: a plan or a yes counts on somebody whose fit for the need is not known yet.

It is never left out because another could lead, because the state is not told, or because it is not theirs
to tell: then somebody else is asked, and the finding still says whom the family counts on.
"""

from __future__ import annotations

from collections.abc import Iterator

from cases.mismatch.asking import DEPENDS, OWN_LETTERS, UNKNOWN, what_is_open
from cases.mismatch.facts import Facts, level_of
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Rule
from cases.mismatch.training_unproven import waits_for_a_check
from cases.snapshot import Cell, NeedRow
from roles.catalogue import Reach

ELSEWHERE = "elsewhere"
"""It is not for the person to tell: a helper is not asked about medicine."""


def plan_on_unknown_fit(facts: Facts, row: NeedRow) -> Iterator[Finding]:
    """One finding for each person counted on, the nearest first, and one for all who cannot tell."""
    need = facts.need(row.need)
    order = {member: place for place, member in enumerate(row.nearest)}
    cells = sorted(_counted_on(facts, row), key=lambda cell: order.get(cell.member, len(order)))
    theirs = [cell for cell in cells if facts.worth_asking(cell.member, need) is not None]
    yield from (_ask_them(facts, row, cell) for cell in theirs)
    rest = [cell.member for cell in cells if cell not in theirs]
    if rest:
        yield facts.finding(
            Rule.PLAN_ON_UNKNOWN_FIT,
            level_of(need),
            ELSEWHERE,
            need=need.slug,
            people=rest,
            kind=facts.agreements[rest[0], row.need],
        )


def _counted_on(facts: Facts, row: NeedRow) -> list[Cell]:
    """Whom the plan names, or who said yes, while their part is open.

    Not those who could share the need, and not those whose training ``training_unproven`` asks about: it
    says the same.
    """
    return [
        cell
        for cell in row.cells
        if cell.open
        and cell.member not in row.could
        and facts.agreements.get((cell.member, row.need)) in ("plan", "agreed")
        and not waits_for_a_check(facts, row, cell)
    ]


def _ask_them(facts: Facts, row: NeedRow, cell: Cell) -> Finding:
    """``kind`` is what names them: 'plan' or 'agreed'; ``others`` whoever could lead it without a doubt."""
    need, member = facts.need(row.need), facts.members[cell.member]
    evidence, params = what_is_open(facts, need, cell)
    if params["silence"] in OWN_LETTERS:
        params["texts"] = [letters.text for letters in member.credentials]
    return facts.finding(
        Rule.PLAN_ON_UNKNOWN_FIT,
        level_of(need),
        DEPENDS if cell.reach is Reach.DEPENDS else UNKNOWN,
        need=need.slug,
        member=member,
        evidence=evidence,
        people=[member.id],
        kind=facts.agreements[member.id, row.need],
        others=list(row.could[:1]),
        **params,
    )
