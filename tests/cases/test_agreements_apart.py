"""What is written down about one person and need says nothing of another, and nothing unknown is kept."""

import pytest

from cases.models import Agreement
from cases.services.agreements import agree, forget_agreement, set_agreements
from cases.services.errors import Refused
from cases.services.trainings import add_training
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


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"capability": "juggling"}, "what the training is for"),
        ({"standing": "seen"}, "how you know about it"),
    ],
)
def test_a_training_for_nothing_we_know_is_refused_in_words(room, parent, wrong, words):
    jane, told = factories.member(room, "Jane"), {"capability": "trauma-treatment", "name": "TF-CBT"}
    with pytest.raises(Refused, match=words):
        add_training(member=jane, by=parent, **{**told, **wrong})
    assert not jane.trainings.exists()
