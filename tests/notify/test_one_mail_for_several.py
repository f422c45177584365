"""Several open items make one mail, not several."""

import pytest
from django.core import mail

from notify.delivery import deliver_due
from notify.models import Delivery

pytestmark = pytest.mark.django_db


def states():
    return sorted(Delivery.objects.values_list("state", flat=True))


@pytest.fixture
def three(register, due):
    register(folds=True)
    for n in range(3):
        due(f"thing:{n}")


def test_what_is_due_to_one_person_goes_out_as_one_mail(three, clock):
    assert deliver_due(clock=clock) == 1
    assert mail.outbox[0].subject == "You have 3 new things"
    assert states() == ["folded", "folded", "sent"]


def test_each_person_gets_their_own_mail(three, due, other, clock):
    due(recipient=other)
    assert deliver_due(clock=clock) == 2


def test_only_what_is_still_wanted_is_counted(register, due, clock):
    register(folds=True, still_wanted=lambda delivery: delivery.event != "thing:0")
    for n in range(3):
        due(f"thing:{n}")
    deliver_due(clock=clock)
    assert mail.outbox[0].subject == "You have 2 new things"
    assert states() == ["dropped", "folded", "sent"]


def test_row_that_cannot_be_written_leaves_the_others_a_mail(register, due, clock):
    register(folds=True, context=lambda delivery: {"more": 1 / (delivery.event != "thing:0")})
    for n in range(3):
        due(f"thing:{n}")
    assert deliver_due(clock=clock) == 1
    assert mail.outbox[0].subject == "You have 2 new things"
    assert states() == ["folded", "sent", "waiting"]


def test_row_that_cannot_be_judged_leaves_the_others_a_mail(register, due, clock):
    register(folds=True, still_wanted=lambda delivery: 1 / (delivery.event != "thing:0"))
    for n in range(3):
        due(f"thing:{n}")
    assert deliver_due(clock=clock) == 1
    assert states() == ["folded", "sent", "waiting"]


def test_row_a_worker_died_on_takes_no_other_with_it(three, clock):
    Delivery.objects.filter(event="thing:0").update(state="sending", lease_until=clock(), attempts=1)
    assert deliver_due(clock=clock) == 2
    assert states() == ["folded", "sent", "sent"]
