"""The one table of rules: what each looks at, how much it weighs, whom it asks.

A rule is added here once; the order of the table is the order of precedence. No other file names sets of
rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """Every rule there is."""

    OUTSIDE_TRAINING = "outside_training"
    BELIEF_VS_ROLE = "belief_vs_role"
    FIT_NOT_ASKED = "fit_not_asked"
    FIT_UNKNOWN = "fit_unknown"
    NO_PRESCRIBER = "no_prescriber"
    HELPERS_NO_LEAD = "helpers_no_lead"
    GAP = "gap"
    NO_SUPERVISOR = "no_supervisor"
    LICENSE_ON_THE_WAY = "license_on_the_way"
    TITLE_UNCLEAR = "title_unclear"
    OTHER_STATE = "other_state"
    DEGREE_NOT_LICENSE = "degree_not_license"
    STILL_WAITING = "still_waiting"


class Level(StrEnum):
    """How soon to ask, most pressing first."""

    FIRST = "first"
    SOON = "soon"
    KNOW = "know"

    @property
    def rank(self) -> int:
        """0 is most pressing."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


class Asks(StrEnum):
    """Whom the question of a rule is for."""

    MEMBER = "member"  # the person it is about; without one, nobody here
    NEAREST = "nearest"  # whoever the grid says to ask first
    PLANNERS = "planners"  # who made the plan, never the helper it names


@dataclass(frozen=True, slots=True)
class Traits:
    """What is true of every finding of a rule.

    ``chair``: it speaks about an empty chair, so at most one of these is told for a need. ``ready``: somebody
    on the team can answer it; the lower, the nearer to a filled chair; None: nobody here can. ``lead``: its
    question is who leads the need. ``mixed_up``: a role was taken for another, which families come here to
    find out. ``of_the_role``: it tells what the role is, as the page of the role does. ``rests_for``: the
    rules that ask the same already when they speak about the same person. ``positive``: good news.
    """

    asks: Asks
    chair: bool = False
    ready: int | None = None
    lead: bool = False
    mixed_up: bool = False
    of_the_role: bool = False
    rests_for: frozenset[Rule] = frozenset()
    next_step: bool = True
    positive: bool = False


TABLE: Mapping[Rule, Traits] = {
    Rule.OUTSIDE_TRAINING: Traits(Asks.PLANNERS, chair=True, ready=1, mixed_up=True),
    Rule.BELIEF_VS_ROLE: Traits(Asks.MEMBER, mixed_up=True, rests_for=frozenset({Rule.OUTSIDE_TRAINING})),
    Rule.FIT_NOT_ASKED: Traits(Asks.MEMBER, chair=True, ready=0, lead=True),
    Rule.FIT_UNKNOWN: Traits(
        Asks.MEMBER, chair=True, ready=3, lead=True, rests_for=frozenset({Rule.TITLE_UNCLEAR})
    ),
    Rule.NO_PRESCRIBER: Traits(Asks.NEAREST, chair=True),
    Rule.HELPERS_NO_LEAD: Traits(Asks.NEAREST, chair=True, lead=True),
    Rule.GAP: Traits(Asks.NEAREST, chair=True, lead=True),
    Rule.NO_SUPERVISOR: Traits(
        Asks.MEMBER, ready=2, of_the_role=True, rests_for=frozenset({Rule.FIT_NOT_ASKED})
    ),
    Rule.LICENSE_ON_THE_WAY: Traits(
        Asks.MEMBER, of_the_role=True, rests_for=frozenset({Rule.FIT_NOT_ASKED, Rule.NO_SUPERVISOR})
    ),
    Rule.TITLE_UNCLEAR: Traits(Asks.MEMBER, ready=4),
    Rule.OTHER_STATE: Traits(Asks.MEMBER),
    Rule.DEGREE_NOT_LICENSE: Traits(Asks.MEMBER),
    Rule.STILL_WAITING: Traits(Asks.MEMBER),
}
"""One row a rule, in the order of precedence."""

PRECEDENCE: Mapping[Rule, int] = {rule: place for place, rule in enumerate(TABLE)}
