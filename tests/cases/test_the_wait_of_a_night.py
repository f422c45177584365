"""How long a question waits when the parent picks nothing: one about tonight until the next workday."""

from datetime import date

import pytest

from cases.forms.asks import chosen_at_first, remind_choices
from cases.models import Ask, Flag
from cases.reminders import usual_wait
from cases.services.asks import decline_ask, draft_ask, send_ask
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.walked import flag_of

HOME, SIBLINGS = "home-aggression", "sibling-impact"
ED, DANA = {"name": "Ed Roe", "said": "LCSW"}, {"name": "Dana Fields", "said": "QMHA"}


@pytest.mark.parametrize(
    ("reply_days", "tonight", "days"),
    [(None, False, 5), (None, True, 1), (2, False, 2), (10, False, 10), (10, True, 1)],
)
def test_the_usual_wait(reply_days, tonight, days):
    assert usual_wait(reply_days, tonight=tonight) == days


@pytest.mark.parametrize(("reply_days", "days"), [(None, 3), (2, 2), (3, 3), (10, 3)])
def test_where_safety_hangs_on_it_the_shortest_days_offered_are_usual(reply_days, days):
    assert usual_wait(reply_days, tonight=False, safety=True) == days
    assert chosen_at_first(days) == "3"


@pytest.mark.parametrize(
    ("days", "first"), [(1, "1"), (2, "3"), (3, "3"), (5, "5"), (6, "10"), (7, "10"), (10, "10")]
)
def test_the_choice_that_stands_first_is_one_of_those_offered(days, first):
    assert chosen_at_first(days) == first
    assert first in dict(remind_choices(days))


@pytest.fixture
def case(parent, catalogue, time_machine):
    time_machine.move_to("2026-11-30T20:00:00+00:00", tick=False)  # noon of a Monday in Oregon
    facts = {"state": "OR", "age": "6-11", "needs": [HOME, SIBLINGS], "team": [ED, DANA]}
    return build(parent, facts)


def put(case, parent, rule):
    flag = Flag.objects.filter(case=case, rule=rule).order_by("pk")[0]
    ask = draft_ask(case=case, by=parent, text="And?", flag=flag, member=case.members.get(name="Ed Roe"))
    return send_ask(ask=ask, by=parent, channel="copied")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "due"), [("sibling_safety", date(2026, 12, 1)), ("fit_not_asked", date(2026, 12, 3))]
)
def test_a_question_made_of_a_flag_waits_as_the_flag_presses(case, parent, rule, due):
    assert put(case, parent, rule).due_on == due


@pytest.mark.django_db
def test_one_tap_on_the_next_step_reminds_tomorrow(as_parent, case):
    new = f"/room/{case.key}/questions/new/?f={flag_of(case, 'sibling_safety').key}"
    page = said(as_parent.get(new))
    assert "On the next workday" in page
    sent = {"do": "sent", "to": case.members.get(name="Ed Roe").key, "text": "And tonight?", "back": "room"}
    assert "we will remind you on Tuesday, December 1" in said(as_parent.post(new, sent, follow=True))


@pytest.mark.django_db
def test_the_next_door_about_tonight_is_as_pressing(as_parent, case, parent):
    ask = decline_ask(ask=put(case, parent, "sibling_safety"), by=parent, answer="Not me")
    new = f"/room/{case.key}/questions/new/?next={ask.key}"
    assert "On the next workday" in said(as_parent.get(new))
    as_parent.post(new, {"do": "sent", "to": "agency", "text": "And tonight?", "back": "room"})
    assert Ask.objects.get(to_whom="the agency").due_on == date(2026, 12, 1)
