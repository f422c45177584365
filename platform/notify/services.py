"""Writing to the outbox: in the transaction of the act that earned the message, once per event and stage."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from notify.models import Delivery, DeliveryQuerySet, Heartbeat
from web import given

COLUMNS: Mapping[str, type] = {
    "recipient_id": int,
    "to_email": str,
    "kind": str,
    "event": str,
    "stage": int,
    "dedupe_key": str,
    "payload": dict,
    "not_before": datetime,
}

# WHERE true: without it SQLite takes ON for a join.
ENQUEUE = """
INSERT INTO notify_delivery (recipient_id, to_email, kind, event, stage, dedupe_key, payload, not_before,
                             state, claim, attempts, trouble, created_at)
SELECT recipient_id, to_email, kind, event, stage, dedupe_key, payload, not_before, 'waiting', '', 0, '',
       %(at)s
FROM {given} WHERE true ON CONFLICT DO NOTHING
"""
TAKE_UP = """
UPDATE notify_delivery
SET state = 'waiting', not_before = given.not_before, attempts = 0, claim = '', trouble = '',
    turned_away_since = NULL
FROM {given} WHERE notify_delivery.dedupe_key = given.dedupe_key AND notify_delivery.state = 'dropped'
"""


@dataclass(frozen=True)
class DeliveryRequest:
    """What is to be said: to whom, about which event, at which stage, and not before when."""

    kind: str
    event: str
    not_before: datetime
    recipient_id: int | None = None
    to_email: str = ""
    stage: int = 0
    payload: Mapping[str, Any] = field(default_factory=dict)

    @property
    def dedupe_key(self) -> str:
        """Names the message. An address without an account is hashed: it may be longer than the column."""
        who = self.recipient_id or "to-" + hashlib.sha256(self.to_email.lower().encode()).hexdigest()[:32]
        return f"{who}|{self.kind}|{self.event}|{self.stage}"


def enqueue(
    *,
    recipient: Any,
    kind: str,
    event: str,
    stage: int = 0,
    payload: Mapping[str, Any],
    not_before: datetime,
    to_email: str = "",
    at: datetime,
) -> bool:
    """Say it later, once. True when this call wrote the row, False when it was there already.

    One that was dropped goes out after all: it was never sent. One that was given up waits for a person.
    """
    request = DeliveryRequest(
        kind=kind,
        event=event,
        not_before=not_before,
        recipient_id=recipient.pk if recipient else None,
        to_email=to_email,
        stage=stage,
        payload=payload,
    )
    row = _row(request, at=at)
    _, new = Delivery.objects.get_or_create(dedupe_key=row.pop("dedupe_key"), defaults=row)
    if not new:
        take_up_again([request])
    return new


def enqueue_many(requests: Sequence[DeliveryRequest], *, at: datetime) -> int:
    """The same for many, with one statement. Returns how many rows are new; the others stay as they are."""
    return given.write(COLUMNS, map(_given, requests), ENQUEUE, at=at)


def take_up_again(requests: Sequence[DeliveryRequest]) -> None:
    """What was dropped and is wanted again goes out after all: its row was never sent, so it still may."""
    given.write(COLUMNS, map(_given, requests), TAKE_UP)


def _given(request: DeliveryRequest) -> tuple[Any, ...]:
    """In the order of ``COLUMNS``."""
    return (
        request.recipient_id,
        request.to_email,
        request.kind,
        request.event,
        request.stage,
        request.dedupe_key,
        dict(request.payload),
        request.not_before,
    )


def _row(request: DeliveryRequest, *, at: datetime) -> dict[str, Any]:
    return {
        "recipient_id": request.recipient_id,
        "to_email": request.to_email,
        "kind": request.kind,
        "event": request.event,
        "stage": request.stage,
        "dedupe_key": request.dedupe_key,
        "payload": dict(request.payload),
        "not_before": request.not_before,
        "created_at": at,
    }


def requeue(*, deliveries: DeliveryQuerySet, at: datetime) -> int:
    """Try again what was given up; returns how many rows that were."""
    return deliveries.filter(state=Delivery.State.DEAD).update(
        state=Delivery.State.WAITING,
        attempts=0,
        not_before=at,
        lease_until=None,
        claim="",
        trouble="",
        turned_away_since=None,
    )


def note_heartbeat(*, name: str, at: datetime) -> None:
    """A recurring job finished a round. One statement, so two rounds at once cannot trip over each other."""
    Heartbeat.objects.bulk_create(
        [Heartbeat(name=name, at=at)], update_conflicts=True, unique_fields=["name"], update_fields=["at"]
    )
