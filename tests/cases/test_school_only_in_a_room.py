"""``school_only`` through the services and on the pages, with the roles of the real catalogue."""

import pytest

from cases.services.agreements import agree
from cases.services.flags import sort_flag
from cases.services.rooms import set_needs
from cases.services.team import add_member, member_left
from roles.models import Need
from tests.cases.built import ROOMS, build
from tests.cases.walked import answered, flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
ONLY, WORRY = "school_only", "depression-anxiety"
BOND = {"name": "Ms. Bond", "said": "School Psychologist, NCSP"}
ORR = {"name": "Sue Orr", "said": "School social worker"}


def room_of(parent, *team, needs=(WORRY,), state="OR"):
    return build(parent, {"state": state, "age": "6-11", "needs": list(needs), "team": list(team)})


def outside(case, parent, kind=""):
    ana = add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    if kind:
        agree(member=ana, need=Need.objects.get(slug=WORRY), by=parent, kind=kind)
    return ana


def is_now(flag):
    flag.refresh_from_db()
    return flag.state, flag.changed


def test_parent_and_coach_read_it(client, catalogue, parent, coach):
    flag = flag_of(room_of(parent, BOND, ORR), ONLY)
    assert (flag.level, flag.need, flag.member) == ("soon", None, None)
    looked_at(client, flag, parent, coach, [role.name for role in catalogue.roles.values()])


def test_it_goes_to_somebody_at_school(as_parent, catalogue, parent):
    case = room_of(parent, BOND, {"name": "Tasha Bell", "said": "QMHA", "supervisor": "Lee"})
    page = as_parent.get(f"/room/{case.key}/questions/new/?f={flag_of(case, ONLY).key}").content.decode()
    assert f'value="{case.members.get(name="Ms. Bond").key}" checked' in page


@pytest.mark.parametrize("state", ["OR", "TX", ""])
def test_it_holds_wherever_the_family_lives(catalogue, parent, state):
    assert is_open(room_of(parent, BOND, state=state), ONLY)


@pytest.mark.parametrize(
    "who",
    [
        {"name": "Kay Poe", "said": "School counselor"},
        {"name": "Mr. Ray", "said": "Special Education Teacher"},
    ],
)
def test_a_role_of_a_school_that_leads_no_therapy_is_a_gap(catalogue, parent, who):
    assert not is_open(room_of(parent, who), ONLY)


def test_room_a12_has_needs_of_school_and_people_outside(catalogue, parent):
    assert not is_open(build(parent, ROOMS["A12"]), ONLY)


# -- what it asks for settles it ----------------------------------------------------------------------


def test_a_name_outside_school_settles_it(catalogue, parent):
    case = room_of(parent, BOND)
    assert is_open(case, ONLY)
    outside(case, parent)
    assert not is_open(case, ONLY)


def test_an_answer_settles_it(catalogue, parent):
    assert answered(flag_of(room_of(parent, BOND), ONLY), parent) == "sorted"


# -- a decision holds for the facts it was made on ----------------------------------------------------


@pytest.fixture
def sorted_one(catalogue, parent):
    return sort_flag(flag=flag_of(room_of(parent, BOND, ORR), ONLY), by=parent)


def test_care_outside_that_came_and_left_makes_it_new_again(sorted_one, parent):
    member_left(member=outside(sorted_one.case, parent), by=parent, on=now().date())
    assert is_now(sorted_one) == ("open", "again")


def test_somebody_at_school_who_left_makes_it_new_again(sorted_one, parent):
    member_left(member=sorted_one.case.members.get(name="Sue Orr"), by=parent, on=now().date())
    assert is_now(sorted_one) == ("open", "helpers")


def test_one_more_need_makes_it_new_again(sorted_one, parent):
    set_needs(case=sorted_one.case, by=parent, needs=[WORRY, "family-conflict"])
    assert is_now(sorted_one) == ("open", "more")


def test_a_need_of_another_kind_keeps_the_decision(sorted_one, parent):
    set_needs(case=sorted_one.case, by=parent, needs=[WORRY, "learning"])
    assert is_now(sorted_one) == ("sorted", "")
