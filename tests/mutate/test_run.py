"""The whole command on a small product: what is noticed, what is not, and how it ends."""

import subprocess
import sys
import textwrap

import pytest

from tests.mutate.scope import ROOT

pytestmark = [pytest.mark.services, pytest.mark.timeout(300)]
MAIN = """
import sys
from pathlib import Path
from tests.mutate.__main__ import main
from tests.mutate.accepted import Accepted
from tests.mutate.scope import Scope

if __name__ == "__main__":
    entries = [Accepted(**entry) for entry in {entries}]
    sys.exit(main(Scope(Path(sys.argv[1]), ("door.py",), ("test_door.py",)), entries, sys.argv[2:]))
"""
DOOR = """
    from functools import lru_cache

    LIMIT = 5

    @lru_cache
    def is_open(days):
        return days > 1

    def is_late(days):
        return days > LIMIT

    def last(rows):
        at = 0
        while at < len(rows):
            at += 1
        return at

    def nobody_calls(this):
        return not this
"""
TESTS = """
    import door

    def test_is_open():
        assert [door.is_open(days) for days in (0, 1, 2)] == [False, False, True]

    def test_is_late():
        assert [door.is_late(days) for days in (5, 6)] == [False, True]

    def test_last():
        assert [door.last(rows) for rows in ([], [0, 0, 0])] == [0, 3]
"""


@pytest.fixture
def mutate(tmp_path):
    """Run it; its code and what it said."""

    def run(door=DOOR, tests=TESTS, entries=(), **told):
        (tmp_path / "door.py").write_text(textwrap.dedent(door))
        (tmp_path / "test_door.py").write_text(textwrap.dedent(tests))
        (tmp_path / "small.py").write_text(MAIN.format(entries=list(entries)))
        path = {"PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}:{tmp_path}", "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            [sys.executable, tmp_path / "small.py", tmp_path, "--at-once", "2"],
            cwd=ROOT,
            env={**path, "ARGS": "--seed 2", **told},
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout, done.stderr

    return run


def entry(function, was, now, why="nobody calls it"):
    return {"file": "door.py", "function": function, "was": was, "now": now, "why": why}


NOBODY = entry("nobody_calls", "return not this", "return this")


def test_what_a_test_notices_is_killed_and_what_none_runs_survives(mutate):
    """In a function, under a decorator, in a constant; and one that never ends."""
    code, out, err = mutate()
    survivor = "SURVIVED door.py:20 nobody_calls, no test runs this line"
    assert [line.strip() for line in out.splitlines() if "SURVIVED" in line] == [survivor], out + err
    assert f"{survivor}\n    - return not this\n    + return this\n" in out
    assert out.splitlines()[-1] == "mutate: 12 mutants, 91.7 % killed"
    assert code == 0


def test_too_few_noticed_is_a_failure(mutate):
    code, out, _ = mutate(tests=TESTS.replace("(5, 6)", "(1, 9)"), entries=[NOBODY])
    assert "SURVIVED door.py:4, 1 tests ran\n    - LIMIT = 5\n    + LIMIT = 6" in out
    assert "accepted door.py:20 nobody_calls, nobody calls it" in out
    assert out.splitlines()[-1] == "mutate: 12 mutants, 75.0 % killed"
    assert code == 1


def test_an_accepted_one_that_is_noticed_is_wrong_and_so_is_one_that_fits_no_fault(mutate):
    noticed = entry("is_open", "return days > 1", "return days >= 1")
    code, out, _ = mutate(entries=[NOBODY, noticed, entry("is_open", "return True", "return False")])
    assert "WRONG door.py:8 is_open: accepted, but " in out
    assert "WRONG door.py is_open: return False: accepted, but no such fault is there" in out
    assert out.count("WRONG") == 2
    assert code == 1


def test_tests_that_fail_without_a_fault_end_it(mutate):
    code, out, _ = mutate(tests=TESTS.replace("[0, 3]", "[0, 4]"))
    assert "FAILS WITHOUT A FAULT " in out
    assert "mutants" not in out
    assert code == 2


def test_a_file_that_is_not_there_ends_it(mutate):
    code, out, _ = mutate(ONLY="window.py")
    assert out == "mutate has no file 'window.py'. There are: door.py.\n"
    assert code == 2
