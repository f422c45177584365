"""A pytest plugin whose run tries faults instead of only running its tests once."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.mutate import children
from tests.mutate.faults import Fault
from tests.mutate.scope import Scope, modules
from tests.mutate.warm import CannotStandHere, Living, forget
from tests.mutate.which import ITSELF, LAST, Known, Tree, in_order, tests_of
from tests.servers import die_with_parent

PATIENCE = 25.0  # seconds of tests, as they took without a fault
FRESH_PATIENCE = 12.0  # the same where a fresh process is needed
STUCK = 240.0  # seconds in which any of them has to have ended
OUTSIDE_A_TRANSACTION = {"transactional_db", "live_server", "django_db_serialized_rollback"}
OPTIONS = ("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "tests.mutate.calm")
FRESH = "a fresh process"
ANSWERS = {0: "", 1: FRESH, 2: FRESH, 3: FRESH, 4: FRESH}
"""What pytest's codes say: none failed, one did, or nothing could start with the fault in its file."""


@dataclass(frozen=True)
class Tried:
    """What became of a fault: which test noticed it ('' for none), and how many tests ran."""

    fault: Fault
    by: str
    tests: int


class Session:
    """Collects the tests, makes the tables, learns which test runs what, then lets children try faults."""

    def __init__(self, scope: Scope, faults: list[Fault], home: Path, at_once: int) -> None:
        self.scope, self.faults, self.home, self.at_once = scope, faults, home, at_once
        self.files, self.known = scope.files(), Known()
        self.tree, self.modules = Tree(scope.root, self.files), modules(self.files)
        self.tried: list[Tried] = []
        self.noticed: dict[str, list[str]] = {}
        self.outcomes: set[str] = set()
        self.watch: coverage.Coverage | None = None
        self.learned: Callable[[Known], None] = lambda known: None
        self.tell: Callable[[Tried], None] = lambda tried: None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        self.texts = {path: path.read_text() for path in {item.path for item in session.items}}
        self.last = {name for name, item in self.items.items() if _empties_tables(item)}
        self._make_tables()
        self.living = Living(self.scope.root, self.files)
        self._learn()
        self.learned(self.known)
        session.testsfailed = len(self.known.failed)
        if not self.known.failed:
            self._try_all()
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        if self.watch:
            self.watch.switch_context(f"{item.nodeid}{ITSELF}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.outcomes.add(report.outcome)

    def _outcome(self, item: pytest.Item) -> str:
        """Run a test with nothing left behind but what stands for the whole run."""
        self.outcomes = set()
        item.ihook.pytest_runtest_protocol(item=item, nextitem=item.session)
        return next(word for word in ("failed", "skipped", "passed") if word in self.outcomes)

    # -- before any fault -----------------------------------------------------------------------------

    def _make_tables(self) -> None:
        """A test that needs them makes them; children inherit them."""
        for item in self.items.values():
            if {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())):
                self._outcome(item)
                _save_tables(self.home / "tables.sqlite3")
                return

    def _learn(self) -> None:
        items = sorted(self.items.values(), key=lambda item: item.nodeid in self.last)
        parts = [(items[n :: self.at_once], 3600.0) for n in range(self.at_once)]
        for _, said in children.each(parts, self._run_all, self.at_once):
            self.known.take(*said)

    def _run_all(self, items: list[pytest.Item]) -> tuple[Any, ...]:
        """In a child: every test once; how long each took, which failed, which ran what."""
        root = self.scope.root
        paths = [str(root / file) for file in self.files]
        self.watch = watch = coverage.Coverage(data_file=None, config_file=False, include=paths)
        seconds, failed = {}, []
        watch.start()
        for item in items:
            self.watch.switch_context(item.nodeid)
            forget(self.living.kept_here)  # else only the first to ask would run what is kept
            began = time.process_time()  # the same however busy the machine is
            outcome = self._outcome(item)
            if outcome == "passed":
                seconds[item.nodeid] = time.process_time() - began
            elif outcome == "failed":
                failed.append(item.nodeid)
        watch.stop()
        data = watch.get_data()
        lines = {os.path.relpath(file, root): data.contexts_by_lineno(file) for file in data.measured_files()}
        return seconds, failed, lines

    # -- the faults -----------------------------------------------------------------------------------

    def _try_all(self) -> None:
        fresh = []
        jobs = ((fault, STUCK) for fault in self.faults)
        for fault, said in children.each(jobs, self._try, self.at_once):
            if said == FRESH:
                fresh.append(fault)
            else:
                self._note(fault, said)
        jobs = ((fault, 2 * STUCK) for fault in fresh)
        for fault, said in children.each(jobs, self._try_fresh, self.at_once):
            self._note(fault, said)

    def _tests_for(self, fault: Fault, patience: float) -> list[str]:
        """Who noticed another fault of the file goes first."""
        runs = tests_of(fault, self.known, self.tree)
        names = {run.removesuffix(ITSELF) for run in runs}
        noticed = names.intersection(self.noticed.get(fault.file, ())) - self.last
        if not fault.place.function:
            noticed |= {name for name in self.items if name.startswith(self.scope.outside)}
            names |= noticed
        ranks = {name: 0 if name in noticed else self._rank(name, fault, runs) for name in names}
        return in_order(ranks, self.known, patience=patience)

    def _rank(self, name: str, fault: Fault, runs: set[str]) -> int:
        """Who names the function goes early, who has only fixtures that run the line late, and who empties
        the tables last."""
        function = fault.place.function.rpartition(".")[2]
        of_the_function = bool(function) and function in name
        of_the_file = self.modules[fault.file] in self.texts[self.items[name].path]
        itself = f"{name}{ITSELF}" in runs
        return (
            LAST * (name in self.last) + 4 * (not itself) + 2 * (not of_the_function) + (not of_the_file) + 1
        )

    def _try(self, fault: Fault) -> Any:
        """In a child: the first test that fails, '' when none does, and how many ran."""
        if not fault.place.function:
            return FRESH
        tests = self._tests_for(fault, PATIENCE)
        try:
            self.living.put(fault)
        except CannotStandHere:
            return FRESH
        for number, name in enumerate(tests, start=1):
            children.no_longer_than(5 + 10 * self.known.seconds[name])
            if self._outcome(self.items[name]) == "failed":
                return name, number
        return "", len(tests)

    def _try_fresh(self, fault: Fault) -> Any:
        """In a child: the same in a process that reads the faulty file as it starts."""
        tests = self._tests_for(fault, FRESH_PATIENCE)
        if not tests:
            return "", 0
        own = self.home / f"fresh-{os.getpid()}"
        (own / "tmp").mkdir(parents=True)
        (own / "tests").write_text("\n".join(tests))
        told = [str(self.scope.root / fault.file), fault.source, str(self.home / "tables.sqlite3")]
        (own / "fault.json").write_text(json.dumps(told))
        argv = [
            sys.executable,
            "-m",
            "pytest",
            "-x",
            "-p",
            "tests.mutate.fresh",
            *OPTIONS,
            f"--rootdir={self.scope.root}",
            f"@{own / 'tests'}",
        ]
        env = {**os.environ, "FAULT": str(own / "fault.json"), "TMPDIR": str(own / "tmp")}
        code, said = self._start(argv, env)
        if code:  # once more: what was noticed by chance says nothing about the fault
            code, said = self._start(argv, env)
        if code is children.GONE:
            return children.GONE
        if code not in ANSWERS:
            raise children.Broke(f"pytest ended with {code}:\n{said}")
        return ANSWERS[code], len(tests)

    def _start(self, argv: list[str], env: dict[str, str]) -> tuple[int | None, str]:
        """How it ended, and the end of what it said."""
        more = {"cwd": self.scope.root, "capture_output": True, "preexec_fn": die_with_parent, "text": True}
        try:
            done = subprocess.run(argv, env=env, timeout=STUCK, **more)
        except subprocess.TimeoutExpired:
            return children.GONE, ""
        return done.returncode, done.stdout[-2000:] + done.stderr[-2000:]

    def _note(self, fault: Fault, said: Any) -> None:
        by, tests = ("the clock", 0) if said is children.GONE else said
        if by in self.items:
            known = self.noticed.get(fault.file, [])
            self.noticed[fault.file] = [by, *(test for test in known if test != by)][:12]
        self.tried.append(Tried(fault, by, tests))
        self.tell(self.tried[-1])


def _empties_tables(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asks = OUTSIDE_A_TRANSACTION & set(getattr(item, "fixturenames", ()))
    return bool(asks) or bool(marker and marker.kwargs.get("transaction"))


def _save_tables(path: Path) -> None:
    """A copy of the tables, for processes that start anew."""
    import sqlite3

    from django.db import connection

    copy = sqlite3.connect(path)
    connection.connection.backup(copy)
    copy.close()
