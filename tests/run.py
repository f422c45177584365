"""``make test``: the whole suite, wherever it can run, and plain words about what it did not run.

``ONLY`` picks one part, ``ARGS`` goes to pytest, ``REQUIRE_ALL=1`` makes a skipped test or a part that could
not run a failure.
"""

import os
import shlex
import signal
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import (
    NotThere,
    clean_environment,
    find_chromium,
    folder,
    private_postgres,
    private_redis,
    process,
)
from tests.template import NAMED_BY, make_template

ROOT = Path(__file__).parents[1]
NO_TESTS = 5
REPORT = "report.xml"
BY_STACK = ("-n", "2", "--dist", "worksteal")  # what is started stands for all tests of a worker
BY_FILE = ("-n", "2", "--dist", "loadfile")  # what one file starts is used by all its tests
UNITS = "not browser and not services"


@contextmanager
def embedded() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    with private_postgres() as database, private_redis() as redis:
        template = make_template(database)
        yield {"ROOM_DATABASE_URL": database, "ROOM_REDIS_URL": redis, NAMED_BY: template}


@contextmanager
def browser() -> Iterator[dict[str, str]]:
    yield {"CHROMIUM": str(find_chromium())}


@dataclass(frozen=True)
class Part:
    """One run of pytest: which tests, in which surroundings, spread over how many processes."""

    name: str
    title: str
    marks: str
    surroundings: Callable[..., object]
    spread: tuple[str, ...] = ("-n", "auto")


PARTS = [
    Part("sqlite", "embedded default (SQLite, files)", UNITS, embedded),
    Part("postgres", "PostgreSQL and Redis", UNITS, servers),
    Part("processes", "real processes", "services and not browser", embedded, spread=BY_FILE),
    Part("browser", "Chromium", "browser", browser, spread=BY_STACK),
]


@dataclass(frozen=True)
class Result:
    part: Part
    words: str
    seconds: float = 0.0
    passed: int = 0
    failed: bool = False
    missing: bool = False
    empty: bool = False


def run_part(part: Part) -> Result:
    """Run it here and now; the output goes straight to the terminal."""
    print(f"\n=== {part.title}", flush=True)
    began = time.monotonic()
    try:
        with part.surroundings() as more, folder() as home:
            code = pytest(part, clean_environment(home / "var", **more), home)
            counts = read_report(home / REPORT)
    except NotThere as missing:
        return Result(part, f"NOT RUN: {missing}", missing=True)
    except TimeoutError as late:
        return Result(part, f"its servers did not start: {late}", failed=True)
    if code == NO_TESTS:
        asked = os.environ.get("ARGS")
        why = f"no test of it is left by ARGS={asked!r}" if asked else "no test is marked for it"
        return Result(part, f"NOT RUN: {why}", missing=True, empty=True)
    return Result(
        part,
        in_words(counts),
        seconds=time.monotonic() - began,
        passed=counts.get("passed", 0),
        failed=code != 0,
        missing=bool(counts.get("skipped")),
    )


def pytest(part: Part, env: Mapping[str, str], home: Path) -> int:
    """Whatever a test, a browser or pytest itself puts into a temporary folder goes with ``home``.

    In a session of its own: Ctrl-C reaches it once, through us, and it has time to stop what it started.
    """
    (home / "tmp").mkdir()
    home.chmod(0o711)  # a server or a test of another user has its own folder in there
    argv = [sys.executable, "-m", "pytest", *part.spread, "-m", part.marks]
    more = [f"--junitxml={home / REPORT}", *shlex.split(os.environ.get("ARGS", ""))]
    surroundings = {**env, "TMPDIR": str(home / "tmp")}
    options = {"cwd": ROOT, "env": surroundings, "start_new_session": True}
    with process([*argv, *more], stop=signal.SIGINT, patience=60, **options) as running:
        return running.wait()


def read_report(report: Path) -> dict[str, int]:
    """How many passed, failed, were skipped, and were expected to fail: that is a debt with a reason, not a
    test that did not run."""
    if not report.exists():
        return {}
    suite = next(ET.parse(report).getroot().iter("testsuite"))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    owed = sum(one.get("type") == "pytest.xfail" for one in suite.iter("skipped"))
    skipped = int(suite.get("skipped", 0)) - owed
    passed = int(suite.get("tests", 0)) - failed - skipped - owed
    return {"passed": passed, "failed": failed, "skipped": skipped, "expected to fail": owed}


def in_words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)


def tell(results: Sequence[Result]) -> None:
    """A line for each part, and one for all when more than one ran."""
    print("\n=== What ran")
    for result in results:
        took = f" in {result.seconds:.0f} s" if result.seconds else ""
        print(f"test: {result.part.title}: {result.words}{took}{' FAILED' * result.failed}")
    if sum(bool(result.seconds) for result in results) < 2:
        return
    seconds = sum(result.seconds for result in results)
    passed = sum(result.passed for result in results)
    print(f"test: together: {passed} passed in {seconds:.0f} s ({seconds / 60:.1f} minutes)")


def end(number: int, frame: object) -> None:
    """Told to end, it ends what it started first."""
    sys.exit(128 + number)


def main() -> int:
    signal.signal(signal.SIGTERM, end)
    only, everything = os.environ.get("ONLY"), os.environ.get("REQUIRE_ALL") == "1"
    chosen = [part for part in PARTS if only in (None, "", part.name)]
    if not chosen:
        print(f"No part is called {only}. There are: {', '.join(part.name for part in PARTS)}.")
        return 2
    results = [run_part(part) for part in chosen]
    tell(results)
    bad = [one for one in results if one.failed or (everything and one.missing)]
    if everything and any(one.missing for one in results):
        print("test: with REQUIRE_ALL=1, what is skipped or not run counts as failed")
    if all(one.empty for one in results):
        print("test: FAILED, as nothing ran")
        return 1
    print(f"test: {'FAILED' if bad else 'all that ran passed'}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
