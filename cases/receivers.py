"""What a room does about news from the apps below."""

from typing import Any

from django.dispatch import receiver

from accounts.signals import time_zone_changed
from cases.models import Ask
from cases.services.reminder_clock import reset_clocks
from web.clock import now


@receiver(time_zone_changed)
def wind_clocks_anew(user: Any, **_: Any) -> None:
    """Nine in the morning is another hour now."""
    reset_clocks(Ask.objects.filter(case__owner=user), now=now())
