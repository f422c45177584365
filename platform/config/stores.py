"""Where data are and mail goes: the database, the cache that counts tries, the server that takes mail.

Database and cache may not keep a page waiting for long.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.surroundings import Surroundings

DRIVER = "psycopg"
POSTGRES = ("postgres", "postgresql")
REDIS = ("redis", "rediss")
SMTP = ("smtp", "smtps", "submission")
NOT_IN_GIT = ("var", "build")

# A page gives up before its reader does. DATABASE_URL may bring its own, for a long migration:
# ?options=-c%20statement_timeout%3D0
PATIENCE = "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s"
CONNECT_SECONDS = 5
CACHE_SECONDS = 1
COUNTERS = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "web_cache",
    "OPTIONS": {"MAX_ENTRIES": 100_000},  # beyond it rows are thrown away, and a limit on tries with them
}


def data_folder(asked: str, root: Path) -> Path:
    """Where the data live: ``var``, or a folder that git does not take along.

    Any other raises ``ImproperlyConfigured``: one ``git add`` would make a child's data part of the project.
    """
    folder = Path(asked.strip() or root / "var").absolute()
    real, top = folder.resolve(), root.resolve()
    if real == top or (real.is_relative_to(top) and real.relative_to(top).parts[0] not in NOT_IN_GIT):
        raise ImproperlyConfigured(
            f"ROOM_VAR: {asked} lies among the files of this project, and git would take a family's data "
            "along. Name a folder elsewhere: ROOM_VAR=~/room."
        )
    return folder


def database(env: Surroundings, var: Path) -> dict[str, Any]:
    """PostgreSQL where DATABASE_URL says so, else a file."""
    if env.text("DATABASE_URL"):
        schemes = (*POSTGRES, "sqlite")
        found = env.taken_apart(
            "dj_db_url", "DATABASE_URL", schemes, conn_max_age=60, conn_health_checks=True
        )
        if "postgresql" in found["ENGINE"]:
            if not find_spec(DRIVER):
                raise env.refused("DATABASE_URL", "PostgreSQL needs its driver here. `make tools` brings it.")
            more = {"options": PATIENCE, "connect_timeout": CONNECT_SECONDS}
            found["OPTIONS"] = more | found.get("OPTIONS", {})
        return found
    # WAL + IMMEDIATE + 20 s: the only settings measured without a single "database is locked".
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": var / "db.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        },
    }


def caches(redis_url: str) -> dict[str, Any]:
    """Redis where there is one, with a table beside it for the minutes when it is away."""
    if not redis_url:
        return {"default": COUNTERS}
    patience = {
        "socket_timeout": CACHE_SECONDS,
        "socket_connect_timeout": CACHE_SECONDS,
        "retry": Retry(NoBackoff(), 0),
    }
    steady = {"BACKEND": "web.cache.SteadyCache", "LOCATION": redis_url, "OPTIONS": patience}
    return {"default": steady, "spare": COUNTERS}


def broker(redis_url: str, var: Path) -> dict[str, Any]:
    """How kombu's folder of files is laid out; nothing to say about Redis."""
    if redis_url:
        return {}
    queue = str(var / "broker" / "queue")
    return {
        "data_folder_in": queue,
        "data_folder_out": queue,
        "control_folder": str(var / "broker" / "control"),
        "store_processed": False,
        "polling_interval": 0.2,
    }


def mail(env: Surroundings) -> dict[str, Any]:
    """The server that takes mail, as Django's settings name its parts."""
    return env.taken_apart("dj_email_url", "EMAIL_URL", SMTP)
