"""Two questions about one flag: it is asked about as long as one of them waits."""

import pytest

from cases.models import Flag
from cases.services import asks
from roles.models import Need
from tests import factories

pytestmark = pytest.mark.django_db

ENDS = {
    "answered": asks.answer_ask,
    "said no": asks.decline_ask,
    "no longer needed": asks.withdraw_ask,
    "not sent after all": asks.unsend_ask,
}


@pytest.fixture
def flag(room):
    need = Need.objects.get(slug="family-conflict")
    return Flag.objects.filter(case=room, need=need).open().first()


@pytest.fixture
def two(room, parent, flag):
    return [factories.waiting_ask(room, parent, name=name, flag=flag) for name in ("Tasha", "Luis")]


def state_of(flag):
    return Flag.objects.get(pk=flag.pk).state


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_it_stays_asked_while_the_other_one_waits_and_opens_with_the_last(end, parent, flag, two):
    end(ask=two[0], by=parent)
    assert state_of(flag) == Flag.State.ASKED
    end(ask=two[1], by=parent)
    assert state_of(flag) == Flag.State.OPEN


def test_an_answer_that_is_not_clear_yet_still_counts_as_waiting(parent, flag, two):
    asks.unclear_ask(ask=two[0], by=parent, answer="Maybe.")
    asks.withdraw_ask(ask=two[1], by=parent)
    assert state_of(flag) == Flag.State.ASKED


def test_one_answer_that_settles_it_is_enough(parent, flag, two):
    asks.answer_ask(ask=two[0], by=parent, settles=True)
    assert state_of(flag) == Flag.State.SORTED
