"""``outside_training``: the plan asks a role for more than its training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cases.mismatch.facts import Facts, level_of
from cases.mismatch.finding import Finding, Value
from cases.mismatch.nobody import outside
from cases.mismatch.rules import Rule
from cases.snapshot import Cell, Mark, MemberFact, NeedRow
from roles.catalogue import FitResult, Ground, NeedInfo, Reach

SHARE, FREE = "share", "free"
"""How somebody else could be a lead, where the role is not known to reach all of it."""
MOST_NAMED = 2
"""So many things are named that the role can do."""


def outside_training(facts: Facts, row: NeedRow) -> Finding | None:
    """About the first person the plan names for a need their role is known not to reach; None without one."""
    for cell in row.cells:
        if cell.reach is Reach.NOT_TRAINED and cell.member not in row.could:
            kind = facts.agreements.get((cell.member, row.need), "")
            if kind in ("plan", "agreed"):
                return _finding(facts, row, cell, kind)
    return None


def _finding(facts: Facts, row: NeedRow, cell: Cell, kind: str) -> Finding:
    """``why`` is what names them: 'plan' or 'agreed'; ``part``: the rest of the need is not outside."""
    need, member = facts.need(row.need), facts.members[cell.member]
    beyond = outside(need, cell.fits)
    no = _most_clinical(facts, beyond)
    return facts.finding(
        Rule.OUTSIDE_TRAINING,
        level_of(need),
        kind,
        need=need.slug,
        member=member,
        evidence=facts.evidence(member, beyond),
        part=len({f.capability for f in beyond} & {*need.all_of}) < len(need.all_of),
        beyond=_beyond(need, beyond),
        capability=no.capability,
        role=no.role,
        ground=ground_of(facts, no),
        can=_can(facts, need, member),
        **_who_else(facts, row),
        **certified(member, beyond),
    )


def _who_else(facts: Facts, row: NeedRow) -> dict[str, Value]:
    """Whom it is for: who could lead it, else whom the grid says to ask, who may fit or could share it.

    ``how``: '' for who could, 'share', or what is told of somebody whose fit is open: 'plan', 'agreed' or
    'free'.
    """
    if could := _others(row):
        return {"others": could[:1], "how": ""}
    open_ones = [member for member in row.askable if member in row.nearest]
    ask = [row.whom] if row.whom is not None else [*open_ones, *row.could]
    if not ask:
        return {"others": [], "how": ""}
    how = SHARE if ask[0] in row.could else facts.agreements.get((ask[0], row.need)) or FREE
    return {"others": ask[:1], "how": how}


def certified(member: MemberFact, beyond: Iterable[FitResult]) -> dict[str, Value]:
    """A certificate for what is outside, and what keeps it from opening that; {} without one.

    ``still`` is the ground of the fact: the role is not trained for it, the job or the law leaves it to
    others, or it takes a licence.
    """
    for fit in beyond:
        seen = [t for t in member.trainings_for(fit.capability) if t.certified and t.kind != "short"]
        if seen and fit.decided_by:
            still = fit.decided_by.ground or Ground.TRAINING
            return {"certified": seen[0].name, "certified_for": fit.capability, "still": str(still)}
    return {}


def _others(row: NeedRow) -> list[int]:
    """Who could lead all of it, in the order of the grid."""
    return [c.member for m in row.could for c in row.cells if c.member == m and c.mark is Mark.COULD]


def ground_of(facts: Facts, no: FitResult) -> str:
    """'scope' for what a profession leaves to others, whatever was learned, else 'training'.

    A helper's role is what it was trained for, so there it is always the training.
    """
    role = facts.catalogue.roles.get(no.role)
    helper = role is not None and role.tier == "paraprofessional"
    scope = not helper and no.decided_by is not None and no.decided_by.ground == Ground.SCOPE
    return (Ground.SCOPE if scope else Ground.TRAINING).value


def _most_clinical(facts: Facts, no: tuple[FitResult, ...]) -> FitResult:
    known = [f for f in no if f.capability in facts.catalogue.capabilities]
    return next((f for f in known if facts.catalogue.capabilities[f.capability].clinical), known[0])


def _beyond(need: NeedInfo, beyond: tuple[FitResult, ...]) -> list[str]:
    """All that is outside, in the order of the need. Of what one would do, the first stands for the rest."""
    slugs = {f.capability for f in beyond}
    one_of = [slug for slug in need.any_of if slug in slugs][:1]
    return [slug for slug in need.all_of if slug in slugs] + one_of


def _can(facts: Facts, need: NeedInfo, member: MemberFact) -> list[str]:
    """The two things to name of what the role is trained for, everyday help before clinical work.

    What the role is known for, then what helps with this need first: a behavior analyst without behavior
    analysis would be somebody else.
    """
    capabilities = facts.catalogue.capabilities
    order = dict.fromkeys((*need.helpful, *need.required, *capabilities))
    can = [s for s in order if s in capabilities and facts.fit(member, s).reach is Reach.TRAINED]
    named = dict.fromkeys((*_known_for(facts, can), *can))
    return sorted([*named][:MOST_NAMED], key=lambda slug: capabilities[slug].clinical)


def _known_for(facts: Facts, can: list[str]) -> list[str]:
    """The clinical work that fewest other roles are trained for, of several as rare the first in the
    catalogue; [] for a role that has none."""
    order = [slug for slug, known in facts.catalogue.capabilities.items() if known.clinical and slug in can]
    many = Counter(fit.capability for fit in facts.catalogue.fits.values() if fit.reach is Reach.TRAINED)
    return sorted(order, key=many.__getitem__)[:1]
