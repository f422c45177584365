"""What a coach can see, said to everybody in the same words: a line for each section of a room.

A room is what the parent shares with its coach; what stands here is all of it. Which sections a coach may
read stands in ``cases.permissions`` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.permissions import GRANTS, Act, Part, Section


@dataclass(frozen=True, slots=True)
class Line:
    """One thing, and whether a coach can see it."""

    seen: bool
    words: str


TO_PARENT: Mapping[Section, str] = {
    Section.CHILD: gettext_noop("Your child’s nickname, age group and state"),
    Section.NEEDS: gettext_noop("The needs you picked"),
    Section.TEAM: gettext_noop("The team: who they are, what you took them for, and who agreed to what"),
    Section.FLAGS: gettext_noop("What is worth asking about, and how you see it differently"),
    Section.QUESTIONS: gettext_noop("The questions you sent, and the answers, word for word"),
    Section.LOG: gettext_noop("The log of what happened, day by day"),
    Section.MESSAGES: gettext_noop("The messages you two write"),
    Section.NOTES: gettext_noop("Not the notes you write into the log"),
    Section.DRAFTS: gettext_noop("Not a question that was not sent"),
    Section.SHARING: gettext_noop("Not who else you invite"),
}
TO_OTHERS: Mapping[Section, str] = {
    **TO_PARENT,
    Section.CHILD: gettext_noop("The child’s nickname, age group and state"),
    Section.NEEDS: gettext_noop("The needs %(parent)s picked"),
    Section.TEAM: gettext_noop(
        "The team: who they are, what %(parent)s took them for, and who agreed to what"
    ),
    Section.FLAGS: gettext_noop("What is worth asking about, and how %(parent)s sees it differently"),
    Section.QUESTIONS: gettext_noop("The questions %(parent)s sent, and the answers, word for word"),
    Section.NOTES: gettext_noop("Not the notes %(parent)s writes into the log"),
    Section.SHARING: gettext_noop("Not who else %(parent)s invites"),
}


def what_a_coach_sees(parent: str = "") -> list[Line]:
    """What a coach can read first, then what not. ``parent``: what a reader who is not one calls them."""
    sees = GRANTS[Part.COACH][Act.READ]
    words = TO_OTHERS if parent else TO_PARENT
    lines = [Line(section in sees, _(says) % {"parent": parent}) for section, says in words.items()]
    return sorted(lines, key=lambda line: not line.seen)
