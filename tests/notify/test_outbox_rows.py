"""A message is written down once, and only if the act that earned it is."""

import pytest
from django.db import IntegrityError, transaction

from notify.delivery import deliver_due
from notify.models import Delivery
from notify.services import DeliveryRequest, enqueue_many


def test_second_row_about_the_same_event_and_stage_is_not_written(due):
    assert due() is True
    assert due() is False
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize("change", [{"event": "thing:2"}, {"stage": 1}, {"kind": "test.other"}])
def test_another_event_stage_or_kind_is_another_message(due, change):
    due()
    assert due(**change) is True


def test_what_was_dropped_and_is_wanted_again_goes_out_once(due, register, clock, mailoutbox):
    wanted = []
    register(still_wanted=lambda delivery: bool(wanted))
    due()
    deliver_due(clock=clock)
    assert Delivery.objects.get().state == Delivery.State.DROPPED
    wanted.append(True)
    for _ in range(2):
        assert due() is False
        deliver_due(clock=clock)
    assert len(mailoutbox) == 1


def test_what_is_taken_up_again_forgets_the_trouble_of_its_first_life(due, clock):
    due()
    Delivery.objects.update(state="dropped", attempts=7, trouble="451", turned_away_since=clock())
    due()
    row = Delivery.objects.get()
    assert (row.state, row.attempts, row.trouble, row.turned_away_since) == ("waiting", 0, "", None)


@pytest.mark.parametrize("state", ["sending", "sent", "folded", "dead"])
def test_what_may_have_left_or_was_given_up_is_not_taken_up_again(due, state):
    due()
    Delivery.objects.update(state=state)
    due()
    assert Delivery.objects.get().state == state


def test_two_people_hear_of_the_same_event(due, other):
    due()
    assert due(recipient=other) is True


def test_someone_without_an_account_is_told_once_whatever_the_case_of_the_address(due):
    assert due(recipient=None, to_email="Coach@Example.org") is True
    assert due(recipient=None, to_email="coach@example.org") is False


def test_row_goes_when_the_act_is_taken_back(due):
    with transaction.atomic():
        due()
        transaction.set_rollback(True)
    assert not Delivery.objects.exists()


def test_many_are_written_with_one_statement_and_repeats_are_left_alone(
    parent, other, due, clock, django_assert_num_queries
):
    due()
    notices = [
        DeliveryRequest(kind="test.news", event=f"thing:{n}", not_before=clock(), recipient_id=person.pk)
        for n in (1, 2)
        for person in (parent, other)
    ]
    with django_assert_num_queries(1):
        enqueue_many(notices, at=clock())
    assert Delivery.objects.count() == 4


def test_message_to_nobody_is_refused_by_the_database(due):
    with pytest.raises(IntegrityError), transaction.atomic():
        due(recipient=None)
