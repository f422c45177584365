"""What a person changes about themselves."""

from django.db import transaction

from accounts.models import User
from accounts.signals import time_zone_changed
from audit.services import record


@transaction.atomic
def save_settings(*, by: User, display_name: str, time_zone: str) -> User:
    """Write the person's own settings. The record says that they changed, not to what."""
    moved = User.objects.filter(pk=by.pk).exclude(time_zone=time_zone).exists()
    by.display_name = display_name
    by.time_zone = time_zone
    by.save(update_fields=["display_name", "time_zone"])
    record(by=by, verb="changed settings", on=by)
    if moved:
        time_zone_changed.send(sender=User, user=by)
    return by
