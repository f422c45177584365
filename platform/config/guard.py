"""What the site refuses to start with, and how it says so."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured

MODES = ("embedded", "production")
NOT_CONFIGURED = 3  # gunicorn gives up at this number; at others it starts the worker again and again


def known_mode(mode: str) -> str:
    """Raise ``ImproperlyConfigured`` for a word we do not know: a slip of the pen is not "embedded"."""
    if mode not in MODES:
        what = f"{mode!r} is not known" if mode.strip() else "nothing stands behind it"
        raise ImproperlyConfigured(f"ROOM_MODE: {what}. It is one of: {', '.join(MODES)}.")
    return mode


def refuse_unsafe(
    *, secret_key: str, debug: bool, hosts: Sequence[str], clock_shift: float, site: str, **asked: str
) -> None:
    """Raise ``ImproperlyConfigured`` that lists everything wrong at once, so one restart mends it all.

    ``asked`` are the settings production cannot do without, by name, as they were written.
    """
    weak = len(secret_key) < 50 or secret_key.startswith("django-insecure") or len(set(secret_key)) < 10
    wide = any("*" in host or host.startswith(".") for host in hosts)
    found = {
        "SECRET_KEY: set a random value of at least 50 characters.": weak,
        "DEBUG: it shows private data on error pages. Unset it.": debug,
        "ALLOWED_HOSTS: name the host people type, such as room.example.org.": not hosts,
        "ALLOWED_HOSTS: no wildcards. Name each host.": wide,
        "CLOCK_SHIFT_SECONDS: for drills only. Unset it.": clock_shift,
        "SITE_ADDRESS: set the https:// address that links in mails begin with.": (
            not site.startswith("https://")
        ),
        **{f"{name}: set it. See .env.example.": not value for name, value in asked.items()},
    }
    wrong = [words for words, is_wrong in found.items() if is_wrong]
    if wrong:
        raise ImproperlyConfigured("Not safe to start in production:\n- " + "\n- ".join(wrong))


@contextmanager
def plainly() -> Iterator[None]:
    """For entry points: a wrong value ends the process with its sentence, without the way that led there."""
    try:
        yield
    except ImproperlyConfigured as wrong:
        print(wrong, file=sys.stderr)  # noqa: T201  the log may not be set up yet
        sys.exit(NOT_CONFIGURED)
