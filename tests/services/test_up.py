"""``manage.py up``: one command opens the room, any end of it closes all."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request

import pytest

from tests.processes import open_room, start_room
from tests.servers import SAFE_PRODUCTION, alive, clean_environment, free_port, wait_until

pytestmark = [pytest.mark.services, pytest.mark.timeout(600)]
OPEN = "is open at"


def children_of(pid):
    """Every process below this one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout.split()
    below = {}
    for child, parent in zip(map(int, listed[::2]), map(int, listed[1::2]), strict=True):
        below.setdefault(parent, []).append(child)
    found, look = [], [pid]
    while look:
        look = [child for one in look for child in below.get(one, [])]
        found += look
    return found


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """A folder in which the room was open once."""
    var = tmp_path_factory.mktemp("used")
    with open_room(var):
        pass
    return var


@pytest.fixture(scope="module")
def room(used, tmp_path_factory):
    with open_room(shutil.copytree(used, tmp_path_factory.mktemp("room") / "var")) as room:
        yield room


@pytest.fixture
def var(used, tmp_path):
    return shutil.copytree(used, tmp_path / "var")


def all_of(pid, at_least):
    """Everybody below: worker and schedule come when the pages answer."""
    wait_until(lambda: len(children_of(pid)) >= at_least, what="worker and schedule")
    return children_of(pid)


def test_pages_answer_at_the_address_it_prints(room):
    with urllib.request.urlopen(room.address + "/healthz", timeout=10) as answer:
        assert answer.status == 200


def test_three_people_can_sign_in_and_the_mail_page_is_named(room):
    for who in ("parent", "coach", "curator"):
        assert who in room.said
    assert f"{room.address}/local-mail/" in room.said


def test_worker_and_beat_do_their_rounds(room):
    def ready():
        try:
            return urllib.request.urlopen(room.address + "/readyz", timeout=10).status == 200
        except OSError:
            return False

    wait_until(ready, seconds=60, what="the first sweep")


def test_second_one_on_the_same_folder_is_turned_away_kindly(room):
    second = start_room(room.var)
    assert second.process.wait(timeout=30) == 1
    wait_until(lambda: "already open" in second.said)
    assert room.address in second.said


def test_private_things_are_readable_by_their_owner_alone(room):
    assert room.var.stat().st_mode & 0o077 == 0
    assert (room.var / "secret.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_however_it_ends_no_process_is_left_and_the_next_one_opens(var, number):
    with open_room(var) as room:
        below = all_of(room.process.pid, 4)
        room.process.send_signal(number)
        room.process.wait(timeout=25)
        wait_until(lambda: not any(alive(pid) for pid in below), seconds=20, what="the end of all")
    with open_room(var) as again:
        assert again.address


def test_web_is_started_again_when_it_falls(var):
    with open_room(var) as room:
        listed = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True).stdout
        below = set(children_of(room.process.pid))
        lines = [line.split(maxsplit=1) for line in listed.splitlines()]
        web = next(int(pid) for pid, args in lines if int(pid) in below and "uvicorn" in args)
        os.kill(web, signal.SIGKILL)
        wait_until(lambda: "web stopped by itself" in room.said)
        with urllib.request.urlopen(room.address + "/healthz", timeout=120) as answer:
            assert answer.status == 200


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


def test_make_run_leaves_nothing_when_make_itself_is_killed(make_run, var):
    below = make_run(var, OPEN)
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
