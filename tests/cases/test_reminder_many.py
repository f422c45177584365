"""The sweep over many questions at once: as many statements as over one, and each its own reminder."""

import gc
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from cases.models import Ask
from cases.services import asks, reminders
from cases.services.reminder_clock import reset_clocks
from notify.models import Delivery
from tests import factories
from tests.cases.days import at

pytestmark = pytest.mark.django_db
DUE = "2026-03-09 10:00"


@pytest.fixture
def many(room, parent, other_parent, days):
    """``many(n)``: so many families' questions, each a little different, all due on the 9th at nine."""
    rooms = [(room, parent), (factories.sunnys_room(other_parent), other_parent)]

    def make(count):
        for n in range(count):
            of, by = rooms[n % 2]
            factories.waiting_ask(of, by, text=f"Who leads the plan, part {n}?")
        return list(Ask.objects.order_by("pk"))

    return make


def statements(days, text):
    days.live(text)
    with CaptureQueriesContext(connection) as asked:
        assert days.sweep()
    return [query["sql"] for query in asked]


def test_twenty_questions_take_as_many_statements_as_two(many, days):
    many(2)
    few = statements(days, DUE)
    Delivery.objects.all().delete()
    Ask.objects.all().delete()
    days.live("2026-03-02 12:00")
    many(20)
    assert len(statements(days, DUE)) == len(few)


def test_what_does_not_fit_into_one_batch_is_earned_in_the_next(many, days, monkeypatch):
    monkeypatch.setattr(reminders, "BATCH", 3)
    made = many(8)
    days.live(DUE)
    assert days.sweep() == 8
    told = Delivery.objects.order_by("pk").values_list("payload__ask", flat=True)
    assert sorted(told) == [ask.pk for ask in made]


def test_the_collector_of_garbage_is_on_again_after_a_sweep(many, days, monkeypatch):
    many(2)
    days.live(DUE)
    seen = []
    write = reminders.write_clocks
    monkeypatch.setattr(
        reminders, "write_clocks", lambda clocks: seen.append(gc.isenabled()) or write(clocks)
    )
    days.sweep()
    monkeypatch.setattr(reminders, "write_clocks", lambda clocks: 1 / 0)
    Ask.objects.update(next_reminder_at=at("2026-03-09 09:00"))
    with pytest.raises(ZeroDivisionError):
        days.sweep()
    assert (seen, gc.isenabled()) == ([False], True)


def test_each_question_of_a_batch_gets_its_own_row_and_clock(many, days):
    """One as it was asked, one put off till today, one promised for a later day, one without reminders."""
    plain, snoozed, promised, off = many(4)
    asks.snooze_ask(ask=snoozed, by=snoozed.case.owner, day=date(2026, 3, 9))
    asks.promise_ask(ask=promised, by=promised.case.owner, day=date(2026, 3, 12))
    Ask.objects.filter(pk=off.pk).update(remind=False)
    Ask.objects.filter(pk=promised.pk).update(next_reminder_at=at("2026-03-09 09:00"))
    days.live(DUE)
    assert days.sweep() == 2
    earned = Delivery.objects.order_by("pk").values_list("payload__ask", "recipient", "stage")
    assert sorted(earned) == [(ask.pk, ask.case.owner_id, 0) for ask in (plain, snoozed)]
    week_after = at("2026-03-16 09:00")
    assert [ask.next_reminder_at for ask in Ask.objects.order_by("pk")] == [
        week_after,
        week_after,
        at("2026-03-12 09:00"),
        None,
    ]


def test_one_that_cannot_be_worked_out_waits_an_hour_and_its_neighbours_do_not(many, days):
    made = many(5)
    User.objects.filter(pk=made[1].case.owner_id).update(time_zone="Mars/Olympus")
    days.live(DUE)
    assert days.sweep() == 3
    late = Ask.objects.filter(next_reminder_at=at("2026-03-09 11:00"))
    assert [(ask.pk, ask.due_on) for ask in late.order_by("pk")] == [
        (ask.pk, ask.due_on) for ask in made[1::2]
    ]


def test_rows_that_are_there_stay_and_one_that_was_dropped_goes_out_after_all(many, days):
    made = many(3)
    days.live(DUE)
    days.sweep()
    sent, dropped, _ = Delivery.objects.order_by("pk")
    Delivery.objects.filter(pk=dropped.pk).update(state="dropped", attempts=3, trouble="x", claim="y")
    Ask.objects.update(next_reminder_at=at("2026-03-09 09:00"))
    days.live("2026-03-09 12:00")
    assert days.sweep() == 1
    assert Delivery.objects.count() == len(made)
    dropped.refresh_from_db()
    assert (dropped.state, dropped.attempts, dropped.trouble, dropped.claim) == ("waiting", 0, "", "")
    assert dropped.not_before == at("2026-03-09 12:00")


def test_clocks_of_many_are_wound_anew_with_as_many_statements_as_of_one(many, days):
    made = many(12)
    Ask.objects.update(next_reminder_at=None)
    counts = []
    for some in (made[:1], made):
        with CaptureQueriesContext(connection) as asked:
            reset_clocks(Ask.objects.filter(pk__in=[ask.pk for ask in some]), now=at("2026-03-02 12:00"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert set(Ask.objects.values_list("next_reminder_at", flat=True)) == {at("2026-03-09 09:00")}
    assert {ask.due_on for ask in made} == {date(2026, 3, 9)}
