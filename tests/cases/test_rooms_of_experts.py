"""Rooms of families, built as a parent builds them, with what somebody fair who knows the field would expect.

Values only: rules, levels, whom a need asks first, chairs, the next step. The rooms stand in
``rooms_of_experts.yaml``; what waits for something that is not there yet is marked with the reason.
"""

import pytest

from roles.catalogue import Kind

pytestmark = pytest.mark.django_db
SUPERVISION = {"supervisor_in_the_room", "no_supervisor", "license_on_the_way"}


# -- Texas: a lead with the training, and a plan that counts on letters known from elsewhere ------------


def test_a2_the_counselor_with_the_training_leads_and_the_plan_is_asked_about(the_room):
    room = the_room("A2")
    assert (room.state("trauma"), room.leads("trauma")) == ("led", ["Laura Pena"])
    assert room.coverage.rows[0].need == "sexualized-behavior"
    assert [level for _, level, _ in room.about("sexualized-behavior")] == ["first"]
    assert room.mark("sexualized-behavior", "Rick Stone") == "ask"
    assert "outside_training" not in room.rules
    assert room.flag("own_state", person="Rick Stone").why == "meaning"  # works under someone, in Texas


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
    assert room.flag("own_state", person="Tanya Reed").params["state"] == "NV"
    assert "outside_training" not in room.rules
    assert {room.mark(need, "Tanya Reed") for need in ("trauma", "home-aggression")} == {"ask"}
    assert (room.state("everyday-skills"), room.asks("everyday-skills")[0]) == ("ask", "Luis Vera")


def test_a8_what_the_states_list_says_of_an_intern_is_told(the_room):
    room = the_room("A8")
    (letters,) = room.reading.room.members[2].credentials
    assert (letters.text, letters.kind, letters.role) == ("CPC Intern", Kind.REGISTRATION, "pc-associate")
    assert room.flag("own_state", person="Dana Park").why == "meaning"
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
