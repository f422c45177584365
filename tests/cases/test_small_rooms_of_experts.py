"""Small rooms of families with what somebody fair who knows the field would expect: one question in each."""

import pytest

from tests.cases.built import FAMILY, ROOMS, STATE_TITLES, Seen, build, not_yet

pytestmark = pytest.mark.django_db


# -- Oregon: small rooms --------------------------------------------------------------------------------


def test_b1_a_one_hour_webinar_does_not_fill_a_safety_chair(the_room):
    room = the_room("B1")
    assert (room.state("sexualized-behavior"), room.leads("sexualized-behavior")) == ("ask", [])
    assert room.about("sexualized-behavior") == [("training_unproven", "first", "Ann Roe")]
    assert room.flag("training_unproven", person="Ann Roe").why == "new"
    assert room.next == "training_unproven sexualized-behavior Ann Roe"


def test_b2_one_person_who_leads_nine_of_ten_is_good_to_know(the_room):
    found = the_room("B2").flag("one_person_many", person="Ann Roe")
    assert (found.level, found.params["count"]) == ("know", 9)


def test_b3_one_job_that_letters_may_mean_proves_no_no(the_room):
    room = the_room("B3")
    assert (room.state("substance-use"), room.mark("substance-use", "Mia Soto")) == ("ask", "ask")
    assert room.asks("substance-use") == []  # the job we know of it never leads this: the agency can tell
    assert room.flag("fit_unknown", "substance-use").why == "agency"
    assert not {"gap", "helpers_no_lead"} & set(room.rules)


def test_b4_a_helper_who_works_alone_could_lead_skills_and_is_asked_who_supervises(the_room):
    room = the_room("B4")
    assert room.could("everyday-skills") == ["Tasha Bell"]
    assert room.flag("no_supervisor", person="Tasha Bell").why == "alone"


def test_b5_a_safety_lead_who_was_looked_up_leaves_nothing_to_ask(the_room):
    room = the_room("B5")
    assert (room.leads("self-harm-suicide"), room.rules, room.next) == (["Rita Moss"], [], "-")


def test_b5_the_same_person_not_looked_up_is_asked_about_once(catalogue, parent):
    spec = ROOMS["B5"] | {"team": [{k: v for k, v in ROOMS["B5"]["team"][0].items() if k != "looked_up"}]}
    assert Seen(build(parent, spec)).rules == ["register_not_checked"]


def test_b6_the_officer_is_asked_and_called_by_name(the_room):
    room = the_room("B6")
    assert room.asks("court-welfare")[0] == "Officer Dunn"
    assert room.called == ("Officer Dunn", "Judge Hart", "Aunt May")


@not_yet(FAMILY)
def test_b6_a_relative_is_not_asked_for_a_license(the_room):
    assert "title_unclear - Aunt May" not in the_room("B6").flags


def test_b9_medicine_is_not_asked_of_a_helper_when_the_prescriber_left(the_room):
    room = the_room("B9")
    assert (room.state("medication-questions"), room.asks("medication-questions")) == ("empty", [])


def test_b9_who_prescribes_meanwhile_is_asked(the_room):
    assert the_room("B9").flag("medicine_bridge", "medication-questions").level == "first"


def test_b11_the_pediatrician_is_asked_about_the_medical_part_of_eating(the_room):
    room = the_room("B11")
    assert room.about("eating") == [("fit_unknown", "first", "Dr. Patel")]
    assert room.asks("eating") == ["Dr. Patel"]


def test_b11_a_plain_job_title_is_read(the_room):
    assert "title_unclear - Omar Said" not in the_room("B11").flags


def test_b13_a_pediatrician_and_a_social_worker_do_not_cover_severe_symptoms(the_room):
    room = the_room("B13")
    assert (room.state("severe-symptoms"), room.could("severe-symptoms")) == ("ask", [])
    assert room.about("severe-symptoms") == [("fit_unknown", "first", "Dr. Patel")]
    assert room.asks("severe-symptoms")[0] == "Dr. Patel"
    assert room.next == "fit_unknown severe-symptoms Dr. Patel"


@pytest.mark.parametrize("gone", [False, True])
def test_b13_nor_do_they_when_both_agreed_or_when_one_of_them_has_left(catalogue, parent, gone):
    doctor, social_worker = ROOMS["B13"]["team"]
    team = [
        doctor | {"agreed": ["severe-symptoms"], "left": gone},
        social_worker | {"agreed": ["severe-symptoms"]},
    ]
    room = Seen(build(parent, ROOMS["B13"] | {"team": team}))
    assert (room.leads("severe-symptoms"), room.could("severe-symptoms")) == ([], [])
    assert "shared" not in {f.why for f in room.findings}
    named = [f for f in room.findings if "gone" in f.params and f.rule != "medicine_bridge"]
    assert all(f.params.get("would") for f in named)


def test_b15_substance_use_is_a_question_for_the_substance_use_professional(the_room):
    room = the_room("B15")
    assert room.asks("substance-use")[0] == "Sue Orr"
    assert room.about("substance-use") == [("fit_unknown", "soon", "Sue Orr")]
    assert room.mark("substance-use", "Pam Fox") == room.mark("self-harm-suicide", "Pam Fox") == "ask"
    assert room.next == "no_supervisor - Lia Day"


# -- what a yes changes, and what comes first -----------------------------------------------------------


def test_c1_an_agreement_counts_where_the_letters_are_known_from_elsewhere(the_room):
    room = the_room("C1")
    assert (room.state("autism-overwhelm"), room.asks("autism-overwhelm")) == ("ask", ["Sue Orr"])
    assert room.mark("autism-overwhelm", "Sue Orr") == "ask"


@not_yet(STATE_TITLES)
def test_c1_laba_is_the_full_license_in_massachusetts(the_room):
    (letters,) = the_room("C1").reading.room.members[0].credentials
    assert letters.role == "bcba"


def test_c2_what_a_role_was_taken_for_comes_before_an_everyday_chair(the_room):
    assert the_room("C2").next == "belief_vs_role - Tasha Bell"
