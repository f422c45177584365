"""Whom answers about who leads a need named, and who is not on the team yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.asked import AskFact, ReplyFact
from cases.presenters.people import Person
from cases.reader import Reading
from cases.wording.names import by_name, folded

MOST = 2


@dataclass(frozen=True, slots=True)
class Named:
    """``ask``: the key of the question whose answer named them; ``by``: who was asked."""

    name: str
    by: str
    ask: str

    @property
    def told(self) -> str:
        """In a sentence."""
        return _("%(by)s named %(name)s for this.") % {"by": self.by, "name": self.name}


def named_for(need: str, reading: Reading, team: dict[int, Person]) -> tuple[Named, ...]:
    """Each name once, of the newest answers; nobody for '', and nobody who is called as somebody here is."""
    room = reading.room
    seen = {folded(member.name) for member in room.members}
    found: list[Named] = []
    answers: list[AskFact | ReplyFact] = [*room.asks, *reversed(room.replies)]
    for ask in answers if need else ():
        about_it = ask.lead and ask.need == need
        if about_it and ask.named and folded(ask.named) not in seen:
            seen.add(folded(ask.named))
            found.append(Named(ask.named, _by(ask, team), ask.key))
    return tuple(found[:MOST])


def _by(ask: AskFact | ReplyFact, team: dict[int, Person]) -> str:
    return team[ask.member].short if ask.member in team else by_name(ask.whom)
