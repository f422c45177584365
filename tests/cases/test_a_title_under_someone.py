"""A job title for one role that works under someone is asked for the name, as the letters of the role are."""

import pytest

from tests.cases.built import Seen, build

pytestmark = pytest.mark.django_db
ASKED = ("no_supervisor", "supervisor_in_the_room")


def asked(parent, said, *others, state="OR", **told):
    people = [{"name": "Kim Tran", "said": f"Kim Tran, {said}", **told}, *others]
    seen = Seen(build(parent, {"age": "6-11", "state": state, "needs": ["trauma"], "team": people}))
    return [rule for rule, name in seen.rules_about if name == "Kim Tran" and rule in ASKED]


@pytest.mark.parametrize(
    "said",
    [
        *("Mental Health Intern", "MHI", "practicum student", "behavior technician", "paraeducator"),
        *("instructional assistant", "Peer Support Specialist", "QMHA"),
    ],
)
def test_the_name_is_asked_for(parent, catalogue, said):
    assert asked(parent, said) == ["no_supervisor"]


def test_somebody_here_whose_role_could_be_it_is_offered(parent, catalogue):
    anyone = {role.slug: role for role in catalogue.roles.values() if role.slug == "rbt"}["rbt"]
    assert "bcba" in anyone.supervised_by
    assert asked(parent, "behavior technician", {"name": "Bo", "said": "Bo Fox, BCBA"}) == [
        "supervisor_in_the_room"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "LCSW, behavior technician",  # a license of their own
        "teacher",  # several jobs: asked about first
        "intern",
        "skills trainer",
        "case manager",
        "paraprofessional",
        "family navigator",  # a title no list knows
    ],
)
def test_who_may_work_alone_and_what_is_not_clear_is_not(parent, catalogue, said):
    assert asked(parent, said) == []


def test_a_name_that_is_known_and_another_state_ask_for_none(parent, catalogue):
    assert asked(parent, "MHI", supervisor="Lee Ott, LCSW") == []
    assert asked(parent, "MHI", state="KY") == []


def test_a_paraprofessional_may_be_of_several_jobs(parent, catalogue):
    ngo = {"name": "Ms. Ngo", "said": "Ms. Ngo, paraprofessional"}
    seen = Seen(build(parent, {"age": "6-11", "state": "OR", "needs": ["trauma"], "team": [ngo]}))
    assert ("title_unclear", "Ms. Ngo") in seen.rules_about
