"""What a room does about news from the apps below."""

from typing import Any

from django.dispatch import receiver

from accounts.signals import time_zone_changed
from cases.models import Ask, Case
from cases.services.behind import mark_behind
from cases.services.reminder_clock import reset_clocks
from roles.signals import catalogue_published
from web.clock import now


@receiver(time_zone_changed)
def wind_clocks_anew(user: Any, **_: Any) -> None:
    """Nine in the morning is another hour now, and so is midnight."""
    reset_clocks(Ask.objects.filter(case__owner=user), now=now())
    mark_behind(Case.objects.filter(owner=user), at=now())


@receiver(catalogue_published)
def read_every_room_again(**_: Any) -> None:
    """The worker does it; until it comes by, each page works out what is new.

    Were this ever missed, a room would be brought up to date on the family's next day.
    """
    mark_behind(Case.objects.all(), at=now())
