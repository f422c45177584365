"""When the worker's doorbells ring."""

from datetime import timedelta
from typing import Any

from celery.schedules import crontab

SWEEPS = (
    "cases.bring_up_to_date",
    "cases.remind_unanswered",
    "cases.return_put_off_flags",
    "notify.deliver",
)


def rounds(sweep_seconds: float) -> dict[str, Any]:
    """The sweeps without pause, the tidying once a day while most families sleep (UTC)."""
    every = {"schedule": timedelta(seconds=sweep_seconds), "options": {"expires": sweep_seconds}}
    daily = {"task": "accounts.tidy_up", "schedule": crontab(hour=9, minute=30)}
    return {**{name: {"task": name, **every} for name in SWEEPS}, "accounts.tidy_up": daily}
