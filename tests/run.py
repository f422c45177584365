"""``make test``: the whole suite, wherever it can run, and plain words about what it did not run.

``ONLY`` picks one part, ``ARGS`` goes to pytest, ``REQUIRE_ALL=1`` makes a skipped test or a part that could
not run a failure.
"""

import os
import shlex
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import NotThere, clean_environment, find_chromium, folder, private_postgres, private_redis

ROOT = Path(__file__).parents[1]
NO_TESTS = 5
# What was started stands for a whole worker; who runs out of tests takes some of the other's.
BY_STACK = ("-n", "2", "--dist", "worksteal")
BY_FILE = ("-n", "2", "--dist", "loadfile")  # what one file started is used by all its tests
UNITS = "not browser and not services"


@contextmanager
def embedded() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    with private_postgres() as database, private_redis() as redis:
        yield {"ROOM_DATABASE_URL": database, "ROOM_REDIS_URL": redis}


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
    failed: bool = False
    missing: bool = False
    empty: bool = False


def run_part(part: Part) -> Result:
    """Run it here and now; the output goes straight to the terminal."""
    print(f"\n=== {part.title}", flush=True)
    began = time.monotonic()
    try:
        with part.surroundings() as more, folder() as home:
            report = home / "report.xml"
            code = pytest(part, clean_environment(home / "var", **more), report)
            counts = read_report(report)
    except NotThere as missing:
        return Result(part, f"NOT RUN: {missing}", missing=True)
    if code == NO_TESTS:
        asked = os.environ.get("ARGS")
        why = f"no test of it is left by ARGS={asked!r}" if asked else "no test is marked for it"
        return Result(part, f"NOT RUN: {why}", missing=True, empty=True)
    words = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return Result(
        part,
        f"{words} in {time.monotonic() - began:.0f} s",
        failed=code != 0,
        missing=bool(counts.get("skipped")),
    )


def pytest(part: Part, env: Mapping[str, str], report: Path) -> int:
    argv = [sys.executable, "-m", "pytest", *part.spread, "-m", part.marks]
    more = shlex.split(os.environ.get("ARGS", ""))
    return subprocess.run([*argv, f"--junitxml={report}", *more], cwd=ROOT, env=env).returncode


def read_report(report: Path) -> dict[str, int]:
    """How many passed, failed, were skipped."""
    if not report.exists():
        return {}
    suite = next(ET.parse(report).getroot().iter("testsuite"))
    failed, skipped = (
        int(suite.get("failures", 0)) + int(suite.get("errors", 0)),
        int(suite.get("skipped", 0)),
    )
    return {"passed": int(suite.get("tests", 0)) - failed - skipped, "failed": failed, "skipped": skipped}


def main() -> int:
    only, everything = os.environ.get("ONLY"), os.environ.get("REQUIRE_ALL") == "1"
    chosen = [part for part in PARTS if only in (None, "", part.name)]
    if not chosen:
        print(f"No part is called {only}. There are: {', '.join(part.name for part in PARTS)}.")
        return 2
    results = [run_part(part) for part in chosen]
    print("\n=== What ran")
    for result in results:
        print(f"test: {result.part.title}: {result.words}{' FAILED' * result.failed}")
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
