"""The real catalogue for every database test: loaded once per test database, put back after flushes."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests.template import NAMED_BY, copy_from

LOADED_AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
WRITTEN_BY_A_LOAD = ("roles", "audit")
KEPT = "kept_"


def load() -> None:
    from roles.loading.services import load_catalogue

    load_catalogue(at=LOADED_AT)


def tables() -> Iterator[tuple[str, str]]:
    """Each table a load writes to, and the name of its copy, which no flush knows."""
    for app in WRITTEN_BY_A_LOAD:
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            yield model._meta.db_table, KEPT + model._meta.db_table


def keep() -> None:
    with connection.cursor() as cursor:
        for table, copy in tables():
            cursor.execute(f"DROP TABLE IF EXISTS {copy}")
            cursor.execute(f"CREATE TABLE {copy} AS SELECT * FROM {table}")


def put_back() -> None:
    """What was kept, row by row and with the same keys, into tables that were emptied."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, copy in tables():
            cursor.execute(f"DELETE FROM {table}")
            cursor.execute(f"INSERT INTO {table} SELECT * FROM {copy}")


def flushes(request) -> bool:
    """Does this test run outside a transaction, so that all tables are emptied when it ends?"""
    marker = request.node.get_closest_marker("django_db")
    asks = {"transactional_db", "live_server", "django_db_serialized_rollback"} & set(request.fixturenames)
    return bool(asks) or bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    if NAMED_BY in os.environ:
        copy_from(os.environ[NAMED_BY])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        if NAMED_BY not in os.environ:  # a copy of the template has it
            load()
            keep()


@pytest.fixture(autouse=True)
def _catalogue_after_a_flush(request):
    """A test that commits empties the tables behind it: put all back before the next one that does."""
    if flushes(request):
        request.getfixturevalue("transactional_db")
        put_back()


@pytest.fixture
def catalogue(db):
    """The loaded catalogue as plain values."""
    from roles.reader import current_catalogue

    return current_catalogue()


@pytest.fixture
def catalogue_db(catalogue):
    """For tests that only need the rows to be there."""
    return catalogue
