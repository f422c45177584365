"""``make mutate``: 600 faults, or with ``ONLY=file`` all of one file, and which of them a test noticed.

``ONLY`` takes several files; ``ARGS="--faults 100 --seed 7"`` tries so many of another draw, and with
``--tests tests/cases/test_rights.py`` only these tests, which is quick but finds more survivors. It ends with
1 when fewer than nine in ten were noticed or an entry of ``accepted.yaml`` does not hold, and with 2 when the
tests fail without a fault or there is nothing to try.
"""

import argparse
import os
import resource
import shlex
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from tests.mutate.accepted import Accepted, read, reason, that_fit_no_more
from tests.mutate.faults import Fault, faults_in
from tests.mutate.scope import PRODUCT, Scope
from tests.mutate.which import Known, sample
from tests.servers import clean_environment, folder

AIM = 90.0
DRAWN = 600
EVERY = 50  # faults between two lines about how far it is


def asked(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("--faults", type=int, help="how many: 600, or all where ONLY names files")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--tests", nargs="+", help="these files or folders instead of all tests that could")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes side by side")
    return parser.parse_args(argv)


def chosen(scope: Scope, only: str, count: int | None, seed: int) -> list[Fault]:
    """All of the named files, or a draw from all."""
    files = sorted({file for name in only.split() for file in scope.only(name)}) if only else scope.files()
    faults = [fault for file in files for fault in faults_in(scope.root, file)]
    return faults if only and count is None else sample(faults, count or DRAWN, seed)


def worked() -> float:
    """Seconds of a processor that this process and its children that ended have had."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class Report:
    """What is printed while it runs and at its end."""

    def __init__(self, faults: int, accepted: list[Accepted], out: TextIO) -> None:
        self.faults, self.accepted, self.out = faults, accepted, out
        self.began, self.worked = time.monotonic(), worked()
        self.tried = self.killed = 0
        self.wrong: list[str] = []

    def say(self, text: str) -> None:
        print(text, file=self.out, flush=True)

    def learned(self, known: Known) -> None:
        for name in known.failed:
            self.say(f"  FAILS WITHOUT A FAULT {name}")
        took = time.monotonic() - self.began
        self.say(f"  {len(known.seconds)} tests pass without a fault ({took:.0f} s, {worked():.0f} of work)")
        self.began, self.worked = time.monotonic(), worked()

    def one(self, tried: Any) -> None:
        self.tried += 1
        self.killed += bool(tried.by)
        why = reason(tried.fault, self.accepted) if self._is_listed(tried.fault) else ""
        if why and tried.by:
            self.wrong.append(f"{tried.fault}: accepted, but {tried.by} notices it")
        elif not tried.by:
            self._survived(tried, why)
        if self.tried % EVERY == 0:
            each = (time.monotonic() - self.began) / self.tried
            left = each * (self.faults - self.tried) / 60
            self.say(f"  {self.tried} of {self.faults}, {each:.1f} s each, {left:.0f} minutes left")

    def _is_listed(self, fault: Fault) -> bool:
        place = (fault.file, fault.place.function)
        return any(place == (entry.file, entry.function) for entry in self.accepted)

    def _survived(self, tried: Any, why: str) -> None:
        was, now = tried.fault.lines
        tests = f"{tried.tests} tests ran" if tried.tests else "no test runs this line"
        self.say(
            f"  {'accepted' if why else 'SURVIVED'} {tried.fault}, {why or tests}\n    - {was}\n    + {now}"
        )

    def close(self) -> int:
        for line in self.wrong:
            self.say(f"  WRONG {line}")
        share = 100 * self.killed / self.tried
        took, work = time.monotonic() - self.began, worked() - self.worked
        self.say(f"  ({took / self.tried:.1f} s a fault, {work / self.tried:.1f} of work)")
        self.say(f"mutate: {self.tried} mutants, {share:.1f} % killed")
        return int(share < AIM or bool(self.wrong))


def try_all(scope: Scope, faults: list[Fault], report: Report, at_once: int) -> int:
    """In this process, which becomes a run of the tests with the embedded default in an empty folder."""
    with folder() as home:
        (home / "tmp").mkdir()
        os.environ.update(clean_environment(home / "var"), TMPDIR=str(home / "tmp"))
        code = _within(home, lambda: _run(scope, faults, report, home, at_once))
    return report.close() if report.tried else 2 if code == 0 else code


def _run(scope: Scope, faults: list[Fault], report: Report, home: Path, at_once: int) -> int:
    import pytest

    from tests.mutate.session import OPTIONS, Session

    session = Session(scope, faults, home, at_once)
    session.learned, session.tell = report.learned, report.one
    marks = ("-m", "not browser and not services")
    ended = pytest.main(
        [*OPTIONS, f"--rootdir={scope.root}", *marks, *scope.paths_of_tests()], plugins=[session]
    )
    return 0 if ended in (0, 1) else 2


def _within(home: Path, act: Callable[[], int]) -> int:
    """What pytest prints is shown only when it could not run."""
    sys.stdout.flush()
    kept = os.dup(1)
    with (home / "pytest.log").open("w+") as log:
        os.dup2(log.fileno(), 1)
        try:
            code = act()
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
        if code:
            print((home / "pytest.log").read_text())
    return code


def main(scope: Scope = PRODUCT, accepted: list[Accepted] | None = None, argv: Sequence[str] = ()) -> int:
    args = asked([*shlex.split(os.environ.get("ARGS", "")), *argv])
    faults = chosen(scope, os.environ.get("ONLY", ""), args.faults, args.seed)
    if not faults:
        print(f"mutate has no file {os.environ.get('ONLY')!r}. There are: {', '.join(scope.files())}.")
        return 2
    scope = replace(scope, tests=tuple(args.tests or scope.tests))
    accepted = read() if accepted is None else accepted
    out = os.fdopen(os.dup(1), "w")
    report = Report(len(faults), accepted, out)
    report.wrong = [
        f"{entry}: accepted, but no such fault is there" for entry in that_fit_no_more(accepted, scope.root)
    ]
    report.say(f"mutate: trying {len(faults)} faults, {args.at_once} at once")
    return try_all(scope, faults, report, args.at_once)


if __name__ == "__main__":
    sys.exit(main(argv=sys.argv[1:]))
