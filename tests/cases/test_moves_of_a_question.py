"""Each act on a question leaves one move: which, by whom, for which day, and how the question stands then."""

from datetime import date

import pytest

from cases.models import Ask
from cases.services import asks
from cases.services.errors import Refused, StaleEdit
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 12)

#: Kind, the day it names, the state of the question and what they said, as kept afterwards.
MOVES = {
    "nudge": (lambda **who: asks.nudge_ask(**who), ("nudged", None, "waiting", "")),
    "promise": (lambda **who: asks.promise_ask(day=DAY, **who), ("promised", DAY, "waiting", "")),
    "snooze": (lambda **who: asks.snooze_ask(day=DAY, **who), ("snoozed", DAY, "waiting", "")),
    "acknowledge": (lambda **who: asks.acknowledge_ask(**who), ("acknowledged", None, "waiting", "")),
    "unclear": (
        lambda **who: asks.unclear_ask(answer="Maybe.", **who),
        ("unclear", None, "unclear", "Maybe."),
    ),
    "answer": (lambda **who: asks.answer_ask(answer="I do.", **who), ("answered", None, "answered", "I do.")),
    "decline": (lambda **who: asks.decline_ask(answer="No.", **who), ("declined", None, "declined", "No.")),
    "withdraw": (lambda **who: asks.withdraw_ask(**who), ("withdrawn", None, "withdrawn", "")),
    "unsend": (lambda **who: asks.unsend_ask(**who), ("unsent", None, "draft", "")),
}


@pytest.fixture
def waiting(room, parent, moment, time_machine):
    time_machine.move_to(moment, tick=False)
    return factories.waiting_ask(room, parent)


@pytest.mark.parametrize("name", MOVES)
def test_an_act_leaves_one_move_of_the_person_who_did_it(name, waiting, parent, moment):
    act, (kind, day, state, answer) = MOVES[name]
    act(ask=waiting, by=parent)
    first, last = waiting.events.all()
    assert (first.kind, first.by, first.at) == ("asked", parent, moment)
    assert (last.kind, last.by, last.at, last.day) == (kind, parent, moment, day)
    kept = Ask.objects.get(pk=waiting.pk)
    promised = day if kind == "promised" else None  # a day to be reminded on is none that they named
    assert (kept.state, kept.answer, kept.promised_on) == (state, answer, promised)
    assert (kept.answered_at == moment) is (name in {"answer", "decline"})
    assert (kept.asked_at, kept.channel) == (None if name == "unsend" else moment, "copied")


@pytest.mark.parametrize("name", ["answer", "decline", "withdraw"])
def test_a_reply_remembers_what_stood_there_and_reopening_brings_it_back(name, waiting, parent, moment):
    asks.unclear_ask(ask=waiting, by=parent, answer="Maybe.")
    MOVES[name][0](ask=waiting, by=parent)
    reply = waiting.events.last()
    assert (reply.state_before, reply.answer_before) == ("unclear", "Maybe.")
    asks.reopen_ask(ask=waiting, by=parent)
    assert (waiting.events.last().kind, waiting.events.last().by) == ("reopened", parent)
    kept = Ask.objects.get(pk=waiting.pk)
    assert (kept.state, kept.answer, kept.answered_at) == ("unclear", "Maybe.", None)


def test_words_that_came_first_stay_where_the_next_answer_has_none(waiting, parent):
    asks.unclear_ask(ask=waiting, by=parent, answer="Maybe.")
    asks.answer_ask(ask=waiting, by=parent)
    assert Ask.objects.get(pk=waiting.pk).answer == "Maybe."


@pytest.mark.parametrize("act", [asks.promise_ask, asks.snooze_ask])
@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 2)])
def test_a_day_that_is_not_after_today_is_refused(act, day, waiting, parent):
    with pytest.raises(Refused, match="after today"):
        act(ask=waiting, by=parent, day=day)
    act(ask=waiting, by=parent, day=date(2026, 3, 3))
    assert waiting.events.last().day == date(2026, 3, 3)
    assert Ask.objects.get(pk=waiting.pk).due_on == date(2026, 3, 3)


def test_a_draft_that_is_removed_is_gone_and_one_that_was_sent_stays(room, parent, waiting):
    draft = asks.draft_ask(case=room, by=parent, text="Who?", to_whom="the clinic")
    asks.remove_draft(ask=draft, by=parent)
    with pytest.raises(Refused):
        asks.remove_draft(ask=waiting, by=parent)
    assert set(Ask.objects.filter(case=room)) == {waiting}


@pytest.mark.parametrize("act", [asks.answer_ask, asks.decline_ask, asks.unclear_ask])
def test_a_reply_from_an_older_page_changes_nothing(act, waiting, parent):
    asks.nudge_ask(ask=waiting, by=parent)
    shown = waiting.version
    with pytest.raises(StaleEdit):
        act(ask=waiting, by=parent, answer="Old.", version=shown - 1)
    kept = Ask.objects.get(pk=waiting.pk)
    assert (kept.state, kept.answer, kept.version) == ("waiting", "", shown)
    assert [event.kind for event in waiting.events.all()] == ["asked", "nudged"]
    act(ask=waiting, by=parent, answer="New.", version=shown)
    assert Ask.objects.get(pk=waiting.pk).answer == "New."
