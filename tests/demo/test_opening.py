"""What ``up`` does before and at the moment the room opens."""

import socket
import sqlite3
import struct
from contextlib import closing

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError

from config.surroundings import kept_secret
from demo.environment import needed
from demo.management.commands import up
from demo.management.commands.up import Welcome, children, listening_socket
from demo.preparing import load_catalogue_once, own_folder, reach_servers
from roles.loading import tables
from roles.models import CatalogueVersion
from tests.servers import free_port

AT_ONCE = struct.pack("ii", 1, 0)


@pytest.fixture
def said():
    return []


@pytest.fixture
def listener(said):
    with listening_socket(0, said.append) as listener:
        yield listener


@pytest.fixture
def visitor(listener):
    """The next one who knocks, as the pages see them."""
    return lambda: listener.accept()[0]


def test_hello_is_said_once_when_the_pages_answer(listener, visitor, said):
    look = Welcome(listener, lambda: said.append("hello"))
    look()
    assert not said
    visitor().sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    look()
    look()
    assert said == ["hello"]


def test_pages_that_fall_over_the_first_visit_are_asked_again(listener, visitor, said):
    look = Welcome(listener, lambda: said.append("hello"))
    look()
    with visitor() as first:
        first.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)  # closing it resets the line
    look()
    look()
    visitor().sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    look()
    assert said == ["hello"]


def test_catalogue_is_read_when_it_is_new_and_not_again(catalogue, settings, tmp_path, said):
    settings.VAR = tmp_path
    load_catalogue_once(said.append)
    load_catalogue_once(said.append)
    assert len(said) == 1


def test_catalogue_is_read_again_when_it_is_stored_another_way(
    catalogue, settings, tmp_path, said, monkeypatch
):
    settings.VAR = tmp_path
    load_catalogue_once(said.append)
    before = CatalogueVersion.objects.count()
    monkeypatch.setattr(tables, "SHAPE", tables.SHAPE + 1)
    load_catalogue_once(said.append)
    assert [len(said), CatalogueVersion.objects.count()] == [2, before + 1]


def test_worker_and_schedule_leave_the_machine_to_the_pages_first(listener, visitor, said):
    look = Welcome(listener, lambda: said.append("hello"))
    web, *others = children(listener, up.after(look))
    look()
    assert [child.its_turn() for child in (web, *others)] == [True, False, False]
    visitor().sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    look()
    assert all(child.its_turn() for child in others)


def test_pages_that_never_answer_keep_nobody_waiting(listener, monkeypatch):
    monkeypatch.setattr(up, "PAGES_ALONE", 0)
    its_turn = up.after(Welcome(listener, lambda: None))
    assert its_turn()


@pytest.mark.parametrize("word", ["65536", "-1", "80a", "", "٨", "8000.0"])
def test_port_that_cannot_be_is_refused_in_one_sentence(word):
    with pytest.raises(CommandError) as refused:
        up.port_of(word)
    asked = f"--port {word}".strip()
    assert str(refused.value) == f"{asked}: a port is a number from 1 to 65535, or 0 for any free one."


def test_port_that_is_not_named_is_none():
    assert up.Command().create_parser("manage.py", "up").parse_args(["--port"]).port == ""


def test_port_that_can_be_is_taken():
    assert [up.port_of(word) for word in ("0", "8000", "65535")] == [0, 8000, 65535]


def test_port_that_is_taken_is_said_and_a_free_one_is_found(listener, said):
    taken = listener.getsockname()[1]
    with listening_socket(taken, said.append) as other:
        assert other.getsockname()[1] != taken
    assert said == [f"Port {taken} is taken, so the room takes a free one."]


def test_it_listens_on_this_computer_alone_unless_it_is_told_otherwise(listener, said):
    assert listener.getsockname()[0] == "127.0.0.1"
    with listening_socket(0, said.append, "0.0.0.0") as wide:
        assert wide.getsockname()[0] == "0.0.0.0"


def test_host_that_is_not_this_computer_is_refused_in_one_sentence(said):
    with (
        pytest.raises(CommandError, match=r"^--host 203\.0\.113\.1: this computer has no such address"),
        listening_socket(0, said.append, "203.0.113.1"),
    ):
        pass
    assert not said


@pytest.mark.django_db
def test_redis_that_nobody_answers_at_is_said_before_anything_starts(settings):
    settings.REDIS_URL = f"redis://:hush@127.0.0.1:{free_port()}/0"
    with pytest.raises(CommandError, match=r"^ROOM_REDIS_URL: no Redis answers there") as refused:
        reach_servers()
    assert "hush" not in str(refused.value)


def test_folder_that_cannot_be_made_is_one_sentence(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.VAR = tmp_path / "file" / "var"
    with pytest.raises(CommandError, match=r"cannot be written .* ROOM_VAR=~/room\.$"):
        own_folder()


def test_processes_of_the_room_get_what_they_need_and_what_is_ours():
    theirs = {"WEB_CONCURRENCY": "4", "UVICORN_WORKERS": "4", "CELERY_LOADER": "x", "PYTHONWARNINGS": "error"}
    ours = {"PATH": "/bin", "LC_ALL": "C.UTF-8", "ROOM_VAR": "var", "PYTHONUNBUFFERED": "1"}
    assert needed(theirs | {"DATABASE_URL": "sqlite:///x", "NO_COLOR": "always"} | ours) == ours


@pytest.mark.django_db
def test_hello_names_the_people_who_are_there_and_no_others(settings):
    settings.OWN_DATABASE = False
    hello = up.welcome("http://127.0.0.1:8000")
    assert "Nobody is in it yet: make an account." in hello
    assert "renee@example.org" not in hello
    assert "the database that ROOM_DATABASE_URL names" in hello


@pytest.mark.parametrize("name", ["broker", "mail", "static"])
def test_a_file_where_a_folder_belongs_is_named(settings, tmp_path, name):
    settings.VAR = tmp_path
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(CommandError, match=f"{tmp_path / name} is a file.* Move it away"):
        own_folder()


@pytest.mark.parametrize("name", ["db.sqlite3", "catalogue.loaded", "up.lock"])
def test_a_folder_where_a_file_belongs_is_named(settings, tmp_path, name):
    settings.VAR = tmp_path
    (tmp_path / name).mkdir()
    with pytest.raises(CommandError, match=f"{tmp_path / name} is a folder.* Move it away"):
        own_folder()


def test_a_file_that_is_no_database_is_named(settings, tmp_path):
    settings.VAR, settings.OWN_DATABASE = tmp_path, True
    (tmp_path / "db.sqlite3").write_bytes(bytes(range(255, 0, -1)))
    with pytest.raises(CommandError, match=f"{tmp_path / 'db.sqlite3'} is no SQLite database. Move it away"):
        own_folder()


def test_an_empty_file_and_a_database_stay(settings, tmp_path):
    settings.VAR, settings.OWN_DATABASE = tmp_path, True
    (tmp_path / "db.sqlite3").touch()
    own_folder()
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as made:
        made.execute("create table one (a)")
    own_folder()
    assert (tmp_path / "db.sqlite3").exists()


def test_a_key_that_cannot_be_read_is_named(tmp_path):
    key = tmp_path / "secret.key"
    key.write_bytes(b"\xff\xfe\x80")
    with pytest.raises(ImproperlyConfigured, match=f"{key} is no key of ours. Move it away"):
        kept_secret(key)
