"""``manage.py up``: one command opens the room, any end of it closes all."""

import os
import signal
import subprocess
import urllib.request
from contextlib import ExitStack

import pytest
from django.conf import settings

from tests.processes import all_of, children_of, open_room, start_room
from tests.servers import alive, wait_until

pytestmark = [pytest.mark.services, pytest.mark.timeout(600)]
THEIRS = {  # what a shell may hold for something else
    "CELERY_BROKER_URL": "redis://127.0.0.1:1/0",
    "DATABASE_URL": "sqlite:///theirs.sqlite3",
    "DEBUG": "release",
    "NO_COLOR": "always",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "WEB_CONCURRENCY": "4",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """``opened()`` is the room of one folder, empty at first: open since the last test, or opened again."""
    var, rooms = tmp_path_factory.mktemp("room"), []
    with ExitStack() as ends:

        def room():
            if not rooms or rooms[-1].process.poll() is not None:
                rooms.append(ends.enter_context(open_room(var, **THEIRS)))
            return rooms[-1]

        yield room


@pytest.fixture
def room(opened):
    return opened()


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


def test_what_a_shell_holds_for_others_is_named_once_and_steers_nothing(room):
    assert room.said.count("Not read here") == 1
    assert "CELERY_BROKER_URL, DATABASE_URL, DEBUG, REDIS_URL." in room.said
    assert not (settings.ROOT / "theirs.sqlite3").exists()


def test_second_one_on_the_same_folder_is_turned_away_kindly(room):
    second = start_room(room.var)
    assert second.process.wait(timeout=30) == 1
    wait_until(lambda: "already open" in second.said)
    assert room.address in second.said


def test_private_things_are_readable_by_their_owner_alone(room):
    assert room.var.stat().st_mode & 0o077 == 0
    assert (room.var / "secret.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_however_it_ends_no_process_is_left_and_the_next_one_opens(opened, number):
    room = opened()
    below = all_of(room.process.pid, 4)
    room.process.send_signal(number)
    room.process.wait(timeout=25)
    wait_until(lambda: not any(alive(pid) for pid in below), seconds=20, what="the end of all")
    assert opened().address


def test_web_is_started_again_when_it_falls(room):
    listed = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True).stdout
    below = set(children_of(room.process.pid))
    lines = [line.split(maxsplit=1) for line in listed.splitlines()]
    web = next(int(pid) for pid, args in lines if int(pid) in below and "uvicorn" in args)
    os.kill(web, signal.SIGKILL)
    wait_until(lambda: "web stopped by itself" in room.said)
    with urllib.request.urlopen(room.address + "/healthz", timeout=120) as answer:
        assert answer.status == 200
