"""The record of acts: who looked and who changed what. Entries are added, never changed."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from audit.services import record, record_read
from cases.services.sharing import end_share
from coaching.models import Thread
from web.clock import now

pytestmark = pytest.mark.django_db


def opened(**which):
    return Entry.objects.filter(verb="opened", **which)


@pytest.fixture
def pages(shared_room):
    home = f"/room/{shared_room.key}/"
    return [home, f"{home}questions/", f"{home}sheet/", f"{home}log/", f"{home}team/", f"{home}needs/"]


@pytest.fixture
def chat(shared_room, coach):
    return Thread.objects.create(case=shared_room, coach=coach, created_at=now())


def test_a_coach_who_looks_into_a_room_is_on_record_once_a_day(as_coach, pages, shared_room, coach):
    assert {as_coach.get(page).status_code for page in pages * 2} == {200}
    entry = opened().get()
    assert (entry.actor, entry.case_id, entry.object_kind) == (coach, shared_room.pk, "cases.case")


def test_the_next_day_is_another_entry(shared_room, coach, time_machine, moment):
    for hours in (0, 1, 24, 25):
        time_machine.move_to(moment + timedelta(hours=hours), tick=False)
        record_read(by=coach, on=shared_room, case_id=shared_room.pk)
    assert opened().count() == 2


def test_reading_the_thread_is_on_record_too(as_coach, chat, coach):
    for _ in range(2):
        assert as_coach.get(f"/messages/{chat.key}/").status_code == 200
    assert opened().get().object_kind == "coaching.thread"


def test_asking_whether_the_thread_is_there_shows_nothing_and_is_not_on_record(as_coach, chat):
    assert as_coach.head(f"/messages/{chat.key}/").status_code == 200
    assert not opened().exists()


def test_the_parents_own_look_writes_nothing(as_parent, pages, chat):
    entries = Entry.objects.count()
    for page in [*pages, f"/messages/{chat.key}/"]:
        assert as_parent.get(page).status_code == 200
    assert Entry.objects.count() == entries


def test_a_stranger_who_gets_nothing_is_not_on_record(as_stranger, pages):
    assert {as_stranger.get(page).status_code for page in pages} == {404}
    assert not opened().exists()


def test_a_coach_turned_away_from_a_form_has_opened_nothing(as_coach, shared_room):
    assert as_coach.get(f"/room/{shared_room.key}/child/").status_code == 403
    assert not opened().exists()


def test_after_sharing_ended_nothing_is_opened(as_coach, pages, shared_room, parent):
    end_share(share=shared_room.shares.get(), by=parent)
    assert as_coach.get(pages[0]).status_code == 404
    assert not opened().exists()


def test_a_coach_asks_as_often_the_second_time_and_at_most_twenty_times(as_coach, pages):
    found = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            as_coach.get(pages[0])
        found.append(len(queries))
    assert found[0] == found[1] <= 20


@pytest.fixture
def entry(parent):
    return record(by=parent, verb="tried", on=parent)


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(verb="forged"),
        lambda entry: Entry.objects.filter(pk=entry.pk).update(at=F("at")),
        lambda entry: Entry.objects.filter(pk=entry.pk).delete(),
        lambda entry: Entry.objects.bulk_update([entry], ["verb"]),
        lambda entry: Entry.objects.update_or_create(pk=entry.pk, defaults={"verb": "forged"}),
    ],
)
def test_an_entry_can_be_neither_changed_nor_deleted(entry, change):
    entry.verb = "forged"
    with pytest.raises(TypeError, match="append-only"), transaction.atomic():
        change(entry)
    assert Entry.objects.get(pk=entry.pk).verb == "tried"


def test_a_person_who_goes_leaves_their_entries_without_a_name(entry, parent):
    parent.delete()
    assert Entry.objects.get(pk=entry.pk).actor is None
