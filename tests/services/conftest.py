"""A drill, run as ``make drills`` runs it, on a few families."""

import os
import re
import subprocess
import sys

import pytest

from tests.processes import ROOT


@pytest.fixture
def run_drill(prepared):
    """``run_drill(name, **env)``: its exit code, then faults, lost and duplicated as its last line tells."""

    def run(name, **env):
        env = {**os.environ, "ONLY": name, "DRILL_SIZE": "4", "PREPARED": str(prepared), **env}
        done = subprocess.run(
            [sys.executable, "-m", "tests.drills"], cwd=ROOT, env=env, capture_output=True, text=True
        )
        closing = re.search(r"^drills: (\d+) faults, lost (\d+), duplicated (\d+)$", done.stdout, re.M)
        assert closing, done.stdout + done.stderr
        return done.returncode, *map(int, closing.groups())

    return run
