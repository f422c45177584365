"""The one table of rules: what each looks at, how much it weighs, whom it asks.

A rule is added here once; the order of the table is the order of precedence. No other file names sets of
rules. What a rule finds and what it says are functions of its own name, which ``function_of`` looks up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from importlib import import_module
from typing import Any


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
    TONIGHT = "tonight"  # those the rule names for it, else nobody here
    NEAREST = "nearest"  # whoever the grid says to ask first
    PLANNERS = "planners"  # who else could lead, or who made the plan; never the helper it names
    AGENCY = "agency"  # nobody in the room: all who could were asked


class Fact(StrEnum):
    """What an answer may tell about a person that a rule can read; ``answering.py`` says when it is open."""

    SUPERVISOR = "supervisor"  # the name of who stands behind the work
    LETTERS = "letters"  # letters or a job title
    ROLE = "role"  # which of several roles letters mean
    BELIEF = "belief"  # what the parent thinks this person is, by now
    REGISTER = "register"  # that somebody looked letters up
    TRAINING = "training"  # a training, and what kind it is
    SCOPE = "scope"  # that something is in their role where the family lives


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
    good news, and nothing to ask. ``family``: the file the rule and its words stand in, '' for one of its own
    name. ``tried``: it runs where ``empty_chairs.py`` tries it, in the order that stands there.
    ``settled_by``: what an answer may tell that settles it, beside who leads; the page offers a field for it.
    """

    asks: Asks
    turn: Turn = Turn.OPEN_POINT
    chair: bool = False
    lead: bool = False
    of_the_role: bool = False
    rests_for: frozenset[str] = frozenset()
    proof: bool = False
    positive: bool = False
    family: str = ""
    tried: bool = False
    settled_by: tuple[Fact, ...] = ()

    @property
    def tonight(self) -> bool:
        """Is it as pressing as a safety need, and not answered by who leads one?"""
        return self.turn is Turn.TONIGHT

    @property
    def mixed_up(self) -> bool:
        return self.turn is Turn.MIXED_UP


class Rule(StrEnum):
    """The table: one row a rule, in the order of precedence."""

    _value_: str
    traits: Traits

    def __new__(cls, name: str, traits: Traits | None = None) -> Rule:
        if traits is None:
            raise TypeError(f"The rule {name} has no traits in its row.")
        rule = str.__new__(cls, name)
        rule._value_, rule.traits = name, traits
        return rule

    def asks_who_leads(self, params: Mapping[str, Any]) -> bool:
        """Can an answer say who leads the need? One about tonight, a supervisor or a word has a need, too,
        and says nothing of its lead. A nudge asks once more whatever was asked."""
        return self.traits.chair or (self is Rule.STILL_WAITING and bool(params.get("lead", True)))

    SIBLING_SAFETY = "sibling_safety", Traits(Asks.TONIGHT, Turn.TONIGHT)
    OUTSIDE_TRAINING = (
        "outside_training",
        Traits(Asks.PLANNERS, Turn.MIXED_UP, chair=True, family="outside", tried=True),
    )
    BELIEF_VS_ROLE = (
        "belief_vs_role",
        Traits(
            Asks.MEMBER,
            Turn.MIXED_UP,
            rests_for=frozenset({"outside_training"}),
            family="belief",
            settled_by=(Fact.BELIEF, Fact.LETTERS),
        ),
    )
    MEDICINE_BRIDGE = (
        "medicine_bridge",
        Traits(Asks.MEMBER, Turn.MISSING_LEAD, chair=True, family="departed", tried=True),
    )
    PLAN_ON_UNKNOWN_FIT = (
        "plan_on_unknown_fit",
        Traits(
            Asks.MEMBER,
            Turn.MISSING_LEAD,
            chair=True,
            tried=True,
            settled_by=(Fact.TRAINING, Fact.ROLE, Fact.LETTERS, Fact.SCOPE),
        ),
    )
    FIT_NOT_ASKED = (
        "fit_not_asked",
        Traits(
            Asks.MEMBER,
            Turn.MISSING_LEAD,
            chair=True,
            lead=True,
            family="asking",
            tried=True,
            settled_by=(Fact.SUPERVISOR,),
        ),
    )
    TRAINING_UNPROVEN = (
        "training_unproven",
        Traits(Asks.MEMBER, Turn.MISSING_LEAD, chair=True, proof=True, settled_by=(Fact.TRAINING,)),
    )
    FIT_UNKNOWN = (
        "fit_unknown",
        Traits(
            Asks.MEMBER,
            Turn.MISSING_LEAD,
            chair=True,
            lead=True,
            rests_for=frozenset({"title_unclear", "training_unproven", "plan_on_unknown_fit"}),
            family="asking",
            tried=True,
            settled_by=(Fact.TRAINING, Fact.ROLE, Fact.LETTERS, Fact.SCOPE),
        ),
    )
    EVERYONE_SAID_NO = "everyone_said_no", Traits(Asks.AGENCY, Turn.MISSING_LEAD, chair=True, tried=True)
    SUCCESSOR_MISSING = (
        "successor_missing",
        Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, lead=True, family="departed", tried=True),
    )
    NO_PRESCRIBER = (
        "no_prescriber",
        Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, family="nobody", tried=True),
    )
    HELPERS_NO_LEAD = (
        "helpers_no_lead",
        Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, lead=True, family="nobody", tried=True),
    )
    GAP = "gap", Traits(Asks.NEAREST, Turn.MISSING_LEAD, chair=True, lead=True, family="nobody", tried=True)
    SUPERVISOR_IN_THE_ROOM = (
        "supervisor_in_the_room",
        Traits(
            Asks.MEMBER,
            of_the_role=True,
            rests_for=frozenset({"fit_not_asked"}),
            settled_by=(Fact.SUPERVISOR,),
        ),
    )
    NO_SUPERVISOR = (
        "no_supervisor",
        Traits(
            Asks.MEMBER,
            of_the_role=True,
            rests_for=frozenset({"fit_not_asked", "supervisor_in_the_room"}),
            family="supervision",
            settled_by=(Fact.SUPERVISOR,),
        ),
    )
    LICENSE_ON_THE_WAY = (
        "license_on_the_way",
        Traits(
            Asks.MEMBER,
            of_the_role=True,
            rests_for=frozenset({"fit_not_asked", "supervisor_in_the_room", "no_supervisor"}),
            family="supervision",
            settled_by=(Fact.SUPERVISOR,),
        ),
    )
    TITLE_UNCLEAR = (
        "title_unclear",
        Traits(
            Asks.MEMBER,
            rests_for=frozenset({"plan_on_unknown_fit"}),
            family="titles",
            settled_by=(Fact.ROLE, Fact.LETTERS),
        ),
    )
    OWN_STATE = "own_state", Traits(Asks.MEMBER, family="other_state", settled_by=(Fact.LETTERS,))
    OTHER_STATE = "other_state", Traits(Asks.MEMBER, settled_by=(Fact.LETTERS,))
    DEGREE_NOT_LICENSE = (
        "degree_not_license",
        Traits(Asks.MEMBER, family="titles", settled_by=(Fact.LETTERS, Fact.SUPERVISOR)),
    )
    SCHOOL_ONLY = "school_only", Traits(Asks.LEADS)
    ONE_PERSON_MANY = "one_person_many", Traits(Asks.MEMBER)
    REGISTER_NOT_CHECKED = (
        "register_not_checked",
        Traits(Asks.MEMBER, proof=True, settled_by=(Fact.REGISTER,)),
    )
    STILL_WAITING = "still_waiting", Traits(Asks.MEMBER)


TABLE: Mapping[Rule, Traits] = {rule: rule.traits for rule in Rule}

PRECEDENCE: Mapping[Rule, int] = {rule: place for place, rule in enumerate(TABLE)}


class NotWritten(Exception):
    """A rule stands in the table, and what it finds or says is not there."""


def function_of(rule: Rule, package: str) -> Any:
    """What a rule finds (in ``cases.mismatch``) or says (in ``cases.wording``): the function of its name.

    It stands in a file of the same name or of the rule's family. Raises ``NotWritten`` where it is missing.
    """
    file = f"{package}.{rule.traits.family or rule}"
    try:
        found = getattr(import_module(file), rule, None)
    except ModuleNotFoundError as error:
        if error.name != file:
            raise
        found = None
    if found is None:
        raise NotWritten(f'The rule "{rule}" has a row in the table. {file} has no function of this name.')
    return found
