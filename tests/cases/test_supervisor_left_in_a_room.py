"""A supervisor who is a person of the room and goes: through the services and on the pages."""

import pytest

from cases.models import Flag, Member
from cases.services.agreements import agree
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member, member_back, member_left
from roles.models import Need
from tests.cases.built import Seen
from tests.cases.decided.deciding import decide, each_decision, is_now, leaves, told
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
FAMILY = "family-conflict"


def add(case, parent, said):
    return add_member(case=case, by=parent, name=said.split(",")[0], said=said)


@pytest.fixture
def case(catalogue, parent):
    """Oregon: Jane leads with Kay behind her, who is on the team."""
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=[FAMILY])
    add(case, parent, "Kay Lund, LCSW")
    jane = add(case, parent, "Jane Miller, QMHP")
    told(jane, parent, supervisor="named", supervisor_name="Kay Lund")
    agree(member=jane, need=Need.objects.get(slug=FAMILY), by=parent, kind="agreed")
    return finish_setup(case=case, by=parent)


@pytest.fixture
def kay(case):
    return case.members.get(name="Kay Lund")


def jane(case):
    return case.members.get(name="Jane Miller")


def backing(case):
    return jane(case).supervisor, jane(case).supervisor_name


def asks_for_the_name(case):
    flag = Flag.objects.filter(case=case, rule="no_supervisor", member=jane(case)).first()
    return flag is not None and flag.state == "open"


def test_the_chair_is_open_and_the_name_is_asked_for(case, kay, parent):
    assert Seen(case).state(FAMILY) == "led"
    leaves(kay, parent)
    assert (Seen(case).state(FAMILY), asks_for_the_name(case)) == ("could", True)
    assert Seen(case).flag("no_supervisor").params["waits"] == [FAMILY]


@pytest.mark.parametrize("name", ["Kay", "kay lund", "Kay Lund, LCSW"])
def test_the_name_may_be_written_in_other_ways(case, kay, parent, name):
    told(jane(case), parent, supervisor="named", supervisor_name=name)
    leaves(kay, parent)
    assert asks_for_the_name(case)


def test_somebody_outside_the_team_stays(case, kay, parent):
    told(jane(case), parent, supervisor="named", supervisor_name="Pat Day")
    leaves(kay, parent)
    assert (backing(case), Seen(case).state(FAMILY)) == (("named", "Pat Day"), "led")


def test_one_of_two_of_that_name_stays(case, kay, parent):
    add(case, parent, "Kay Lund, QMHA")
    leaves(kay, parent)
    assert backing(case) == ("named", "Kay Lund")


def test_back_on_the_team_they_stand_behind_it_as_before(case, kay, parent):
    leaves(kay, parent)
    member_back(member=kay, by=parent)
    assert (backing(case), Seen(case).state(FAMILY)) == (("named", "Kay Lund"), "led")
    assert not asks_for_the_name(case)


def test_written_down_anew_they_are_back(case, kay, parent):
    leaves(kay, parent)
    add(case, parent, "Kay Lund, LCSW")
    assert (backing(case), Seen(case).state(FAMILY)) == (("named", "Kay Lund"), "led")


def test_the_same_name_told_anew_counts(case, kay, parent):
    leaves(kay, parent)
    told(jane(case), parent, supervisor="named", supervisor_name="Kay Lund")
    assert (Seen(case).state(FAMILY), asks_for_the_name(case)) == ("led", False)


@pytest.mark.parametrize("how", ["unknown", "none"])
def test_what_is_told_meanwhile_stays_when_they_are_back(case, kay, parent, how):
    leaves(kay, parent)
    told(jane(case), parent, supervisor=how)
    member_back(member=kay, by=parent)
    assert backing(case) == (how, "")


def test_other_news_about_the_person_keeps_who_it_was(case, kay, parent):
    leaves(kay, parent)
    told(jane(case), parent, agency="The clinic", supervisor_name="Kay Lund")
    member_back(member=kay, by=parent)
    assert backing(case) == ("named", "Kay Lund")


def test_another_name_for_them_is_theirs(case, kay, parent):
    edit_member(member=kay, by=parent, version=None, name="Kay Berg", said=kay.said)
    assert backing(case) == ("named", "Kay Berg")
    leaves(kay, parent)
    assert asks_for_the_name(case)


def test_who_they_supervised_and_has_left_too_led_till_then(case, kay, parent):
    leaves(jane(case), parent)
    leaves(kay, parent)
    assert Seen(case).flag("successor_missing").params["gone"] == jane(case).pk


@each_decision
def test_a_decision_about_the_name_is_new_again(case, kay, parent, decided):
    edit_member(member=kay, by=parent, version=None, name=kay.name, said="Kay Lund, XQZ")
    told(jane(case), parent, supervisor="unknown")
    flag = Flag.objects.get(case=case, rule="no_supervisor", member=jane(case))
    decide(flag, decided, parent)
    told(jane(case), parent, supervisor="named", supervisor_name="Kay Lund")
    edit_member(member=kay, by=parent, version=None, name=kay.name, said="Kay Lund, LCSW")
    leaves(kay, parent)
    assert is_now(flag) == ("open", "supervisor", decided)


def test_an_open_form_about_them_is_refused(case, kay, parent):
    before = jane(case).version
    leaves(kay, parent)
    assert jane(case).version == before + 1


def test_the_pages_tell_it(as_parent, case, kay, parent):
    page = f"/room/{case.key}/team/{kay.key}/"
    text = said(as_parent.post(page, {"do": "left"}, follow=True))
    assert "One chair is open again." in text
    about = said(as_parent.get(f"/room/{case.key}/team/{jane(case).key}/"))
    assert "Kay Lund has left. We don’t know who it is now." in about
    flag = Flag.objects.get(case=case, rule="no_supervisor", member=jane(case))
    told_so = said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert "Kay was the supervisor of Jane, and has left the team." in told_so
    assert "Supervisor of Jane" not in told_so


def test_nothing_is_written_of_another_room(case, kay, parent):
    other = start_room(by=parent, nickname="Moon", state="OR")
    bo = add(other, parent, "Bo Hart, QMHA")
    Member.objects.filter(pk=bo.pk).update(supervisor="named", supervisor_name="Kay Lund")
    member_left(member=kay, by=parent, on=now().date())
    bo.refresh_from_db()
    assert bo.supervisor == "named"
