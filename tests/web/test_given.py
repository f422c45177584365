"""Many plain values in one statement: what goes in comes out, on either database."""

from datetime import UTC, datetime

import pytest

from accounts.models import User
from notify.models import Delivery
from web.given import among, picked, write

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 3, 9, 16, 0, 0, 123456, tzinfo=UTC)
EVENTS = [
    "plain",
    'it\'s "quoted"',
    "back\\slash and %s and %(name)s",
    "two\nlines\tand a tab",
    "Zoë 🦊 \u2028",
    "{braces}",
    "",
]
COLUMNS = {"event": str, "not_before": datetime, "payload": dict, "recipient_id": int}
INSERT = """
INSERT INTO notify_delivery (event, not_before, payload, recipient_id, dedupe_key, to_email, kind, stage,
                             state, claim, attempts, trouble, created_at)
SELECT event, not_before, payload, recipient_id, event, 'a@example.org', %(kind)s, 0, 'waiting', '', 0, '',
       %(at)s
FROM {given}
"""


@pytest.fixture
def people():
    return [User.objects.create(email=f"{n}@example.org") for n in range(3)]


@pytest.fixture
def written(people):
    rows = [(event, MOMENT, {"said": event, "n": n}, people[0].pk) for n, event in enumerate(EVENTS)]
    assert (
        write(COLUMNS, [*rows, ("nobody", MOMENT, {}, None)], INSERT, kind="it's", at=MOMENT)
        == len(EVENTS) + 1
    )


@pytest.mark.usefixtures("written")
def test_any_text_number_moment_and_nothing_at_all_arrive_as_they_were():
    found = Delivery.objects.order_by("pk").values_list(
        "event", "not_before", "payload", "kind", "created_at"
    )
    same = [(event, MOMENT, {"said": event, "n": n}, "it's", MOMENT) for n, event in enumerate(EVENTS)]
    assert list(found)[:-1] == same
    assert Delivery.objects.get(event="nobody").recipient is None


@pytest.mark.usefixtures("written")
def test_rows_are_found_by_what_is_given_together():
    one = User.objects.get(email="0@example.org").pk
    same = "d.event = given.event AND d.recipient_id = given.who AND d.kind = %s"
    select = f"SELECT d.id FROM {{given}}, notify_delivery d WHERE {same}"
    rows = [(one, EVENTS[1]), (one + 1, EVENTS[2])]
    found = Delivery.objects.filter(pk__in=picked({"who": int, "event": str}, rows, select, "it's"))
    assert [row.event for row in found] == [EVENTS[1]]


def test_an_update_changes_each_row_to_its_own_values(people):
    rows = [(people[0].pk, "Ana"), (people[2].pk, "Ben")]
    change = (
        "UPDATE accounts_user SET display_name = given.name FROM {given} WHERE accounts_user.id = given.id"
    )
    assert write({"id": int, "name": str}, rows, change) == 2
    assert list(User.objects.order_by("pk").values_list("display_name", flat=True)) == ["Ana", "", "Ben"]


def test_a_moment_told_in_another_zone_is_the_same_moment(people):
    there = datetime.fromisoformat("2026-03-09T09:00:00.123456-07:00")
    change = "UPDATE accounts_user SET date_joined = given.at FROM {given} WHERE accounts_user.id = given.id"
    write({"id": int, "at": datetime}, [(people[0].pk, there)], change)
    assert User.objects.get(date_joined=MOMENT) == people[0]


def test_ids_are_among_many(people):
    assert User.objects.filter(pk__in=among(one.pk for one in people[:2])).count() == 2
    assert User.objects.filter(pk__in=among(range(10**6, 10**6 + 50_000))).count() == 0


def test_nothing_given_writes_and_finds_nothing(people):
    assert not User.objects.filter(pk__in=among([])).exists()
    assert write({"id": int}, [], "UPDATE accounts_user SET is_active = false FROM {given} WHERE false") == 0
