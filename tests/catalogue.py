"""The real catalogue for every database test: loaded once per test database, kept through flushes."""

from datetime import UTC, datetime

import pytest

LOADED_AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def load() -> None:
    """Nothing is written when the catalogue already stands in the database."""
    from roles.loading.services import load_catalogue

    load_catalogue(at=LOADED_AT)


def flushes(request) -> bool:
    """Does this test run outside a transaction, so that all tables are emptied when it ends?"""
    marker = request.node.get_closest_marker("django_db")
    asks = {"transactional_db", "live_server", "django_db_serialized_rollback"} & set(request.fixturenames)
    return bool(asks) or bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        load()


@pytest.fixture(autouse=True)
def _catalogue_after_a_flush(request):
    """A test that commits empties the tables behind it: load again before the next one that does."""
    if flushes(request):
        request.getfixturevalue("transactional_db")
        load()


@pytest.fixture
def catalogue(db):
    """The loaded catalogue as plain values."""
    from roles.reader import current_catalogue

    return current_catalogue()


@pytest.fixture
def catalogue_db(catalogue):
    """For tests that only need the rows to be there."""
    return catalogue
