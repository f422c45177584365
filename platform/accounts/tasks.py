"""The worker's daily doorbell: it carries nothing, and rung twice it finds nothing left to do."""

from celery import shared_task

from accounts.tidying import tidy_up
from web.clock import now


@shared_task(name="accounts.tidy_up")
def tidy() -> None:
    """Remove what is spent. Safe to ring twice, late, or not at all for a week."""
    tidy_up(now=now())
