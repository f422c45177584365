"""Whom answers about who leads a need named: to be added to the team, or to be asked."""

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
    """``ask``: the key of the question whose answer named them; ``by``: who was asked; ``here``: the key of
    who is called so on the team, '' for nobody."""

    name: str
    by: str
    ask: str
    need: str
    here: str = ""

    @property
    def told(self) -> str:
        """In a sentence."""
        return _("%(by)s named %(name)s for this.") % {"by": self.by, "name": self.name}


def named_for(need: str, reading: Reading, team: dict[int, Person]) -> tuple[Named, ...]:
    """Each name once, of the newest answers; nobody for '', and nobody on the team who was asked already."""
    room = reading.room
    here = {folded(member.name): member for member in room.members}
    seen = {folded(name) for name in _asked(need, reading)}
    found: list[Named] = []
    answers: list[AskFact | ReplyFact] = [*room.asks, *reversed(room.replies)]
    for ask in answers if need else ():
        about_it = ask.lead and ask.need == need
        if about_it and ask.named and folded(ask.named) not in seen:
            seen.add(folded(ask.named))
            one = here.get(folded(ask.named))
            name, key = (team[one.id].short, one.key) if one else (ask.named, "")
            found.append(Named(name, _by(ask, team), ask.key, need, key))
    return tuple(found[:MOST])


def _asked(need: str, reading: Reading) -> list[str]:
    """Who on the team was asked who leads it, or told it."""
    room = reading.room
    put: list[AskFact | ReplyFact] = [*room.asks, *room.replies]
    asked = {ask.member for ask in put if ask.lead and ask.need == need}
    told = {a.member for a in room.agreements if a.need == need and a.kind in ("agreed", "declined")}
    return [member.name for member in room.members if member.id in asked | told]


def _by(ask: AskFact | ReplyFact, team: dict[int, Person]) -> str:
    return team[ask.member].short if ask.member in team else by_name(ask.whom)
