"""The product as processes: all of it through ``manage.py up``, or worker and beat one by one."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers import clean_environment, die_with_parent, wait_until

ROOT = Path(__file__).parents[1]
CELERY = [sys.executable, "-m", "celery", "--quiet"]


@dataclass
class OpenRoom:
    """A product that was opened with one command."""

    process: "subprocess.Popen[str]"
    var: Path
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    @property
    def address(self) -> str:
        found = re.search(r"is open at (\S+)", self.said)
        return found[1] if found else ""

    def wait_until_open(self) -> "OpenRoom":
        wait_until(
            lambda: self.address or self.process.poll() is not None,
            seconds=300,
            what=f"the room\n{self.said}",
        )
        if not self.address:
            raise RuntimeError(f"The room did not open:\n{self.said}")
        return self


def start_room(var: Path, *options: str, **env: str) -> OpenRoom:
    """Run ``manage.py up`` on a folder of its own; returns at once."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "up", "--port", "0", *options],
        cwd=ROOT,
        env=clean_environment(var, PYTHONUNBUFFERED="1", **env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=die_with_parent,
    )
    return OpenRoom(process, var)


@contextmanager
def open_room(var: Path, *options: str, **env: str) -> Iterator[OpenRoom]:
    """The product, open for the length of a ``with``: pages, worker and beat on the embedded default."""
    room = start_room(var, *options, **env)
    try:
        yield room.wait_until_open()
    finally:
        if room.process.poll() is None:
            room.process.terminate()
        try:
            room.process.wait(timeout=25)
        except subprocess.TimeoutExpired:
            room.process.kill()
            room.process.wait()


@dataclass
class Crew:
    """Workers and beats of one folder, started and ended one by one."""

    env: Mapping[str, str]
    var: Path
    running: list["subprocess.Popen[bytes]"] = field(default_factory=list)
    beats: int = 0

    def worker(self, *, app: str = "config", **env: str) -> "subprocess.Popen[bytes]":
        number = len(self.running)
        return self._start(app, "worker", "-P", "threads", "-c", "2", "-n", f"w{number}@%h", **env)

    def beat(self, **env: str) -> "subprocess.Popen[bytes]":
        """Each beat keeps its own file, as if each ran on a machine of its own."""
        self.beats += 1
        schedule = str(self.var / f"beat-{self.beats}")
        return self._start("config", "beat", "--pidfile", "", "-s", schedule, **env)

    def _start(self, app: str, *words: str, **env: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [*CELERY, "-A", app, *words, "-l", "ERROR"],
            cwd=ROOT,
            env={"PYTHONWARNINGS": "ignore:You're running the worker", **self.env, **env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )
        self.running.append(process)
        return process

    def kill(self, process: "subprocess.Popen[bytes]") -> None:
        """SIGKILL: it has no chance to finish or to say goodbye."""
        process.send_signal(signal.SIGKILL)
        process.wait()

    def stop(self, process: "subprocess.Popen[bytes]") -> None:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.kill(process)

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *error: object) -> None:
        for process in self.running:
            if process.poll() is None:
                process.terminate()
        for process in self.running:
            if process.poll() is None:
                self.stop(process)


def children_of(pid: int) -> list[int]:
    """Every process below this one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout.split()
    below: dict[int, list[int]] = {}
    for child, parent in zip(map(int, listed[::2]), map(int, listed[1::2]), strict=True):
        below.setdefault(parent, []).append(child)
    found: list[int] = []
    look = [pid]
    while look:
        look = [child for one in look for child in below.get(one, [])]
        found += look
    return found


def all_of(pid: int, at_least: int) -> list[int]:
    """Everybody below: worker and schedule come when the pages answer."""
    wait_until(lambda: len(children_of(pid)) >= at_least, what="worker and schedule")
    return children_of(pid)
