"""The embedded default's broker: messages appear whole, folders come back."""

import shutil
import threading

import pytest
from kombu import Connection

import config.files_broker
from config.celery import app


@pytest.fixture
def queue(tmp_path):
    """Under a name of its own: kombu remembers what it bound for the life of the process."""
    options = {
        "data_folder_in": str(tmp_path / "broker" / "queue"),
        "data_folder_out": str(tmp_path / "broker" / "queue"),
        "control_folder": str(tmp_path / "broker" / "control"),
    }
    broker = Connection("files://localhost", transport_options=options)
    with broker, broker.SimpleQueue(tmp_path.name) as queue:
        yield queue


def test_what_is_put_comes_out_in_order(queue):
    for n in range(3):
        queue.put({"bell": n})
    taken = [queue.get(timeout=5) for _ in range(3)]
    assert [message.payload["bell"] for message in taken] == [0, 1, 2]


def test_message_half_written_is_not_seen(queue, tmp_path):
    (tmp_path / "broker" / "queue" / "1_half.half").write_text("")
    with pytest.raises(queue.Empty):
        queue.get(timeout=0.3)


def test_message_is_never_there_before_it_is_whole(queue, tmp_path, monkeypatch):
    seen = []
    replace = config.files_broker.os.replace

    def look_first(half, whole):
        seen.append([path.suffix for path in (tmp_path / "broker" / "queue").iterdir()])
        replace(half, whole)

    monkeypatch.setattr(config.files_broker.os, "replace", look_first)
    queue.put({"bell": 1})
    assert seen == [[".half"]]


def test_deleted_folder_comes_back(queue, tmp_path):
    shutil.rmtree(tmp_path / "broker")
    with pytest.raises(queue.Empty):
        queue.get(timeout=0.3)
    queue.put({"bell": 1})
    assert queue.get(timeout=5).payload == {"bell": 1}


def test_table_that_is_being_written_is_read_again(queue, tmp_path):
    file = tmp_path / "broker" / "control" / f"{tmp_path.name}.exchange"
    table, words = queue.channel.get_table(tmp_path.name), file.read_bytes()
    file.write_bytes(b"")
    threading.Timer(0.2, file.write_bytes, [words]).start()
    assert queue.channel.get_table(tmp_path.name) == table


def test_worker_uses_it_unless_there_is_redis(settings):
    assert settings.CELERY_BROKER_URL.startswith("redis" if settings.REDIS_URL else "files")
    assert app.connection().transport_cls
