"""The page to bring: what to ask first, who leads what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from django.utils.translation import gettext as _

from cases.models import Ask, Flag
from cases.presenters.asking import addressee
from cases.presenters.flags import card, in_order
from cases.presenters.grid import Grid, grid
from cases.presenters.next_door import has_left
from cases.presenters.people import Person, team_of
from cases.presenters.questions import is_to_ask
from cases.presenters.words import bare, full_day
from cases.reader import Reading
from cases.wording import PARENT, Scene, Voice
from cases.wording.names import whom
from web.english import listed

MOST, FEWER, MANY_NEEDS = 6, 4, 12
"""Questions that leave room to write on two sides of paper, with the chairs and the numbers."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """``stands_for``: so many questions of the room in the same words."""

    text: str
    whom: str
    clear_answer: str
    stands_for: int = 1


@dataclass(frozen=True, slots=True)
class SheetPage:
    """``left_out`` counts what did not fit on the paper, as the room does: each question for each person."""

    child: str
    day: str
    lines: tuple[SheetLine, ...]
    left_out: int
    people: tuple[Person, ...]
    grid: Grid

    @property
    def in_the_room(self) -> str:
        """Everybody here, each with their role where it is clear."""
        people = ", ".join(f"{p.name} ({p.role})" if p.role else p.name for p in self.people)
        return _("In the room: %(people)s.") % {"people": people}


def _equal_ones_once(lines: list[SheetLine]) -> list[SheetLine]:
    """The same words for two people are one question on paper: "To Luis and Ana"."""
    by_text: dict[str, list[SheetLine]] = {}
    for line in lines:
        by_text.setdefault(line.text, []).append(line)
    return [replace(same[0], whom=_to_all(same), stands_for=len(same)) for same in by_text.values()]


def _to_all(same: list[SheetLine]) -> str:
    return listed(list(dict.fromkeys(line.whom for line in same if line.whom)))


def _whom(ask: Ask, team: dict[int, Person]) -> str:
    here = team.get(ask.member_id) if ask.member_id else None
    return here.short if here else whom(ask)


def sheet_page(
    reading: Reading,
    asks: Sequence[Ask],
    flags: Sequence[Flag],
    *,
    first: str,
    now: datetime,
    zone: tzinfo,
    voice: Voice,
) -> SheetPage:
    """The parent's own questions (``first`` on top), then what is worth asking about."""
    team, scene = team_of(reading), Scene.of(reading.room, reading.catalogue)
    to_ask = [ask for ask in asks if is_to_ask(ask, reading.room.needs)]
    own = sorted(to_ask, key=lambda ask: (ask.key != first, ask.state != Ask.State.DRAFT, ask.pk))
    lines = [SheetLine(bare(ask.text), _whom(ask, team), "") for ask in own]
    written = {ask.flag_id for ask in asks if ask.flag_id and not has_left(ask)}
    for flag in in_order([flag for flag in flags if flag.pk not in written], reading):
        shown = card(flag, scene, PARENT, now=now, zone=zone)
        lines.append(SheetLine(shown.say, addressee(shown, reading, team).spoken, shown.clear_answer))
    lines = _equal_ones_once(lines)
    most = FEWER if len(reading.coverage.rows) > MANY_NEEDS else MOST
    today = now.astimezone(zone)
    return SheetPage(
        child=reading.room.child,
        day=full_day(today),
        lines=tuple(lines[:most]),
        left_out=sum(line.stands_for for line in lines[most:]),
        people=tuple(team.values()),
        grid=grid(reading, team, voice),
    )
