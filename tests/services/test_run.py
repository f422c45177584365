"""What ``make test`` says in the end, and that it leaves nothing behind."""

import signal
import subprocess
import sys

import pytest

from tests.run import PARTS, ROOT, Result, tell
from tests.servers import process, wait_until


def test_each_part_and_all_together_are_told_with_their_time(capsys):
    sqlite, postgres = PARTS[:2]
    tell([
        Result(sqlite, "10 passed", seconds=61.2, passed=10),
        Result(postgres, "7 passed, 1 failed", seconds=59.1, passed=7, failed=True),
    ])  # fmt: skip
    assert capsys.readouterr().out.splitlines()[2:] == [
        "test: embedded default (SQLite, files): 10 passed in 61 s",
        "test: PostgreSQL and Redis: 7 passed, 1 failed in 59 s FAILED",
        "test: together: 17 passed in 120 s (2.0 minutes)",
    ]


@pytest.mark.services
@pytest.mark.timeout(600)
def test_told_to_end_it_leaves_no_folder(tmp_path):
    env = {"PATH": "/usr/bin:/bin", "ONLY": "sqlite", "TMPDIR": str(tmp_path), "ARGS": "tests/services"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with process([sys.executable, "-m", "tests.run"], cwd=ROOT, env=env, **quiet) as running:
        wait_until(lambda: list(tmp_path.glob("room-*/var/*")), seconds=240, what="the start of pytest")
        running.terminate()
        assert running.wait(timeout=120) == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []
