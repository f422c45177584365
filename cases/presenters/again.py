"""A question that waits already, said where the same person is about to be asked the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC

from django.utils.translation import gettext as _

from cases.asked import AskFact
from cases.presenters.words import ago
from cases.reader import Reading
from cases.wording.names import by_name, names_in
from web.english import filled


@dataclass(frozen=True, slots=True)
class Again:
    """``key`` is that of the question on its way."""

    key: str
    told: str


def waits_already(this: AskFact, reading: Reading) -> Again | None:
    """Since when the same waits; None where it is asked for the first time."""
    found = (a for a in reading.room.asks if a.id != this.id and not a.unclear and a.asks_the_same(this))
    twin = next(found, None)
    if twin is None or twin.asked_at is None:
        return None
    today = reading.room.today or twin.asked_at.date()
    called = names_in(reading.room).get(twin.member or 0) or by_name(twin.whom)
    when = ago(twin.asked_at, today, twin.asked_at.tzinfo or UTC)
    said = _("You asked %(whom)s this already, %(when)s. It is still waiting for an answer.")
    return Again(twin.key, filled(said, {"whom": called, "when": when}))
