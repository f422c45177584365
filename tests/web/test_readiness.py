"""Ready means: the database answers, is migrated, and the sweeps run."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from notify.models import Delivery, Heartbeat
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def swept():
    def beat(name, seconds_ago):
        Heartbeat.objects.update_or_create(name=name, defaults={"at": now() - timedelta(seconds=seconds_ago)})

    return beat


@pytest.fixture
def well(swept, settings):
    """Every recurring job ran just now."""
    for name in settings.CELERY_BEAT_SCHEDULE:
        swept(name, 20)


@pytest.fixture
def in_the_outbox(parent):
    def put(state, minutes_ago):
        at = now() - timedelta(minutes=minutes_ago)
        what = {"kind": "test.news", "event": f"thing:{minutes_ago}", "dedupe_key": state}
        Delivery.objects.create(recipient=parent, **what, state=state, not_before=at, created_at=at)

    return put


def test_ready_when_every_sweep_ran_lately(client, well, swept):
    swept("notify.deliver", 170)
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "cases.bring_up_to_date",
        "cases.remind_unanswered",
        "cases.return_put_off_flags",
        "notify.deliver",
    ],
)
def test_not_ready_while_a_job_of_the_schedule_never_ran(client, well, name):
    Heartbeat.objects.filter(name=name).delete()
    response = client.get("/readyz")
    assert (response.status_code, response.json()["never swept"]) == (503, [name])


@pytest.mark.parametrize("state", ["waiting", "sending"])
@pytest.mark.parametrize(("minutes_ago", "status"), [(-60, 200), (14, 200), (16, 503)])
def test_not_ready_when_something_due_lies_in_the_outbox(
    client, well, in_the_outbox, state, minutes_ago, status
):
    in_the_outbox(state, minutes_ago)
    response = client.get("/readyz")
    assert response.status_code == status
    assert response.json()["oldest due mail"] == pytest.approx(max(minutes_ago, 0) * 60, abs=30)


def test_what_was_given_up_is_counted_and_says_nothing_about_readiness(client, well, in_the_outbox):
    in_the_outbox("dead", 60)
    in_the_outbox("sent", 50)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["given up"]) == (200, 1)


def test_not_ready_when_one_sweep_is_three_minutes_old(client, well, swept):
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
