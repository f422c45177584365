"""Who left is remembered: ``successor_missing`` and ``medicine_bridge``."""

from dataclasses import replace

import pytest

from cases.wording import Voice
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    agreed,
    ask,
    findings,
    left,
    person,
    room,
    rules,
    the,
    told,
)
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, SEVERE, SKILLS, catalogue, noun

RITA = replace(ANA, id=20, name="Rita Moss")
JO = replace(OKAFOR, id=21, name="Jo Tran")
RITA_LED = left(RITA, family_conflict="agreed")
JO_LED = left(JO, medication_questions="agreed")


# -- successor_missing --------------------------------------------------------------------------------


def test_a_lead_who_left_opens_the_chair_and_asks_for_a_successor():
    found = the("successor_missing", room(FAMILY, TASHA, departed=(RITA_LED,)))
    assert found.fingerprint == "successor_missing:family-conflict:-"
    assert found.level == "soon"
    assert found.words.why.startswith("Rita led this until February.")
    assert found.words.say == f"Rita has left. Who takes over {noun(FAMILY)} for Sunny, and from when?"


def test_there_is_one_finding_for_the_chair():
    facts = room(FAMILY, TASHA, departed=(RITA_LED,))
    assert rules(facts, FAMILY) == ["successor_missing"]
    assert rules(room(FAMILY, TASHA), FAMILY) == ["helpers_no_lead"]


def test_a_safety_lead_who_left_comes_first():
    gone = left(RITA, self_harm_suicide="agreed")
    assert the("successor_missing", room(SAFETY, TASHA, departed=(gone,))).level == "first"


def test_the_year_is_said_when_it_is_another_one():
    gone = left(RITA, on="2025-05-02", family_conflict="agreed")
    why = the("successor_missing", room(FAMILY, TASHA, departed=(gone,))).words.why
    assert why.startswith("Rita led this until May 2025.")


@pytest.mark.parametrize("kind", ["plan", "declined"])
def test_who_never_agreed_has_no_successor(kind):
    facts = room(FAMILY, TASHA, departed=(left(RITA, family_conflict=kind),))
    assert rules(facts, FAMILY) == ["helpers_no_lead"]


def test_who_agreed_and_did_not_reach_has_no_successor():
    facts = room(FAMILY, TASHA, departed=(left(replace(TASHA, id=20, name="Bo"), family_conflict="agreed"),))
    assert rules(facts, FAMILY) == ["helpers_no_lead"]


def test_a_chair_with_a_lead_again_remembers_nobody():
    facts = room(FAMILY, ANA, agreements=(agreed(ANA, FAMILY),), departed=(RITA_LED,))
    assert rules(facts, FAMILY) == []


def test_another_chair_is_not_theirs():
    assert rules(room(SAFETY, TASHA, departed=(RITA_LED,)), SAFETY) == ["helpers_no_lead"]


def test_of_two_who_led_the_last_is_named():
    first = left(replace(ANA, id=22, name="Kim"), on="2026-01-10", family_conflict="agreed")
    why = the("successor_missing", room(FAMILY, TASHA, departed=(RITA_LED, first))).words.why
    assert why.startswith("Rita led this until February.")


def test_somebody_written_down_anew_has_not_left():
    back = replace(TASHA, name="Rita Moss")
    assert rules(room(FAMILY, back, departed=(RITA_LED,)), FAMILY) == ["helpers_no_lead"]


def test_who_fits_now_is_asked_and_the_one_before_is_named():
    found = the("fit_not_asked", room(FAMILY, ANA, departed=(RITA_LED,)))
    assert (found.member, rules(room(FAMILY, ANA, departed=(RITA_LED,)), FAMILY)) == (5, ["fit_not_asked"])
    assert found.words.why.startswith("Rita led this until February. ")
    assert "led this" not in the("fit_not_asked", room(FAMILY, ANA)).words.why


def test_who_may_fit_is_asked_and_the_one_before_is_named():
    found = the("fit_unknown", room(FAMILY, LUIS, departed=(RITA_LED,)))
    assert found.words.why.startswith("Rita led this until February. ")


def test_a_plan_that_asks_too_much_names_the_one_before():
    facts = room(FAMILY, TASHA, agreements=(agreed(TASHA, FAMILY, "plan"),), departed=(RITA_LED,))
    assert the("outside_training", facts).words.why.startswith("Rita led this until February. ")


def test_a_team_of_one_who_left_is_still_asked_about():
    assert rules(room(FAMILY, departed=(RITA_LED,))) == ["successor_missing"]
    assert rules(room(f"{FAMILY} {MEDICINE}")) == []


def test_helpers_who_stay_are_named():
    why = the("successor_missing", room(FAMILY, TASHA, departed=(RITA_LED,))).words.why
    assert why.endswith("Until someone takes over, Tasha can help with a part.")
    alone = the("successor_missing", room(FAMILY, departed=(RITA_LED,))).words.why
    assert alone.endswith("We know of no one who took over.")


def test_who_left_is_called_by_a_name_of_their_own():
    gone = left(replace(RITA, name="Tasha Poe"), family_conflict="agreed")
    found = the("successor_missing", room(FAMILY, TASHA, departed=(gone,)))
    assert found.words.why == (
        "Tasha P. led this until February. Until someone takes over, Tasha can help with a part."
    )


def test_the_facts_shown_are_those_of_who_led():
    found = the("successor_missing", room(FAMILY, TASHA, departed=(RITA_LED,)))
    assert {e.member for e in found.evidence} == {RITA.id}
    assert found.letters[0] == "LCSW"


def test_two_who_shared_a_chair_are_remembered_when_one_leaves():
    facts = room(
        SEVERE, ANA, agreements=(agreed(ANA, SEVERE),), departed=(left(JO, severe_symptoms="agreed"),)
    )
    assert rules(facts, SEVERE) == ["medicine_bridge"]


# -- medicine_bridge ----------------------------------------------------------------------------------


def test_a_prescriber_who_left_raises_the_bridge_and_no_helper_is_asked():
    found = the("medicine_bridge", room(MEDICINE, TASHA, departed=(JO_LED,)))
    assert (found.fingerprint, found.level) == ("medicine_bridge:medication-questions:-", "first")
    assert found.words.why == (
        "Jo led this until February. Please don’t stop a medicine on your own. "
        "Talk to a doctor or nurse practitioner first."
    )
    assert found.words.say == "Jo has left. Who prescribes for Sunny now? What is the refill date?"
    assert found.words.clear_answer == "A name, and the date of the next refill."
    shown = [(e.role, e.capability, e.reach.value, e.member) for e in found.evidence]
    assert shown == [("psychiatrist", "medication", "trained", JO.id)]
    assert rules(room(MEDICINE, TASHA, departed=(JO_LED,)), MEDICINE) == ["medicine_bridge"]


def test_who_may_prescribe_here_is_asked_first():
    found = the("medicine_bridge", room(MEDICINE, TASHA, OKAFOR, departed=(JO_LED,)))
    assert found.member == OKAFOR.id
    assert found.words.say == "Jo has left. Could you prescribe for Sunny for now? What is the refill date?"


def test_a_prescriber_who_never_agreed_is_told_by_their_role():
    found = the("medicine_bridge", room(MEDICINE, TASHA, departed=(left(JO),)))
    assert found.words.why.startswith("Jo left in February. Jo’s role can prescribe medicine. ")


def test_a_prescriber_who_said_it_was_not_theirs_raises_nothing():
    facts = room(MEDICINE, TASHA, departed=(left(JO, medication_questions="declined"),))
    assert rules(facts, MEDICINE) == ["no_prescriber"]


def test_somebody_who_does_not_prescribe_raises_nothing():
    facts = room(MEDICINE, TASHA, departed=(left(RITA, medication_questions="agreed"),))
    assert rules(facts, MEDICINE) == ["no_prescriber"]


def test_a_room_that_needs_no_medicine_is_not_asked_about_it():
    assert "medicine_bridge" not in rules(room(SKILLS, TASHA, departed=(JO_LED,)))


def test_somebody_else_who_leads_medicine_ends_it():
    facts = room(f"{MEDICINE} {SEVERE}", OKAFOR, agreements=(agreed(OKAFOR, MEDICINE),), departed=(JO_LED,))
    assert "medicine_bridge" not in rules(facts)


def test_medicine_is_asked_about_once_where_it_is_the_whole_need():
    facts = room(f"{SEVERE} {MEDICINE}", TASHA, departed=(JO_LED,))
    assert the("medicine_bridge", facts).need == MEDICINE
    assert "no_prescriber" not in rules(facts)


def test_letters_that_leave_it_open_count_with_what_was_agreed():
    doctor = person(
        23, "Dr. Pat", replace(LUIS.credentials[0], text="MD", candidates=("psychiatrist", "lcsw"))
    )
    led = room(MEDICINE, TASHA, departed=(left(doctor, medication_questions="agreed"),))
    assert rules(led, MEDICINE) == ["medicine_bridge"]
    assert rules(room(MEDICINE, TASHA, departed=(left(doctor),)), MEDICINE) == ["no_prescriber"]


def test_a_question_that_is_on_its_way_changes_nothing():
    facts = room(MEDICINE, TASHA, departed=(JO_LED,), asks=(ask(1, MEDICINE, due="2026-04-01"),))
    assert rules(facts, MEDICINE) == ["medicine_bridge"]


def test_both_speak_to_a_coach_without_you():
    facts = room(f"{FAMILY} {MEDICINE}", TASHA, departed=(RITA_LED, JO_LED))
    for found in told(facts, catalogue(), Voice(parent="Renee")):
        if found.rule in ("successor_missing", "medicine_bridge"):
            assert found.words.title
    assert {"successor_missing", "medicine_bridge"} <= {f.rule for f in findings(facts)}


def test_a_lead_with_a_supervisor_is_remembered_as_one():
    jane = replace(JANE, id=24, name="Kim Roe", supervisor="named")
    found = the("successor_missing", room(FAMILY, TASHA, departed=(left(jane, family_conflict="agreed"),)))
    assert found.words.why.startswith("Kim led this until February.")


def test_while_the_bridge_asks_who_prescribes_no_other_need_does():
    facts = room(f"eating {MEDICINE}", JANE, departed=(left(JO),))
    assert the("medicine_bridge", facts).need == MEDICINE
    assert "no_prescriber" not in rules(facts)
    assert "no_prescriber" in rules(room(f"eating {MEDICINE}", JANE))
