"""``everyone_said_no`` through the services and on the pages."""

import pytest

from cases.services.agreements import agree
from cases.services.asks import decline_ask
from cases.services.flags import sort_flag
from cases.services.team import add_member, member_left
from roles.models import Need
from tests import factories
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.walked import answered, flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
SAID_NO, NEED = "everyone_said_no", "family-conflict"


@pytest.fixture
def case(catalogue, parent):
    ana = {"name": "Ana Poe", "said": "LCSW", "declined": [NEED]}
    tasha = {"name": "Tasha Bell", "said": "QMHA", "supervisor": "Lee"}
    return build(parent, {"state": "OR", "age": "6-11", "needs": [NEED], "team": [ana, tasha]})


def joins(case, parent, name, kind):
    member = add_member(case=case, by=parent, name=name, said=f"{name}, LCSW")
    agree(member=member, need=Need.objects.get(slug=NEED), by=parent, kind=kind)
    return member


def test_parent_and_coach_read_it(client, case, catalogue, parent, coach):
    looked_at(client, flag_of(case, SAID_NO), parent, coach, [r.name for r in catalogue.roles.values()])


def test_it_goes_to_the_agency_and_to_no_helper(as_parent, case):
    flag = flag_of(case, SAID_NO)
    room = said(as_parent.get(f"/room/{case.key}/"))
    assert "Ask the agency in writing who can be the lead for" in room
    assert "Email Tasha" not in room
    page = as_parent.get(f"/room/{case.key}/questions/new/?f={flag.key}").content.decode()
    assert 'value="agency" checked' in page


def test_a_no_to_a_question_brings_it(catalogue, parent):
    ana = {"name": "Ana Poe", "said": "LCSW"}
    case = build(parent, {"state": "OR", "age": "6-11", "needs": [NEED], "team": [ana]})
    need = Need.objects.get(slug=NEED)
    decline_ask(ask=factories.waiting_ask(case, parent, name="Ana Poe", need=need), by=parent)
    assert is_open(case, SAID_NO)


def test_a_name_who_leads_settles_it(case, parent):
    joins(case, parent, "Rita Moss", "agreed")
    assert not is_open(case, SAID_NO)


def test_the_written_answer_settles_it(case, parent):
    assert answered(flag_of(case, SAID_NO), parent) == "sorted"


def test_a_yes_after_all_settles_it(case, parent):
    agree(member=case.members.get(name="Ana Poe"), need=Need.objects.get(slug=NEED), by=parent, kind="agreed")
    assert not is_open(case, SAID_NO)


def test_one_more_no_makes_a_decision_new_again(case, parent):
    flag = flag_of(case, SAID_NO)
    sort_flag(flag=flag, by=parent)
    joins(case, parent, "Rita Moss", "declined")
    flag.refresh_from_db()
    assert (flag.state, flag.changed, flag.changed_from) == ("open", "declined", "sorted")


def test_a_lead_who_came_and_left_makes_a_decision_new_again(case, parent):
    flag = flag_of(case, SAID_NO)
    sort_flag(flag=flag, by=parent)
    member_left(member=joins(case, parent, "Rita Moss", "agreed"), by=parent, on=now().date())
    flag.refresh_from_db()
    assert (flag.state, flag.changed) == ("open", "lead")
