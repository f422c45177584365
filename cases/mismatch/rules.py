"""The one table of rules: what each looks at, how much it weighs, whom it asks.

A rule is added here once; the order of the table is the order of precedence. No other file names sets of
rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Rule(StrEnum):
    """Every rule there is."""

    SIBLING_SAFETY = "sibling_safety"
    OUTSIDE_TRAINING = "outside_training"
    BELIEF_VS_ROLE = "belief_vs_role"
    MEDICINE_BRIDGE = "medicine_bridge"
    PLAN_ON_UNKNOWN_FIT = "plan_on_unknown_fit"
    FIT_NOT_ASKED = "fit_not_asked"
    TRAINING_UNPROVEN = "training_unproven"
    FIT_UNKNOWN = "fit_unknown"
    EVERYONE_SAID_NO = "everyone_said_no"
    SUCCESSOR_MISSING = "successor_missing"
    NO_PRESCRIBER = "no_prescriber"
    HELPERS_NO_LEAD = "helpers_no_lead"
    GAP = "gap"
    SUPERVISOR_IN_THE_ROOM = "supervisor_in_the_room"
    NO_SUPERVISOR = "no_supervisor"
    LICENSE_ON_THE_WAY = "license_on_the_way"
    TITLE_UNCLEAR = "title_unclear"
    OTHER_STATE = "other_state"
    DEGREE_NOT_LICENSE = "degree_not_license"
    SCHOOL_ONLY = "school_only"
    ONE_PERSON_MANY = "one_person_many"
    REGISTER_NOT_CHECKED = "register_not_checked"
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
    LEADS = "leads"  # who leads what it is about, else whoever the grid says to ask first
    NEAREST = "nearest"  # whoever the grid says to ask first
    PLANNERS = "planners"  # who made the plan, never the helper it names
    AGENCY = "agency"  # nobody in the room: all who could were asked


class Turn(IntEnum):
    """What is asked first among findings of one level, after safety."""

    TONIGHT = 0  # a child may not be safe before anybody answers about roles
    MIXED_UP = 1  # a role was taken for another: what families come here to find out
    MISSING_LEAD = 2  # a chair could be filled, or nobody fills it
    OPEN_POINT = 3  # anything else that is worth knowing


@dataclass(frozen=True, slots=True)
class Traits:
    """What is true of every finding of a rule.

    ``chair``: it speaks about an empty chair, and somebody who leads answers it; of those that
    ``empty_chairs.py`` tries, at most one is told for a need, but for whom a plan counts on: each is told.
    ``lead``: its question is who leads the need. ``of_the_role``: it tells what the role is, as the page of
    the role does. ``rests_for``: the rules that ask the same already when they speak about the same person
    (``merge.py``). ``proof``: somebody who looks it up, or sees the certificate, answers it. ``positive``:
    good news, and nothing to ask.
    """

    asks: Asks
    turn: Turn = Turn.OPEN_POINT
    chair: bool = False
    lead: bool = False
    of_the_role: bool = False
    rests_for: frozenset[Rule] = frozenset()
    proof: bool = False
    positive: bool = False

    @property
    def tonight(self) -> bool:
        """Is it as pressing as a safety need, and not answered by who leads one?"""
        return self.turn is Turn.TONIGHT

    @property
    def mixed_up(self) -> bool:
        return self.turn is Turn.MIXED_UP


TABLE: Mapping[Rule, Traits] = {
    Rule.SIBLING_SAFETY: Traits(Asks.LEADS, Turn.TONIGHT),
    Rule.OUTSIDE_TRAINING: Traits(Asks.PLANNERS, Turn.MIXED_UP, chair=True),
    Rule.BELIEF_VS_ROLE: Traits(Asks.MEMBER, Turn.MIXED_UP, rests_for=frozenset({Rule.OUTSIDE_TRAINING})),
    Rule.MEDICINE_BRIDGE: Traits(Asks.MEMBER, Turn.MISSING_LEAD, chair=True),
    Rule.PLAN_ON_UNKNOWN_FIT: Traits(Asks.MEMBER, Turn.MISSING_LEAD, chair=True),
    Rule.FIT_NOT_ASKED: Traits(Asks.MEMBER, Turn.MISSING_LEAD, chair=True, lead=True),
    Rule.TRAINING_UNPROVEN: Traits(Asks.MEMBER, Turn.MISSING_LEAD, chair=True, proof=True),
    Rule.FIT_UNKNOWN: Traits(
        Asks.MEMBER,
        Turn.MISSING_LEAD,
        chair=True,
        lead=True,
        rests_for=frozenset({Rule.TITLE_UNCLEAR, Rule.TRAINING_UNPROVEN, Rule.PLAN_ON_UNKNOWN_FIT}),
    ),
    Rule.EVERYONE_SAID_NO: Traits(Asks.AGENCY, Turn.MISSING_LEAD, chair=True),
    Rule.SUCCESSOR_MISSING: Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, lead=True),
    Rule.NO_PRESCRIBER: Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True),
    Rule.HELPERS_NO_LEAD: Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, lead=True),
    Rule.GAP: Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, lead=True),
    Rule.SUPERVISOR_IN_THE_ROOM: Traits(
        Asks.MEMBER, of_the_role=True, rests_for=frozenset({Rule.FIT_NOT_ASKED})
    ),
    Rule.NO_SUPERVISOR: Traits(
        Asks.MEMBER,
        of_the_role=True,
        rests_for=frozenset({Rule.FIT_NOT_ASKED, Rule.SUPERVISOR_IN_THE_ROOM}),
    ),
    Rule.LICENSE_ON_THE_WAY: Traits(
        Asks.MEMBER,
        of_the_role=True,
        rests_for=frozenset({Rule.FIT_NOT_ASKED, Rule.SUPERVISOR_IN_THE_ROOM, Rule.NO_SUPERVISOR}),
    ),
    Rule.TITLE_UNCLEAR: Traits(Asks.MEMBER, rests_for=frozenset({Rule.PLAN_ON_UNKNOWN_FIT})),
    Rule.OTHER_STATE: Traits(Asks.MEMBER),
    Rule.DEGREE_NOT_LICENSE: Traits(Asks.MEMBER),
    Rule.SCHOOL_ONLY: Traits(Asks.LEADS),
    Rule.ONE_PERSON_MANY: Traits(Asks.MEMBER),
    Rule.REGISTER_NOT_CHECKED: Traits(Asks.MEMBER, proof=True),
    Rule.STILL_WAITING: Traits(Asks.MEMBER),
}
"""One row a rule, in the order of precedence."""

PRECEDENCE: Mapping[Rule, int] = {rule: place for place, rule in enumerate(TABLE)}
