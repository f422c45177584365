"""The roles a need names first can take the need on: what a need calls for never shuts all of them out."""

import pytest

from roles.catalogue import Reach
from roles.fit import need_fit
from roles.models import Need
from tests.roles.tiny import Letters

LEADS = {Reach.TRAINED, Reach.SUPERVISED}
WORTH_ASKING = LEADS | {Reach.DEPENDS}


def reach(catalogue, role, need, trainings=()):
    info = catalogue.roles[role]
    state = "OR" if info.state == "US" else info.state
    letters = [Letters(role, kind=info.kind)]
    return need_fit(catalogue, letters, catalogue.needs[need], state, trainings, "unknown")[0]


def hinted(need):
    return list(Need.objects.get(slug=need).role_hints.values_list("slug", flat=True))


def test_some_role_that_a_need_names_leads_it_or_is_worth_asking(catalogue):
    shut = [
        need.slug
        for need in Need.objects.prefetch_related("role_hints")
        if (roles := [role.slug for role in need.role_hints.all()] or list(catalogue.roles))
        and not WORTH_ASKING & {reach(catalogue, role, need.slug) for role in roles}
    ]
    assert shut == []


@pytest.mark.parametrize("need", ["court-welfare", "autism-overwhelm"])
def test_some_role_that_the_need_names_leads_it_by_its_training(catalogue, need):
    assert LEADS & {reach(catalogue, role, need) for role in hinted(need)}


def test_each_role_named_for_racial_identity_leads_it_with_the_training_it_asks_for(catalogue):
    training, roles = {"cultural-identity": "a course"}, hinted("racial-identity")
    assert {reach(catalogue, role, "racial-identity") for role in roles} == {Reach.DEPENDS}
    assert {reach(catalogue, role, "racial-identity", training) for role in roles} == {Reach.TRAINED}


def test_each_role_named_for_speech_and_senses_is_worth_asking_whatever_its_courses(catalogue):
    """No capability says speech or occupational therapy, and no course makes somebody a school's tester."""
    training, roles = {"educational-assessment": "a course"}, hinted("communication-sensory")
    found = {
        reach(catalogue, role, "communication-sensory", more) for role in roles for more in ((), training)
    }
    assert found == {Reach.DEPENDS}
