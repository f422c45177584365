"""The drills themselves: they see what they are there to see."""

import os
import re
import subprocess
import sys

import pytest

from tests.processes import ROOT

pytestmark = [pytest.mark.services, pytest.mark.timeout(900)]


def run_drill(name, **env):
    env = {**os.environ, "ONLY": name, "DRILL_SIZE": "4", **env}
    done = subprocess.run(
        [sys.executable, "-m", "tests.drills"], cwd=ROOT, env=env, capture_output=True, text=True
    )
    closing = re.search(r"^drills: (\d+) faults, lost (\d+), duplicated (\d+)$", done.stdout, re.M)
    assert closing, done.stdout + done.stderr
    return done.returncode, *map(int, closing.groups())


@pytest.mark.parametrize("name", ["worker-killed", "two-beats", "beat-stopped"])
def test_each_reminder_goes_out_once_whatever_happens(name):
    code, faults, lost, duplicated = run_drill(name)
    assert (code, lost, duplicated) == (0, 0, 0)
    assert faults > 0


FORGETFUL = "tests.drills._forgetful"


def test_unique_key_of_the_outbox_holds_a_sweep_that_remembers_nothing():
    code, _, lost, duplicated = run_drill("two-beats", DRILL_WORKER_APP=FORGETFUL)
    assert (code, lost, duplicated) == (0, 0, 0)


def test_drill_reports_duplicates_without_the_unique_key():
    code, _, _, duplicated = run_drill("two-beats", DRILL_WORKER_APP=FORGETFUL, DRILL_WITHOUT_KEY="1")
    assert duplicated > 0
    assert code == 1


def test_drill_reports_duplicates_when_nobody_asks_whether_a_row_is_free():
    code, _, _, duplicated = run_drill("two-beats", DRILL_WORKER_APP="tests.drills._sabotaged")
    assert duplicated > 0
    assert code == 1
