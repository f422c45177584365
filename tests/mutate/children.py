"""Children of a warm process: each does one thing, says one thing, and goes."""

import os
import pickle
import resource
import select
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.servers import die_with_parent

MEMORY = 6 * 2**30
GONE = None  # said for a child that was killed: its time was over, or it wanted more memory than there is


class Broke(Exception):
    """A child ended without a word, which is no fault of what it tried."""


@dataclass
class Child:
    pid: int
    pipe: int
    job: Any
    until: float
    said: bytes = b""


def start(job: Any, act: Callable[[Any], Any], seconds: float) -> Child:
    """Fork, and let the child say what ``act(job)`` gives."""
    pipe, end = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forks with threads: none runs here
        pid = os.fork()
    if pid:
        os.close(end)
        return Child(pid, pipe, job, time.monotonic() + seconds)
    try:
        die_with_parent()
        _be_quiet_and_small()
        said = pickle.dumps((True, act(job)))
    except BaseException:
        said = pickle.dumps((False, traceback.format_exc()))
    with os.fdopen(end, "wb") as out:
        out.write(said)
    os._exit(0)


def _be_quiet_and_small() -> None:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def no_longer_than(seconds: float) -> None:
    """From now on this process has so many seconds of the processor; then it is killed."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent.ru_utime + spent.ru_stime + seconds) + 1, hard))


def each(
    jobs: Iterable[tuple[Any, float]], act: Callable[[Any], Any], at_once: int
) -> Iterator[tuple[Any, Any]]:
    """Each job with what its child said, as they end. A job comes with the seconds it may take."""
    waiting, running = iter(jobs), []
    try:
        while True:
            while len(running) < at_once and (job := next(waiting, None)) is not None:
                running.append(start(job[0], act, job[1]))
            if not running:
                return
            for child in _ended(running):
                running.remove(child)
                yield child.job, _last_word(child)
    finally:
        for child in running:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)


def _ended(running: list[Child]) -> list[Child]:
    """Wait a moment; those that closed their end, or were killed as their time was over."""
    ready, _, _ = select.select([child.pipe for child in running], [], [], 1)
    ended = []
    for child in running:
        if child.pipe in ready:
            more = os.read(child.pipe, 2**20)
            child.said += more
            if not more:
                ended.append(child)
        elif time.monotonic() > child.until:
            os.kill(child.pid, signal.SIGKILL)
            ended.append(child)
    return ended


def _last_word(child: Child) -> Any:
    os.close(child.pipe)
    code = os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1])
    if code < 0:
        return GONE
    well, said = pickle.loads(child.said) if child.said else (False, f"ended with {code}")
    if not well:
        raise Broke(said)
    return said
