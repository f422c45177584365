"""Ready means: the database answers, is migrated, and the sweeps run."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from notify.models import Heartbeat
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def swept():
    def beat(name, seconds_ago):
        Heartbeat.objects.update_or_create(name=name, defaults={"at": now() - timedelta(seconds=seconds_ago)})

    return beat


def test_ready_when_every_sweep_ran_lately(client, swept):
    swept("cases.remind_unanswered", 20)
    swept("notify.deliver", 170)
    assert client.get("/readyz").status_code == 200


def test_not_ready_when_one_sweep_is_three_minutes_old(client, swept):
    swept("cases.remind_unanswered", 20)
    swept("notify.deliver", 181)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["sweeps"]["notify.deliver"] >= 181


def test_not_ready_before_the_first_sweep(client):
    assert client.get("/readyz").json()["ready"] is False


def test_not_ready_when_the_database_does_not_answer(client):
    def refuse(*_):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "database": "no answer"}
