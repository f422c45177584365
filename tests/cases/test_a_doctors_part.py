"""A need of which a part is a doctor's: nobody told us by it that the child takes a medicine."""

import pytest

from tests.cases.plain import agreed, left, room
from tests.cases.test_whose_part_it_is import EATING, MEDICINE, about, asked, people

pytestmark = pytest.mark.django_db

SEVERE = "severe-symptoms"


def words_of(found):
    return " ".join((found.words.title, found.words.why, found.words.say, found.words.if_not))


@pytest.mark.parametrize("need", [EATING, SEVERE])
@pytest.mark.parametrize("team", [("LCSW", "QMHA"), ("LCSW",), ("Therapist",), ("skills trainer", "QMHA")])
def test_that_a_child_takes_medicine_is_not_told_by_a_need_it_is_a_part_of(catalogue, need, team):
    facts = room(f"trauma sleep {need}", *people(catalogue, *team))
    found = about(catalogue, facts, need)
    assert "medicine" not in words_of(found)
    assert "to look at the body and health, too." in found.words.why
    assert found.words.clear_answer == catalogue.needs[need].clear_answer


def test_who_could_lead_the_rest_is_named_and_asked(catalogue):
    sam, bri = people(catalogue, "LCSW", "QMHA")
    facts = room(EATING, sam, bri)
    found = about(catalogue, facts, EATING)
    assert (found.params["rest"], asked(catalogue, facts, EATING)) == ([sam.id], sam.id)
    assert found.words.why.endswith("No one on the team can do that part. P1 could lead the rest.")
    assert found.words.say == "Who leads help with Sunny’s eating? Who does the medical checks?"
    alone = about(catalogue, room(EATING, bri), EATING)
    assert "could lead the rest" not in alone.words.why
    no = room(EATING, sam, bri, agreements=(agreed(sam, EATING, "declined"),))
    assert about(catalogue, no, EATING).params["rest"] == []


def test_medicine_is_asked_about_where_it_was_picked_or_who_prescribed_it_left(catalogue):
    team = people(catalogue, "LCSW", "QMHA", "psychiatrist")
    picked = room(f"{EATING} {MEDICINE}", *team[:2])
    assert "Who checks Sunny’s medicine?" in about(catalogue, picked, MEDICINE).words.say
    assert "medicine" not in words_of(about(catalogue, picked, EATING))
    gone = room(EATING, *team[:2], departed=(left(team[2], eating="agreed"),))
    assert about(catalogue, gone, EATING).rule == "medicine_bridge"


@pytest.mark.parametrize(("need", "told_of_one"), [(EATING, False), (SEVERE, False), (MEDICINE, True)])
def test_after_a_no_nobody_is_told_not_to_stop_a_medicine_that_was_never_told(catalogue, need, told_of_one):
    (doctor,) = people(catalogue, "psychiatrist")
    found = about(catalogue, room(need, doctor, agreements=(agreed(doctor, need, "declined"),)), need)
    assert found.rule == "everyone_said_no"
    assert ("Don’t stop a medicine" in found.words.if_not) is told_of_one


@pytest.mark.parametrize(("need", "care"), [(EATING, "medical care"), (MEDICINE, "prescription medicine")])
def test_what_may_be_a_further_license_is_asked_about_as_the_need_has_it(catalogue, need, care):
    (psychologist,) = people(catalogue, "licensed psychologist", state="NM")
    found = about(catalogue, room(need, psychologist, state="NM"), need)
    assert f"Is {care} in your role?" in found.words.say


@pytest.mark.parametrize("title", ["therapist", "skills trainer", "Youth Peer"])
def test_where_no_title_is_one_of_a_prescriber_nobody_is_said_to_be_known_as_one(catalogue, title):
    words = about(catalogue, room(MEDICINE, *people(catalogue, title)), MEDICINE).words
    assert words.title == "No one on the team is known to prescribe medicine"
    assert "No letters here tell us who can prescribe. Not known is not a no." in words.why
