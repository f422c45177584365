"""The worker's doorbell for the outbox: it carries nothing, the rows are the record of the work."""

from celery import shared_task

from notify.delivery import deliver_due
from notify.services import note_heartbeat
from web.clock import now


@shared_task(name="notify.deliver")
def deliver() -> None:
    """Send what is due. Safe to ring twice, late, or not at all for a day."""
    deliver_due(clock=now)
    note_heartbeat(name="notify.deliver", at=now())
