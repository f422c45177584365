"""``manage.py up``: the whole product on this computer, in the foreground, with nothing else to install."""

import errno
import fcntl
import os
import select
import socket
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from demo.environment import needed
from demo.family import SIGN_INS, is_here
from demo.preparing import own_folder, prepare, reach_servers
from demo.supervisor import Child, Supervisor

HOST = "127.0.0.1"
PORT = "8000"
HIGHEST_PORT = 65535
LAST_RUN_STOPS_WITHIN = 15.0
PAGES_ALONE = 15.0  # seconds that worker and schedule wait for the pages, at the most
CELERY = [sys.executable, "-m", "celery", "--quiet", "-A", "config"]
# Whoever tries this as root in a container need not be told each time.
QUIET = "ignore:You're running the worker"


class Command(BaseCommand):
    help = (
        "Open the room on this computer: pages, worker and schedule. Ctrl-C stops all three; the data stay."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port",
            nargs="?",
            const="",
            default=PORT,
            help="another free one is taken if it is in use, and for 0",
        )
        parser.add_argument("--host", default=HOST, help="where to listen; 0.0.0.0 in a container")
        parser.add_argument("--with-parent", action="store_true", help="stop when the process above is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        above = os.getppid()  # before the preparation, which may outlive it
        if settings.PRODUCTION:
            raise CommandError("This is for one computer. In production, use docker-compose.yml.")
        port = port_of(options["port"])
        own_folder()
        with only_run_here() as lock, listening_socket(port, self.say, options["host"]) as listener:
            address = os.environ.get("ROOM_SITE_ADDRESS") or f"http://{HOST}:{listener.getsockname()[1]}"
            lock.write(f"{os.getpid()} {address}\n")
            lock.flush()
            try:
                reach_servers()
                prepare(self.say)
            except KeyboardInterrupt:
                raise CommandError("Stopped before it was open. Nothing is half done.") from None
            hello = Welcome(listener, lambda: self.say(welcome(address)))
            Supervisor(
                children=children(listener, after(hello)),
                env=environment(address),
                cwd=settings.ROOT,
                say=self.say,
                held_fd=lock.fileno(),
                each_tick=hello,
                parent=above if options["with_parent"] else None,
            ).run()
        self.say("The room is closed. Everything is kept.")

    def say(self, text: str) -> None:
        """Tell the terminal, if there still is one."""
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@contextmanager
def only_run_here() -> Iterator[IO[str]]:
    """Hold the folder: two runs on the same data would ring every bell twice."""
    with (settings.VAR / "up.lock").open("a+") as lock:
        if not _take(lock):
            raise CommandError(_already_open(lock))
        lock.seek(0)
        lock.truncate()
        yield lock


def _take(lock: IO[str]) -> bool:
    """True when the folder is ours; a run that was killed needs a moment until its last process is gone."""
    deadline = time.monotonic() + LAST_RUN_STOPS_WITHIN
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if _holder_lives(lock) or time.monotonic() > deadline:
                return False
            time.sleep(0.2)
        else:
            return True


def _holder(lock: IO[str]) -> tuple[int, str]:
    lock.seek(0)
    pid, _, address = lock.read().strip().partition(" ")
    return int(pid or 0), address


def _holder_lives(lock: IO[str]) -> bool:
    pid, _ = _holder(lock)
    try:
        os.kill(pid, 0) if pid else None
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _already_open(lock: IO[str]) -> str:
    pid, address = _holder(lock)
    where = f" at {address}" if address else ""
    return (
        f"The room is already open{where} (process {pid}).\n"
        "Go there, or stop it with Ctrl-C in its window first. ROOM_VAR=~/another-room opens a second one."
    )


def port_of(word: str) -> int:
    """The port that was asked for; 0 is any free one. Raises ``CommandError``."""
    if word.isascii() and word.isdigit() and int(word) <= HIGHEST_PORT:
        return int(word)
    asked = f"--port {word}".strip()
    raise CommandError(f"{asked}: a port is a number from 1 to {HIGHEST_PORT}, or 0 for any free one.")


def environment(address: str) -> dict[str, str]:
    ours = {"PYTHONWARNINGS": QUIET, "ROOM_SITE_ADDRESS": address, "ROOM_VAR": str(settings.VAR)}
    return needed(os.environ) | ours


@contextmanager
def listening_socket(port: int, say: Callable[[str], None], host: str = HOST) -> Iterator[socket.socket]:
    """Listen on the port, or on a free one. Held here, so a restart of the pages turns nobody away."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            why = "taken" if error.errno == errno.EADDRINUSE else "not open to us"
            _bind_free(listener, host)
            say(f"Port {port} is {why}, so the room takes a free one.")
        listener.listen(128)
        yield listener


def _bind_free(listener: socket.socket, host: str) -> None:
    try:
        listener.bind((host, 0))
    except OSError:
        raise CommandError(f"--host {host}: this computer has no such address to listen at.") from None


def after(hello: "Welcome") -> Callable[[], bool]:
    """When the pages answer: they come up sooner with the whole machine. But nobody waits for them long."""
    latest = time.monotonic() + PAGES_ALONE
    return lambda: hello.done or time.monotonic() > latest


def children(listener: socket.socket, its_turn: Callable[[], bool]) -> list[Child]:
    """``its_turn`` says when worker and schedule may start."""
    fd = listener.fileno()
    worker = ["worker", "-P", "threads", "-c", "2", "-l", "WARNING", "--without-mingle"]
    beat = ["beat", "-l", "WARNING", "--pidfile", ""]
    web = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--fd", str(fd), "--lifespan", "off"]
    return [
        Child(
            "web",
            [*web, "--log-level", "warning", "--no-access-log", "--timeout-graceful-shutdown", "2"],
            (fd,),
        ),
        Child("worker", [*CELERY, *worker], its_turn=its_turn),
        Child("beat", [*CELERY, *beat], its_turn=its_turn),
    ]


class Welcome:
    """Says hello once, when the pages answer. Called at each tick; never waits."""

    def __init__(self, listener: socket.socket, hello: Any) -> None:
        self.address = listener.getsockname()
        self.hello = hello
        self.line: socket.socket | None = None
        self.done = False

    def __call__(self) -> None:
        if self.done:
            return
        try:
            self._look()
        except OSError:  # the pages fell while they were asked: they start again, and so do we
            self._hang_up()

    def _look(self) -> None:
        if self.line is None:
            self.line = socket.create_connection(self.address)
            self.line.sendall(b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        if select.select([self.line], [], [], 0)[0]:
            self.done = bool(self.line.recv(1))
            self._hang_up()
            if self.done:
                self.hello()

    def _hang_up(self) -> None:
        if self.line is not None:
            self.line.close()
            self.line = None


def welcome(address: str) -> str:
    rows = "\n".join(f"    {who:8} {email:28} {password}" for who, email, password in SIGN_INS)
    people = f"To try it, sign in as\n{rows}" if is_here() else "Nobody is in it yet: make an account."
    mail = (
        f"\n  Read the mail it sends at {address}{reverse('local_mail')}\n"
        if settings.LOCAL_MAIL_PAGE
        else ""
    )
    where = settings.VAR if settings.OWN_DATABASE else "the database that ROOM_DATABASE_URL names"
    return (
        f"\n  Who's in the Room is open at {address}\n\n  {people}\n{mail}"
        f"\n  Everything is kept in {where}. Ctrl-C closes the room.\n"
    )
