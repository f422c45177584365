"""Two tabs, one question: whatever two acts meet, it ends as if one had come after the other."""

from datetime import timedelta
from functools import partial

import pytest

from cases.models import Ask, Case, Member
from cases.services import asks
from cases.services.errors import Refused
from cases.services.reminders import remind_unanswered
from cases.services.team import add_member, member_left
from tests import factories
from tests.at_once import at_once
from web.clock import now

pytestmark = pytest.mark.django_db(transaction=True)
ACTS = {
    "answer": partial(asks.answer_ask, answer="She said yes."),
    "decline": partial(asks.decline_ask, answer="She said no."),
    "unclear": partial(asks.unclear_ask, answer="She said maybe."),
    "nudge": asks.nudge_ask,
    "got-it": asks.acknowledge_ask,
    "promise": lambda ask, by: asks.promise_ask(ask=ask, by=by, day=now().date() + timedelta(days=20)),
    "remove": asks.withdraw_ask,
    "unsend": asks.unsend_ask,
}


def act(name, ask, by):
    """What an act on this reading of the question came to."""
    try:
        ACTS[name](ask=ask, by=by)
    except Refused:
        return "refused"
    return "done"


def outcome(ask, answers):
    found = Ask.objects.get(pk=ask.pk)
    kinds = sorted(found.events.values_list("kind", flat=True))
    return (*answers, found.state, found.answer, found.next_reminder_at is None, *kinds)


def one_after_the_other(names, order, room, parent):
    ask = factories.waiting_ask(room, parent)
    answers = {}
    for place in order:
        answers[place] = act(names[place], Ask.objects.get(pk=ask.pk), parent)
    return outcome(ask, [answers[0], answers[1]])


def meeting(names, room, parent):
    """Both tabs were opened before either of them acts."""
    ask = factories.waiting_ask(room, parent)
    readings = [Ask.objects.get(pk=ask.pk) for _ in names]
    pairs = zip(names, readings, strict=True)
    return outcome(ask, at_once(*(partial(act, name, reading, parent) for name, reading in pairs)))


@pytest.mark.parametrize("first", ACTS)
def test_two_acts_at_once_end_as_if_one_came_after_the_other(first, room, parent, shared_database):
    def meets_each():
        for second in ACTS:
            names = (first, second)
            allowed = [one_after_the_other(names, order, room, parent) for order in ((0, 1), (1, 0))]
            assert meeting(names, room, parent) in allowed, names

    shared_database()
    at_once(meets_each)


def test_a_reading_from_before_does_not_write_over_what_came_meanwhile(room, parent):
    ask = factories.waiting_ask(room, parent)
    stale = Ask.objects.get(pk=ask.pk)
    asks.unclear_ask(ask=ask, by=parent, answer="She said maybe.")
    asks.nudge_ask(ask=stale, by=parent)
    assert (stale.state, stale.answer) == ("unclear", "She said maybe.")


def test_an_answer_and_the_sweep_at_once_leave_no_clock_running(room, parent, shared_database):
    def meets_the_sweep():
        ask = factories.waiting_ask(room, parent)
        late = ask.next_reminder_at + timedelta(minutes=1)
        at_once(partial(act, "answer", ask, parent), partial(remind_unanswered, now=late))
        return Ask.objects.get(pk=ask.pk).next_reminder_at

    shared_database()
    assert [at_once(meets_the_sweep) for _ in range(4)] == [[None]] * 4


def test_people_added_and_leaving_at_once_wait_for_each_other(room, parent, shared_database):
    ask = factories.waiting_ask(room, parent)
    jane, day = factories.member(room, "Jane"), ask.asked_at.date()
    pat = partial(add_member, case=Case.objects.get(pk=room.pk), by=parent, name="Pat", said="LCSW")
    left = partial(member_left, member=jane, by=parent, on=day)
    shared_database()
    assert at_once(pat, pat, left, partial(act, "answer", ask, parent), pat)[3] == "done"
    assert at_once(lambda: Member.objects.filter(case=room, name="Pat").count()) == [3]
