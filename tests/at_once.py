"""Several people at the same moment: threads on one database. A pytest plugin with the fixture."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """Call it to let threads work on one database: SQLite's in-memory one cannot be shared as a file can.

    The name is put back before the database fixture ends: it closes its connection then, and an in-memory
    database that goes by a file's name would be gone for every test after this one.
    """
    with pytest.MonkeyPatch.context() as patch:

        def share():
            if connection.vendor == "sqlite" and connection.is_in_memory_db():
                copy = sqlite3.connect(tmp_path / "db.sqlite3")
                connection.connection.backup(copy)
                copy.execute("PRAGMA journal_mode=WAL")  # once: to change it, SQLite waits for nobody
                copy.close()
                patch.setitem(connections.settings["default"], "NAME", str(tmp_path / "db.sqlite3"))

        yield share


def at_once(*acts):
    """Run each act in a thread of its own, all from the same moment; what each gave, in their order."""
    start = Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [job.result() for job in [pool.submit(run, act) for act in acts]]


def together(count, act):
    """Run one act in many threads at the same moment; what each gave."""
    return at_once(*[act] * count)
