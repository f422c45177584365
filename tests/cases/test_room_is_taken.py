"""Who comes second into a room that somebody acts in waits, and has written nothing by then."""

from threading import Event

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from cases.services.team import add_member
from coaching.services.invitations import invite_coach
from tests.at_once import at_once
from web.clock import now

pytestmark = pytest.mark.django_db(transaction=True)
WRITES = ("INSERT", "UPDATE", "DELETE")
SHORT_PATIENCE = {"postgresql": "SET lock_timeout = '300ms'", "sqlite": "PRAGMA busy_timeout = 300"}
ACTS = {
    "invite": lambda case, by: invite_coach(case=case, by=by, email="dana@example.org", now=now()),
    "add": lambda case, by: add_member(case=case, by=by, name="Pat", said="Pat Lee, LCSW"),
}


def meets_a_taken_room(case, act):
    """What ``act`` had written when it gave up waiting for a room somebody else holds.

    Held as an act does it, but for keys: a row that only names the room could be written all the same.
    """
    held, given_up = Event(), Event()

    def holds():
        with transaction.atomic():
            Case.objects.select_for_update(no_key=True).get(pk=case.pk)
            held.set()
            given_up.wait(60)

    def waits():
        held.wait(60)
        try:
            with connection.cursor() as cursor:
                cursor.execute(SHORT_PATIENCE[connection.vendor])
            with CaptureQueriesContext(connection) as asked, pytest.raises(OperationalError):
                act()
        finally:
            given_up.set()
        return [query["sql"] for query in asked if query["sql"].startswith(WRITES)]

    return at_once(holds, waits)[1]


@pytest.mark.parametrize("name", ACTS)
def test_who_comes_second_waits_and_has_written_nothing(name, room, parent, shared_database):
    shared_database()
    assert meets_a_taken_room(room, lambda: ACTS[name](room, parent)) == []
