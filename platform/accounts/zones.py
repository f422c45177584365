"""Names of time zones."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def is_time_zone(value: str) -> None:
    if value not in available_timezones():
        raise ValidationError(_("Pick a time zone from the list."))
