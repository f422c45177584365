"""What the environment says about this site, read so that a wrong value ends in one plain sentence.

On one's own computer a name counts only with ``ROOM_`` before it: a shell's DATABASE_URL, DEBUG or REDIS_URL
belong to whatever else its owner works on. In production the container is the room's alone; names are plain.
"""

import math
import os
import secrets
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env

PREFIX = "ROOM_"
WEB = ("https", "http")
NAMES = (
    "ALLOWED_HOSTS",
    "CLOCK_SHIFT_SECONDS",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "DELIVERY_LEASE_SECONDS",
    "EMAIL_URL",
    "EMAIL_VERIFICATION",
    "LOG_LEVEL",
    "MAIL_FROM",
    "QUICK_EXIT_URL",
    "REDIS_URL",
    "SECRET_KEY",
    "SECURE_SSL_REDIRECT",
    "SECURITY_CONTACT",
    "SECURITY_TXT_DAYS",
    "SITE_ADDRESS",
    "STREAM_CHECK_SECONDS",
    "STREAM_HEARTBEAT_SECONDS",
    "STREAM_POLL_SECONDS",
    "SUPPORT_EMAIL",
    "SWEEP_SECONDS",
    "TRUSTED_PROXIES",
)
# The worker's library looks for these by itself, and what it finds wins over our settings.
BROKERS = ("CELERY_BROKER_READ_URL", "CELERY_BROKER_URL", "CELERY_BROKER_WRITE_URL", "CELERY_RESULT_BACKEND")


class Surroundings:
    """The variables of one mode. What is blank counts as not set."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self._env = Env(prefix=prefix)

    def text(self, name: str, default: str = "") -> str:
        """As it was written. Every name is listed in ``NAMES``."""
        if name not in NAMES:
            raise LookupError(name)
        return str(self._env.str(name, "")).strip() or default

    def yes(self, name: str, default: bool) -> bool:
        return bool(self._read(self._env.bool, name, default, "true or false"))

    def words(self, name: str, default: Sequence[str] = ()) -> list[str]:
        """Split at commas."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()] or list(default)

    def seconds(self, name: str, default: float) -> float:
        number = float(self._read(self._env.float, name, default, "a number of seconds"))
        if math.isfinite(number):
            return number
        raise self._wrong(name, "a number of seconds")

    def pause(self, name: str, default: float) -> float:
        """Seconds between two rounds: without any, a loop would spin."""
        number = self.seconds(name, default)
        if number > 0:
            return number
        raise self._wrong(name, "a number of seconds above 0")

    def count(self, name: str) -> int:
        number = int(self._read(self._env.int, name, 0, "a whole number"))
        if number >= 0:
            return number
        raise self._wrong(name, "a whole number, 0 or more")

    def one_of(self, name: str, choices: Sequence[str], default: str) -> str:
        """One of the choices, typed in small or capital letters."""
        found = self.text(name, default)
        for choice in choices:
            if found.upper() == choice.upper():
                return choice
        raise self._wrong(name, f"one of: {', '.join(choices)}")

    def address(self, name: str, schemes: Sequence[str], default: str = "") -> str:
        """A URL with one of these beginnings. A complaint never repeats it: it may hold a password."""
        found = self.text(name, default)
        if found:
            self._check_address(name, found, schemes)
        return found

    def addresses(self, name: str, schemes: Sequence[str]) -> list[str]:
        found = self.words(name)
        for one in found:
            self._check_address(name, one, schemes)
        return found

    def taken_apart(self, how: str, name: str, schemes: Sequence[str], **more: Any) -> dict[str, Any]:
        """An address as ``environs`` takes it apart (``dj_db_url``, ``dj_email_url``)."""
        self.address(name, schemes)
        try:
            return dict(getattr(self._env, how)(name, **more))
        except ValueError:
            raise self.refused(name, f"it has to be {_begins(schemes)}.") from None

    def refused(self, name: str, words: str) -> ImproperlyConfigured:
        return ImproperlyConfigured(f"{self.prefix}{name}: {words}")

    def _check_address(self, name: str, found: str, schemes: Sequence[str]) -> None:
        """Raise ``ImproperlyConfigured`` for a URL nobody could open."""
        try:
            parts = urlsplit(found)
            port = parts.port
        except ValueError:
            port, parts = 0, urlsplit("")
        if port == 0:
            raise self.refused(name, "its host or port cannot be. A port is a number from 1 to 65535.")
        if parts.scheme not in schemes or not (parts.hostname or parts.scheme == "sqlite"):
            raise self.refused(name, f"it has to be {_begins(schemes)}.")

    def _wrong(self, name: str, meant: str) -> ImproperlyConfigured:
        return self.refused(name, f"{self.text(name)!r} is not understood. It has to be {meant}.")

    def _read(self, read: Callable[[str], Any], name: str, default: Any, meant: str) -> Any:
        if not self.text(name):
            return default
        try:
            return read(name)
        except ValueError:
            wrong = (
                self.refused(name, f"it has to be {meant}.") if "URL" in name else self._wrong(name, meant)
            )
        raise wrong


def _begins(schemes: Sequence[str]) -> str:
    return f"an address that begins with {' or '.join(f'{scheme}://' for scheme in schemes)}"


def read_file(path: Path) -> None:
    """Add the lines of ``.env`` to the environment, which wins where both speak."""
    try:
        Env().read_env(path, recurse=False)
    except (OSError, UnicodeDecodeError):
        raise ImproperlyConfigured(
            f"{path} cannot be read. It has to be a text file of NAME=value lines."
        ) from None


def not_ours(environ: Mapping[str, str]) -> list[str]:
    """The names that would count in production and do not here, as they have no ``ROOM_`` before them."""
    return sorted(name for name in (*NAMES, *BROKERS) if environ.get(name, "").strip())


def forget_brokers(environ: MutableMapping[str, str]) -> None:
    for name in BROKERS:
        environ.pop(name, None)


def kept_secret(path: Path) -> str:
    """The embedded default makes its own key once, whole, where only its owner can read it."""
    try:
        if not (path.exists() and path.read_text().strip()):
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.with_name(f"{path.name}.{os.getpid()}")
            half.touch(mode=0o600)
            half.write_text(secrets.token_urlsafe(50))
            os.replace(half, path)
        return path.read_text()
    except (IsADirectoryError, UnicodeDecodeError):
        words = f"{path} is no key of ours. Move it away and start again: a new one is made."
        raise ImproperlyConfigured(words) from None
    except OSError as error:
        words = (
            f"{path.parent} cannot be written ({error.strerror}). Name a folder of yours: ROOM_VAR=~/room."
        )
        raise ImproperlyConfigured(words) from None
