"""What is agreed on one need with one person says nothing of another need, person or room."""

import pytest

from cases.models import Agreement
from cases.services.agreements import agree, forget_agreement, set_agreements
from roles.models import Need
from tests import factories

pytestmark = pytest.mark.django_db


def of(room):
    rows = Agreement.objects.filter(case=room).values_list("member__name", "need__slug", "kind")
    return set(rows)


@pytest.fixture
def agreements(room, parent):
    """Jane on two needs, Luis on one of them; the room knows all three."""
    skills, family = (Need.objects.get(slug=slug) for slug in ("everyday-skills", "family-conflict"))
    jane, luis = (factories.member(room, name) for name in ("Jane", "Luis"))
    agree(member=jane, need=skills, by=parent, kind="agreed")
    agree(member=jane, need=family, by=parent, kind="plan")
    agree(member=luis, need=skills, by=parent, kind="declined")
    assert of(room) == {
        ("Jane", "everyday-skills", "agreed"),
        ("Jane", "family-conflict", "plan"),
        ("Luis", "everyday-skills", "declined"),
    }
    return jane, skills


def test_one_that_is_forgotten_leaves_the_others(agreements, room, parent):
    jane, skills = agreements
    forget_agreement(member=jane, need=skills, by=parent)
    assert of(room) == {("Jane", "family-conflict", "plan"), ("Luis", "everyday-skills", "declined")}


def test_one_that_changes_leaves_the_others(agreements, room, parent):
    jane, skills = agreements
    agree(member=jane, need=skills, by=parent, kind="declined")
    assert ("Jane", "everyday-skills", "declined") in of(room)
    assert len(of(room)) == 3


def test_several_at_once_touch_only_what_was_on_the_form(agreements, room, parent):
    jane, _ = agreements
    set_agreements(member=jane, by=parent, version=None, kinds={"everyday-skills": ""})
    assert of(room) == {("Jane", "family-conflict", "plan"), ("Luis", "everyday-skills", "declined")}
    set_agreements(
        member=jane, by=parent, version=None, kinds={"everyday-skills": "plan", "trauma": "agreed"}
    )
    assert ("Jane", "everyday-skills", "plan") in of(room)
    assert len(of(room)) == 3  # trauma is no need of this room
