"""What a room's flags would be by now is worked out without writing, and written as worked out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.keys import key_for
from cases.models import Flag
from cases.reader import read
from cases.reconcile import reconcile
from cases.services.flags import sort_flag
from cases.services.recheck import recheck
from web.clock import now

pytestmark = pytest.mark.django_db
SHOWN = ("key", "fingerprint", "state", "level", "why", "params", "evidence", "need_id", "member_id")


def shown(flags):
    return {flag.fingerprint: [getattr(flag, name) for name in SHOWN] for flag in flags}


def worked_out(room):
    held = list(Flag.objects.filter(case=room).order_by("pk"))
    return reconcile(room, read(room, now=now()), held, at=now())


def test_what_is_worked_out_is_what_is_written_then(room):
    Flag.objects.filter(case=room).first().delete()
    gone = Flag.objects.filter(case=room).last()
    Flag.objects.filter(pk=gone.pk).update(fingerprint="no_supervisor:-:0", key="gone")
    Flag.objects.filter(case=room, state="open").exclude(key="gone").update(level="know")
    expected = worked_out(room)
    assert [flag.state for flag in expected.flags if flag.key == "gone"] == ["settled"]
    recheck(case=room)
    assert shown(Flag.objects.filter(case=room)) == shown(expected.flags)


def test_working_it_out_writes_nothing(room):
    Flag.objects.filter(case=room).first().delete()
    with CaptureQueriesContext(connection) as asked:
        found = worked_out(room)
    assert [flag.pk for flag, _ in found.opened] == [None]
    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []


def test_nothing_changes_in_a_room_that_is_up_to_date(room):
    found = worked_out(room)
    assert (found.opened, found.changed, found.moved) == ([], [], [])


def test_what_settled_opens_again_and_what_a_person_decided_stays(room, parent):
    first, second = Flag.objects.filter(case=room, state="open")[:2]
    sort_flag(flag=second, by=parent)
    Flag.objects.filter(pk=first.pk).update(state="settled", settled_at=now())
    found = worked_out(room)
    assert [(flag.pk, was, flag.state) for flag, was in found.moved] == [(first.pk, "settled", "open")]
    assert found.moved[0][0].settled_at is None
    assert [flag.state for flag in found.flags if flag.pk == second.pk] == ["sorted"]


def test_an_address_is_known_before_there_is_a_row_and_to_nobody_else(room):
    flags = Flag.objects.filter(case=room)
    assert {flag.key for flag in flags} == {key_for(room.key, flag.fingerprint) for flag in flags}
    assert {len(flag.key) for flag in flags} == {22}
    flag = flags.first()
    assert key_for("another room", flag.fingerprint) != flag.key
