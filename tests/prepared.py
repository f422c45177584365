"""A folder in which the product is ready to open, made once per run and copied. A pytest plugin.

What a first start does on an empty folder is tested where it is the point; nobody else needs to wait for it.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import clean_environment

ROOT = Path(__file__).resolve().parents[1]


def prepare(var: Path) -> None:
    """Tables, catalogue and the demo family, as a first start makes them."""
    argv = [sys.executable, "-m", "tests.inside", "prepare"]
    done = subprocess.run(argv, cwd=ROOT, env=clean_environment(var), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)


def made_once(home: Path) -> Path:
    """The folder in ``home``: made by whoever comes first, whole once it has its name."""
    ready, half = home / "prepared", home / "prepared.half"
    with (home / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            shutil.rmtree(half, ignore_errors=True)
            prepare(half)
            half.rename(ready)
    return ready


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """One for all parallel workers: their folders stand in one of the run's."""
    own = tmp_path_factory.getbasetemp()
    return made_once(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)
