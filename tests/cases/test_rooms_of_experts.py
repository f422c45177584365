"""Rooms of families, built as a parent builds them, with what somebody fair who knows the field would expect.

Values only: rules, levels, whom a need asks first, chairs, the next step. The rooms stand in
``rooms_of_experts.yaml``; what waits for something that is not there yet is marked with the reason.
"""

from collections.abc import Callable

import pytest

from roles.catalogue import Kind
from tests.cases.built import ROOMS, Seen, build

pytestmark = pytest.mark.django_db
SUPERVISION = {"supervisor_in_the_room", "no_supervisor", "license_on_the_way"}


@pytest.fixture
def the_room(catalogue, parent) -> Callable[[str], Seen]:
    return lambda name: Seen(build(parent, ROOMS[name]))


def not_yet(reason: str):
    return pytest.mark.xfail(strict=True, reason=reason)


STATE_TITLES = "what a state's list says of its own title is words so far, not a level that rules can read"
FAMILY = "relatives are people of a kind that is told later"
A_RULE = "the rule is not written yet"


# -- Texas: a lead with the training, and a plan that counts on letters known from elsewhere ------------


def test_a2_the_counselor_with_the_training_leads_and_the_plan_is_asked_about(the_room):
    room = the_room("A2")
    assert (room.state("trauma"), room.leads("trauma")) == ("led", ["Laura Pena"])
    assert room.coverage.rows[0].need == "sexualized-behavior"
    assert [level for _, level, _ in room.about("sexualized-behavior")] == ["first"]
    assert room.mark("sexualized-behavior", "Rick Stone") == "ask"
    assert "outside_training" not in room.rules
    assert room.flag("other_state", person="Rick Stone").why == "meaning"  # works under someone, in Texas


def test_a2_a_volunteer_and_a_caseworker_are_not_asked_who_stands_behind_them(the_room):
    asked = {who for rule, who in the_room("A2").rules_about if rule in SUPERVISION}
    assert not asked & {"Ana Bell", "Deb Hall"}


def test_a2_a_plan_that_counts_on_an_unknown_fit_is_told(the_room):
    assert the_room("A2").flag("plan_on_unknown_fit", "sexualized-behavior", "Rick Stone").level == "first"


def test_a2_brothers_and_sisters_are_thought_of_tonight(the_room):
    assert the_room("A2").flag("sibling_safety").level == "first"


# -- Ohio: letters that are a step lower than elsewhere -------------------------------------------------


def test_a3_substance_use_is_a_question_for_the_addiction_counselor(the_room):
    room = the_room("A3")
    assert room.asks("substance-use")[0] == "Sonia Reyes"
    assert room.about("substance-use") == [("fit_unknown", "soon", "Sonia Reyes")]
    assert not room.coverage.row("family-conflict").has_lead
    assert "gap" not in room.rules


def test_a3_the_link_with_the_court_is_a_question_for_the_probation_officer(the_room):
    assert the_room("A3").asks("court-welfare")[0] == "Officer Dunn"


@not_yet(STATE_TITLES)
def test_a3_who_works_under_someone_in_ohio_is_asked_for_the_name(the_room):
    assert the_room("A3").flag("no_supervisor", person="Mark Bell")


# -- Massachusetts: LICSW before LCSW -------------------------------------------------------------------


def test_a4_the_independent_license_is_asked_first_and_medicine_is_led(the_room):
    room = the_room("A4")
    assert room.leads("medication-questions") == ["Carol Stein"]
    assert room.asks("home-aggression")[0] == "Joan Cho"
    assert room.asks("trauma").index("Joan Cho") < room.asks("trauma").index("Erin Walsh")
    assert room.next == "fit_not_asked home-aggression Joan Cho"
    assert "belief_vs_role" not in room.rules


@not_yet(STATE_TITLES)
def test_a4_who_works_under_someone_in_massachusetts_is_asked_for_the_name(the_room):
    assert the_room("A4").flag("no_supervisor", person="Erin Walsh")


# -- New York -------------------------------------------------------------------------------------------


def test_a5_a_named_supervisor_leaves_only_the_open_fit_to_ask_about(the_room):
    room = the_room("A5")
    assert (room.state("self-harm-suicide"), room.asks("self-harm-suicide")[0]) == ("ask", "Hannah Gold")
    assert [(level, who) for _, level, who in room.about("self-harm-suicide")] == [("first", "Hannah Gold")]
    assert not {rule for rule, who in room.rules_about if who == "Hannah Gold"} & SUPERVISION


def test_a5_the_doctor_is_asked_about_the_medical_part_of_eating_and_no_peer_is(the_room):
    room = the_room("A5")
    assert room.asks("eating")[0] == "Dr. Patel"
    assert "Ruth Adler" not in room.asks("eating")
    assert room.about("eating") == [("fit_unknown", "first", "Dr. Patel")]


def test_a5_a_family_peer_leads_support_for_the_parent_alone(the_room):
    """Shared with the care manager, some would say. The catalogue has both parts in a family peer's role."""
    room = the_room("A5")
    assert (room.state("caregiver-burnout"), room.leads("caregiver-burnout")) == ("led", ["Ruth Adler"])


# -- Nevada ---------------------------------------------------------------------------------------------


def test_a8_oregons_rules_are_not_read_as_nevadas(the_room):
    room = the_room("A8")
    assert room.flag("other_state", person="Tanya Reed").params["state"] == "NV"
    assert "outside_training" not in room.rules
    assert {room.mark(need, "Tanya Reed") for need in ("trauma", "home-aggression")} == {"ask"}
    assert (room.state("everyday-skills"), room.asks("everyday-skills")[0]) == ("ask", "Luis Vera")


def test_a8_what_the_states_list_says_of_an_intern_is_told(the_room):
    room = the_room("A8")
    (letters,) = room.reading.room.members[2].credentials
    assert (letters.text, letters.kind, letters.role) == ("CPC Intern", Kind.REGISTRATION, "pc-associate")
    assert room.flag("other_state", person="Dana Park").why == "meaning"
    assert "title_unclear - Dana Park" not in room.flags


def test_a8_the_plan_for_trauma_is_asked_about(the_room):
    assert the_room("A8").flag("plan_on_unknown_fit", "trauma", "Tanya Reed")


# -- no state told --------------------------------------------------------------------------------------


def test_a11_a_state_not_told_hides_no_safety(the_room):
    room = the_room("A11")
    assert room.about("self-harm-suicide") == [("fit_unknown", "first", "Rita Moss")]
    assert room.asks("self-harm-suicide")[0] == "Rita Moss"
    assert room.next == "fit_unknown self-harm-suicide Rita Moss"
    assert "belief_vs_role" not in room.rules
    assert not [e for f in room.findings for e in f.evidence]


# -- Oregon: a team of the school -----------------------------------------------------------------------


def test_a12_each_need_asks_the_profession_that_is_at_home_in_it(the_room):
    room = the_room("A12")
    needs = ("learning", "autism-overwhelm", "school-refusal")
    assert [room.asks(need)[0] for need in needs] == ["Ms. Bond", "Ella Koh", "Ms. Bond"]
    assert room.asks("communication-sensory") == ["Ella Koh", "Jill Nye", "Ms. Bond"]
    assert "Kay Lund" in room.asks("autism-overwhelm")
    assert room.could("learning") == ["Ms. Bond"]
    assert (room.state("school-refusal"), room.state("autism-overwhelm")) == ("ask", "ask")


def test_a12_a_belief_about_a_technician_is_mild_and_one_name_is_asked_for(the_room):
    room = the_room("A12")
    assert room.flag("belief_vs_role").level == "soon"
    assert [who for rule, who in room.rules_about if rule in SUPERVISION] == ["Tim Orr"]


def test_a12_somebody_here_may_be_the_supervisor(the_room):
    room = the_room("A12")
    found = room.flag("supervisor_in_the_room", person="Tim Orr")
    assert ([room.name(one) for one in found.params["by"]], found.params["role"]) == (["Kay Lund"], "rbt")


# -- Ohio, once more ------------------------------------------------------------------------------------


def test_a14_the_highest_license_leads_and_the_others_are_asked(the_room):
    room = the_room("A14")
    assert (room.state("home-aggression"), room.leads("home-aggression")) == ("led", ["Ivy Lane"])
    assert {room.mark(need, "Mo Katz") for need in ("home-aggression", "caregiver-burnout")} == {"ask"}
    assert room.flag("no_supervisor").member == room.id("Pia Rose")
    assert room.could("caregiver-burnout") == ["Ivy Lane", "Pia Rose"]


# -- California: doctors, and a degree ------------------------------------------------------------------


def test_a20_doctors_are_asked_about_severe_symptoms_and_a_nurse_is_not(the_room):
    room = the_room("A20")
    assert room.leads("medication-questions") == ["Dr. Ellen Moss"]
    assert room.asks("severe-symptoms")[:2] == ["Dr. Ellen Moss", "Dr. Yu"]
    assert not [need for need in ("severe-symptoms", "eating") if "Amy Chu" in room.asks(need)]
    assert room.next == "fit_unknown severe-symptoms Dr. Ellen Moss"


def test_a20_a_degree_is_asked_for_its_license_and_a_diagnosis_is_nobodys_before_a_doctors(the_room):
    room = the_room("A20")
    assert {rule for rule, who in room.rules_about if who == "Dr. Rob Lim"} == {"title_unclear"}
    assert room.asks("unclear-diagnosis")[0] == "Dr. Ellen Moss"
    assert room.asks("unclear-diagnosis")[-1] == "Amy Chu"


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
    assert room.asks("substance-use") == ["Mia Soto"]
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
    assert not [f for f in room.findings if "gone" in f.params and f.rule != "medicine_bridge"]


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
