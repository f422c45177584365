"""The catalogue as plain values: what the pure decisions read. Built once per version by ``roles.reader``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Reach(StrEnum):
    """How far training reaches for a capability. Ordered from most to least by ``RANK``."""

    TRAINED = "trained"
    SUPERVISED = "supervised"
    DEPENDS = "depends"
    UNKNOWN = "unknown"
    NOT_TRAINED = "not-trained"


RANK: Mapping[Reach, int] = {reach: rank for rank, reach in enumerate(Reach)}
"""0 is best. UNKNOWN stands above NOT_TRAINED: silence is never "no"."""


_ASIDE = re.compile(r"\s*\([^)]*\)")


class Ground(StrEnum):
    """Why a fit is less than "trained"."""

    TRAINING = "training"  # it is not taught, not to everybody, or not enough to do it alone
    SCOPE = "scope"  # the job or the law leaves it to others, whatever was learned
    LICENCE = "licence"  # it takes a licence or a certificate that the role does not bring by itself


class Kind(StrEnum):
    """What a group of letters is."""

    DEGREE = "degree"
    LICENCE = "licence"
    REGISTRATION = "registration"  # on the way to a licence
    QUALIFICATION = "qualification"  # given by an agency or a certifier
    TITLE = "title"  # a job title or a spoken word: proves nothing
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source as a finding quotes it. ``address`` is '' when it is not on the web.

    ``version``: which one we mean, often a date; ``note``: what to know about it, such as how much we read.
    """

    key: str
    title: str
    address: str = ""
    kind: str = ""
    version: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoleInfo:
    """One role. ``state``: where its facts hold ('US': no single law); ``kind``: what its letters are.

    ``given``: the same in the catalogue's own words, such as "state registration".
    ``supervised_by``: slugs of roles that supervise it, none where we do not know. ``at_school``: who has it
    works for a school.
    """

    slug: str
    letters: str
    name: str
    kind: Kind
    tier: str
    state: str
    licence: str
    brings: str
    needs_supervisor: bool
    ambiguous: bool = False
    lede: str = ""
    confused_with: str = ""
    given: str = ""
    supervised_by: frozenset[str] = frozenset()
    at_school: bool = False

    @property
    def as_worn(self) -> str:
        """The letters, or the name as people say it, without the asides a reader of the catalogue gets."""
        return self.letters if self.letters != self.name else _ASIDE.sub("", self.name)


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name and a role it can mean. ``state`` '': anywhere. ``kind``: letters, name, title or spoken."""

    name: str
    role: str
    kind: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class FitInfo:
    """One cell: role x capability, for one state ('' where the role's facts hold).

    ``ground`` is one of ``Ground``, '' for trained or unknown. ``rule_of``: the state whose rule a role of
    no single law is described by, '' when there is none. Nothing else is to be read from ``reason``: it is
    for people, and may be put into other words.
    """

    role: str
    capability: str
    reach: Reach
    claim: str
    reason: str
    confidence: str
    reviewed_on: date
    sources: tuple[SourceRef, ...] = ()
    state: str = ""
    ground: str = ""
    rule_of: str = ""


@dataclass(frozen=True, slots=True)
class FitResult:
    """How far one person reaches for one capability, and what decided it.

    ``decided_by`` is the cell, None when nothing decides (UNKNOWN). ``role`` is the slug that gave the best
    reach. ``lifted_by`` names the extra training that turned a "depends" into TRAINED; ``told``: they said
    themselves that it is in their role. ``why_unknown`` is '' or one of: 'no-letters', 'unknown-letters',
    'local-letters' (the state has them, and we know no role for them), 'could-be-several', 'no-state',
    'other-state', 'no-fact'.
    """

    capability: str
    reach: Reach
    role: str = ""
    decided_by: FitInfo | None = None
    lifted_by: str = ""
    why_unknown: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class CapabilityInfo:
    """``opened_by_training``: a course in a method can open it; no law, license or job decides alone.

    ``trainings`` are the folded names of the methods we know for it.
    """

    slug: str
    title: str
    noun: str
    does: str
    does_not: str
    can: str
    clinical: bool
    opened_by_training: bool = False
    trainings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NeedInfo:
    """A need and what it calls for: each of ``all_of``, one of ``any_of``; ``helpful`` is extra.

    ``first_roles`` are those at home in it, as listed, asked before others: an addiction counselor for
    substance use.
    ``mental_health``: it takes mental health care. ``keep_safe``: slugs of needs whose people
    at home a plan for tonight keeps safe with it.
    """

    slug: str
    title: str
    noun: str
    safety: bool
    urgency: str
    all_of: tuple[str, ...]
    any_of: tuple[str, ...]
    helpful: tuple[str, ...]
    asks: str
    clear_answer: str
    if_not: str
    position: int = 0
    first_roles: tuple[str, ...] = ()
    mental_health: bool = False
    keep_safe: frozenset[str] = frozenset()

    @property
    def required(self) -> tuple[str, ...]:
        return self.all_of + self.any_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What letters mean in some states. ``where`` and ``level`` are words for people, and decide nothing.

    ``states`` are codes. ``supervised``: whoever wears the letters there works under someone else, or stands
    below the full license; ``registered``: they are registered on the way to one.
    """

    where: str
    level: str
    states: frozenset[str] = frozenset()
    most_states: bool = False
    supervised: bool = False
    registered: bool = False

    def covers(self, state: str) -> bool:
        return self.most_states or state in self.states


@dataclass(frozen=True, slots=True)
class CollisionInfo:
    """Letters that change meaning by state."""

    title: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class LocalTitle:
    """Letters as one state uses them. ``kind`` UNKNOWN: their level is not told; ``meaning`` may be ''.

    ``stage``: 'supervised' or 'alone' where the state says so, else ''.
    """

    kind: Kind
    meaning: str = ""
    stage: str = ""

    @property
    def below_license(self) -> bool:
        """On the way to a license, and so under someone, unless the state says that they work alone."""
        return self.kind is Kind.REGISTRATION and self.stage != "alone"

    @property
    def under_someone(self) -> bool:
        return self.below_license or self.stage == "supervised"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of the whole catalogue.

    ``fits`` is keyed by (role, capability, state), state '' for where the role's facts hold.
    ``names`` is keyed by the folded name (see ``roles.decode.fold``), ``local`` by (state, folded letters).
    ``checked_on``: when the facts were last gone through, None before the first load.
    """

    number: int
    roles: Mapping[str, RoleInfo] = field(default_factory=dict)
    capabilities: Mapping[str, CapabilityInfo] = field(default_factory=dict)
    needs: Mapping[str, NeedInfo] = field(default_factory=dict)
    fits: Mapping[tuple[str, str, str], FitInfo] = field(default_factory=dict)
    names: Mapping[str, tuple[NameEntry, ...]] = field(default_factory=dict)
    collisions: Mapping[str, CollisionInfo] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    checked_on: date | None = None
    local: Mapping[tuple[str, str], LocalTitle] = field(default_factory=dict)
