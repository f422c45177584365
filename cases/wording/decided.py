"""What changed since the parent decided about a flag, when that made it new again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from cases.mismatch.decided import Change
from cases.wording.scene import CRISIS_LINE
from cases.wording.voice import Voice, speaking
from web.english import owner

# States of a flag a parent brings it to.
SORTED, PUT_OFF, DIFFERENT = "sorted", "put-off", "different"


def if_it_gets_worse() -> str:
    """Beside a decision to let a question about safety wait: where to turn meanwhile."""
    return _("If it gets worse tonight, call or text %(line)s. In danger, call 911.") % {"line": CRISIS_LINE}


def since_decided(change: str, decided: str, *, name: str, child: str, voice: Voice) -> str:
    """'You said this is sorted. Since then, no one leads this any more.' ``name``: whom it is about."""
    told = {"name": name, "whose": owner(name), "of_child": owner(child), "parent": voice.parent}
    with speaking(voice):
        return f"{DECIDED[decided](voice) % told} {_since(Change(change), voice) % told}"


DECIDED: Mapping[str, Callable[[Voice], str]] = {
    SORTED: lambda voice: voice.by_reader(
        _("You said this is sorted."), _("%(parent)s said this is sorted.")
    ),
    PUT_OFF: lambda voice: voice.by_reader(_("You said not now."), _("%(parent)s said not now.")),
    DIFFERENT: lambda voice: voice.by_reader(
        _("You saw this differently."), _("%(parent)s saw this differently.")
    ),
}


def _since(change: Change, voice: Voice) -> str:
    sentences = {
        Change.LEVEL: _("Since then, it has become more pressing."),
        Change.LEAD: _("Since then, no one leads this any more."),
        Change.NEED: voice.by_reader(
            _("Since then, you picked this need again."), _("Since then, %(parent)s picked this need again.")
        ),
        Change.PERSON: _("Since then, what we know about %(name)s has changed."),
        Change.SUPERVISOR: _("Since then, the name of %(whose)s supervisor is gone."),
        Change.COULD: _("Since then, fewer people here could lead this."),
        Change.MIGHT: _("Since then, there are fewer people here to ask about this."),
        Change.BACKERS: _("Since then, fewer people here could be %(whose)s supervisor."),
        Change.HELPERS: _("Since then, fewer people here can help with this."),
        Change.DECLINED: _("Since then, one more person said no."),
        Change.NEEDS: _("Since then, one of %(of_child)s needs waits for this."),
        Change.CHECK: _("Since then, it no longer counts as checked."),
        Change.AGAIN: _("Since then, it was settled for a time, and it is back."),
        Change.MORE: _("Since then, it is about more of %(of_child)s needs."),
        Change.QUESTION: _("Since then, another question waits for an answer."),
    }
    return sentences[change]
