"""Questions put to someone, and what an answer changes in the room."""

from datetime import date, timedelta

import pytest

from cases.models import Agreement, Ask, AskEvent, Flag
from cases.reminders import clock_event
from cases.services import asks
from cases.services.errors import Refused
from cases.services.reminder_past import read_past, waiting_of
from roles.models import Need, Question
from tests import factories
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def safety_ask(room, parent):
    need = Need.objects.get(slug="self-harm-suicide")
    flag = Flag.objects.filter(case=room, need=need).open().first()
    return factories.waiting_ask(room, parent, need=need, flag=flag)


def running(ask):
    """The number of the event the clock of this question counts from."""
    one = waiting_of(ask)
    return clock_event(read_past([one]).history(one)).id


def test_the_clock_starts_when_it_is_sent_not_when_it_is_written(room, parent):
    ask = asks.draft_ask(case=room, by=parent, text="Who leads?", member=factories.member(room, "Jane"))
    assert ask.next_reminder_at is None
    asks.send_ask(ask=ask, by=parent, channel="copied")
    assert ask.next_reminder_at > ask.asked_at + timedelta(days=4)


@pytest.mark.parametrize("days", [2, 3])
def test_a_draft_keeps_all_it_was_made_of(room, parent, days):
    """The days to wait are the ready question's, and the need is the flag's where none is told."""
    question, flag = Question.objects.filter(reply_days=days).first(), Flag.objects.exclude(need=None).first()
    draft = asks.draft_ask(
        case=room,
        by=parent,
        text="Hi Kim. Who leads?",
        say="Who leads?",
        tone="warm",
        to_whom="Kim",
        flag=flag,
        question=question,
    )
    kept = Ask.objects.get(pk=draft.pk)
    assert (kept.question, kept.wait_days, kept.flag, kept.need) == (question, days, flag, flag.need)
    assert (kept.text, kept.say, kept.tone, kept.to_whom) == (
        "Hi Kim. Who leads?",
        "Who leads?",
        "warm",
        "Kim",
    )
    assert (kept.case, kept.member, kept.state, kept.version) == (room, None, "draft", 1)


def test_an_edited_draft_keeps_the_new_words_and_whom_they_are_for(room, parent):
    jane = factories.member(room, "Jane")
    draft = asks.draft_ask(case=room, by=parent, text="Hi. Who?", say="Who?", tone="warm", to_whom="Kim")
    new = {"text": "Jane, who leads?", "say": "Who leads?", "tone": "short"}
    asks.edit_ask(ask=draft, by=parent, version=1, member=jane, to_whom="", **new)
    kept = Ask.objects.get(pk=draft.pk)
    assert {name: getattr(kept, name) for name in new} == new
    assert (kept.member, kept.to_whom, kept.version) == (jane, "", 2)


def test_a_question_of_ones_own_waits_five_working_days(room, parent):
    need = Need.objects.get(slug="family-conflict")
    flag = Flag.objects.exclude(need=None).exclude(need=need).first()
    Flag.objects.filter(pk=flag.pk).update(level=Flag.Level.SOON)
    flag.refresh_from_db()
    draft = asks.draft_ask(case=room, by=parent, text="Who?", to_whom="the clinic", flag=flag, need=need)
    assert (draft.question, draft.wait_days, draft.need) == (None, 5, need)


def test_sending_twice_starts_one_clock(safety_ask, parent):
    asks.send_ask(ask=safety_ask, by=parent, channel="email")
    assert safety_ask.events.filter(kind=AskEvent.Kind.ASKED).count() == 1


def test_each_act_on_a_question_counts_it_one_version_on(room, parent):
    ask = asks.draft_ask(case=room, by=parent, text="Who leads?", member=factories.member(room, "Jane"))
    steps = [
        lambda: asks.edit_ask(ask=ask, by=parent, version=1, text="Who?", member=ask.member),
        lambda: asks.send_ask(ask=ask, by=parent, channel="copied"),
        lambda: asks.nudge_ask(ask=ask, by=parent),
        lambda: asks.unclear_ask(ask=ask, by=parent, version=4),
        lambda: asks.answer_ask(ask=ask, by=parent, version=5),
        lambda: asks.reopen_ask(ask=ask, by=parent),
    ]
    versions = [Ask.objects.get(pk=step().pk).version for step in steps]
    assert versions == [2, 3, 4, 5, 6, 7]


def test_asking_from_a_flag_marks_it_asked(safety_ask):
    assert safety_ask.flag.state == Flag.State.ASKED


def test_a_chaser_starts_the_clock_anew(safety_ask, parent):
    first = running(safety_ask)
    asks.nudge_ask(ask=safety_ask, by=parent)
    assert running(safety_ask) > first


def test_any_answer_stops_the_clock(safety_ask, parent):
    asks.answer_ask(ask=safety_ask, by=parent, answer="I will look into it.")
    assert safety_ask.next_reminder_at is None


def test_an_agreement_fills_the_chair_and_settles_the_flag(room, parent, safety_ask):
    jane = factories.member(room, "Jane")
    jane.supervisor, jane.supervisor_name = "named", "Dr. Lee"
    jane.save()
    asks.answer_ask(ask=safety_ask, by=parent, leads=True)
    safety_ask.flag.refresh_from_db()
    assert safety_ask.flag.state == Flag.State.SETTLED
    assert Agreement.objects.get(member=jane).kind == Agreement.Kind.AGREED


def test_a_no_is_an_answer_and_opens_the_flag_for_the_next_door(room, parent, safety_ask):
    asks.decline_ask(ask=safety_ask, by=parent)
    assert safety_ask.state == Ask.State.DECLINED
    assert Agreement.objects.get(member=safety_ask.member).kind == Agreement.Kind.DECLINED
    assert Flag.objects.filter(case=room, need=safety_ask.need).open().exists()


def test_not_clear_yet_keeps_waiting_with_what_was_said(safety_ask, parent):
    asks.unclear_ask(ask=safety_ask, by=parent, answer="We do a bit of everything.")
    assert safety_ask.next_reminder_at is not None
    assert safety_ask.answer == "We do a bit of everything."


def test_a_withdrawn_question_is_silent_for_good(safety_ask, parent):
    asks.withdraw_ask(ask=safety_ask, by=parent)
    assert safety_ask.next_reminder_at is None
    with pytest.raises(Refused):
        asks.nudge_ask(ask=safety_ask, by=parent)


def test_a_promised_day_in_the_past_is_refused_kindly(safety_ask, parent):
    with pytest.raises(Refused, match="after today"):
        asks.promise_ask(ask=safety_ask, by=parent, day=safety_ask.asked_at.date() - timedelta(days=1))


@pytest.mark.parametrize("later", [asks.promise_ask, asks.snooze_ask])
def test_a_day_within_the_next_year_is_kept_and_one_after_it_is_refused(days, safety_ask, parent, later):
    assert now().date() == date(2026, 3, 2)
    later(ask=safety_ask, by=parent, day=date(2027, 3, 3))
    assert safety_ask.events.last().day == date(2027, 3, 3)
    assert Ask.objects.get(pk=safety_ask.pk).due_on == date(2027, 3, 3)
    with pytest.raises(Refused, match="within the next year"):
        later(ask=safety_ask, by=parent, day=date(2027, 3, 4))


def test_undoing_an_answer_sets_the_clock_going_again(safety_ask, parent):
    asks.answer_ask(ask=safety_ask, by=parent, answer="Soon.")
    asks.reopen_ask(ask=safety_ask, by=parent)
    assert running(safety_ask) == safety_ask.events.get(kind=AskEvent.Kind.ASKED).pk
    assert [event.kind for event in safety_ask.events.all()] == ["asked", "answered", "reopened"]


def test_undoing_an_answer_takes_its_line_out_of_the_log(room, parent, safety_ask):
    asks.decline_ask(ask=safety_ask, by=parent)
    asks.reopen_ask(ask=safety_ask, by=parent)
    assert not room.events.filter(text__contains="said no").exists()


def test_what_was_not_sent_after_all_is_ready_to_send_and_no_clock_runs(room, parent, safety_ask):
    asks.unsend_ask(ask=safety_ask, by=parent)
    assert (safety_ask.state, safety_ask.asked_at, safety_ask.next_reminder_at) == ("draft", None, None)
    assert safety_ask.flag.state == Flag.State.OPEN
    assert not room.events.filter(kind="asked").exists()


def test_sending_it_later_starts_a_clock_of_its_own(parent, safety_ask):
    first = running(safety_ask)
    asks.unsend_ask(ask=safety_ask, by=parent)
    asks.send_ask(ask=safety_ask, by=parent, channel="")
    assert running(safety_ask) > first
    asks.unsend_ask(ask=safety_ask, by=parent)
    assert safety_ask.state == Ask.State.DRAFT


def test_a_question_that_moved_on_was_sent(parent, safety_ask):
    asks.nudge_ask(ask=safety_ask, by=parent)
    with pytest.raises(Refused, match="moved on"):
        asks.unsend_ask(ask=safety_ask, by=parent)
    assert safety_ask.state == Ask.State.WAITING


@pytest.mark.parametrize("reply", [asks.answer_ask, asks.decline_ask, asks.unclear_ask])
def test_what_they_said_first_stays_when_the_next_answer_has_no_words(parent, safety_ask, reply):
    asks.unclear_ask(ask=safety_ask, by=parent, answer="We do a bit of everything.")
    reply(ask=safety_ask, by=parent)
    assert safety_ask.answer == "We do a bit of everything."
