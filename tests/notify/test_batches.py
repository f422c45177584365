"""A batch is claimed at once and looked at at once; each letter is marked as it leaves, and none too late."""

import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notify.delivery import MAX_TRIES, deliver_due
from notify.kinds import Door, at_any_hour
from notify.lease import LOOK_HOLDS
from notify.models import Delivery

pytestmark = pytest.mark.django_db


class Watched(EmailBackend):
    """Does what a test says before it takes each letter, and when somebody calls."""

    before: list = []
    on_call: list = []

    def open(self):
        for act in self.on_call:
            act()

    def send_messages(self, messages):
        for act in self.before:
            act()
        return super().send_messages(messages)


@pytest.fixture
def watched(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{__name__}.Watched"
    monkeypatch.setattr(Watched, "before", [])
    monkeypatch.setattr(Watched, "on_call", [])
    return Watched


@pytest.fixture
def dues(due):
    def _dues(count):
        for n in range(count):
            due(f"thing:{n}")

    return _dues


def rows(*fields):
    return list(Delivery.objects.order_by("pk").values_list(*fields))


def test_each_mail_more_takes_one_statement_more(register, dues, clock):
    register()
    counts = []
    for some in (3, 12):
        dues(some)
        with CaptureQueriesContext(connection) as asked:
            assert deliver_due(clock=clock) == some
        counts.append(len(asked))
        Delivery.objects.all().delete()
    assert counts[1] - counts[0] == 12 - 3


def test_a_kind_is_asked_once_for_all_of_its_rows(register, dues, clock):
    looked = []

    def together(some, now):
        looked.append([row.event for row in some])
        return Door(lambda row: row.event != "thing:1", at_any_hour, lambda row: {"more": row.event})

    register(together=together)
    dues(3)
    assert deliver_due(clock=clock) == 2
    assert looked == [["thing:0", "thing:1", "thing:2"]]
    assert rows("state") == [("sent",), ("dropped",), ("sent",)]


def test_rows_of_a_kind_that_cannot_be_looked_at_are_put_off_and_others_leave(register, due, clock):
    register("test.broken", together=lambda rows, now: 1 / 0)
    register()
    due("thing:0", kind="test.broken")
    due("thing:1")
    assert deliver_due(clock=clock) == 1
    assert rows("state", "trouble") == [("waiting", "ZeroDivisionError"), ("sent", "")]


def test_letters_are_marked_one_by_one(register, dues, clock, watched):
    """Whatever ends the run leaves one letter in doubt, not a batch."""
    register()
    dues(3)
    seen = []
    watched.before.append(lambda: seen.append([state for (state,) in rows("state")]))
    deliver_due(clock=clock)
    assert seen == [
        ["sending", "sending", "sending"],
        ["sent", "sending", "sending"],
        ["sent", "sent", "sending"],
    ]


def test_a_worker_told_to_stop_leaves_the_letters_it_had_not_begun_free(register, dues, clock, watched):
    register()
    dues(4)

    def stop():
        if len(mail.outbox) == 1:
            raise SystemExit

    watched.before.append(stop)
    with pytest.raises(SystemExit):
        deliver_due(clock=clock)
    states = [("sent", 1), ("sending", 1), ("waiting", 0), ("waiting", 0)]
    assert rows("state", "attempts") == states
    watched.before.clear()
    assert deliver_due(clock=clock) == 2


@pytest.mark.parametrize("by", ["the clock", "a clock that stands still"])
def test_no_letter_is_begun_in_the_second_half_of_a_lease(by, register, dues, clock, watched, settings):
    settings.DELIVERY_LEASE_SECONDS = 1.0
    register()
    dues(4)
    pass_ = (lambda: clock.pass_(timedelta(seconds=0.5))) if by == "the clock" else (lambda: time.sleep(0.5))
    watched.before.append(pass_)
    assert deliver_due(clock=clock) == 4
    assert len(set(rows("claim"))) == 4
    assert {row[1:] for row in rows("claim", "state", "attempts")} == {("sent", 1)}


def test_a_run_that_comes_too_late_for_a_single_letter_leaves_all_to_the_next(
    register, dues, clock, settings
):
    settings.DELIVERY_LEASE_SECONDS = 10
    register(still_wanted=lambda row: clock.pass_(timedelta(seconds=6)) or True)
    dues(2)
    assert deliver_due(clock=clock) == 0
    assert rows("state", "attempts") == [("waiting", 0), ("waiting", 0)]


def test_a_letter_that_took_long_to_write_is_not_begun_too_late(register, dues, clock, settings):
    """The first letter of a worker loads all addresses of the site: that may take a lease."""
    settings.DELIVERY_LEASE_SECONDS = 10
    slow = [6]
    register(context=lambda row: {"more": clock.pass_(timedelta(seconds=slow.pop() if slow else 0)) or ""})
    dues(2)
    assert (deliver_due(clock=clock), len(mail.outbox)) == (0, 0)
    assert rows("state", "attempts") == [("waiting", 0), ("waiting", 0)]
    assert deliver_due(clock=clock) == 2


def test_what_was_asked_at_the_door_is_asked_again_after_a_while(register, dues, clock, watched):
    wanted = {"thing:0", "thing:1", "thing:2"}
    register(still_wanted=lambda row: row.event in wanted)
    dues(3)

    def an_answer_comes():
        wanted.discard("thing:2")
        clock.pass_(timedelta(seconds=LOOK_HOLDS))

    watched.before.append(an_answer_comes)
    assert deliver_due(clock=clock) == 2
    assert rows("state") == [("sent",), ("sent",), ("dropped",)]


def test_a_mail_server_that_goes_away_within_a_batch_costs_the_rest_no_try(register, dues, clock, watched):
    register()
    dues(4)

    def hangs_up():
        if len(mail.outbox) == 1:
            watched.on_call.append(lambda: (_ for _ in ()).throw(ConnectionRefusedError()))
            raise ConnectionResetError

    watched.before.append(hangs_up)
    assert deliver_due(clock=clock) == 1
    assert rows("state", "attempts") == [("sent", 1), ("waiting", 1), ("waiting", 0), ("waiting", 0)]


def test_the_line_is_opened_once_for_a_batch_and_again_after_trouble(register, dues, clock, watched):
    register()
    dues(5)
    calls = []
    watched.on_call.append(lambda: calls.append("call"))

    def refuses_one():
        if len(mail.outbox) == 2 and len(calls) == 1:
            raise ConnectionResetError

    watched.before.append(refuses_one)
    assert deliver_due(clock=clock) == 4
    assert len(calls) == 2


@pytest.mark.parametrize(
    "risky", [{"attempts": MAX_TRIES - 1}, {"state": "sending", "attempts": 1, "claim": "dead"}]
)
def test_a_row_that_may_be_the_one_that_kills_workers_is_claimed_alone(risky, register, dues, clock):
    register()
    dues(3)
    lease = {"lease_until": clock()} if "state" in risky else {}
    Delivery.objects.filter(event="thing:1").update(**risky, **lease)
    assert deliver_due(clock=clock) == 3
    first, alone, third = rows("claim")
    assert first == third != alone


def test_a_batch_that_dies_charges_its_other_rows_one_try_at_most(register, dues, clock, watched):
    """One letter kills every worker. The others of its batch are out after one lease."""
    register()
    dues(3)

    def kills():
        if Delivery.objects.get(event="thing:0").state == "sending":
            raise SystemExit

    watched.before.append(kills)
    for _ in range(MAX_TRIES):
        with pytest.raises(SystemExit):
            deliver_due(clock=clock)
        Delivery.objects.filter(state="sending").update(lease_until=clock())
    deliver_due(clock=clock)
    assert rows("state", "attempts") == [("dead", MAX_TRIES), ("sent", 1), ("sent", 1)]
