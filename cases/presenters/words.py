"""Days and quotes in plain words."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from django.utils.dateformat import format as spelled
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def bare(words: str) -> str:
    """Words to say without the quotes around them: the page sets its own."""
    return words.strip().strip('“”"').strip()


def day(on: date, today: date) -> str:
    """'today', 'Tuesday, March 3', with the year only when it is another one."""
    if on == today:
        return _("today")
    return spelled(on, _("l, F j")) if on.year == today.year else full_day(on)


def full_day(on: date) -> str:
    """'Tuesday, March 3, 2026'."""
    return spelled(on, _("l, F j, Y"))


def moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """'Today, 4:12 pm', 'Yesterday', 'Tuesday', 'March 3', on the reader's clock."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    gone = (today - local.date()).days
    if gone <= 0:
        return _("Today, %(time)s") % {"time": clock(local)}
    if gone == 1:
        return _("Yesterday")
    if gone < 7:
        return spelled(local, "l")
    return spelled(local, _("F j") if local.year == today.year else _("F j, Y"))


def clock(at: datetime) -> str:
    """'4:12 pm'."""
    return spelled(at, _("g:i A")).lower()


def ago(at: datetime, today: date, zone: tzinfo) -> str:
    """'today', 'yesterday', '9 days ago'."""
    days = (today - at.astimezone(zone).date()).days
    if days <= 0:
        return _("today")
    return (
        _("yesterday")
        if days == 1
        else ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days}
    )


def month(on: date) -> str:
    """'June 2025'."""
    return spelled(on, _("F Y"))
