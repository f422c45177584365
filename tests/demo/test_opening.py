"""What ``up`` does before and at the moment the room opens."""

import socket
import struct

import pytest

from demo.management.commands import up
from demo.management.commands.up import Welcome, children, listening_socket
from demo.preparing import load_catalogue_once
from roles.loading import tables
from roles.models import CatalogueVersion

AT_ONCE = struct.pack("ii", 1, 0)


@pytest.fixture
def said():
    return []


@pytest.fixture
def listener():
    with listening_socket(0) as listener:
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
