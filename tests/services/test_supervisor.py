"""However the supervisor ends, nothing it started is left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers import alive, wait_until

pytestmark = pytest.mark.services
HOUSEHOLD = Path(__file__).with_name("household.py")


def pids(folder):
    return {int(path.name) for path in folder.iterdir() if path.name.isdigit()}


def all_gone(folder):
    return not any(alive(pid) for pid in pids(folder))


@pytest.fixture
def start(tmp_path):
    running = []

    def _start(*options, through=()):
        argv = [*through, sys.executable, str(HOUSEHOLD), str(tmp_path), *options]
        running.append(subprocess.Popen(argv, stdout=subprocess.PIPE, text=True))
        wait_until(lambda: len(pids(tmp_path)) >= 4, what="the start of all four")
        return running[-1]

    yield _start
    for one in running:
        one.kill()
        one.communicate()
    wait_until(lambda: all_gone(tmp_path), what="the end of all")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_stops_all_and_ends_well(start, tmp_path, number):
    household = start()
    household.send_signal(number)
    assert household.wait(timeout=8) == 0
    assert all_gone(tmp_path)


def test_killed_it_leaves_no_child_and_no_grandchild(start, tmp_path):
    start().kill()
    wait_until(lambda: all_gone(tmp_path), seconds=5)


def test_killed_it_leaves_not_even_those_that_ignore_being_asked(start, tmp_path):
    start("--stubborn").kill()
    wait_until(lambda: all_gone(tmp_path), seconds=15)


def test_second_ctrl_c_does_not_wait(start, tmp_path):
    household = start("--stubborn")
    household.send_signal(signal.SIGINT)
    time.sleep(0.5)
    began = time.monotonic()
    household.send_signal(signal.SIGINT)
    assert household.wait(timeout=8) == 0
    assert time.monotonic() - began < 3
    assert all_gone(tmp_path)


def test_child_that_falls_is_started_again_later_and_later(start):
    household = start("--falls")
    pauses = [household.stdout.readline().rsplit(" in ")[1].strip() for _ in range(3)]
    assert pauses == ["1 s.", "2 s.", "4 s."]


def test_with_parent_it_goes_when_the_process_above_is_killed(start, tmp_path):
    shell = start("--with-parent", through=["sh", "-c", '"$@"; true', "sh"])
    os.kill(shell.pid, signal.SIGKILL)
    wait_until(lambda: all_gone(tmp_path), seconds=10)
