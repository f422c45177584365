"""A training in a signature is kept as one, and lifts what depends on it."""

import pytest

from cases.models import Training
from cases.reader import read
from cases.services.team import add_member, edit_member
from cases.services.trainings import add_training
from tests.cases.built import build
from tests.cases.pages import said as words
from tests.cases.walked import flag_of
from web.clock import now

pytestmark = pytest.mark.django_db


def kept(member):
    return list(Training.objects.filter(member=member).values_list("capability__slug", "name"))


@pytest.mark.parametrize(
    ("said", "trainings"),
    [
        ("Ana Ruiz, LCSW, TF-CBT", [("trauma-treatment", "TF-CBT")]),
        ("Ana Ruiz, LCSW, TF-CBT, EMDR", [("trauma-treatment", "TF-CBT, EMDR")]),
        ("Ana Ruiz, LCSW, EMDR webinar", [("trauma-treatment", "EMDR webinar")]),
        (
            "Ana Ruiz, LCSW, TF-CBT, EMDR webinar",
            [("trauma-treatment", "TF-CBT"), ("trauma-treatment", "EMDR webinar")],
        ),
        ("Ana Ruiz, LCSW, PCIT", []),
        ("Ana Ruiz, LCSW", []),
    ],
)
def test_a_training_is_kept_for_what_it_is_for(room, parent, said, trainings):
    member = add_member(case=room, by=parent, name="Ana", said=said)
    assert kept(member) == trainings
    assert [c.text for c in member.credentials.all()] == ["LCSW"]


def test_a_training_that_a_parent_wrote_down_keeps_its_words(room, parent):
    member = add_member(case=room, by=parent, name="Ana", said="Ana Ruiz, LCSW")
    add_training(member=member, by=parent, capability="trauma-treatment", name="certified in TF-CBT")
    edit_member(member=member, by=parent, version=None, name="Ana", said="Ana Ruiz, LCSW, TF-CBT, EMDR")
    written = [("trauma-treatment", "certified in TF-CBT"), ("trauma-treatment", "EMDR")]
    assert kept(member) == written
    edit_member(member=member, by=parent, version=None, name="Ana", said="Ana Ruiz, LCSW, EMDR")
    assert kept(member) == written


def test_a_training_is_shown_before_the_person_is_added(as_parent, room):
    page = as_parent.post(f"/room/{room.key}/team/add/", {"do": "read", "text": "Ana Ruiz, LCSW, TF-CBT"})
    assert "don’t know these letters" not in page.content.decode()


@pytest.mark.parametrize(
    ("says", "leads", "why"),
    [
        *(("TF-CBT", True, "told"), ("TF-CBT and EMDR", True, "told"), ("EMDR webinar", False, "new")),
        *(("refers out for EMDR", False, "new"), ("TF-CBT 2027", False, "new")),
    ],
)
def test_a_mention_fills_no_chair_and_is_asked_about(catalogue, parent, says, leads, why):
    sam = {"name": "Sam", "said": f"Sam Poe, LCSW, {says}", "agreed": ["trauma"]}
    case = build(parent, {"age": "6-12", "state": "OR", "needs": ["trauma"], "team": [sam]})
    assert read(case, now=now()).coverage.row("trauma").has_lead is leads
    assert flag_of(case, "training_unproven").why == why


def test_a_training_is_known_once_the_signature_says_no_more(room, parent):
    member = add_member(case=room, by=parent, name="Ana", said="Ana Ruiz, LCSW, EMDR webinar")
    edit_member(member=member, by=parent, version=None, name="Ana", said="Ana Ruiz, LCSW, EMDR")
    assert dict(member.trainings.values_list("name", "known")) == {"EMDR webinar": False, "EMDR": True}


@pytest.mark.parametrize(
    ("state", "said", "open_yet"),
    [
        ("OR", "Jane Miller, LCSW", "Jane agreed. Ask about Jane’s training."),
        ("MI", "Jane Miller, LCSW", "Jane agreed. Ask what Jane’s role covers."),
        ("OR", "Jane Miller, XQZT", "Jane agreed. Ask what Jane’s role covers."),
        ("OR", "Jane Miller, QMHA or LCSW", "Jane agreed. Ask what Jane’s role covers."),
    ],
)
def test_a_yes_asks_for_what_is_open(catalogue, parent, as_parent, state, said, open_yet):
    jane = {"name": "Jane", "said": said, "agreed": ["trauma"]}
    case = build(parent, {"age": "6-12", "state": state, "needs": ["trauma"], "team": [jane]})
    assert open_yet in words(as_parent.get(f"/room/{case.key}/"))
