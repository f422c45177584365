"""Several questions of one person, and an outage: few mails, each one right, nobody kept waiting."""

from datetime import date

import pytest

from accounts.models import User
from cases.services import asks
from notify.models import Delivery
from roles.models import Need
from tests import factories
from tests.cases.days import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(room, parent, days):
    """Asked on three days in a row."""
    for day, name in ((2, "Jane"), (3, "Tasha"), (4, "Luis")):
        days.live(f"2026-03-{day:02} 10:00")
        factories.waiting_ask(room, parent, name=name)


def test_three_questions_asked_on_three_days_make_a_mail_every_third_day_at_most(three, days):
    assert days.mornings("2026-03", 9, 31) == [9, 12, 16, 19, 23, 26]
    assert Delivery.objects.filter(state__in=Delivery.TOLD).count() == 9


def test_what_waited_for_the_third_day_is_counted_in_one_mail(three, days):
    days.mornings("2026-03", 9, 12)
    assert [mail.subject for mail in days.mails] == ["You have 1 open item", "You have 2 open items"]


def test_a_question_about_safety_does_not_wait_for_the_third_day(three, room, parent, days):
    days.live("2026-03-05 11:00")
    need = Need.objects.get(slug="self-harm-suicide")
    assert need.safety
    factories.waiting_ask(room, parent, need=need)
    assert days.mornings("2026-03", 9, 12) == [9, 10]


def test_an_outage_over_two_stages_makes_one_open_item_and_keeps_the_distance(room, parent, days):
    factories.waiting_ask(room, parent)
    for day in (9, 16):
        days.live(f"2026-03-{day:02} 09:01")
        days.sweep()
    assert days.run("2026-03-20 10:00") == 1
    assert days.mails[0].subject == "You have 1 open item"
    assert days.mornings("2026-03", 21, 31) == [23, 26]


def test_the_next_stage_keeps_its_distance_from_the_hour_the_last_one_left(room, parent, days):
    ask = factories.waiting_ask(room, parent)
    days.live("2026-03-09 09:01")
    days.sweep()
    days.live("2026-03-14 12:00")
    days.deliver()
    assert days.run("2026-03-16 09:01") == 0
    ask.refresh_from_db()
    assert ask.next_reminder_at == at("2026-03-17 09:00")


def test_a_family_that_cannot_be_worked_out_keeps_nobody_else_waiting(
    room, parent, other_parent, days, caplog
):
    bad = factories.waiting_ask(room, parent)
    factories.waiting_ask(factories.sunnys_room(other_parent), other_parent)
    User.objects.filter(pk=parent.pk).update(time_zone="Mars/Olympus")
    assert days.run("2026-03-09 10:00") == 1
    assert days.mails[0].to == [other_parent.email]
    bad.refresh_from_db()
    assert bad.next_reminder_at == at("2026-03-09 11:00")
    assert f"reminder of ask {bad.pk}: ZoneInfoNotFoundError" in caplog.text
    assert "Mars" not in caplog.text
    assert parent.email not in caplog.text


def test_it_is_told_once_it_can_be_worked_out_again(room, parent, days):
    factories.waiting_ask(room, parent)
    User.objects.filter(pk=parent.pk).update(time_zone="Mars/Olympus")
    days.run("2026-03-09 10:00")
    User.objects.filter(pk=parent.pk).update(time_zone="America/Los_Angeles")
    assert days.run("2026-03-09 11:00") == 1


@pytest.mark.parametrize(("state", "next_day"), [("sent", "2026-03-12"), ("dead", "2026-03-10")])
def test_a_reminder_given_up_was_not_sent_and_keeps_no_distance(state, next_day, room, parent, days):
    ask = factories.waiting_ask(room, parent)
    days.live("2026-03-09 09:01")
    days.sweep()
    Delivery.objects.update(state=state, sent_at=None if state == "dead" else at("2026-03-09 09:01"))
    days.live("2026-03-09 12:00")
    asks.snooze_ask(ask=ask, by=parent, day=date(2026, 3, 10))
    assert ask.next_reminder_at == at(f"{next_day} 09:00")


def test_a_stage_given_up_is_over_and_the_next_one_comes_on_its_day(room, parent, days):
    factories.waiting_ask(room, parent)
    days.live("2026-03-09 09:01")
    days.sweep()
    Delivery.objects.update(state=Delivery.State.DEAD)
    assert days.mornings("2026-03", 10, 31) == [16, 23]
