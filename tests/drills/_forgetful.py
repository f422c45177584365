"""A worker whose sweep remembers nothing: with every ring it earns everybody's first reminder again.

The unique key of the outbox has to hold that. With ``DRILL_WITHOUT_KEY`` it is taken away as well, and the
drills have to notice.
"""

import os
import secrets

import django

from config.celery import app

django.setup()

from cases import tasks  # noqa: E402
from cases.models import Ask  # noqa: E402
from cases.services.reminder_past import KIND, event_name  # noqa: E402
from notify.services import DeliveryRequest, enqueue_many  # noqa: E402


def earn_again(*, now):
    asks = Ask.objects.waiting().select_related("case").prefetch_related("events")
    enqueue_many([first_reminder(ask, now) for ask in asks], at=now)


def first_reminder(ask, now):
    event = event_name(ask.events.all()[0].pk)
    owner, payload = ask.case.owner_id, {"ask": ask.pk}
    return DeliveryRequest(kind=KIND, event=event, not_before=now, recipient_id=owner, payload=payload)


tasks.remind_unanswered = earn_again
if "DRILL_WITHOUT_KEY" in os.environ:
    DeliveryRequest.dedupe_key = property(lambda notice: secrets.token_hex())

__all__ = ["app"]
