"""Days in the life of a family: live at some hour on the parent's clock, let the sweep and the post run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from cases.services.reminders import remind_unanswered
from notify.delivery import deliver_due
from web.clock import now

PORTLAND = "America/Los_Angeles"


def at(text: str, zone: str = PORTLAND) -> datetime:
    """ "2026-03-09 09:01" on somebody's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@dataclass
class Days:
    """The hour it is, and what runs in the background."""

    move_to: Callable[[datetime], Any]
    mails: list[Any]

    def live(self, text: str, zone: str = PORTLAND) -> None:
        self.move_to(at(text, zone))

    def day(self, text: str) -> date:
        return date.fromisoformat(text)

    def sweep(self) -> int:
        return remind_unanswered(now=now())

    def deliver(self) -> int:
        """How many mails left."""
        return deliver_due(clock=now)

    def run(self, text: str, zone: str = PORTLAND) -> int:
        """Sweep and deliver at that hour."""
        self.live(text, zone)
        self.sweep()
        return self.deliver()

    def mornings(self, month: str, first: int, last: int) -> list[int]:
        """The days of that month on which a mail left, when everything runs each morning."""
        return [day for day in range(first, last + 1) if self.run(f"{month}-{day:02} 09:01")]
