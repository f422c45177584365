"""``make run`` and ``make demo``: what is below make goes with it, and a fresh folder gets its family."""

import shutil
import subprocess
import sys

import pytest

from tests.processes import all_of, children_of
from tests.servers import SAFE_PRODUCTION, alive, clean_environment, free_port, wait_until

pytestmark = [pytest.mark.services, pytest.mark.timeout(600)]
OPEN = "is open at"


@pytest.fixture
def make_run():
    """``make run`` until it says the word; then make is killed. What ran below it."""

    def run(var, until):
        argv = ["make", "-s", "run", f"OPTIONS=--port {free_port()}"]
        env = clean_environment(var, PYTHONUNBUFFERED="1")
        make = subprocess.Popen(argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            for line in make.stdout:
                if until in line:
                    break
            return all_of(make.pid, 5) if until == OPEN else children_of(make.pid)
        finally:
            make.kill()
            make.wait()

    return run


def test_make_run_leaves_nothing_when_make_itself_is_killed(make_run, prepared, tmp_path):
    below = make_run(shutil.copytree(prepared, tmp_path / "var"), OPEN)
    wait_until(lambda: not any(alive(pid) for pid in below), seconds=20, what="the end of all")


def test_make_killed_while_it_prepares_opens_no_room(make_run, tmp_path):
    below = make_run(tmp_path, "Reading the catalogue")
    assert below
    wait_until(lambda: not any(alive(pid) for pid in below), seconds=120, what="the end of all")


def test_demo_family_comes_to_a_fresh_folder(tmp_path):
    argv, env = ["make", "-s", "demo"], clean_environment(tmp_path)
    done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "The demo family is here" in done.stdout


def test_production_is_told_to_use_the_containers(tmp_path):
    env = clean_environment(tmp_path) | SAFE_PRODUCTION
    done = subprocess.run(
        [sys.executable, "manage.py", "up"], env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "docker-compose.yml" in done.stderr
