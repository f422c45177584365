"""``one_person_many`` through the services and on the pages."""

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
MANY = "one_person_many"
FIVE = ["family-conflict", "self-harm-suicide", "unclear-diagnosis", "depression-anxiety", "adhd"]


def room_of(parent, needs=FIVE, others=()):
    """Ann Roe leads all of these needs."""
    team = [{"name": "Ann Roe", "said": "LMFT", "agreed": needs}, *others]
    return build(parent, {"state": "OR", "age": "6-11", "needs": [*needs, "sibling-impact"], "team": team})


def leads(member, need, parent):
    agree(member=member, need=Need.objects.get(slug=need), by=parent, kind="agreed")


def test_room_b2_tells_parent_and_coach(client, catalogue, parent, coach):
    flag = flag_of(build(parent, ROOMS["B2"]), MANY)
    assert (flag.level, flag.member.name, flag.params["count"]) == ("know", "Ann Roe", 9)
    looked_at(client, flag, parent, coach, [role.name for role in catalogue.roles.values()])


def test_somebody_else_who_leads_one_settles_it(catalogue, parent):
    case = room_of(parent)
    assert is_open(case, MANY)
    ana = add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    assert is_open(case, MANY)
    leads(ana, "adhd", parent)
    assert not is_open(case, MANY)


def test_a_name_to_step_in_settles_it(catalogue, parent):
    flag = flag_of(room_of(parent), MANY)
    assert answered(flag, parent) == "sorted"


def test_one_more_need_on_the_same_role_makes_a_decision_new_again(catalogue, parent):
    case = room_of(parent)
    flag = flag_of(case, MANY)
    sort_flag(flag=flag, by=parent)
    set_needs(case=case, by=parent, needs=[*FIVE, "grief-loss"])
    leads(case.members.get(), "grief-loss", parent)
    flag.refresh_from_db()
    assert (flag.state, flag.changed, flag.changed_from) == ("open", "more", "sorted")


def test_who_could_step_in_and_left_makes_a_decision_new_again(catalogue, parent):
    case = room_of(parent, others=[{"name": "Ana Poe", "said": "LCSW"}])
    flag = flag_of(case, MANY)
    sort_flag(flag=flag, by=parent)
    member_left(member=case.members.get(name="Ana Poe"), by=parent, on=now().date())
    flag.refresh_from_db()
    assert (flag.state, flag.changed) == ("open", "helpers")


def test_a_decision_stays_while_nothing_gets_worse(catalogue, parent):
    case = room_of(parent)
    flag = flag_of(case, MANY)
    sort_flag(flag=flag, by=parent)
    add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    flag.refresh_from_db()
    assert flag.state == "sorted"
