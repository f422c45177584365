"""A pytest plugin for a process that reads one file with a fault in it, and gets its tables ready made."""

import json
import os
import sqlite3
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest

FILE, SOURCE, TABLES = json.loads(Path(os.environ["FAULT"]).read_text())
read = SourceFileLoader.get_code


def read_with_fault(self: SourceFileLoader, fullname: str) -> CodeType | None:
    if os.path.abspath(self.path) == FILE:
        return compile(SOURCE, FILE, "exec")
    return read(self, fullname)


SourceFileLoader.get_code = read_with_fault  # type: ignore[method-assign]


def pytest_configure(config: pytest.Config) -> None:
    """Tables are made as the models are, and filled from the copy instead of the catalogue's files."""
    if not Path(TABLES).exists():
        return
    from tests import catalogue

    config.option.nomigrations = True
    catalogue.load, catalogue.keep = fill, lambda: None


def fill() -> None:
    from django.db import connection

    connection.ensure_connection()
    copy = sqlite3.connect(TABLES)
    copy.backup(connection.connection)
    copy.close()
