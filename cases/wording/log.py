"""The room's log, said: each kind of line in one whole sentence for each who reads it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.models import CaseEvent
from cases.wording.names import by_name
from cases.wording.voice import Voice, speaking
from web.english import capital, filled

Kind = CaseEvent.Kind

SENTENCES: dict[str, tuple[str, str]] = {
    Kind.MEMBER_ADDED: (gettext_noop("You added %(name)s."), gettext_noop("%(parent)s added %(name)s.")),
    Kind.MEMBER_LEFT: (gettext_noop("%(name)s left the team."), gettext_noop("%(name)s left the team.")),
    Kind.NEEDS_CHANGED: (
        gettext_noop("You changed the needs."),
        gettext_noop("%(parent)s changed the needs."),
    ),
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


def say(kind: str, params: Mapping[str, str], voice: Voice) -> str:
    """The sentence of a line that kept ``params``, as ``CaseEvent.params`` has them. Notes have none."""
    with speaking(voice):
        places = {"parent": voice.parent, **params}
        if "whom" in places:
            places["whom"] = by_name(places["whom"])
        if "coach" in places:
            places["coach"] = places["coach"] or _(UNNAMED[kind])
        sentence = ABOUT_SHARING.get(kind) or voice.by_reader(*SENTENCES[kind])
        return capital(filled(_(sentence), places))
