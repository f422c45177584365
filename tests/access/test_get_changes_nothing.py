"""Looking changes nothing but what is listed here with its reason, also where a room is behind."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.models import Case, Flag
from coaching.models import Thread
from coaching.services.messages import write_message
from tests.access.addresses import Doors, all_addresses, path_of
from tests.access.expected import EXPECTED
from tests.access.people import gather

pytestmark = pytest.mark.django_db

#: Table -> why a GET may write there, and how the names of such addresses begin ('' is each).
MAY_WRITE = {
    "audit_entry": ("the reading log: that somebody besides the family looked goes on record", "c"),
    "coaching_thread": ("the read mark: who wrote sees that it was read", "coaching:thread"),
    "web_cache": ("how often a program has asked: nobody may ask without end", "api"),
    "django_session": ("who is signed in, and the news for the next page", ""),
}
WRITES = re.compile(r'^\s*(INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"(\w+)"')
WHO = ("owner", "coach", "other coach")
OF_A_ROOM = ("cases:", "coaching:")


@pytest.fixture
def cast(catalogue, settings):
    settings.LOCAL_MAIL_PAGE = False
    return gather()


def as_it_is(room):
    pass


def since_yesterday(room):
    Case.objects.filter(pk=room.pk).update(evaluated_on=room.created_at.date() - timedelta(days=1))


def of_an_older_catalogue(room):
    """Its letters were read otherwise, one flag is new by now and one is gone."""
    Case.objects.filter(pk=room.pk).update(evaluated_version=0)
    for member in room.members.all():
        member.credentials.update(kind="unknown", role=None)
    first, second = Flag.objects.filter(case=room, state="open").order_by("pk")[:2]
    first.delete()
    Flag.objects.filter(pk=second.pk).update(fingerprint="no_supervisor:-:0")


def with_news(cast):
    """The coach has something to read, and the family's next page something to say."""
    doors, thread = Doors(cast), Thread.objects.get(key=cast.words["thread"])
    write_message(thread=thread, by=cast.people["owner"], text="Hello.")
    doors.client("owner").post(f"/room/{cast.room.key}/log/", {"text": "A good day."})
    return doors


def written_by(cast, doors, names):
    """(table, address name) of each write of a GET, and how many were tried."""
    found, tried = set(), 0
    for name, placeholders in sorted({(name, tuple(words)) for name, words in names}):
        for person in WHO:
            client = doors.client(person)
            with transaction.atomic(), CaptureQueriesContext(connection) as asked:
                answer = client.get(path_of(name, list(placeholders), cast.words))
                transaction.set_rollback(True)
            assert answer.status_code != 500, (name, person)
            tried += 1
            found |= {(table, name) for query in asked if (table := table_of(query["sql"]))}
    return found, tried


def table_of(sql):
    match = WRITES.match(sql)
    return match.group(2) if match else ""


def addresses(*spaces):
    return [(name, words) for name, words in all_addresses() if name in EXPECTED and name.startswith(spaces)]


def not_meant(found):
    return {(table, name) for table, name in found if not name.startswith(MAY_WRITE.get(table, ("", "-"))[1])}


def stands_here(table):
    """With Redis the counts of the API are kept there, and in no table."""
    return table != "web_cache" or not settings.REDIS_URL


@pytest.mark.timeout(300)
def test_looking_changes_nothing_but_what_has_a_reason(cast):
    found, tried = written_by(cast, with_news(cast), addresses(""))
    assert not_meant(found) == set()
    assert {table for table, _ in found} == {table for table in MAY_WRITE if stands_here(table)}
    assert tried > len(EXPECTED) * len(WHO) * 0.9


@pytest.mark.timeout(300)
@pytest.mark.parametrize("became", [since_yesterday, of_an_older_catalogue])
def test_looking_at_a_room_that_is_behind_changes_nothing_either(cast, became):
    became(cast.room)
    found, tried = written_by(cast, Doors(cast), addresses(*OF_A_ROOM))
    assert not_meant(found) == set()
    assert tried > 75


def test_a_page_that_writes_is_noticed():
    assert table_of('UPDATE "cases_flag" SET "state" = %s') == "cases_flag"
    assert table_of('INSERT OR IGNORE INTO "audit_entry" ("at") VALUES (1)') == "audit_entry"
    assert table_of('DELETE FROM "cases_flag" WHERE 1') == "cases_flag"
    assert table_of('SELECT "cases_flag"."id" FROM "cases_flag" FOR UPDATE') == ""
    assert not_meant({("cases_flag", "cases:room"), ("coaching_thread", "cases:room")}) == {
        ("cases_flag", "cases:room"),
        ("coaching_thread", "cases:room"),
    }
