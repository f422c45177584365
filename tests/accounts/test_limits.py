"""Limits on tries: for the one who tries, not for the one who is tried."""

import socket
import time

import pytest
from django.core.cache import cache
from django.test import Client

from config.stores import caches as made_for
from tests.factories import PASSWORD
from tests.servers import free_port
from web.cache import away

pytestmark = pytest.mark.django_db
EMAIL = "renee@example.org"


def tries(count, *, address="198.51.100.1", password="wrong wrong wrong", **more):
    """The last of so many sign-ins from one address."""
    for _ in range(count):
        form = {"login": EMAIL, "password": password}
        answer = Client(REMOTE_ADDR=address).post("/sign-in/", form, **more)
    return answer


def slowed_down(answer):
    return "Wait a few minutes" in answer.content.decode()


def test_stranger_who_guesses_does_not_lock_the_owner_out(parent):
    assert slowed_down(tries(6))
    assert tries(1, address="203.0.113.9", password=PASSWORD).status_code == 302


def test_whoever_guessed_stays_slowed_down(parent):
    tries(6)
    assert slowed_down(tries(1, password=PASSWORD))


def test_made_up_forwarding_header_buys_no_more_tries(parent):
    for number in range(5):
        tries(1, headers={"x-forwarded-for": f"203.0.113.{number}"})
    assert slowed_down(tries(1, headers={"x-forwarded-for": "203.0.113.200"}))


def test_behind_our_proxy_each_visitor_counts_alone(parent, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert slowed_down(tries(6, address="10.0.0.1", headers={"x-forwarded-for": "198.51.100.1"}))
    answer = tries(1, address="10.0.0.1", password=PASSWORD, headers={"x-forwarded-for": "203.0.113.9"})
    assert answer.status_code == 302


@pytest.fixture
def without_redis(settings):
    """The cache as production has it, with a Redis nobody listens for."""
    settings.CACHES = made_for(f"redis://127.0.0.1:{free_port()}/0")
    away["until"] = 0.0
    yield
    away["until"] = 0.0


def test_every_door_opens_without_redis(without_redis, parent):
    assert tries(1, password=PASSWORD).status_code == 302
    new = {"email": "new@example.org", "password1": "four little words go"}
    assert Client().post("/join/", new).headers["Location"] == "/start/"
    assert Client().post("/reset/", {"email": EMAIL}).headers["Location"] == "/reset/sent/"
    assert Client().post("/sign-in/code/", {"email": EMAIL}).status_code == 302
    assert Client().get("/api/v1/states/").status_code == 200


def test_limits_hold_without_redis(without_redis, parent):
    assert slowed_down(tries(6))


def test_a_redis_that_is_away_is_left_alone_for_a_while(without_redis, parent, caplog):
    tries(3)
    assert caplog.text.count("Redis is away") == 1


def test_a_redis_that_hangs_costs_a_second(settings, parent):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.CACHES = made_for(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        away["until"] = 0.0
        began = time.monotonic()
        assert cache.get("anything") is None
        assert time.monotonic() - began < 2.5
    away["until"] = 0.0
