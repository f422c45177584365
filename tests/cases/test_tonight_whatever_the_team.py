"""While a safety need has no lead, the words for tonight stand on the first step and on the flag."""

import pytest
from hypothesis import given, settings

from cases.coverage import cover
from cases.models import Flag
from cases.presenters.next_step import next_step
from cases.presenters.people import team_of
from cases.reader import Reading
from cases.services.agreements import agree
from cases.services.flags import put_off_flag
from roles.models import Need
from tests.cases.any_room import STATES, people_for, room_of, some_needs
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.plain_catalogue import catalogue

TONIGHT = "For tonight: in danger, call 911."
HARM, HOME, SKILLS = "self-harm-suicide", "home-aggression", "everyday-skills"
KELLY, JO = {"name": "Kelly", "said": "Kelly Fox, BCBA"}, {"name": "Jo", "said": "Jo Lee, RBT"}
BRI = {"name": "Bri", "said": "Brianna Moss, QMHA-R"}
DOCTOR = {"name": "Dr. Hargrove", "said": "Dr. Hargrove, MD"}
SCHOOL = {"name": "Mrs. Alvarez", "said": "school counselor"}
GRANDMA = {"name": "Grandma Jo"}
ANA = {"name": "Ana", "said": "Ana Ruiz, LCSW"}
TEAMS = [(KELLY, JO), (BRI, DOCTOR, SCHOOL, GRANDMA), (BRI,), (GRANDMA,), (DOCTOR,), (ANA,), (ANA, BRI), ()]


@settings(deadline=None, max_examples=150)
@given(
    people_for(3, kinds=("", "plan", "agreed", "declined"), least=0, most=4), some_needs(3, least=0), STATES
)
def test_in_any_room_the_first_step_tells_it_where_safety_has_no_lead(people, needs, state):
    facts = room_of(people, needs, state)
    reading = Reading(facts, catalogue(), cover(facts, catalogue()))
    step = next_step(reading, (), (), team_of(reading))
    unsafe = any(row.safety and not row.has_lead for row in reading.coverage.rows)
    assert (TONIGHT in step.text) is unsafe


@pytest.mark.django_db
@pytest.mark.parametrize("team", TEAMS)
@pytest.mark.parametrize("need", [HARM, HOME])
def test_the_room_and_the_flag_tell_it_whatever_the_team(as_parent, parent, catalogue, team, need):
    case = build(parent, {"age": "6-11", "state": "OR", "needs": [need, SKILLS], "team": team})
    url = f"/room/{case.key}/"
    told = [said(as_parent.get(f"{url}asks/{flag.key}/")) for flag in Flag.objects.filter(need__slug=need)]
    assert TONIGHT in said(as_parent.get(url))
    assert "call 911" in said(as_parent.get(f"{url}needs/{need}/"))
    assert [TONIGHT in page for page in told] == [True] * len(told)


@pytest.mark.django_db
def test_a_led_need_and_one_that_is_not_about_safety_tell_nothing(as_parent, parent, catalogue):
    case = build(parent, {"age": "6-11", "state": "OR", "needs": [HARM, SKILLS], "team": [ANA, BRI]})
    agree(member=case.members.get(name="Ana"), need=Need.objects.get(slug=HARM), by=parent, kind="agreed")
    assert TONIGHT not in said(as_parent.get(f"/room/{case.key}/"))
    for flag in Flag.objects.exclude(state="settled"):
        assert TONIGHT not in said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))


@pytest.mark.django_db
def test_what_rests_says_where_to_turn_in_its_own_words(as_parent, parent, catalogue):
    case = build(parent, {"age": "6-11", "state": "OR", "needs": [HARM], "team": [BRI]})
    flag = Flag.objects.get(need__slug=HARM)
    put_off_flag(flag=flag, by=parent)
    text = said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert (TONIGHT in text, "If it gets worse tonight" in text) == (False, True)
    assert TONIGHT in said(as_parent.get(f"/room/{case.key}/"))
