"""When a question earns its next reminder: the pure cadence, fed from the rows and stored on the question."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from django.db import models

from cases.mismatch import Rule
from cases.models import Ask, Flag
from cases.reminders import AskHistory, WorkCalendar, due_on, next_reminder, usual_wait
from cases.services.reminder_past import Waiting, read_past, read_waiting, waiting_of
from notify.working_days import holidays_for
from roles.models import Need, Question
from web.given import among, write

WIND = """
UPDATE cases_ask SET next_reminder_at = given.earned_at, due_on = given.due_on
FROM {given} WHERE cases_ask.id = given.ask
"""


class Clock(NamedTuple):
    """What is stored on a question: when its next stage is earned, and the day it is due."""

    earned_at: datetime | None
    due_on: date | None


def wait_of(question: Question | None, flag: Flag | None = None, need: Need | None = None) -> int:
    """Working days a new question waits unless the parent picks others."""
    tonight = flag is not None and Rule(flag.rule).traits.tonight
    first = flag is not None and flag.level == Flag.Level.FIRST
    safety = first or (flag is None and need is not None and need.safety)
    return usual_wait(question.reply_days if question else None, tonight=tonight, safety=safety)


def set_clock(ask: Ask, *, now: datetime) -> None:
    """Put the next reminder's moment and the due day on the question. Does not save it."""
    one = waiting_of(ask)
    history = read_past([one]).history(one, earliest=now)
    ask.next_reminder_at, ask.due_on = wound(one, history, calendar_of(one, now=now), now=now)


def wound(one: Waiting, history: AskHistory, calendar: WorkCalendar, *, now: datetime) -> Clock:
    """The clock as its history says."""
    found = next_reminder(history, calendar, now)
    return Clock(found.at if found else None, due_on(history, calendar) or one.due_on)


def reset_clocks(asks: models.QuerySet[Ask], *, now: datetime) -> None:
    """Wind the clocks of waiting questions anew: somebody left or came back, the family moved, a need is on
    the list again or off it."""
    under_way = asks.filter(state__in=Ask.UNDER_WAY).order_by("pk")
    held = list(under_way.select_for_update(of=("self",)).values_list("pk", flat=True))
    waiting = [one for one, _ in read_waiting(Ask.objects.filter(pk__in=among(held)))]
    past = read_past(waiting)
    write_clocks(
        [
            (one.id, *wound(one, past.history(one, earliest=now), calendar_of(one, now=now), now=now))
            for one in waiting
        ]
    )


def write_clocks(clocks: Sequence[tuple[int, datetime | None, date | None]]) -> None:
    """Store them on their questions, with one statement."""
    write({"ask": int, "earned_at": datetime, "due_on": date}, clocks, WIND)


def calendar_of(one: Waiting, *, now: datetime) -> WorkCalendar:
    """The working days where the family lives; a wait may reach into next year."""
    return _calendar(one.zone, one.state or "", now.year)


@lru_cache(maxsize=512)
def _calendar(zone: str, state: str, year: int) -> WorkCalendar:
    return WorkCalendar(zone=zone, holidays=holidays_for(state, (year - 1, year, year + 1)))
