"""The room: the table with its chairs, the grid, the one next step, flags, what waits, what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.mismatch import Level, Rule
from cases.models import CaseEvent, Flag
from cases.presenters.became import Since, look_again
from cases.presenters.flags import FlagCard, card, in_order, with_named
from cases.presenters.grid import Grid, GridRow, grid
from cases.presenters.log import LogLine, log_line
from cases.presenters.next_step import NextStep, next_step
from cases.presenters.people import Person, team_of
from cases.presenters.questions import WaitingRow, late_ask, to_answer, waiting_row
from cases.reader import Reading
from cases.wording import PARENT, Scene, Voice
from web.english import capital, listed, number

LOG_LINES = 3
NOWHERE: Mapping[int, str] = {}
FLAGS_SHOWN = 3
"""So many flags stand in the open beside the next step: a tired parent reads no more. Safety always does."""


@dataclass(frozen=True, slots=True)
class RoomPage:
    """All that ``cases/room.html`` shows.

    ``asks`` are all open ones; ``flags`` and ``later`` those but for the next step's, which has its own card;
    ``quiet`` those
    settled as far as they still are, put off or seen differently. ``unknown`` are the empty chairs that no
    question is about, because we cannot tell yet who fits.
    """

    child: str
    summary: str
    led: str
    people: tuple[Person, ...]
    grid: Grid
    next: NextStep
    asks: tuple[FlagCard, ...]
    flags: tuple[FlagCard, ...]
    later: tuple[FlagCard, ...]
    unknown: tuple[GridRow, ...]
    unknown_words: str
    quiet: tuple[FlagCard, ...]
    waiting: tuple[WaitingRow, ...]
    happened: tuple[LogLine, ...]

    @property
    def opened(self) -> str:
        """The key of the one that stands open."""
        return next((card.key for card in self.flags if not card.asked), "")


def room_page(
    reading: Reading,
    flags: Iterable[Flag],
    events: Sequence[CaseEvent],
    *,
    now: datetime,
    zone: tzinfo,
    voice: Voice = PARENT,
    led_to: Mapping[int, str] = NOWHERE,
) -> RoomPage:
    """Puts the room together from one reading and its flags and events.

    ``led_to``: by a flag's id, what its answer opened and is open still.
    """
    team = team_of(reading)
    waiting = tuple(waiting_row(a, team, today=reading.room.today) for a in to_answer(reading.room))
    told = _looked_at(in_order(list(flags), reading), reading, led_to)
    cards = _cards(told, waiting, reading, team, voice=voice, now=now, zone=zone)
    flagged = tuple(c for c in cards if c.open)
    step = next_step(reading, flagged, waiting, team, voice=voice)
    shown, later = _in_the_open([c for c in flagged if c.key != step.flag])
    seats = grid(reading, team, voice)
    unknown = _unknown(reading, seats, cards)
    return RoomPage(
        child=reading.room.child,
        summary=_summary(reading, team),
        led=_led(reading),
        people=tuple(team.values()),
        grid=seats,
        next=step,
        asks=flagged,
        flags=shown,
        later=later,
        unknown=unknown,
        unknown_words=_unknown_words(reading, unknown),
        quiet=tuple(c for c, (_, since) in zip(cards, told, strict=True) if since.holds and not c.open),
        waiting=tuple(sorted(waiting, key=lambda w: w.asked_at)),
        happened=tuple(log_line(e, now=now, zone=zone, voice=voice) for e in events[:LOG_LINES]),
    )


def _cards(
    told: Iterable[tuple[Flag, Since]],
    waiting: Sequence[WaitingRow],
    reading: Reading,
    team: dict[int, Person],
    **how: Any,
) -> list[FlagCard]:
    """``how``: the voice, the moment and the zone of the reader, as ``card`` has them."""
    scene = Scene.of(reading.room, reading.catalogue)
    read = [card(flag, scene, since=since, **how) for flag, since in told]
    alike = Counter((one.rule, one.need) for one in read if one.member is not None)
    twins = (replace(one, twin=alike[one.rule, one.need] > 1) for one in read)
    return [with_named(_nudged(one, waiting), reading, team) for one in twins]


def _looked_at(
    flags: Sequence[Flag], reading: Reading, led_to: Mapping[int, str]
) -> list[tuple[Flag, Since]]:
    return [(flag, look_again(flag, reading, led_to=led_to.get(flag.pk or 0, ""))) for flag in flags]


def _in_the_open(cards: Sequence[FlagCard]) -> tuple[tuple[FlagCard, ...], tuple[FlagCard, ...]]:
    """What stands in the open and what waits below: never a safety question that nobody has asked yet."""
    first = sum(c.finding.level is Level.FIRST and not c.asked for c in cards)
    cut = max(FLAGS_SHOWN, first)
    return tuple(cards[:cut]), tuple(cards[cut:])


def _unknown(reading: Reading, seats: Grid, cards: Sequence[FlagCard]) -> tuple[GridRow, ...]:
    """Chairs we know nothing on: nobody is here, or the rules of the state would tell. None is decided."""
    about = {card.need for card in cards}
    rows = reading.coverage.empty
    unknown = {row.need for row in rows if row.state == "ask" and not row.could}
    open_ones = (unknown | {row.need for row in rows if not row.cells}) - about
    return tuple(row for row in seats.rows if row.slug in open_ones)


def _unknown_words(reading: Reading, rows: Sequence[GridRow]) -> str:
    nouns = [reading.catalogue.needs[row.slug].noun for row in rows]
    told = _("We can’t tell yet who could be the lead for %(needs)s")
    return told % {"needs": listed(nouns)} if nouns else ""


def _nudged(shown: FlagCard, waiting: Sequence[WaitingRow]) -> FlagCard:
    """A flag about a late question knows which one it is."""
    if shown.rule is not Rule.STILL_WAITING:
        return shown
    return replace(shown, nudge=late_ask(waiting, need=shown.need, member=shown.member))


def _summary(reading: Reading, team: dict[int, Person]) -> str:
    """'Five people. Three empty chairs.'"""
    here, empty = len(team), len(reading.coverage.empty)
    people = ngettext("%(number)s person.", "%(number)s people.", here)
    chairs = ngettext("%(number)s empty chair.", "%(number)s empty chairs.", empty)
    said = people % {"number": capital(number(here))}, chairs % {"number": capital(number(empty))}
    return " ".join(said)


def _led(reading: Reading) -> str:
    rows = reading.coverage.rows
    if not rows:
        return _("No needs picked yet")
    led = len(rows) - len(reading.coverage.empty)
    told = ngettext("%(led)s of %(all)s need has a lead", "%(led)s of %(all)s needs have a lead", len(rows))
    return told % {"led": led, "all": len(rows)}
