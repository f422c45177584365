"""What an answer may tell about a person, so that the rule that asked is settled by facts and by no tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cases import person_fit
from cases.mismatch.finding import Finding
from cases.mismatch.open_point import Settles, parts_of, settles
from cases.mismatch.rules import Fact
from cases.snapshot import MemberFact, TrainingFact
from roles.catalogue import Catalogue, Kind


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be written down beside one answer, about ``member``; ``settles``: the facts that are offered.

    ``roles``: those the letters may mean; ``listed``: letters a register has and nobody looked up there;
    ``trainings``: those that were asked about; ``capability``: what one that is told now would be for;
    ``scope``: each capability and the role a yes tells it is in; ``may_be``: those of whom
    the name of a supervisor may be, by id.
    """

    member: MemberFact | None = None
    settles: tuple[Fact, ...] = ()
    roles: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    trainings: tuple[TrainingFact, ...] = ()
    capability: str = ""
    scope: tuple[tuple[str, str], ...] = ()
    may_be: tuple[int, ...] = ()


def offer(finding: Finding, member: MemberFact | None, catalogue: Catalogue) -> Offer:
    """The facts of the rule's row, as far as this finding leaves them open."""
    found: dict[str, Any] = {}
    settles = []
    for fact in finding.rule.traits.settled_by if member else ():
        assert member is not None
        opened = OPEN[fact](finding, member, catalogue)
        if opened is not None:
            settles.append(fact)
            found |= opened
    return Offer(member, tuple(settles), **found)


Opened = dict[str, Any] | None
"""What an offer says of a fact; None: it is not open."""


def _supervisor(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    """Where the finding is about a role, one that works under someone."""
    role = catalogue.roles.get(str(finding.params.get("role", "")))
    if member.supervisor == "named" or (role is None and finding.rule.traits.chair):
        return None
    under = role is None or role.needs_supervisor or role.licence == "on-the-way" or role.kind is Kind.DEGREE
    return {"may_be": member.may_be if member.doubt else ()} if under else None


def _letters(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    return None if _depends_on_training(finding, catalogue) else {}


def _role(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    several = next((c.candidates for c in member.credentials if len(c.candidates) > 1), ())
    roles = tuple(slug for slug in several if slug in catalogue.roles)
    return {"roles": roles} if roles and not _depends_on_training(finding, catalogue) else None


def _belief(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    return {}


def _register(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    texts = finding.params.get("texts")
    asked = texts if isinstance(texts, list) else []
    letters = (c for c in member.credentials if c.text in asked and not c.verified)
    listed = tuple(dict.fromkeys(c.text for c in letters if person_fit.is_listed(c, catalogue)))
    return {"listed": listed} if listed else None


def _training(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    """Those it names, and one for what it depends on."""
    texts, capability = finding.params.get("texts"), str(finding.params.get("capability", ""))
    named = texts if isinstance(texts, list) and finding.rule.traits.proof else []
    asked = (t for t in member.trainings if t.name in named and capability in ("", t.capability))
    trainings = tuple(asked)
    new = capability if _depends_on_training(finding, catalogue) else ""
    return {"trainings": trainings, "capability": new} if trainings or new else None


def _depends_on_training(finding: Finding, catalogue: Catalogue) -> bool:
    """Does it wait for a training that can open this to the role, or ask after one that was told?"""
    capability = catalogue.capabilities.get(str(finding.params.get("capability", "")))
    if finding.rule.traits.proof:
        return capability is not None and capability.opened_by_training
    return settles(finding, catalogue) is Settles.TRAINING


def _scope(finding: Finding, member: MemberFact, catalogue: Catalogue) -> Opened:
    """A yes tells it, so there is nothing to fill in."""
    asked = scope_asked(finding, catalogue)
    return {"scope": asked} if asked else None


def scope_asked(finding: Finding, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Each capability and the role that a yes says it is in; () where something else was asked."""
    if settles(finding, catalogue) is not Settles.SCOPE:
        return ()
    return tuple((part, str(finding.params["role"])) for part in parts_of(finding, catalogue))


OPEN: Mapping[Fact, Callable[[Finding, MemberFact, Catalogue], Opened]] = {
    Fact.SUPERVISOR: _supervisor,
    Fact.LETTERS: _letters,
    Fact.ROLE: _role,
    Fact.BELIEF: _belief,
    Fact.REGISTER: _register,
    Fact.TRAINING: _training,
    Fact.SCOPE: _scope,
}
