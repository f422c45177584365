"""A question to Jane about who leads help with family conflict: not written yet, on its way, late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Ask, Flag
from tests import factories


@pytest.fixture
def flag(room):
    return Flag.objects.get(case=room, rule="fit_not_asked", need__slug="family-conflict")


@pytest.fixture
def new(room, flag):
    return f"/room/{room.key}/questions/new/?f={flag.key}"


@pytest.fixture
def jane(room):
    return factories.member(room, "Jane")


@pytest.fixture
def sent(as_parent, new, jane):
    """A question on its way to Jane, about who leads help with family conflict."""
    form = {"do": "sent", "to": jane.key, "text": "Could you lead this?", "remind": "5", "channel": "email"}
    as_parent.post(new, form)
    return Ask.objects.get()


@pytest.fixture
def url(room, sent):
    return f"/room/{room.key}/questions/{sent.key}/"


@pytest.fixture
def late(sent):
    Ask.objects.update(due_on="2026-01-05", asked_at=timezone.now() - timedelta(days=20))
    return sent
