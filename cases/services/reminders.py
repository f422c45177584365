"""The sweep: every question whose next stage is due gets its row in the outbox, once, and a new clock."""

from datetime import datetime

from django.db import transaction

from cases.models import Ask
from cases.services.clock import CLOCK_FIELDS, KIND, event_name, set_clocks
from notify.services import Notice, enqueue_many

BATCH = 500


def remind_unanswered(*, now: datetime) -> int:
    """Earn all reminders due at ``now``. Returns how many questions were taken; a second run takes none.

    Selected by "due and not yet earned", never by a time window: after days without a worker each question
    gets the one stage it is owed, and the next one no sooner than the minimum gap.
    """
    taken = 0
    while batch := _earn_batch(now=now):
        taken += batch
    return taken


@transaction.atomic
def _earn_batch(*, now: datetime) -> int:
    """One transaction: the outbox rows and the new clocks are written both or neither."""
    asks = list(
        Ask.objects.filter(next_reminder_at__lte=now)
        .select_related("case__owner", "member")
        .order_by("next_reminder_at")
        .select_for_update(skip_locked=True, of=("self",))[:BATCH]
    )
    enqueue_many(
        [
            Notice(
                kind=KIND,
                event=event_name(ask.clock_event),
                not_before=now,
                recipient_id=ask.case.owner_id,
                stage=ask.next_stage,
                payload={"ask": ask.pk},
            )
            for ask in asks
            if ask.clock_event
        ],
        at=now,
    )
    set_clocks(asks, now=now)
    Ask.objects.bulk_update(asks, CLOCK_FIELDS)
    return len(asks)
