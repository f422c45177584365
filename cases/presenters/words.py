"""Days and quotes in plain words."""

from __future__ import annotations

from datetime import date, datetime, tzinfo


def bare(words: str) -> str:
    """Words to say without the quotes around them: the page sets its own."""
    return words.strip().strip('“”"').strip()


def day(on: date, today: date) -> str:
    """'today', 'Tuesday, March 3', with the year only when it is another one."""
    if on == today:
        return "today"
    year = f", {on.year}" if on.year != today.year else ""
    return f"{on:%A}, {on:%B} {on.day}{year}"


def moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """'Today, 4:12 pm', 'Yesterday', 'Tuesday', 'March 3', on the reader's clock."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    gone = (today - local.date()).days
    if gone <= 0:
        clock = f"{local:%I:%M %p}".lstrip("0").lower()
        return f"Today, {clock}"
    if gone == 1:
        return "Yesterday"
    if gone < 7:
        return f"{local:%A}"
    year = f", {local.year}" if local.year != today.year else ""
    return f"{local:%B} {local.day}{year}"


def ago(at: datetime, today: date, zone: tzinfo) -> str:
    """'today', 'yesterday', '9 days ago'."""
    days = (today - at.astimezone(zone).date()).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"


def month(on: date) -> str:
    """'June 2025'."""
    return f"{on:%B} {on.year}"
