"""Who may do what in a room. Every service asks in its first line, so it does not matter who calls it.

What somebody may do hangs on the part they have in a room and on the section an act is about. A new kind of
person in a room is one more part with its row in ``GRANTS``. ``visible_to`` says the same for the database,
row by row; a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.core.exceptions import PermissionDenied

from cases.models import Case, Share


class Act(StrEnum):
    READ = "read"
    WRITE = "write"
    LEAVE = "leave"  # end one's own looking in


class Section(StrEnum):
    """What an act is about. One that changes several sections asks for each of them."""

    CHILD = "child"
    NEEDS = "needs"
    TEAM = "team"
    FLAGS = "flags"
    QUESTIONS = "questions"
    DRAFTS = "drafts"  # questions that were not sent, or not sent after all
    LOG = "log"
    NOTES = "notes"  # what the parent wrote into the log for themselves
    MESSAGES = "messages"
    SHARING = "sharing"


class Part(StrEnum):
    """By what somebody is in a room."""

    OWNER = "owner"
    COACH = "coach"
    SYSTEM = "system"


Grants = Mapping[Act, frozenset[Section]]
EVERYTHING = frozenset(Section)
GRANTS: Mapping[Part, Grants] = {
    Part.OWNER: {Act.READ: EVERYTHING, Act.WRITE: EVERYTHING},
    Part.COACH: {
        Act.READ: EVERYTHING - {Section.DRAFTS, Section.NOTES, Section.SHARING},
        Act.WRITE: frozenset({Section.MESSAGES}),
        Act.LEAVE: frozenset({Section.SHARING}),
    },
    Part.SYSTEM: {
        Act.READ: EVERYTHING - {Section.DRAFTS, Section.NOTES, Section.MESSAGES},
        Act.WRITE: frozenset({Section.FLAGS, Section.QUESTIONS, Section.LOG}),
    },
}


class System:
    """Who acts when the clock does and no person. Rows it writes name nobody."""

    pk = None
    is_authenticated = False


SYSTEM: Final = System()


def person(by: Any) -> Any:
    """Who is written down for an act: the person, or nobody for what ran by itself."""
    return None if isinstance(by, System) else by


class NotAllowed(PermissionDenied):
    """Somebody has no right to an act. Pages answer 403; nothing was written."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What one person may do in one room. The owner's are known without a query, a coach's with one."""

    user: Any
    case: Case

    def may(self, act: Act, section: Section) -> bool:
        return any(section in grants.get(act, ()) and self.has(part) for part, grants in GRANTS.items())

    def must(self, act: Act, section: Section) -> None:
        """Raise ``NotAllowed`` when this person may not."""
        if not self.may(act, section):
            raise NotAllowed(f"no right to {act} {section}")

    def has(self, part: Part) -> bool:
        """Whether this person has the part here right now."""
        if part is Part.OWNER:
            return self.case.is_of(self.user)
        if part is Part.SYSTEM:
            return isinstance(self.user, System)
        return self._looks_in()

    def _looks_in(self) -> bool:
        if getattr(self.user, "pk", None) is None:
            return False
        return Share.objects.filter(case=self.case, coach=self.user.pk, ended_at=None).exists()


def can_edit(user: Any, case: Case) -> bool:
    """May this person change all of the room? Pages show their forms to nobody else."""
    rights = Rights(user, case)
    return all(rights.may(Act.WRITE, section) for section in Section)


def must_be_somebody(user: Any) -> None:
    """Who opens a room has an account; there is no room yet to have a right in."""
    if not getattr(user, "is_authenticated", False):
        raise NotAllowed("no account")
