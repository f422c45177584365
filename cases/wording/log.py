"""The room's log, said: each kind of line in one whole sentence for each who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.dateformat import format as spelled
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.models import CaseEvent
from cases.wording.names import by_name
from cases.wording.voice import Voice, speaking
from web.english import capital, filled, listed_in_full

Kind = CaseEvent.Kind

SENTENCES: dict[str, tuple[str, str]] = {
    Kind.MEMBER_ADDED: (gettext_noop("You added %(name)s."), gettext_noop("%(parent)s added %(name)s.")),
    Kind.MEMBER_LEFT: (gettext_noop("%(name)s left the team."), gettext_noop("%(name)s left the team.")),
    Kind.ASKED: (
        gettext_noop("You asked %(whom)s a question."),
        gettext_noop("%(parent)s asked %(whom)s a question."),
    ),
    Kind.NUDGED: (
        gettext_noop("You asked %(whom)s again, kindly."),
        gettext_noop("%(parent)s asked %(whom)s again, kindly."),
    ),
    Kind.ANSWERED: (
        gettext_noop("%(whom)s answered your question."),
        gettext_noop("%(whom)s answered %(parent)s’s question."),
    ),
    Kind.SAID_NO: (
        gettext_noop("%(whom)s said no to your question."),
        gettext_noop("%(whom)s said no to %(parent)s’s question."),
    ),
    Kind.UNCLEAR: (
        gettext_noop("%(whom)s answered, and it is not clear yet."),
        gettext_noop("%(whom)s answered, and it is not clear yet."),
    ),
    Kind.AGREED: (
        gettext_noop("%(name)s said yes to leading %(noun)s."),
        gettext_noop("%(name)s said yes to leading %(noun)s."),
    ),
    Kind.LEADS_NO_MORE: (
        gettext_noop("You wrote down that %(name)s no longer leads %(noun)s."),
        gettext_noop("%(parent)s wrote down that %(name)s no longer leads %(noun)s."),
    ),
    Kind.LEADS_NOT: (
        gettext_noop("%(name)s said no to leading %(noun)s."),
        gettext_noop("%(name)s said no to leading %(noun)s."),
    ),
    Kind.PROMISED: (
        gettext_noop("%(whom)s named a day for the answer: %(day)s."),
        gettext_noop("%(whom)s named a day for the answer: %(day)s."),
    ),
    Kind.PUT_OFF: (
        gettext_noop("You said “Not now” to this: %(title)s"),
        gettext_noop("%(parent)s said “Not now” to this: %(title)s"),
    ),
    Kind.DIFFERENT: (
        gettext_noop("You see this differently: %(title)s"),
        gettext_noop("%(parent)s sees this differently: %(title)s"),
    ),
    Kind.CHILD_RENAMED: (
        gettext_noop("You changed the child’s name here from %(was)s to %(now)s."),
        gettext_noop("%(parent)s changed the child’s name here from %(was)s to %(now)s."),
    ),
    Kind.MEMBER_RENAMED: (
        gettext_noop("You changed the name %(was)s to %(now)s."),
        gettext_noop("%(parent)s changed the name %(was)s to %(now)s."),
    ),
    Kind.SETTLED: (
        gettext_noop("You said this is sorted: %(title)s"),
        gettext_noop("%(parent)s said this is sorted: %(title)s"),
    ),
    Kind.CERTIFIED: (
        gettext_noop("You saw proof of %(name)s’s training: %(training)s"),
        gettext_noop("%(parent)s saw proof of %(name)s’s training: %(training)s"),
    ),
}
"""What the parent reads, and what everybody else does who looks in."""

TWO = tuple[str, str]
ONE_WAY: dict[str, dict[tuple[bool, bool], TWO]] = {
    Kind.NEEDS_CHANGED: {
        (False, False): (
            gettext_noop("You changed the needs."),
            gettext_noop("%(parent)s changed the needs."),
        ),
        (False, True): (
            gettext_noop("You added to the needs: %(added)s."),
            gettext_noop("%(parent)s added to the needs: %(added)s."),
        ),
        (True, False): (
            gettext_noop("You took off the needs: %(gone)s."),
            gettext_noop("%(parent)s took off the needs: %(gone)s."),
        ),
        (True, True): (
            gettext_noop("You added to the needs: %(added)s. You took off: %(gone)s."),
            gettext_noop("%(parent)s added to the needs: %(added)s. Taken off: %(gone)s."),
        ),
    },
    Kind.STATE_CHANGED: {
        (False, True): (
            gettext_noop("You set the state to %(now)s."),
            gettext_noop("%(parent)s set the state to %(now)s."),
        ),
        (True, False): (
            gettext_noop("You took out the state. It was %(was)s."),
            gettext_noop("%(parent)s took out the state. It was %(was)s."),
        ),
        (True, True): (
            gettext_noop("You changed the state from %(was)s to %(now)s."),
            gettext_noop("%(parent)s changed the state from %(was)s to %(now)s."),
        ),
    },
    Kind.LETTERS_CHANGED: {
        (False, True): (
            gettext_noop("You wrote down letters or a title for %(name)s: %(now)s"),
            gettext_noop("%(parent)s wrote down letters or a title for %(name)s: %(now)s"),
        ),
        (True, False): (
            gettext_noop("You took out what stood behind the name of %(name)s: %(was)s"),
            gettext_noop("%(parent)s took out what stood behind the name of %(name)s: %(was)s"),
        ),
        (True, True): (
            gettext_noop(
                "You changed what stands behind the name of %(name)s. It was: %(was)s. It is: %(now)s"
            ),
            gettext_noop(
                "%(parent)s changed what stands behind the name of %(name)s. It was: %(was)s. It is: %(now)s"
            ),
        ),
    },
    Kind.BELIEF_CHANGED: {
        (True, False): (
            gettext_noop("You took out what you believed %(name)s to be: %(was)s"),
            gettext_noop("%(parent)s took out what they believed %(name)s to be: %(was)s"),
        ),
        (True, True): (
            gettext_noop("You changed what you believe %(name)s to be. It was: %(was)s. It is: %(now)s"),
            gettext_noop(
                "%(parent)s changed what they believe %(name)s to be. It was: %(was)s. It is: %(now)s"
            ),
        ),
    },
    Kind.AGENCY_CHANGED: {
        (True, False): (
            gettext_noop("You took out where %(name)s works: %(was)s"),
            gettext_noop("%(parent)s took out where %(name)s works: %(was)s"),
        ),
        (True, True): (
            gettext_noop("You changed where %(name)s works. It was: %(was)s. It is: %(now)s"),
            gettext_noop("%(parent)s changed where %(name)s works. It was: %(was)s. It is: %(now)s"),
        ),
    },
    Kind.BACKING_CHANGED: {
        (True, False): (
            gettext_noop("You took out who supervises %(name)s: %(was)s"),
            gettext_noop("%(parent)s took out who supervises %(name)s: %(was)s"),
        ),
        (True, True): (
            gettext_noop("You changed who supervises %(name)s. It was: %(was)s. It is: %(now)s"),
            gettext_noop("%(parent)s changed who supervises %(name)s. It was: %(was)s. It is: %(now)s"),
        ),
    },
}
"""The same, where it matters if something stood there before, and if something does now."""

BEFORE_AND_NOW = (("gone", "added"), ("was", "now"))
"""The names of what was there before and of what is there now."""

ABOUT_SHARING: dict[str, str] = {
    Kind.COACH_JOINED: gettext_noop("%(coach)s joined as your coach."),
    Kind.COACH_DECLINED: gettext_noop("The one you asked can’t be your coach right now."),
    Kind.COACH_LEFT: gettext_noop("%(coach)s can’t go on as your coach."),
    Kind.SHARING_ENDED: gettext_noop("You stopped sharing with %(coach)s."),
}
"""What the parent alone reads: ``CaseEvent.objects.visible_to`` shows these lines to nobody else."""

UNNAMED: dict[str, str] = {
    Kind.COACH_JOINED: gettext_noop("someone"),
    Kind.COACH_LEFT: gettext_noop("someone"),
    Kind.SHARING_ENDED: gettext_noop("your coach"),
}
"""What stands for a coach without a name."""


def say(kind: str, params: Mapping[str, Any], voice: Voice) -> str:
    """The sentence of a line that kept ``params``, as ``CaseEvent.params`` has them. Notes have none."""
    with speaking(voice):
        places = {"parent": voice.parent, **params}
        if "whom" in places:
            places["whom"] = by_name(places["whom"])
        if "coach" in places:
            places["coach"] = places["coach"] or _(UNNAMED[kind])
        sentence = ABOUT_SHARING.get(kind) or voice.by_reader(*_two(kind, places))
        return capital(filled(_(sentence), _in_words(places)))


def _two(kind: str, places: Mapping[str, Any]) -> TWO:
    """What is said to the parent, and to others."""
    if kind in SENTENCES:
        return SENTENCES[kind]
    stood, stands = next((pair for pair in BEFORE_AND_NOW if pair[0] in places), BEFORE_AND_NOW[0])
    return ONE_WAY[kind][bool(places.get(stood)), bool(places.get(stands))]


def _in_words(places: Mapping[str, Any]) -> dict[str, str]:
    """Lists and days as the reader says them."""
    said = {name: listed_in_full(kept) if isinstance(kept, list) else kept for name, kept in places.items()}
    if "day" in said:
        said["day"] = spelled(date.fromisoformat(said["day"]), _("l, F j, Y"))
    return said
