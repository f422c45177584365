"""The data brought up to date on this computer: tables, catalogue, and a family to begin with."""

import hashlib
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from redis import Redis, RedisError

from accounts.models import User
from roles.loading import tables
from roles.loading.services import DATA
from roles.models import CatalogueVersion

FOLDERS = ("broker", "mail", "static")
FILES = ("db.sqlite3", "catalogue.loaded", "up.lock")
BEGINS = b"SQLite format 3\x00"
"""How every SQLite file begins that has something in it."""
PATIENCE = 5  # seconds a server has for its first answer


def own_folder() -> None:
    """A child's data: nobody else on this computer reads them. Raises ``CommandError``."""
    try:
        settings.VAR.mkdir(parents=True, exist_ok=True)
        settings.VAR.chmod(0o700)
    except OSError as error:
        why = f"{settings.VAR} cannot be written ({error.strerror})."
        raise CommandError(f"{why} Name a folder of your own: ROOM_VAR=~/room.") from None
    own_files()


def own_files() -> None:
    """What lies in the folder is what we would put there. Raises ``CommandError`` with what to do."""
    for name in FOLDERS:
        if (settings.VAR / name).exists() and not (settings.VAR / name).is_dir():
            raise _in_the_way(name, "a file, and a folder belongs there")
    for name in FILES:
        if (settings.VAR / name).is_dir():
            raise _in_the_way(name, "a folder, and a file belongs there")
    if settings.OWN_DATABASE and not _is_a_database(settings.VAR / "db.sqlite3"):
        raise _in_the_way("db.sqlite3", "no SQLite database")


def _in_the_way(name: str, what: str) -> CommandError:
    words = f"{settings.VAR / name} is {what}. Move it away and start again: a new one is made."
    return CommandError(words)


def _is_a_database(path: Path) -> bool:
    """One that is not there yet, or is empty, becomes one."""
    if not path.exists():
        return True
    with path.open("rb") as file:
        return file.read(len(BEGINS)) in (b"", BEGINS)


def reach_servers() -> None:
    """Ask those that were named before anything starts: a worker would wait for them without a word."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        whose = settings.VAR if settings.OWN_DATABASE else "ROOM_DATABASE_URL"
        raise CommandError(f"{whose}: the database does not open ({_first_line(error)}).") from None
    try:
        if settings.REDIS_URL:
            Redis.from_url(
                settings.REDIS_URL, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
            ).ping()
    except (RedisError, ValueError) as error:
        raise CommandError(f"ROOM_REDIS_URL: no Redis answers there ({_first_line(error)}).") from None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")


def prepare(say: Callable[[str], None]) -> None:
    """Bring the data up to date; a new folder gets the demo family, a database elsewhere nobody."""
    for folder in ("mail", "static"):
        (settings.VAR / folder).mkdir(parents=True, exist_ok=True)
    prepare_database(say)
    if settings.OWN_DATABASE and not User.objects.exists():
        call_command("demo_seed", verbosity=0, stdout=StringIO())


def prepare_database(say: Callable[[str], None]) -> None:
    """All tables, and the catalogue in them; nobody is made."""
    own_files()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    load_catalogue_once(say)


def load_catalogue_once(say: Callable[[str], None]) -> None:
    """Reading and comparing all the facts takes seconds: only when they, or how they are stored, changed."""
    stamp = settings.VAR / "catalogue.loaded"
    if not stamp.exists() or stamp.read_text(errors="replace") != catalogue_state():
        say("Reading the catalogue of roles, once ...")
        call_command("load_catalogue", verbosity=0, stdout=StringIO())
        stamp.write_text(catalogue_state())


def catalogue_state() -> str:
    """Fingerprints of the data files, of how they are stored, and of what the database was loaded from."""
    files = hashlib.sha256()
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        files.update(path.read_bytes())
    loaded = CatalogueVersion.objects.order_by("-number").values_list("digest", flat=True).first()
    return f"{files.hexdigest()} {tables.SHAPE} {loaded}"
