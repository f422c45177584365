"""What the clocks of many questions are worked out from: the rows, read as plain values with few queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Max, Q, QuerySet
from django.db.models.functions import Coalesce

from cases.models import Ask, AskEvent
from cases.models.asks import off_the_list
from cases.reminders import STARTS, AskEventFact, AskHistory, running_clock
from notify.models import Delivery
from web.given import among, picked

KIND = "cases.ask_waiting"
COLUMNS = (
    "pk",
    "wait_days",
    "remind",
    "due_on",
    "case__owner",
    "case__owner__time_zone",
    "case__jurisdiction",
    "case__closed_at",
    "member__left_on",
    "off_the_list",
)


ABOUT = """
SELECT row.id FROM {given}, notify_delivery AS row
WHERE row.recipient_id = given.owner AND row.event = given.event AND row.kind = %s
"""


class Waiting(NamedTuple):
    """One question, as far as its clock is concerned; in the order of ``COLUMNS``."""

    id: int
    wait_days: int
    remind: bool
    due_on: date | None
    owner: int
    zone: str
    state: str | None
    closed_at: datetime | None
    left_on: date | None
    off_the_list: bool

    @property
    def active(self) -> bool:
        return self.closed_at is None and self.left_on is None and not self.off_the_list


class Written(NamedTuple):
    """One row of the ledger: for which event and stage, and when it went out or may do so."""

    id: int
    event: int
    stage: int
    state: str
    gone: bool
    at: datetime

    @property
    def under_way(self) -> bool:
        return self.state in Delivery.UNDER_WAY

    def told_at(self, earliest: datetime | None) -> datetime | None:
        """When it really went out, or will at the earliest."""
        return self.at if self.gone else max(self.at, earliest) if earliest else None


def waiting_of(ask: Ask) -> Waiting:
    """The same of a question somebody has already."""
    room, member = ask.case, ask.member
    told = (room.owner_id, room.owner.time_zone, room.jurisdiction_id, room.closed_at)
    left_on, off = member.left_on if member else None, is_off_the_list(ask)
    return Waiting(ask.pk, ask.wait_days, ask.remind, ask.due_on, *told, left_on, off)


def is_off_the_list(ask: Ask) -> bool:
    return ask.need_id is not None and not ask.case.case_needs.filter(need=ask.need_id).exists()


def read_waiting(asks: QuerySet[Ask]) -> list[tuple[Waiting, bool]]:
    """Each question, and whether it is about safety. One query."""
    off = ExpressionWrapper(off_the_list(), BooleanField())
    rows = asks.order_by().annotate(off_the_list=off).values_list(*COLUMNS, "need__safety")
    return [(Waiting(*told), bool(safety)) for *told, safety in rows]


def event_name(event: int) -> str:
    """How the ledger names the event that started the clock."""
    return f"ask-event:{event}"


@dataclass(frozen=True)
class Past:
    """What happened to each question, and what the ledger holds of it."""

    events: dict[int, list[AskEventFact]]
    written: dict[int, list[Written]] = field(default_factory=dict)

    def history(self, one: Waiting, *, besides: int = 0, earliest: datetime | None = None) -> AskHistory:
        """For the sweep a row still on its way goes out now (``earliest``) at the earliest, so the next stage
        waits for it. Seen from one row at the door, ``besides`` it, only what went out keeps a distance."""
        events = tuple(self.events.get(one.id, ()))
        rows = [row for row in self.written.get(one.id, ()) if row.id != besides]
        if not rows:
            return AskHistory(one.id, one.wait_days, events, one.active, one.remind)
        running = running_clock(events)
        # One on its way under another clock is dropped at the door.
        said = [row for row in rows if row.gone or (row.under_way and running and row.event == running.id)]
        return AskHistory(
            id=one.id,
            wait_days=one.wait_days,
            events=events,
            active=one.active,
            remind=one.remind,
            sent=frozenset((row.event, row.stage) for row in said),
            lost=frozenset((row.event, row.stage) for row in rows if row.state == Delivery.State.DEAD),
            last_sent_at=max((at for row in said if (at := row.told_at(earliest))), default=None),
        )


def read_past(waiting: Sequence[Waiting]) -> Past:
    """Two queries, however many questions they are."""
    events: dict[int, list[AskEventFact]] = defaultdict(list)
    found = AskEvent.objects.filter(ask__in=among(one.id for one in waiting)).order_by()
    for ask, *event in found.values_list("ask", "pk", "kind", "at", "day"):
        events[ask].append(AskEventFact(*event))
    return Past(events, _written(waiting, events))


def _written(waiting: Iterable[Waiting], events: dict[int, list[AskEventFact]]) -> dict[int, list[Written]]:
    """The ledger by question. What was dropped was never said, so it is not in it."""
    whose = {
        (one.owner, event_name(event.id)): (one.id, event.id)
        for one in waiting
        for event in events.get(one.id, ())
        if event.kind in STARTS
    }
    found: dict[int, list[Written]] = defaultdict(list)
    for owner, name, pk, *row in _rows_about(KIND, whose):
        ask, event = whose[owner, name]
        found[ask].append(Written(pk, event, *row))
    return found


def _rows_about(kind: str, events: Collection[tuple[int, str]]) -> Iterable[tuple[Any, ...]]:
    """The rows of the outbox about these events, each of one person."""
    rows = Delivery.objects.filter(pk__in=picked({"owner": int, "event": str}, events, ABOUT, kind))
    gone, at = ExpressionWrapper(Q(sent_at__isnull=False), BooleanField()), Coalesce("sent_at", "not_before")
    return rows.exclude(state=Delivery.State.DROPPED).values_list(
        "recipient", "event", "pk", "stage", "state", gone, at
    )


def last_told(people: Iterable[int]) -> dict[int, datetime]:
    """When each of these people last got a mail with reminders."""
    told = Delivery.objects.filter(kind=KIND, recipient__in=among(people), state__in=Delivery.TOLD)
    return dict(told.values_list("recipient").annotate(Max("sent_at")))
