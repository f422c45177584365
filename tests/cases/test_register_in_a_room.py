"""``register_not_checked`` through the services and on the pages."""

import pytest

from cases.models import Credential
from cases.services.flags import sort_flag
from cases.services.letters import resolve_credential, unverify_credential, verify_credential
from cases.services.team import member_left
from tests.cases.built import ROOMS, build
from tests.cases.walked import answered, flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
RULE = "register_not_checked"


def b5(parent, **more):
    """Rita Moss, LCSW, leads a safety need; nobody looked her letters up."""
    rita = {name: value for name, value in ROOMS["B5"]["team"][0].items() if name != "looked_up"}
    return build(parent, ROOMS["B5"] | {"team": [rita | more]})


def letters_of(case) -> Credential:
    return Credential.objects.get(member__case=case)


def test_parent_and_coach_are_told(client, catalogue, parent, coach):
    names = [role.name for role in catalogue.roles.values()]
    looked_at(client, flag_of(b5(parent), RULE), parent, coach, names)


def test_a_look_into_the_register_settles_it(catalogue, parent):
    case = b5(parent)
    assert is_open(case, RULE)
    verify_credential(credential=letters_of(case), by=parent, on=now().date())
    assert not is_open(case, RULE)


def test_the_button_for_it_is_on_the_page_of_the_person(as_parent, catalogue, parent):
    case = b5(parent)
    url = f"/room/{case.key}/team/{case.members.get().key}/"
    as_parent.post(url, {"do": "looked-up", "credential": letters_of(case).pk})
    assert not is_open(case, RULE)


def test_a_word_told_to_be_a_license_can_be_looked_up_too(as_parent, catalogue, parent):
    case = b5(parent, said="Therapist")
    resolve_credential(credential=letters_of(case), by=parent, role="lcsw")
    assert is_open(case, RULE)
    url = f"/room/{case.key}/team/{case.members.get().key}/"
    assert 'value="looked-up"' in as_parent.get(url).content.decode()
    as_parent.post(url, {"do": "looked-up", "credential": letters_of(case).pk})
    assert not is_open(case, RULE)


def test_a_clear_answer_settles_it(catalogue, parent):
    assert answered(flag_of(b5(parent), RULE), parent) == "sorted"


def test_a_lead_who_left_is_not_looked_up(catalogue, parent):
    case = b5(parent)
    member_left(member=case.members.get(), by=parent, on=now().date())
    assert not is_open(case, RULE)


def test_a_decision_is_new_again_when_the_look_was_taken_back(catalogue, parent):
    case = b5(parent)
    flag = flag_of(case, RULE)
    sort_flag(flag=flag, by=parent)
    verify_credential(credential=letters_of(case), by=parent, on=now().date())
    unverify_credential(credential=letters_of(case), by=parent)
    flag.refresh_from_db()
    assert (flag.state, flag.changed, flag.changed_from) == ("open", "check", "sorted")
