"""After a publication or a new day the worker brings every room up to date, in batches, each room once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.services import save_settings
from cases.models import Case, Flag
from cases.services.behind import LATER, bring_up_to_date, mark_behind
from cases.services.recheck import recheck
from cases.services.rooms import start_room
from cases.tasks import up_to_date
from notify.models import Heartbeat
from roles.models import CatalogueVersion
from roles.signals import catalogue_published
from tests import factories
from tests.at_once import at_once
from tests.cases.days import at
from web.clock import now

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


@pytest.fixture
def rooms(room, other_parent):
    """Two families' rooms, rechecked at noon, where the second has lost a flag since."""
    other = factories.sunnys_room(other_parent)
    for case in (room, other):
        recheck(case=case, now=NOON)
    Flag.objects.filter(case=other, state="open").first().delete()
    return room, other


def waits(case):
    return Case.objects.get(pk=case.pk).recheck_at


def behind():
    mark_behind(Case.objects.all(), at=NOON)


def test_a_room_is_due_again_when_the_next_day_begins_where_the_family_lives(room, parent):
    User.objects.filter(pk=parent.pk).update(time_zone="America/New_York")
    recheck(case=Case.objects.get(pk=room.pk), now=NOON)
    assert waits(room) == at("2026-03-03 00:00", "America/New_York")
    User.objects.filter(pk=parent.pk).update(time_zone="America/Los_Angeles")
    recheck(case=Case.objects.get(pk=room.pk), now=NOON)
    assert waits(room) == at("2026-03-03 00:00", "America/Los_Angeles")


def test_nothing_is_due_before_that(rooms):
    assert bring_up_to_date(now=NOON) == 0
    assert bring_up_to_date(now=min(map(waits, rooms)) - timedelta(seconds=1)) == 0


def test_a_new_day_brings_each_room_up_to_date_once(rooms):
    midnight = max(map(waits, rooms))
    assert bring_up_to_date(now=midnight) == 2
    assert Flag.objects.filter(case=rooms[1]).count() == Flag.objects.filter(case=rooms[0]).count()
    assert waits(rooms[0]) == midnight + timedelta(days=1)
    assert bring_up_to_date(now=midnight) == 0


def test_a_publication_marks_every_room_with_one_statement(rooms, parent):
    begun = start_room(by=parent, nickname="Bee")
    with CaptureQueriesContext(connection) as asked:
        catalogue_published.send(sender=CatalogueVersion, number=2)
    assert [query["sql"].split()[0] for query in asked] == ["UPDATE"]
    assert all(waits(case) <= now() for case in rooms)
    assert waits(begun) is None
    assert bring_up_to_date(now=now()) == 2


def test_letters_are_read_again_with_the_newer_catalogue(rooms):
    jane = factories.member(rooms[0], "Jane")
    jane.credentials.update(kind="unknown", role=None)
    Case.objects.update(evaluated_version=1_000)
    behind()
    bring_up_to_date(now=NOON)
    assert list(jane.credentials.values_list("role__slug", flat=True)) == ["msw", "cswa", "qmhp"]


def test_a_batch_ends_and_the_next_ring_goes_on_where_it_ended(rooms):
    behind()
    assert [bring_up_to_date(now=NOON, most=1) for _ in range(3)] == [1, 1, 0]


def test_a_room_that_cannot_be_worked_out_waits_an_hour_and_keeps_nobody_waiting(rooms, caplog):
    User.objects.filter(pk=rooms[0].owner_id).update(time_zone="Nowhere/At_All")
    behind()
    assert bring_up_to_date(now=NOON) == 1
    assert waits(rooms[0]) == NOON + LATER
    assert waits(rooms[1]) > NOON + LATER
    assert [record.getMessage() for record in caplog.records] == [
        f"recheck of room {rooms[0].pk}: ZoneInfoNotFoundError"
    ]


def test_what_a_worker_took_and_never_did_is_taken_again_after_an_hour(rooms):
    Case.objects.update(recheck_at=NOON + LATER)  # taken, and the worker died
    assert bring_up_to_date(now=NOON) == 0
    assert bring_up_to_date(now=NOON + LATER) == 2


def test_closed_rooms_rest(rooms):
    Case.objects.filter(pk=rooms[0].pk).update(closed_at=NOON)
    behind()
    assert bring_up_to_date(now=NOON) == 1


def test_a_family_that_moves_to_another_zone_has_another_midnight(rooms, parent):
    there = waits(rooms[1])
    save_settings(by=parent, display_name="Renee", time_zone="Pacific/Auckland")
    assert waits(rooms[0]) <= now()
    assert waits(rooms[1]) == there


def test_the_doorbell_leaves_a_heartbeat(rooms):
    up_to_date()
    assert Heartbeat.objects.filter(name="cases.bring_up_to_date").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_gets_each_room(catalogue, rooms, shared_database):
    behind()
    shared_database()
    assert sum(at_once(*[lambda: bring_up_to_date(now=NOON)] * 2)) == 2
    counts = [lambda case=case: Flag.objects.filter(case=case).count() for case in rooms]
    assert len(set(at_once(*counts))) == 1
