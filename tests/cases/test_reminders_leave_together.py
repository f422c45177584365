"""At the door of many mails the room is asked with as many statements as at the door of one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Ask
from cases.services import asks
from notify.models import Delivery
from tests import factories

pytestmark = pytest.mark.django_db
MARK = 1  # statements that each mail takes by itself


@pytest.fixture
def families(days):
    """``families(n)``: n families, each with one reminder in the outbox."""

    def make(count):
        days.live("2026-03-02 10:00")
        for n in range(count):
            parent = factories.user(f"family-{count}-{n}@example.org")
            factories.waiting_ask(factories.sunnys_room(parent), parent)
        days.live("2026-03-09 10:00")
        assert days.sweep() == count
        return list(Delivery.objects.order_by("pk"))

    return make


def statements(days, mails):
    with CaptureQueriesContext(connection) as asked:
        assert days.deliver() == mails
    return len(asked)


def test_the_room_is_asked_for_all_of_a_batch_at_once(families, days):
    families(1)
    days.deliver()  # templates are read once
    families(2)
    few = statements(days, 2)
    families(6)
    assert statements(days, 6) - few == MARK * (6 - 2)


def test_each_row_of_a_batch_has_its_own_answer(families, days):
    """One leaves, one was answered, one was put off, one is another family's question."""
    plain, answered, snoozed, stray = families(4)
    question = {row.pk: Ask.objects.get(pk=row.payload["ask"]) for row in (plain, answered, snoozed, stray)}
    asks.answer_ask(ask=question[answered.pk], by=answered.recipient)
    asks.promise_ask(ask=question[snoozed.pk], by=snoozed.recipient, day=days.day("2026-03-12"))
    Delivery.objects.filter(pk=stray.pk).update(payload={"ask": plain.payload["ask"]})
    assert days.deliver() == 1
    assert days.mails[0].to == [plain.recipient.email]
    states = list(Delivery.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["sent", "dropped", "dropped", "dropped"]


@pytest.mark.parametrize("payload", [{}, {"ask": None}, {"ask": 10**9}])
def test_a_row_about_no_question_is_dropped_and_keeps_nobody_waiting(payload, families, days):
    lost, _ = families(2)
    Delivery.objects.filter(pk=lost.pk).update(payload=payload)
    assert days.deliver() == 1
    assert Delivery.objects.get(pk=lost.pk).state == "dropped"


def test_a_family_nobody_can_work_out_is_put_off_and_the_others_leave(families, days):
    lost, _, _ = families(3)
    lost.recipient.time_zone = "Mars/Olympus"
    lost.recipient.save()
    assert days.deliver() == 2
    assert Delivery.objects.get(pk=lost.pk).trouble == "ZoneInfoNotFoundError"
