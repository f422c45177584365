"""For how long a run may act on the rows it has claimed."""

import secrets
import time
from collections.abc import Callable
from datetime import datetime

from django.conf import settings

Clock = Callable[[], datetime]

LOOK_HOLDS = 5.0
"""Seconds after which what was asked at the door is asked anew: an answer may have come meanwhile."""


class Lease:
    """Begun right before the claim. Others take the rows when all of it has passed on the clock.

    A letter is begun in its first half only: the other half is for handing it over. What has passed is the
    longer of two measures: the clock may be set back while a letter leaves, and the time a machine sleeps is
    on the clock alone.
    """

    def __init__(self, clock: Clock) -> None:
        self.token = secrets.token_hex(16)
        self.clock = clock
        self.whole: float = settings.DELIVERY_LEASE_SECONDS
        self._began = time.monotonic()
        self.since = clock()

    def allows_another(self, *, first: bool) -> bool:
        """Whether there is time to begin one more letter, and what was asked at the door still holds."""
        by_clock = (self.clock() - self.since).total_seconds()
        passed = max(by_clock, time.monotonic() - self._began)
        return passed < self.whole / 2 and (first or passed < LOOK_HOLDS)
