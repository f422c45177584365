"""What time it is. Everything else takes the time as an argument."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in UTC; drills may shift it, production refuses to."""
    return timezone.now() + timedelta(seconds=settings.CLOCK_SHIFT_SECONDS)
