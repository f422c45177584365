"""The whole product as a person starts it: web, worker and beat as processes, on a folder of its own."""

import email
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from email.message import Message
from email.policy import default
from pathlib import Path

from tests.servers import LOCAL, clean_environment, free_port, wait_until

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Stack:
    """One running product. ``shift`` lives some seconds in the future."""

    var: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="room-")))
    port: int = field(default_factory=free_port)
    running: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"http://{LOCAL}:{self.port}"

    def environment(self, **more: str) -> dict[str, str]:
        timing = {"SWEEP_SECONDS": "1", "DELIVERY_LEASE_SECONDS": "10", "SITE_ADDRESS": self.address}
        return dict(clean_environment(self.var, **timing, **more))

    def start(self, *, shift: float = 0.0) -> None:
        log = (self.var / "up.log").open("a")
        self.running = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--port", str(self.port), "--with-parent"],
            cwd=ROOT,
            env=self.environment(CLOCK_SHIFT_SECONDS=str(shift)),
            stdout=log,
            stderr=log,
        )
        wait_until(self.answers, seconds=90, what="the first page")

    def answers(self) -> bool:
        if self.running and self.running.poll() is not None:
            raise RuntimeError((self.var / "up.log").read_text()[-2000:])
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.send_signal(signal.SIGTERM)
            self.running.wait(timeout=30)

    def restart(self, *, shift: float) -> None:
        """Stop everything and start it again in another hour; the data stay."""
        self.stop()
        self.start(shift=shift)

    def mails(self, to: str = "") -> list[Message]:
        """What was sent so far, oldest first."""
        files = sorted((self.var / "mail").glob("*.log"), key=lambda f: f.stat().st_mtime)
        found = [email.message_from_bytes(f.read_bytes(), policy=default) for f in files]
        return [m for m in found if to in (m["To"] or "")]
