"""The room's log, read by the parent and by others."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(shared_room, parent):
    factories.waiting_ask(shared_room, parent)
    return reverse("cases:log", args=[shared_room.key])


def test_the_parent_reads_you(as_parent, log):
    assert b"You asked Jane a question." in as_parent.get(log).content


def test_the_coach_reads_the_parents_name(as_coach, log):
    page = as_coach.get(log).content
    assert b"Renee asked Jane a question." in page
    assert b"You asked" not in page
