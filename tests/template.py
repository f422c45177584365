"""A PostgreSQL database with tables and catalogue, made once per run: each worker's test database is a copy.

Usage: python -m tests.template, on the database that the settings name.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django
import psycopg
from django.core.management import call_command
from django.db import connections

from tests.servers import clean_environment

ROOT = Path(__file__).parents[1]
NAME = "room_template"
NAMED_BY = "TEST_TEMPLATE"
"""The variable that tells pytest's processes which database to copy."""


def make_template(server: str) -> str:
    """``server`` is the address of a database there. Returns the name of the template."""
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(f"CREATE DATABASE {NAME}")
    with TemporaryDirectory() as var:
        env = clean_environment(Path(var), ROOM_DATABASE_URL=f"{server.rpartition('/')[0]}/{NAME}")
        argv = [sys.executable, "-m", "tests.template"]
        subprocess.run(argv, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return NAME


def copy_from(name: str) -> None:
    """Test databases of this process are copies of the database of this name."""
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = name


def fill() -> None:
    from tests.catalogue import keep, load

    call_command("migrate", verbosity=0)
    load()
    keep()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    fill()
