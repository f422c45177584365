"""Runs several processes as one: started together, stopped together, none left behind.

Each child leads a session of its own, so Ctrl-C reaches only the supervisor and every child can be stopped
in its own way: TERM to the leader (a group TERM makes the worker log errors), KILL to its group if it does
not go. Should the supervisor itself be killed, Linux tells the children, and the watchdog sees to the rest.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

WATCHDOG = Path(__file__).with_name("watchdog.py")
TICK = 0.2
GRACE = 10.0
STEADY = 60.0  # a child that ran this long starts its back-off anew
LONGEST_PAUSE = 30.0
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One process to keep running, from the moment it is its turn."""

    name: str
    argv: Sequence[str]
    pass_fds: Sequence[int] = ()
    its_turn: Callable[[], bool] = lambda: True
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    falls: int = 0
    again_at: float = 0.0


@dataclass
class Supervisor:
    """Keeps children running until told to stop. Use from the main thread."""

    children: Sequence[Child]
    env: Mapping[str, str]
    cwd: Path
    say: Callable[[str], None]
    held_fd: int  # a lock that the watchdog holds too, until the last child is gone
    each_tick: Callable[[], None] = lambda: None
    parent: int | None = None  # the process above, when all ends with it
    stops: int = 0
    _watchdog: "subprocess.Popen[bytes] | None" = None

    def run(self) -> None:
        """Start all, keep them, stop all. Returns when nothing is left."""
        for number in STOP_SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN or number != signal.SIGHUP:  # nohup stays nohup
                signal.signal(number, self._told_to_stop)
        self._watchdog = self._start_watchdog()
        try:
            while not self._should_stop():
                self._keep_running(time.monotonic())
                self.each_tick()
                time.sleep(TICK)
        finally:
            self.stop()

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stops += 1

    def _should_stop(self) -> bool:
        orphaned = self.parent is not None and os.getppid() != self.parent
        return bool(self.stops) or orphaned

    def _start_watchdog(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-I", "-S", str(WATCHDOG)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=(self.held_fd,),
        )

    def _note(self, sign: str, group: int) -> None:
        """Tell the watchdog; without one (somebody killed it) the children are still watched by Linux."""
        with suppress(OSError):
            os.write(self._watchdog.stdin.fileno(), f"{sign}{group}\n".encode())  # type: ignore[union-attr]

    def _keep_running(self, now: float) -> None:
        for child in self.children:
            if child.process and child.process.poll() is not None:
                self._fell(child, now)
            if child.process is None and now >= child.again_at and child.its_turn() and not self.stops:
                self._start(child, now)

    def _start(self, child: Child, now: float) -> None:
        child.process = subprocess.Popen(
            child.argv,
            cwd=self.cwd,
            env=self.env,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=child.pass_fds,
            preexec_fn=_die_with_parent,
        )
        child.started = now
        self._note("+", child.process.pid)

    def _fell(self, child: Child, now: float) -> None:
        """Restart later, each time a little later, so a broken child does not spin."""
        assert child.process is not None
        code = child.process.returncode
        self._sweep(child)
        child.falls = 1 if now - child.started > STEADY else child.falls + 1
        pause = min(2.0 ** (child.falls - 1), LONGEST_PAUSE)
        child.again_at = now + pause
        self.say(f"{child.name} stopped by itself (exit {code}); starting it again in {pause:.0f} s.")

    def _sweep(self, child: Child) -> None:
        """The leader is gone: whatever it started goes too."""
        assert child.process is not None
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.process.pid, signal.SIGKILL)
        self._note("-", child.process.pid)
        child.process = None

    def stop(self) -> None:
        """TERM, wait, KILL. A second Ctrl-C ends the waiting."""
        heard = self.stops
        for child in self._running():
            with suppress(ProcessLookupError):
                child.process.terminate()  # type: ignore[union-attr]
        deadline = time.monotonic() + GRACE
        while self._running() and time.monotonic() < deadline and self.stops <= max(heard, 1):
            time.sleep(TICK / 2)
        for child in self.children:
            if child.process:
                self._end(child)
        self._dismiss_watchdog()

    def _running(self) -> list[Child]:
        return [child for child in self.children if child.process and child.process.poll() is None]

    def _end(self, child: Child) -> None:
        process = child.process
        if process and process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._sweep(child)

    def _dismiss_watchdog(self) -> None:
        if self._watchdog and self._watchdog.stdin:
            with suppress(OSError):
                self._watchdog.stdin.close()
            self._watchdog.wait()


def _die_with_parent() -> None:
    """Linux only: TERM when the supervisor is gone, also when it was killed and could not say so."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
