"""What an act keeps beside the fact it is about: who did it, what was there before, until when it holds."""

from datetime import UTC, date, datetime, timedelta

import pytest

from audit.models import Entry
from cases.models import Ask, CaseEvent, Flag, FlagMove
from cases.reader import home_day
from cases.services import asks
from cases.services.errors import Refused, StaleEdit
from cases.services.locking import hold
from cases.services.reminder_clock import calendar_of, waiting_of
from cases.services.rooms import edit_child, set_needs
from cases.services.team import add_member, edit_member, member_left
from cases.services.told import Told
from cases.services.trainings import add_training
from roles.models import Need, Question
from tests import factories
from web.clock import now

pytestmark = pytest.mark.django_db


def test_how_many_needs_were_picked_is_on_record(room, parent):
    set_needs(case=room, by=parent, needs=["eating", "trauma"])
    assert Entry.objects.filter(verb="picked-needs").last().detail == {"count": 2}


def test_who_changed_the_childs_name_and_state_stands_in_the_log(room, parent):
    edit_child(case=room, by=parent, nickname="Bo", age_group="6-11", state="TX")
    lines = CaseEvent.objects.filter(case=room, kind__in=["child-renamed", "state-changed"])
    assert [line.by for line in lines] == [parent, parent]
    assert {line.kind: line.params for line in lines} == {
        "child-renamed": {"was": "Sunny", "now": "Bo"},
        "state-changed": {"was": "Oregon", "now": "Texas"},
    }


def test_which_needs_came_and_went_stands_in_the_log(room, parent):
    set_needs(case=room, by=parent, needs=["transition", "court-welfare"])
    set_needs(case=room, by=parent, needs=["transition", "sleep"])
    nouns = dict(Need.objects.values_list("slug", "noun"))
    told = CaseEvent.objects.filter(case=room, kind="needs-changed").order_by("pk").last()
    assert told.params == {"added": [nouns["sleep"]], "gone": [nouns["court-welfare"]]}


def test_for_what_a_training_is_stands_on_record(room, parent):
    jane = factories.member(room, "Jane")
    add_training(member=jane, by=parent, capability="trauma-treatment", name="TF-CBT")
    assert Entry.objects.get(verb="added-training").detail == {"capability": "trauma-treatment"}


def test_what_was_believed_is_read_as_somebody_is_added(room, parent):
    kim = add_member(case=room, by=parent, name="Kim", believed="our doctor")
    assert (kim.belief["doctor"], kim.belief["prescriber"]) == (True, True)


def test_an_act_reads_the_row_it_holds_as_it_is_by_now(room):
    jane = factories.member(room, "Jane")
    type(jane).objects.filter(pk=jane.pk).update(agency="Cedar Way")
    hold(jane)
    assert jane.agency == "Cedar Way"


# -- questions ----------------------------------------------------------------------------------------


def test_a_ready_question_waits_as_long_as_it_says(room, parent):
    ready = Question.objects.exclude(reply_days=5).exclude(reply_days=None).first()
    ask = asks.draft_ask(case=room, by=parent, text="Who is it?", question=ready)
    assert ask.wait_days == ready.reply_days


def test_a_question_that_was_sent_before_acts_were_kept_is_not_unsent(room, parent):
    ask = factories.waiting_ask(room, parent)
    ask.events.all().delete()
    with pytest.raises(Refused, match="moved on"):
        asks.unsend_ask(ask=ask, by=parent)
    assert Ask.objects.get().state == "waiting"


def test_an_answer_that_moved_on_is_not_taken_back_from_an_older_page(room, parent):
    ask = asks.answer_ask(ask=factories.waiting_ask(room, parent), by=parent, answer="Yes")
    shown = ask.version
    Ask.objects.filter(pk=ask.pk).update(version=shown + 1)
    with pytest.raises(StaleEdit):
        asks.reopen_ask(ask=ask, by=parent, version=shown)
    assert Ask.objects.get().state == "answered"


def test_whom_an_answer_named_stands_beside_its_words(room, parent):
    ask = factories.waiting_ask(room, parent)
    asks.answer_ask(ask=ask, by=parent, answer="Ask Rita", named="Rita Moss")
    assert ask.events.last().written == {"answer": "Ask Rita", "named": "Rita Moss"}


def test_the_day_they_named_stands_in_the_log(room, parent):
    day = home_day(room, now()) + timedelta(days=9)
    asks.promise_ask(ask=factories.waiting_ask(room, parent), by=parent, day=day)
    assert CaseEvent.objects.get(kind="promised").params == {"whom": "Jane", "day": day.isoformat()}


def test_a_wait_over_new_year_knows_its_holiday(room, parent):
    one = waiting_of(factories.waiting_ask(room, parent))
    holidays = calendar_of(one, now=datetime(2026, 12, 29, 18, tzinfo=UTC)).holidays
    assert {date(2026, 1, 1), date(2026, 12, 25), date(2027, 1, 1)} <= set(holidays)


def test_letters_that_were_looked_up_keep_the_day_where_the_family_lives(room, parent):
    flag = Flag.objects.filter(case=room, member=factories.member(room, "Jane")).open().first()
    ask = factories.waiting_ask(room, parent, flag=flag)
    asks.answer_ask(ask=ask, by=parent, told=Told(looked_up=("CSWA",)))
    kept = factories.member(room, "Jane").credentials.get(text="CSWA")
    assert (kept.standing, kept.verified_on) == ("verified", home_day(room, now()))


def test_who_was_meant_by_a_supervisor_is_meant_again_after_an_undo(room, parent):
    flag = Flag.objects.filter(case=room, member=factories.member(room, "Jane")).open().first()
    ask = factories.waiting_ask(room, parent, flag=flag)
    jane = factories.member(room, "Jane")
    backed = {"supervisor": "named", "supervisor_name": "Luis P.", "supervisor_who": "else"}
    edit_member(member=jane, by=parent, version=None, name="Jane", said=jane.said, **backed)
    asks.answer_ask(ask=ask, by=parent, told=Told("Ruth Adler"))
    asks.reopen_ask(ask=ask, by=parent)
    stands = factories.member(room, "Jane")
    assert {field: getattr(stands, field) for field in backed} == backed


# -- flags --------------------------------------------------------------------------------------------


def test_a_move_of_the_rules_knows_where_the_flag_was(room, parent):
    flag = Flag.objects.filter(case=room).exclude(member=None).open().first()
    member_left(member=flag.member, by=parent, on=now().date())
    move = FlagMove.objects.filter(flag=flag, by=None).get()
    assert (move.was, move.became) == ("open", "settled")
