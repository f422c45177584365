"""People at the door."""

import re
import time

import pytest
import time_machine
from django.core.cache import cache

from tests.factories import PASSWORD


@pytest.fixture(autouse=True)
def _nobody_tried_before(db):
    """Rate limits count tries in the cache; each test starts with none."""
    cache.clear()


@pytest.fixture
def sign_in(client):
    def post(email="renee@example.org", password=PASSWORD, **more):
        return client.post("/sign-in/", {"login": email, "password": password, **more})

    return post


@pytest.fixture
def first_link(mailoutbox):
    """The first link of the newest mail, without the host."""

    def find():
        return re.search(r"https?://[^/]+(/\S+)", mailoutbox[-1].body)[1]

    return find


@pytest.fixture
def time_machine_at():
    """A stretch of time some seconds from now."""
    return lambda seconds: time_machine.travel(time.time() + seconds)
