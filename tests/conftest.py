"""The cast: one family, another family, a coach, a stranger, a curator. Introduced once, used everywhere."""

import os
from datetime import UTC, datetime

import pytest

from tests import factories

# Playwright keeps an event loop in the main thread; the tests themselves are synchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = ["tests.at_once", "tests.catalogue", "tests.prepared", "tests.quick", "tests.visitor"]


@pytest.fixture
def moment() -> datetime:
    """A Monday morning without a holiday near it."""
    return datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


@pytest.fixture
def parent(db):
    return factories.user("renee@example.org", display_name="Renee")


@pytest.fixture
def other_parent(db):
    return factories.user("other@example.org", display_name="Alex")


@pytest.fixture
def coach(db):
    return factories.user("dana@example.org", display_name="Dana", is_coach=True)


@pytest.fixture
def stranger(db):
    """A coach of other families."""
    return factories.user("stranger@example.org", display_name="Sam", is_coach=True)


@pytest.fixture
def curator(db):
    return factories.user("curator@example.org", display_name="Kim", is_curator=True, is_staff=True)


@pytest.fixture
def room(catalogue, parent):
    """Sunny's room in Oregon: four needs, three people, nothing agreed yet."""
    return factories.sunnys_room(parent)


@pytest.fixture
def shared_room(room, coach, parent):
    """Sunny's room, with Dana looking in."""
    factories.share(room, coach, parent)
    return room


@pytest.fixture
def as_parent(client, parent):
    client.force_login(parent)
    return client


@pytest.fixture
def as_coach(client, coach):
    client.force_login(coach)
    return client


@pytest.fixture
def as_stranger(client, other_parent):
    client.force_login(other_parent)
    return client
