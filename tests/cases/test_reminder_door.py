"""What happened between the row and the door counts: a reminder leaves only while its own clock runs."""

from datetime import date

import pytest

from cases.models import Ask, Case
from cases.services import asks
from cases.services.team import member_back, member_left
from notify import delivery
from notify.models import Delivery
from tests import factories

pytestmark = pytest.mark.django_db
LATER = date(2026, 3, 20)


def left_and_back(ask, by):
    member_left(member=ask.member, by=by, on=date(2026, 3, 9))
    member_back(member=ask.member, by=by)


def answered_and_undone(ask, by):
    asks.answer_ask(ask=ask, by=by)
    asks.reopen_ask(ask=ask, by=by)


ACTS = {
    "nothing": lambda ask, by: None,
    "snoozed": lambda ask, by: asks.snooze_ask(ask=ask, by=by, day=LATER),
    "promised": lambda ask, by: asks.promise_ask(ask=ask, by=by, day=LATER),
    "nudged": lambda ask, by: asks.nudge_ask(ask=ask, by=by),
    "got it": lambda ask, by: asks.acknowledge_ask(ask=ask, by=by),
    "unclear": lambda ask, by: asks.unclear_ask(ask=ask, by=by),
    "answered": lambda ask, by: asks.answer_ask(ask=ask, by=by),
    "answered and undone": answered_and_undone,
    "declined": lambda ask, by: asks.decline_ask(ask=ask, by=by),
    "withdrawn": lambda ask, by: asks.withdraw_ask(ask=ask, by=by),
    "not sent after all": lambda ask, by: asks.unsend_ask(ask=ask, by=by),
    "member left": lambda ask, by: member_left(member=ask.member, by=by, on=date(2026, 3, 9)),
    "member left and back": left_and_back,
    "room closed": lambda ask, by: Case.objects.filter(pk=ask.case_id).update(closed_at=ask.asked_at),
    "reminders turned off": lambda ask, by: Ask.objects.filter(pk=ask.pk).update(remind=False),
}
STILL_DUE = {"nothing", "member left and back", "got it"}
#: On which days of March mails leave when everything runs each morning after the act.
FOLLOWING = {
    "nothing": [9, 16, 23],
    "member left and back": [9, 16, 23],
    "snoozed": [20, 27],
    "promised": [20, 27],
    "nudged": [16, 23, 30],
    "unclear": [16, 23, 30],
    "got it": [9, 16, 23],
    "answered and undone": [12, 16, 23],
}


@pytest.fixture
def earned(room, parent, days):
    """Monday 9:01: the reminder of last Monday's question is written and has not left."""
    ask = factories.waiting_ask(room, parent)
    days.live("2026-03-09 09:01")
    assert days.sweep() == 1
    return ask


@pytest.fixture
def between(monkeypatch):
    """``between(act)``: it happens when a run has claimed the row and has not looked at it yet."""

    def happens(act):
        claim, todo = delivery.claim, [act]

        def claimed(*args, **kwargs):
            rows = claim(*args, **kwargs)
            while todo:
                todo.pop()()
            return rows

        monkeypatch.setattr(delivery, "claim", claimed)

    return happens


@pytest.mark.parametrize("name", ACTS)
def test_what_happens_after_the_row_was_earned_decides_at_the_door(name, earned, parent, days):
    days.live("2026-03-09 09:02")
    ACTS[name](Ask.objects.get(pk=earned.pk), parent)
    assert days.deliver() == (name in STILL_DUE)


@pytest.mark.parametrize("name", ACTS)
def test_what_happens_after_the_row_was_claimed_decides_at_the_door(name, earned, parent, days, between):
    days.live("2026-03-09 09:02")
    between(lambda: ACTS[name](Ask.objects.get(pk=earned.pk), parent))
    assert days.deliver() == (name in STILL_DUE)


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("delivered", ["before", "after"])
def test_nothing_is_lost_and_nothing_comes_twice_after_it(name, delivered, earned, parent, days):
    """Whether the post came by before the act was taken back or not, the same days follow."""
    days.live("2026-03-09 09:02")
    if name == "member left and back" and delivered == "before":
        member_left(member=earned.member, by=parent, on=date(2026, 3, 9))
        days.deliver()
        member_back(member=earned.member, by=parent)
    else:
        ACTS[name](Ask.objects.get(pk=earned.pk), parent)
    assert days.mornings("2026-03", 9, 31) == FOLLOWING.get(name, [])


def test_a_row_from_before_the_stage_moved_on_is_not_counted_beside_the_newer_one(earned, days):
    """Two stages of one question in the outbox are one open item."""
    first = Delivery.objects.get()
    key = first.dedupe_key.removesuffix("0") + "1"
    Delivery.objects.create(
        **{f: getattr(first, f) for f in ("recipient", "kind", "event", "payload", "not_before")},
        stage=1, dedupe_key=key, created_at=first.created_at,
    )  # fmt: skip
    days.live("2026-03-16 10:00")
    days.deliver()
    assert [mail.subject for mail in days.mails] == ["You have 1 open item"]
    assert Delivery.objects.get(stage=0).state == Delivery.State.DROPPED
