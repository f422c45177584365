"""The whole product as a person starts it: web, worker and beat as processes, on a folder of its own."""

import email
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from email.message import Message
from email.policy import default
from pathlib import Path
from typing import Any

from tests.servers import LOCAL, clean_environment, free_port, wait_until

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 240  # a first start reads the whole catalogue, maybe on a busy machine
SWEEPS = (
    "cases.bring_up_to_date",
    "cases.remind_unanswered",
    "cases.return_put_off_flags",
    "notify.deliver",
)


@dataclass
class Stack:
    """One running product. ``shift`` lives some seconds in the future."""

    var: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="room-")))
    port: int = field(default_factory=free_port)
    running: subprocess.Popen | None = None
    shift: float = 0.0

    @property
    def address(self) -> str:
        return f"http://{LOCAL}:{self.port}"

    def environment(self, **more: str) -> dict[str, str]:
        timing = {"ROOM_SWEEP_SECONDS": "1", "ROOM_DELIVERY_LEASE_SECONDS": "10"}
        here_and_when = {"ROOM_SITE_ADDRESS": self.address, "ROOM_CLOCK_SHIFT_SECONDS": str(self.shift)}
        return dict(clean_environment(self.var, **timing, **here_and_when, **more))

    def start(self, *, shift: float = 0.0) -> None:
        self.shift = shift
        self.var.mkdir(parents=True, exist_ok=True)
        log = (self.var / "up.log").open("a")
        self.running = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--port", str(self.port), "--with-parent"],
            cwd=ROOT,
            env=self.environment(),
            stdout=log,
            stderr=log,
        )
        wait_until(self.answers, seconds=START_SECONDS, what="the first page")

    def is_open(self) -> bool:
        """Whether a product that somebody else started answers in this folder; then its port is ours."""
        lock = self.var / "up.lock"
        found = re.search(r":(\d+)$", lock.read_text()) if lock.exists() else None
        self.port = int(found[1]) if found else self.port
        return bool(found) and self.answers()

    def answers(self) -> bool:
        if self.running and self.running.poll() is not None:
            raise RuntimeError((self.var / "up.log").read_text()[-2000:])
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.send_signal(signal.SIGTERM)
            self.running.wait(timeout=60)

    def restart(self, *, shift: float) -> None:
        """Stop everything and start it again in another hour; the data stay."""
        self.stop()
        self.start(shift=shift)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.var, ignore_errors=True)

    def twin(self) -> "Stack":
        """Another product, not started yet, on a copy of the data as they are now."""
        other = Stack()
        for name in ("secret.key", "catalogue.loaded"):
            shutil.copy(self.var / name, other.var / name)
        with (
            closing(sqlite3.connect(self.var / "db.sqlite3")) as here,
            closing(sqlite3.connect(other.var / "db.sqlite3")) as there,
        ):
            here.backup(there)
        return other

    def inside(self, *words: str) -> Any:
        """Run ``tests.inside`` on this product's data; returns what it says."""
        argv = [sys.executable, "-m", "tests.inside", *words]
        done = subprocess.run(argv, cwd=ROOT, env=self.environment(), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    def mails(self, to: str = "") -> list[Message]:
        """What was sent so far, oldest first."""
        files = sorted((self.var / "mail").glob("*.log"), key=lambda f: f.stat().st_mtime)
        found = [email.message_from_bytes(f.read_bytes(), policy=default) for f in files]
        return [m for m in found if to in (m["To"] or "")]

    def wait_for_mail(self, to: str, *, after: int = 0, seconds: float = 60) -> Message:
        """The first mail to this address beyond the ``after`` that were there before."""
        return wait_until(lambda: self.mails(to)[after:], seconds=seconds, what=f"a mail to {to}")[0]

    def heartbeats(self) -> dict[str, str]:
        """When the worker last ended each of its rounds."""
        with closing(sqlite3.connect(self.var / "db.sqlite3", timeout=20)) as rows:
            return dict(rows.execute("select name, at from notify_heartbeat"))

    def wait_for_rounds(self, rounds: int = 2, *, seconds: float = 120) -> None:
        """Until the worker has gone round everything this often from now on."""
        for _ in range(rounds):
            before = self.heartbeats()
            wait_until(
                lambda before=before: all(self.heartbeats().get(s, "") != before.get(s, "") for s in SWEEPS),
                seconds=seconds,
                what="a round of the worker",
            )


def link_in(mail: Message) -> str:
    """The first address in a mail, without host."""
    body = mail.get_body(("plain",)).get_content()
    return re.search(r"https?://[^/\s]+(/\S*)", body)[1]
