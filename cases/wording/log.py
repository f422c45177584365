"""The room's log, said: each kind of line in one whole sentence for its parent and one for everybody else."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from cases.models import CaseEvent
from cases.wording.names import by_name
from cases.wording.voice import Voice, speaking
from web.english import capital, filled

Kind = CaseEvent.Kind

SENTENCES: dict[str, tuple[str, str]] = {
    Kind.MEMBER_ADDED: (marked("You added %(name)s."), marked("%(parent)s added %(name)s.")),
    Kind.MEMBER_LEFT: (marked("%(name)s left the team."), marked("%(name)s left the team.")),
    Kind.NEEDS_CHANGED: (marked("You changed the needs."), marked("%(parent)s changed the needs.")),
    Kind.ASKED: (
        marked("You asked %(whom)s a question."),
        marked("%(parent)s asked %(whom)s a question."),
    ),
    Kind.NUDGED: (
        marked("You asked %(whom)s again, kindly."),
        marked("%(parent)s asked %(whom)s again, kindly."),
    ),
    Kind.ANSWERED: (
        marked("%(whom)s answered your question."),
        marked("%(whom)s answered %(parent)s’s question."),
    ),
    Kind.SAID_NO: (
        marked("%(whom)s said no to your question."),
        marked("%(whom)s said no to %(parent)s’s question."),
    ),
    Kind.UNCLEAR: (
        marked("%(whom)s answered, and it is not clear yet."),
        marked("%(whom)s answered, and it is not clear yet."),
    ),
    Kind.AGREED: (
        marked("%(name)s said yes to leading %(noun)s."),
        marked("%(name)s said yes to leading %(noun)s."),
    ),
    Kind.SETTLED: (
        marked("You said this is sorted: %(title)s"),
        marked("%(parent)s said this is sorted: %(title)s"),
    ),
    Kind.COACH_JOINED: (
        marked("%(coach)s joined as your coach."),
        marked("%(coach)s joined as %(parent)s’s coach."),
    ),
    Kind.COACH_DECLINED: (
        marked("The one you asked can’t be your coach right now."),
        marked("The one %(parent)s asked can’t be their coach right now."),
    ),
    Kind.COACH_LEFT: (
        marked("%(coach)s can’t go on as your coach."),
        marked("%(coach)s can’t go on as %(parent)s’s coach."),
    ),
    Kind.SHARING_ENDED: (
        marked("You stopped sharing with %(coach)s."),
        marked("%(parent)s stopped sharing with %(coach)s."),
    ),
}
"""What the parent reads, and what everybody else does who looks in."""

UNNAMED: dict[str, tuple[str, str]] = {
    Kind.COACH_JOINED: (marked("someone"), marked("someone")),
    Kind.COACH_LEFT: (marked("someone"), marked("someone")),
    Kind.SHARING_ENDED: (marked("your coach"), marked("their coach")),
}
"""What stands for a coach without a name."""


def say(kind: str, params: Mapping[str, str], voice: Voice) -> str:
    """The sentence of a line that kept ``params``, as ``CaseEvent.params`` has them. Notes have none."""
    with speaking(voice):
        places = {"parent": voice.parent, **params}
        if "whom" in places:
            places["whom"] = by_name(places["whom"])
        if "coach" in places:
            places["coach"] = places["coach"] or _(voice.by_reader(*UNNAMED[kind]))
        return capital(filled(_(voice.by_reader(*SENTENCES[kind])), places))
