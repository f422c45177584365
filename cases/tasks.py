"""Doorbells: they carry nothing, the rows are the record of the work."""

from celery import shared_task

from cases.services.behind import bring_up_to_date
from cases.services.flags import return_put_off_flags
from cases.services.reminders import remind_unanswered
from notify.services import note_heartbeat
from web.clock import now


@shared_task(name="cases.remind_unanswered")
def remind() -> None:
    remind_unanswered(now=now())
    note_heartbeat(name="cases.remind_unanswered", at=now())


@shared_task(name="cases.return_put_off_flags")
def return_put_off() -> None:
    while return_put_off_flags(now=now()):
        pass
    note_heartbeat(name="cases.return_put_off_flags", at=now())


@shared_task(name="cases.bring_up_to_date")
def up_to_date() -> None:
    """One batch a ring: the reminders of all families wait in the same line."""
    bring_up_to_date(now=now())
    note_heartbeat(name="cases.bring_up_to_date", at=now())
