"""``supervisor_in_the_room`` through the services and on the pages."""

import pytest

from cases.models import Member
from cases.services.flags import sort_flag
from cases.services.team import add_member, edit_member, member_left
from tests.cases.built import ROOMS, build
from tests.cases.walked import answered, flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
HERE = "supervisor_in_the_room"


@pytest.fixture
def case(catalogue, parent):
    return build(parent, ROOMS["A12"])


def named(member, name, parent, standing=Member.Supervisor.NAMED):
    said = {key: getattr(member, key) for key in ("name", "said", "believed")}
    edit_member(member=member, by=parent, version=None, **said, supervisor=standing, supervisor_name=name)


def test_room_a12_tells_parent_and_coach(client, case, parent, coach, catalogue):
    names = [role.name for role in catalogue.roles.values()]
    looked_at(client, flag_of(case, HERE), parent, coach, names)


@pytest.mark.parametrize("name", ["Kay Lund", "Pat Lee"])
def test_the_name_in_the_field_for_it_settles_it(case, parent, name):
    named(case.members.get(name="Tim Orr"), name, parent)
    assert not any(is_open(case, rule) for rule in (HERE, "no_supervisor"))


def test_a_clear_answer_settles_it(case, parent):
    assert answered(flag_of(case, HERE), parent) == "sorted"


def test_when_who_was_offered_leaves_the_open_question_is_back(case, parent):
    member_left(member=case.members.get(name="Kay Lund"), by=parent, on=now().date())
    assert (is_open(case, HERE), is_open(case, "no_supervisor")) == (False, True)


def test_who_joins_is_offered_and_one_question_is_left(catalogue, parent):
    case = build(parent, ROOMS["B4"])
    assert is_open(case, "no_supervisor")
    add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    assert (is_open(case, HERE), is_open(case, "no_supervisor")) == (True, False)


def test_a_decision_is_new_again_when_the_name_is_gone(case, parent):
    flag, tim = flag_of(case, HERE), case.members.get(name="Tim Orr")
    sort_flag(flag=flag, by=parent)
    named(tim, "Kay Lund", parent)
    named(tim, "", parent, Member.Supervisor.UNKNOWN)
    flag.refresh_from_db()
    assert (flag.state, flag.changed, flag.changed_from) == ("open", "supervisor", "sorted")
