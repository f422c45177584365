"""What would settle a fit that is open: a training, a license, letters, or that it is in the role at all."""

from __future__ import annotations

from enum import StrEnum

from cases.mismatch.asking import OWN_LETTERS
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Rule
from roles.catalogue import Catalogue, Kind


class Settles(StrEnum):
    """What the question about an open fit is for."""

    TRAINING = "training"
    LICENCE = "licence"  # a degree leaves it open, and that takes one before a training counts
    LETTERS = "letters"  # nothing known stands behind a plan or a yes
    SCOPE = "scope"  # what we have no facts on, they know themselves: is it in their role?
    NOTHING = ""  # it is not about an open fit of somebody here


def settles(finding: Finding, catalogue: Catalogue) -> Settles:
    """Of ``fit_unknown`` and ``plan_on_unknown_fit``; a training counts where letters say that it depends on
    one, and no training ends a silence."""
    params = finding.params
    if finding.member is None or "silence" not in params:
        return Settles.NOTHING
    if finding.rule is Rule.PLAN_ON_UNKNOWN_FIT and params["silence"] in OWN_LETTERS:
        return Settles.LETTERS
    if params["silence"]:
        return Settles.SCOPE
    role = catalogue.roles.get(str(params["role"]))
    if role is not None and role.kind is Kind.DEGREE:
        return Settles.LICENCE
    return Settles.TRAINING if _by_training(str(params["capability"]), catalogue) else Settles.SCOPE


def parts_of(finding: Finding, catalogue: Catalogue) -> tuple[str, ...]:
    """The capabilities a question about what is in a role names; of a flag kept before, the first of them."""
    parts, first = finding.params.get("parts"), str(finding.params["capability"])
    alike = [str(part) for part in parts] if isinstance(parts, list) else [first]
    silent = bool(finding.params["silence"])
    return tuple(part for part in alike if silent or not _by_training(part, catalogue))


def _by_training(capability: str, catalogue: Catalogue) -> bool:
    known = catalogue.capabilities.get(capability)
    return known is not None and known.opened_by_training
