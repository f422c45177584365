"""A person, a clock that stands still, and two kinds of message."""

import copy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.template import engines

from notify import kinds
from notify.kinds import Kind
from notify.services import enqueue

NOON = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _templates(settings):
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"].append(Path(__file__).parent / "templates")
    settings.TEMPLATES = templates
    yield
    engines._engines = {}


@pytest.fixture
def parent(db):
    return get_user_model().objects.create_user("parent@example.org", "correct-horse-staple")


@pytest.fixture
def other(db):
    return get_user_model().objects.create_user("other@example.org", "correct-horse-staple")


class Clock:
    """A clock a test moves by hand."""

    def __init__(self):
        self.time = NOON

    def __call__(self):
        return self.time

    def pass_(self, duration):
        self.time += duration


@pytest.fixture
def clock():
    return Clock()


def new_things(count):
    return f"You have {count} new thing{'' if count == 1 else 's'}"


@pytest.fixture
def register(monkeypatch):
    """Register a kind for one test; ``register(still_wanted=...)`` changes what it answers."""
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))

    def _register(name="test.news", **changes):
        kind = Kind(
            name=name,
            subject=new_things,
            template="something_new.txt",
            still_wanted=lambda delivery: True,
            context=lambda delivery: {},
        )
        kinds.register(replace(kind, **changes))

    return _register


@pytest.fixture
def due(parent, clock):
    """Write a row that is due now."""

    def _due(event="thing:1", recipient=parent, kind="test.news", **more):
        fields = {"stage": 0, "payload": {}, "not_before": clock(), "at": clock(), **more}
        return enqueue(recipient=recipient, kind=kind, event=event, **fields)

    return _due
