"""``sibling_safety`` through the services and on the pages."""

import pytest

from cases.services.agreements import agree
from cases.services.flags import sort_flag
from cases.services.rooms import set_needs
from cases.services.team import member_left
from roles.models import Need
from tests.cases.built import ROOMS, build
from tests.cases.pages import said
from tests.cases.walked import answered, asked, flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
TONIGHT, HOME, SEXUALIZED, SIBLINGS = (
    "sibling_safety",
    "home-aggression",
    "sexualized-behavior",
    "sibling-impact",
)
ANN = {"name": "Ann Roe", "said": "LMFT"}


def room_of(parent, *team, needs=(HOME, SIBLINGS)):
    return build(parent, {"state": "OR", "age": "6-11", "needs": list(needs), "team": list(team)})


def page_of_words(client, flag):
    return client.get(f"/room/{flag.case.key}/questions/new/?f={flag.key}").content.decode()


def is_now(flag):
    flag.refresh_from_db()
    return flag.state, flag.changed


def test_room_a2_tells_parent_and_coach(client, catalogue, parent, coach):
    flag = flag_of(build(parent, ROOMS["A2"]), TONIGHT)
    assert (flag.level, flag.need.slug, flag.member) == ("first", SIBLINGS, None)
    looked_at(client, flag, parent, coach, [role.name for role in catalogue.roles.values()])


def test_it_is_the_next_step_of_the_room(as_parent, catalogue, parent):
    case = room_of(parent, ANN)
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert page.index("Ask how every child at home is safe tonight") < page.index("Worth asking about")
    assert "Where does each child sleep, who stays near, and who do we call?" in page


def test_a_room_with_nobody_yet_shows_it(as_parent, catalogue, parent):
    case = room_of(parent)
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert "Ask how every child at home is safe tonight" in page
    assert "For tonight: in danger, call 911." in page
    assert 'value="agency" checked' in page_of_words(as_parent, flag_of(case, TONIGHT))


def test_it_goes_to_whoever_leads_the_plan_at_home(as_parent, catalogue, parent):
    case = room_of(parent, ANN | {"agreed": [HOME]}, {"name": "Bo Hart", "said": "LCSW"})
    ann = case.members.get(name="Ann Roe")
    assert f'value="{ann.key}" checked' in page_of_words(as_parent, flag_of(case, TONIGHT))


def test_without_a_lead_it_goes_to_whom_the_grid_asks_first(as_parent, catalogue, parent):
    case = room_of(parent, ANN)
    ann = case.members.get()
    assert f'value="{ann.key}" checked' in page_of_words(as_parent, flag_of(case, TONIGHT))


# -- what it asks for settles it ----------------------------------------------------------------------


def test_a_plan_for_the_night_settles_it(catalogue, parent):
    assert answered(flag_of(room_of(parent, ANN), TONIGHT), parent) == "sorted"


def test_a_question_on_its_way_about_tonight_gives_the_next_step_free(as_parent, catalogue, parent):
    flag = flag_of(room_of(parent, ANN), TONIGHT)
    asked(flag, parent)
    page = said(as_parent.get(f"/room/{flag.case.key}/"))
    assert page.index("Worth asking about") < page.index("Ask how every child at home is safe tonight")


@pytest.mark.parametrize("left", [HOME, SIBLINGS])
def test_a_need_taken_off_the_list_settles_it(catalogue, parent, left):
    case = room_of(parent, ANN)
    set_needs(case=case, by=parent, needs=[left])
    assert not is_open(case, TONIGHT)


# -- a decision holds for the facts it was made on ----------------------------------------------------


def test_one_more_need_of_this_kind_makes_it_new_again(catalogue, parent):
    flag = flag_of(room_of(parent, ANN), TONIGHT)
    sort_flag(flag=flag, by=parent)
    set_needs(case=flag.case, by=parent, needs=[HOME, SEXUALIZED, SIBLINGS])
    assert is_now(flag) == ("open", "more")


@pytest.mark.parametrize(("left", "change"), [(HOME, "need"), (SIBLINGS, "again")])
def test_a_need_taken_off_and_picked_again_makes_it_new_again(catalogue, parent, left, change):
    flag = flag_of(room_of(parent, ANN), TONIGHT)
    sort_flag(flag=flag, by=parent)
    set_needs(case=flag.case, by=parent, needs=[left])
    set_needs(case=flag.case, by=parent, needs=[HOME, SIBLINGS])
    assert is_now(flag) == ("open", change)


def test_a_lead_who_left_makes_it_new_again(catalogue, parent):
    case = room_of(parent, ANN | {"agreed": [HOME]})
    flag = flag_of(case, TONIGHT)
    sort_flag(flag=flag, by=parent)
    member_left(member=case.members.get(), by=parent, on=now().date())
    assert is_now(flag) == ("open", "lead")


def test_a_lead_who_came_keeps_the_decision(catalogue, parent):
    flag = flag_of(room_of(parent, ANN), TONIGHT)
    sort_flag(flag=flag, by=parent)
    agree(member=flag.case.members.get(), need=Need.objects.get(slug=HOME), by=parent, kind="agreed")
    assert is_now(flag) == ("sorted", "")
