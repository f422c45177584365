"""A room as plain values: what the pure decisions read. Built by ``cases.reader``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cases.asked import AskFact as AskFact
from cases.asked import ReplyFact
from cases.trained import TrainingFact as TrainingFact
from roles.catalogue import FitResult, Kind, Reach
from roles.decode.belief import Belief


class Mark(StrEnum):
    """The five marks of the grid."""

    LEAD = "lead"
    COULD = "could"
    HELP = "help"
    ASK = "ask"
    NONE = "none"


class RowWhy(StrEnum):
    """What there is to say on a need over the whole team; ``cases.wording.grid`` says it."""

    LEADS = "leads"
    SHARED = "shared"
    SUPERVISOR_OPEN = "supervisor-open"
    ASKED = "asked"
    UNCLEAR = "unclear"
    WITH_SUPERVISOR = "with-supervisor"
    COULD = "could"
    COULD_SHARE = "could-share"
    COULD_SHARE_ASKED = "could-share-asked"
    PART_AGREED = "part-agreed"
    PART_AGREED_ASKED = "part-agreed-asked"
    FIRST_THEN_COULD = "first-then-could"
    FIRST_THEN_WITH_SUPERVISOR = "first-then-with-supervisor"
    FIRST_THEN_SHARE = "first-then-share"
    STATE_OPEN = "state-open"
    TRAINING_OPEN = "training-open"
    ROLE_OPEN = "role-open"
    DEPENDS = "depends"
    UNKNOWN = "unknown"
    AGENCY = "agency"
    AGENCY_ASKED = "agency-asked"
    AGENCY_UNCLEAR = "agency-unclear"
    DOCTOR = "doctor"
    NOBODY = "nobody"
    NO_THEN_ASK = "no-then-ask"
    NO_THEN_AGENCY = "no-then-agency"
    NO_THEN_DOCTOR = "no-then-doctor"
    SAID_NO = "said-no"
    SAID_YES = "said-yes"


AFTER_NO = {
    RowWhy.UNKNOWN: RowWhy.NO_THEN_ASK,
    RowWhy.DEPENDS: RowWhy.NO_THEN_ASK,
    RowWhy.AGENCY: RowWhy.NO_THEN_AGENCY,
    RowWhy.DOCTOR: RowWhy.NO_THEN_DOCTOR,
}
"""What is open once somebody said no, who is named then."""


class CellWhy(StrEnum):
    """What there is to say on one person and one need beside the mark; MARK: no more than that."""

    MARK = "mark"
    LEADS_PART = "leads-part"
    COULD_PART = "could-part"
    AGREED_PART = "agreed-part"
    SAID_NO = "said-no"
    SUPERVISOR_OPEN = "supervisor-open"
    ASKED = "asked"
    UNCLEAR = "unclear"
    WITH_SUPERVISOR = "with-supervisor"
    PLAN = "plan"
    STATE_OPEN = "state-open"
    DEPENDS = "depends"
    AGREED_OPEN = "agreed-open"
    AGREED_ROLE_OPEN = "agreed-role-open"
    AGREED_BEYOND = "agreed-beyond"


@dataclass(frozen=True, slots=True)
class CredentialFact:
    """Letters of one person. ``role`` '' when unknown or when several ``candidates`` remain.

    ``id`` is that of their row, None while they have none; ``told``: the parent said which role it is.
    """

    text: str
    kind: Kind
    role: str = ""
    candidates: tuple[str, ...] = ()
    verified: bool = False
    id: int | None = None
    told: bool = False
    looked_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class ScopeFact:
    """They told that a capability is in their role in a state ('' while none was told). ``role``: which, by
    its slug, '' where their letters stand for none: with another role, it is not told."""

    capability: str
    role: str
    state: str


@dataclass(frozen=True, slots=True)
class MemberFact:
    """One person on the team. ``supervisor``: 'unknown', 'named' or 'none' (works on their own).

    ``supervisor_left`` is the name of one who was on the team and has left it, '' without. ``doubt``: why a
    name that was told does not count, '' without; ``doubted``: whom here it means, else ``doubted_name`` is
    that name and ``doubted_role`` the role told with it; ``may_be``: all whom it may mean, where that is
    asked about or was told (``supervisor_who``: a key, 'else', or '').

    ``believed`` is what the parent thinks the person is, '' if not said, and ``belief`` what these words
    claim; ``called_doctor``: the name as it is said points to one.
    """

    id: int
    key: str
    name: str
    credentials: tuple[CredentialFact, ...] = ()
    trainings: tuple[TrainingFact, ...] = ()
    believed: str = ""
    belief: Belief = Belief()
    called_doctor: bool = False
    said: str = ""
    supervisor: str = "unknown"
    supervisor_name: str = ""
    supervisor_left: str = ""
    doubt: str = ""
    doubted: int | None = None
    doubted_name: str = ""
    doubted_role: str = ""
    supervisor_who: str = ""
    may_be: tuple[int, ...] = ()
    scope: tuple[ScopeFact, ...] = ()

    def covers(self, state: str) -> tuple[tuple[str, str], ...]:
        """Capability and role of what they told is in their role in this state."""
        return tuple((told.capability, told.role) for told in self.scope if told.state == state)

    @property
    def lifts(self) -> tuple[tuple[str, str], ...]:
        """Capability and name of each training that turns a "depends" into a lead, one for a capability."""
        best = (self.trainings_for(slug)[0] for slug in dict.fromkeys(t.capability for t in self.trainings))
        return tuple((training.capability, training.name) for training in best if training.lifts)

    def trainings_for(self, capability: str) -> tuple[TrainingFact, ...]:
        """Those for a capability, what says most first."""
        own = sorted((t for t in self.trainings if t.capability == capability), key=lambda t: t.name)
        return tuple(sorted(own, key=lambda t: t.weight, reverse=True))


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """``kind``: 'plan' (the plan lists them), 'agreed' or 'declined'."""

    member: int
    need: str
    kind: str


@dataclass(frozen=True, slots=True)
class DepartedFact:
    """Somebody who left, since when they are gone, and what had been agreed with them."""

    member: MemberFact
    left_on: date
    agreements: tuple[AgreementFact, ...] = ()

    def agreement(self, need: str) -> str:
        """'plan', 'agreed', 'declined' or ''."""
        return next((a.kind for a in self.agreements if a.need == need), "")


@dataclass(frozen=True, slots=True)
class RoomSnapshot:
    """Everything the rules may look at. ``state`` '' when the parent has not told it.

    ``members`` and ``agreements`` are of those who are here, ``departed`` of those who left. ``replies`` left
    open what they were about.
    """

    child: str
    state: str
    needs: tuple[str, ...]
    members: tuple[MemberFact, ...]
    agreements: tuple[AgreementFact, ...] = ()
    asks: tuple[AskFact, ...] = ()
    today: date | None = None
    departed: tuple[DepartedFact, ...] = ()
    replies: tuple[ReplyFact, ...] = ()

    def in_order(self) -> RoomSnapshot:
        """The same room, its people in an order that does not tell who was entered first.

        By name, then by everything else we know of them: two who still tie are alike but for their ids.
        """
        return replace(self, members=tuple(sorted(self.members, key=self._all_we_know)))

    def _all_we_know(self, member: MemberFact) -> tuple[str, str, list[str]]:
        """What is known of somebody without their id."""
        agreed = (f"{a.need} {a.kind}" for a in self.agreements if a.member == member.id)
        theirs = (ask for ask in self.asks if ask.member == member.id)
        asked = (repr(replace(ask, id=0, key="", member=None, flag=None)) for ask in theirs)
        return (member.name.casefold(), repr(replace(member, id=0, key="")), sorted([*agreed, *asked]))

    def agreement(self, member: int, need: str) -> str:
        """'plan', 'agreed', 'declined' or ''."""
        return next((a.kind for a in self.agreements if (a.member, a.need) == (member, need)), "")


@dataclass(frozen=True, slots=True)
class Cell:
    """One person and one need. ``reach`` is over everything the need requires, ``fits`` what decided it.

    ``part``: they could lead a part of it, and others here the rest; what is open waits for nobody then.
    """

    member: int
    mark: Mark
    reach: Reach
    why: CellWhy = CellWhy.MARK
    fits: tuple[FitResult, ...] = ()
    part: bool = False

    @property
    def open(self) -> bool:
        """Is it not known how far the role reaches, and worth asking: who said no is not asked again."""
        return self.mark is Mark.ASK and self.why is not CellWhy.SAID_NO and not self.part


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need over the whole team.

    ``state``: 'led' (one person leads), 'shared' (several agreed and cover it together), 'could' (someone
    could lead, nobody agreed), 'ask' (it depends or is unknown: ask), 'empty' (nobody). ``why`` is what to
    say under the need, ``named`` whom that is about and ``whom`` the one it says to ask. Ids are member ids;
    ``askable`` are those to ask who could lead, the nearest first: never who said no, nobody when the agency
    is to be asked. ``nearest`` are those whose fit is open and who can tell, whoever was asked already.
    """

    need: str
    state: str
    why: RowWhy
    cells: tuple[Cell, ...]
    named: tuple[int, ...] = ()
    whom: int | None = None
    leads: tuple[int, ...] = ()
    could: tuple[int, ...] = ()
    helps: tuple[int, ...] = ()
    askable: tuple[int, ...] = ()
    nearest: tuple[int, ...] = ()
    safety: bool = False

    @property
    def has_lead(self) -> bool:
        return self.state in ("led", "shared")

    def unsaid_yes(self, why: CellWhy, mark: Mark) -> tuple[int, ...]:
        """Who said yes while the chair is empty, and whom the sentence under the need does not name."""
        said = [c.member for c in self.cells if c.why is why and c.mark is mark and not self.has_lead]
        return tuple(member for member in said if member not in (*self.named, self.whom))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid. Rows: empty chairs first, safety on top, the gravest first; then the rest as catalogued."""

    rows: tuple[NeedRow, ...]

    @property
    def empty(self) -> tuple[NeedRow, ...]:
        return tuple(row for row in self.rows if not row.has_lead)

    def row(self, need: str) -> NeedRow:
        return next(row for row in self.rows if row.need == need)
