"""The sweep earns each reminder once, whatever ran or did not run before."""

from datetime import timedelta

import pytest

from cases.models import Ask
from cases.services import asks
from cases.services.reminders import remind_unanswered
from cases.services.team import member_left
from notify.delivery import deliver_due
from notify.models import Delivery
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(room, parent):
    return factories.waiting_ask(room, parent)


def due(ask: Ask):
    return ask.next_reminder_at + timedelta(minutes=1)


def test_nothing_is_earned_before_it_is_due(waiting):
    assert remind_unanswered(now=waiting.next_reminder_at - timedelta(minutes=1)) == 0


def test_one_row_is_earned_when_due_and_none_on_the_second_run(waiting):
    assert remind_unanswered(now=due(waiting)) == 1
    assert remind_unanswered(now=due(waiting)) == 0
    assert Delivery.objects.count() == 1


def test_days_without_a_sweep_lose_nothing_and_send_one_stage_at_a_time(waiting):
    late = due(waiting) + timedelta(days=30)
    remind_unanswered(now=late)
    assert Delivery.objects.count() == 1
    deliver_due(clock=lambda: late)
    remind_unanswered(now=late + timedelta(days=10))
    assert list(Delivery.objects.order_by("stage").values_list("stage", flat=True)) == [0, 1]


def test_after_three_stages_there_is_silence(waiting):
    for week in range(20):
        monday = due(waiting) + timedelta(weeks=week)
        remind_unanswered(now=monday)
        deliver_due(clock=lambda monday=monday: monday)
    assert Delivery.objects.count() == 3


def test_a_person_who_left_is_not_chased(waiting, parent):
    at = due(waiting)
    member_left(member=waiting.member, by=parent, on=at.date())
    remind_unanswered(now=at)
    assert not Delivery.objects.exists()


def test_an_answer_after_the_row_was_earned_drops_it(waiting, parent):
    remind_unanswered(now=due(waiting))
    asks.answer_ask(ask=waiting, by=parent)
    assert Delivery.objects.get().state == Delivery.State.WAITING


@pytest.mark.django_db(transaction=True)
def test_an_answered_question_is_dropped_at_delivery(waiting, parent, mailoutbox):
    remind_unanswered(now=due(waiting))
    asks.answer_ask(ask=waiting, by=parent)
    deliver_due(clock=lambda: due(waiting) if waiting.next_reminder_at else Delivery.objects.get().not_before)
    assert mailoutbox == []
    assert Delivery.objects.get().state == Delivery.State.DROPPED


@pytest.mark.django_db(transaction=True)
def test_the_mail_says_how_many_and_nothing_about_the_child(room, parent, mailoutbox):
    first = factories.waiting_ask(room, parent)
    factories.waiting_ask(room, parent, text="Who can do family therapy?", name="Luis")
    at = due(first)
    remind_unanswered(now=at)
    deliver_due(clock=lambda: at)
    (mail,) = mailoutbox
    assert mail.subject == "You have 2 open items"
    everything = mail.subject + mail.body
    for private in ("Sunny", "Jane", "Luis", "QMHP", "therapy", "safety", room.key):
        assert private not in everything
