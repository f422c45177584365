"""A room as plain values: what the pure decisions read. Built by ``cases.reader``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from roles.catalogue import Kind


class Mark(StrEnum):
    """The five marks of the grid."""

    LEAD = "lead"
    COULD = "could"
    HELP = "help"
    ASK = "ask"
    NONE = "none"


MARK_WORDS = {
    Mark.LEAD: "Leads this",
    Mark.COULD: "Could lead, not asked yet",
    Mark.HELP: "Can help",
    Mark.ASK: "We don’t know yet",
    Mark.NONE: "Not in this role",
}


@dataclass(frozen=True, slots=True)
class CredentialFact:
    """Letters of one person. ``role`` '' when unknown or when several ``candidates`` remain."""

    text: str
    kind: Kind
    role: str = ""
    candidates: tuple[str, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True)
class MemberFact:
    """One person on the team. ``supervisor``: 'unknown', 'named' or 'none' (works on their own).

    ``believed`` is what the parent thinks the person is, '' if not said; ``trainings`` maps the slug of a
    capability to the training that lifts a "depends" for it.
    """

    id: int
    key: str
    name: str
    credentials: tuple[CredentialFact, ...] = ()
    trainings: tuple[tuple[str, str], ...] = ()
    believed: str = ""
    said: str = ""
    supervisor: str = "unknown"
    supervisor_name: str = ""


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """``kind``: 'plan' (the plan lists them), 'agreed' or 'declined'."""

    member: int
    need: str
    kind: str


@dataclass(frozen=True, slots=True)
class AskFact:
    """A question under way. ``state`` as in ``cases.models.Ask.State``; times are aware, in UTC."""

    id: int
    key: str
    state: str
    text: str
    need: str = ""
    member: int | None = None
    asked_at: datetime | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class RoomSnapshot:
    """Everything the rules may look at. ``state`` '' when the parent has not told it."""

    child: str
    state: str
    needs: tuple[str, ...]
    members: tuple[MemberFact, ...]
    agreements: tuple[AgreementFact, ...] = ()
    asks: tuple[AskFact, ...] = ()
    today: date | None = None

    def agreement(self, member: int, need: str) -> str:
        """'plan', 'agreed', 'declined' or ''."""
        for a in self.agreements:
            if a.member == member and a.need == need:
                return a.kind
        return ""
