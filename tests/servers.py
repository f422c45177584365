"""Private servers for tests: started from their programs on free ports, stopped by their own ids.

Nothing here looks at, or talks to, a server that was running before.
"""

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config.surroundings import NAMES, PREFIX

LOCAL = "127.0.0.1"
libc = ctypes.CDLL(None)  # loaded here: a child that gave up its rights may not read the file
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

SAFE_PRODUCTION = {  # what production asks for; nobody answers at these addresses
    "ROOM_MODE": "production",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-abcdefgh",
    "ALLOWED_HOSTS": "room.example.org",
    "SITE_ADDRESS": "https://room.example.org",
    "DATABASE_URL": "postgres://room@127.0.0.1:1/room",
    "EMAIL_URL": "smtp://127.0.0.1:1",
    "TRUSTED_PROXIES": "1",
}


class NotThere(Exception):
    """A program these tests need is not on this machine."""


def find_program(*names: str, package: str, folders: Sequence[Path] = ()) -> Path:
    """The first of the names in the folders or in PATH. Raises ``NotThere``, with the package that has it."""
    for name in names:
        for folder in folders:
            if os.access(folder / name, os.X_OK):
                return folder / name
        if found := shutil.which(name):
            return Path(found)
    raise NotThere(f"{names[0]} was not found. On Debian and Ubuntu: sudo apt install {package}")


def find_postgres(name: str) -> Path:
    """Debian keeps the server's programs out of PATH; the newest version wins."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: folder.parent.name)
    return find_program(name, package="postgresql", folders=debian[::-1])


def find_chromium() -> Path:
    return find_program(*CHROMIUM_NAMES, package="chromium")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return probe.getsockname()[1]


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and waits to be collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")


def wait_until(true: Callable[[], Any], *, seconds: float = 20.0, what: str = "it") -> Any:
    """Look ten times a second; returns what became true. Raises ``TimeoutError``."""
    deadline = time.monotonic() + seconds
    while True:
        if found := true():
            return found
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not happen within {seconds:g} s")
        time.sleep(0.1)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOCAL, port)) == 0


def die_with_parent() -> None:
    """Linux: a test run that is killed takes its servers with it. QUIT is what PostgreSQL ends on at once."""
    if sys.platform == "linux":
        libc.prctl(1, signal.SIGQUIT)


@contextmanager
def process(
    argv: Sequence[Any], *, stop: int = signal.SIGTERM, patience: float = 15, **more: Any
) -> Iterator[subprocess.Popen]:
    """Run a server for the length of a ``with``; stopped by its own id, killed if it does not go."""
    running = subprocess.Popen([str(word) for word in argv], preexec_fn=die_with_parent, **more)
    try:
        yield running
    finally:
        if running.poll() is None:
            running.send_signal(stop)
        try:
            running.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as somebody who owns nothing."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            who = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    raise NotThere("no user to run PostgreSQL as")


@contextmanager
def folder(**owner: Any) -> Iterator[Path]:
    """A private folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="room-", ignore_cleanup_errors=True) as name:
        if owner:
            os.chown(name, owner["user"], owner["group"])
        yield Path(name)


@contextmanager
def private_postgres() -> Iterator[str]:
    """A PostgreSQL of our own; yields its address. Fast and forgetful: it never outlives the run."""
    initdb, server = find_postgres("initdb"), find_postgres("postgres")
    owner, port, password = unprivileged(), free_port(), secrets.token_hex(12)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **owner}
    with folder(**owner) as home:
        (home / "password").write_text(password)
        (home / "password").chmod(0o644)
        make = [initdb, "-D", home / "data", "-U", "room", "-A", "scram-sha-256", "-E", "UTF8", "--no-sync"]
        subprocess.run(
            [*map(str, make), "--locale=C.UTF-8", f"--pwfile={home / 'password'}"], check=True, **quiet
        )
        forgetful = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal")
        small = ("max_wal_senders=0", "autovacuum=off", "jit=off", "max_connections=200")
        options = [word for option in (*forgetful, *small) for word in ("-c", option)]
        argv = [server, "-D", home / "data", "-p", port, "-h", LOCAL, "-k", home, *options]
        with process(argv, stop=signal.SIGINT, **quiet):
            wait_until(lambda: answers(port), what="PostgreSQL's start")
            yield f"postgres://room:{password}@{LOCAL}:{port}/postgres"


@contextmanager
def private_redis() -> Iterator[str]:
    """A Redis of our own that keeps nothing on disk; yields its address."""
    program = find_program("redis-server", "valkey-server", package="redis-server")
    port, password = free_port(), secrets.token_hex(12)
    with folder() as home:
        (home / "redis.conf").write_text(
            f"bind {LOCAL}\nport {port}\ndatabases 64\nrequirepass {password}\n"
            f"save ''\nappendonly no\ndir {home}\n"
        )
        with process([program, home / "redis.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            wait_until(lambda: answers(port), what="Redis's start")
            yield f"redis://:{password}@{LOCAL}:{port}/0"


def clean_environment(var: Path, **more: str) -> Mapping[str, str]:
    """The embedded default in a folder of its own, whatever the developer's shell or ``.env`` says."""
    ours = ("ROOM_", "CELERY_", *NAMES)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    blank = {
        name: "" for plain in NAMES for name in (plain, f"{PREFIX}{plain}")
    }  # .env fills what is not set
    fixed = {"ROOM_MODE": "embedded", "ROOM_VAR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings"}
    return {**kept, **blank, **fixed, **more}
