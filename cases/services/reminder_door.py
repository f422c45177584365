"""Reminders right before they leave, many at once: is each still true, and may it leave now?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.models import Ask
from cases.reminders import Reminder, mail_from, next_reminder
from cases.services.reminder_clock import calendar_of
from cases.services.reminder_past import Past, Waiting, event_name, last_told, read_past, read_waiting
from notify.models import Delivery
from web.given import among


@dataclass(frozen=True)
class Questions:
    """What is known of the questions some rows are about, by whose and which; read with four queries."""

    waiting: Mapping[tuple[int, int], tuple[Waiting, bool]]
    past: Past
    told: Mapping[int, datetime]

    def leaves(self, delivery: Delivery, now: datetime) -> datetime | None:
        """From when on this row may leave; None when it is over."""
        whose_and_which = (delivery.recipient_id or 0, delivery.payload.get("ask", 0))
        if whose_and_which not in self.waiting:
            return None
        one, safety = self.waiting[whose_and_which]
        found = self._reminder(one, delivery, now)
        if found is None:
            return None
        told_at = self.told.get(one.owner)
        return max(found.at, mail_from(calendar_of(one, now=now), now, told_at=told_at, safety=safety))

    def _reminder(self, one: Waiting, delivery: Delivery, now: datetime) -> Reminder | None:
        """What this row would say, worked out once more from what has happened since; None when it is over.

        The clock may have moved on between the row and the door: the same event has to run still, and no
        later stage of it may have been written.
        """
        history = self.past.history(one, besides=delivery.pk)
        found = next_reminder(history, calendar_of(one, now=now), now)
        if found is None or event_name(found.event) != delivery.event or found.stage > delivery.stage:
            return None
        return found


def read_questions(deliveries: Sequence[Delivery]) -> Questions:
    """Questions that were answered, put to rest or removed are not in it: their rows are over."""
    asked = among(delivery.payload["ask"] for delivery in deliveries if "ask" in delivery.payload)
    found = read_waiting(Ask.objects.waiting().filter(remind=True, pk__in=asked))
    waiting = [one for one, _ in found]
    return Questions(
        waiting={(one.owner, one.id): (one, safety) for one, safety in found},
        past=read_past(waiting),
        told=last_told({one.owner for one in waiting}),
    )
