"""``everyone_said_no``: a chair that all declined who could take it."""

import re
from dataclasses import replace

import pytest

from cases.mismatch.decided import Basis, Change, worse
from cases.wording import Tone, Voice
from tests.cases.plain import ANA, JANE, LUIS, OKAFOR, TASHA, agreed, left, person, room, rules, the, told
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, SAFETY, TRAUMA, catalogue, noun

EATING = "eating"
KIM = replace(ANA, id=30, name="Kim Poe")
PAYERS = re.compile(r"\b(insur\w*|health plan|medicaid|payer|coverage|copay|bill\w*|oregon health)\b", re.I)


def declined(need, *members, also=(), **more):
    """A room in which these people said no to a need."""
    return room(need, *members, *also, agreements=tuple(agreed(m, need, "declined") for m in members), **more)


def rule_for(need, *members, **more):
    return rules(declined(need, *members, **more), need)


# -- where it speaks ----------------------------------------------------------------------------------


def test_when_all_who_could_lead_declined_the_agency_is_asked_in_writing():
    found = the("everyone_said_no", declined(FAMILY, ANA))
    assert (found.fingerprint, found.level) == ("everyone_said_no:family-conflict:-", "soon")
    assert found.words.title == f"Ask the agency in writing who can be the lead for {noun(FAMILY)}"
    assert found.words.why == (
        "Ana said no. That is okay, and it is a clear answer. "
        "So no one here is left to ask. The agency can tell who else there is."
    )
    assert found.words.say == f"Who else can be Sunny’s lead for {noun(FAMILY)}, and from when?"
    assert found.words.clear_answer == "A name and a start date, in writing."


def test_it_is_the_one_finding_for_the_chair():
    assert rule_for(DIAGNOSIS, ANA) == ["everyone_said_no"]
    assert rule_for(SAFETY, ANA, also=(TASHA,)) == ["everyone_said_no"]


def test_all_of_them_are_named_and_helpers_who_stay():
    found = the("everyone_said_no", declined(SAFETY, ANA, KIM, also=(TASHA,)))
    assert (found.params["declined"], found.params["helpers"]) == ([ANA.id, KIM.id], [TASHA.id])
    assert found.words.why.startswith("Ana and Kim said no.")
    assert found.words.why.endswith("Tasha can still help with a part of this.")


def test_who_could_with_a_supervisor_could_have_led():
    assert rule_for(FAMILY, JANE) == ["everyone_said_no"]


def test_two_who_could_have_shared_it_both_said_no():
    assert rule_for(EATING, ANA, OKAFOR) == ["everyone_said_no"]


def test_safety_and_medicine_come_first_and_safety_has_a_line_for_the_night():
    safety = the("everyone_said_no", declined(SAFETY, ANA))
    assert safety.level == "first"
    assert safety.words.if_not.endswith("If it can’t wait, call or text 988.")
    medicine = the("everyone_said_no", declined(MEDICINE, OKAFOR))
    assert (medicine.level, medicine.why) == ("first", "medicine")
    assert "Don’t stop a medicine" in medicine.words.if_not


def test_the_facts_shown_are_those_that_spoke_for_asking():
    found = the("everyone_said_no", declined(FAMILY, ANA, also=(TASHA,)))
    assert {(e.member, e.reach.value) for e in found.evidence} == {(ANA.id, "trained")}


def test_of_each_only_what_spoke_for_asking_is_shown():
    shared = the("everyone_said_no", declined(EATING, ANA, OKAFOR))
    assert {(e.member, e.capability) for e in shared.evidence} == {
        (ANA.id, "clinical-assessment"),
        (ANA.id, "family-therapy"),
        (ANA.id, "individual-psychotherapy"),
        (OKAFOR.id, "clinical-assessment"),
        (OKAFOR.id, "medication"),
    }
    assert {e.reach.value for e in the("everyone_said_no", declined(FAMILY, JANE)).evidence} == {"supervised"}


# -- near misses --------------------------------------------------------------------------------------


def test_somebody_who_could_and_was_not_asked_is_asked():
    assert rule_for(FAMILY, ANA, also=(KIM,)) == ["fit_not_asked"]


def test_the_no_of_a_helper_is_not_the_no_of_somebody_who_could_lead():
    assert rule_for(FAMILY, TASHA) == ["gap"]
    assert rule_for(SAFETY, TASHA, also=(person(9, "Bo", "qmha"),)) == ["helpers_no_lead"]


def test_one_of_two_who_could_only_share_it_leaves_the_other():
    assert "everyone_said_no" not in rule_for(EATING, ANA, also=(OKAFOR,))


def test_two_who_share_it_without_the_profession_at_home_could_not_have_led():
    """A pediatrician and a social worker do not add up to psychiatry, where the need names it first."""
    known = catalogue()
    first = replace(known.needs[EATING], first_roles=("slp",))
    changed = replace(known, needs={**known.needs, EATING: first})
    assert "everyone_said_no" not in {f.rule for f in told(declined(EATING, ANA, OKAFOR), changed)}


def test_a_no_to_another_need_is_no_answer_to_this_one():
    both = room(f"{DIAGNOSIS} {FAMILY}", ANA, agreements=(agreed(ANA, DIAGNOSIS, "declined"),))
    assert (rules(both, FAMILY), rules(both, DIAGNOSIS)) == (["fit_not_asked"], ["everyone_said_no"])


def test_somebody_who_leads_ends_it():
    facts = declined(FAMILY, ANA, also=(KIM,))
    led = replace(facts, agreements=(*facts.agreements, agreed(KIM, FAMILY)))
    assert rules(led, FAMILY) == []


def test_who_declined_and_left_is_not_here_to_have_said_no():
    facts = room(FAMILY, TASHA, departed=(left(KIM, family_conflict="declined"),))
    assert rules(facts, FAMILY) == ["helpers_no_lead"]


# -- what is not known --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unknown", "asked"), [(LUIS, ["title_unclear"]), (person(9, "Zoe"), ["fit_unknown", "title_unclear"])]
)
def test_somebody_unknown_is_left_to_ask(unknown, asked):
    assert rule_for(SAFETY, ANA, also=(unknown,)) == ["fit_unknown"]
    assert rules(declined(FAMILY, ANA, also=(unknown,))) == asked  # of LUIS the title asks for this too


def test_the_no_of_somebody_unknown_is_not_the_no_of_one_who_could():
    assert rule_for(TRAUMA, ANA) == ["gap"]  # it depends on a training nobody told us of
    assert rule_for(FAMILY, person(9, "Zoe")) == ["gap"]


def test_beside_a_known_fit_the_no_of_somebody_unknown_leaves_nobody():
    assert rule_for(FAMILY, ANA, person(9, "Zoe")) == ["everyone_said_no"]


# -- beside the rest ----------------------------------------------------------------------------------


def test_a_plan_that_asks_too_much_of_a_helper_comes_first():
    facts = declined(FAMILY, ANA, also=(TASHA,))
    planned = replace(facts, agreements=(*facts.agreements, agreed(TASHA, FAMILY, "plan")))
    assert rules(planned, FAMILY) == ["outside_training"]


def test_who_led_before_is_named_and_it_comes_before_a_successor():
    found = the("everyone_said_no", declined(FAMILY, ANA, departed=(left(KIM, family_conflict="agreed"),)))
    assert found.words.why.startswith("Kim led this until February. Ana said no.")


@pytest.mark.parametrize("need", catalogue().needs)
def test_no_payer_is_named(need):
    for voice in (Voice(), Voice(parent="Renee", tone=Tone.PLAIN)):
        team = (ANA, OKAFOR, person(9, "Sam", "slp"), replace(JANE, supervisor="named"))
        for found in told(declined(need, *team), catalogue(), voice):
            if found.rule == "everyone_said_no":
                words = found.words
                text = " ".join((words.title, words.why, words.say, words.clear_answer, words.if_not))
                assert not PAYERS.search(text.replace(noun(need), "this"))


def test_the_plain_tone_leaves_out_what_is_only_kind():
    (found,) = told(declined(FAMILY, ANA), catalogue(), Voice(tone=Tone.PLAIN))
    assert found.words.why == (
        "Ana said no. So no one here is left to ask. The agency can tell who else there is."
    )


# -- a decision holds for the facts it was made on ----------------------------------------------------


def test_one_more_no_is_worse_and_a_helper_less_too():
    one = Basis.of(the("everyone_said_no", declined(SAFETY, ANA, also=(TASHA,))).finding)
    two = Basis.of(the("everyone_said_no", declined(SAFETY, ANA, KIM, also=(TASHA,))).finding)
    alone = Basis.of(the("everyone_said_no", declined(SAFETY, ANA)).finding)
    assert worse(one, two) is Change.DECLINED
    assert worse(one, alone) is Change.HELPERS
    assert worse(two, one) is None


def test_two_who_share_it_with_the_profession_at_home_could_have_led():
    known = catalogue()
    first = replace(known.needs[EATING], first_roles=("psychiatrist",))
    changed = replace(known, needs={**known.needs, EATING: first})
    assert "everyone_said_no" in {f.rule for f in told(declined(EATING, ANA, OKAFOR), changed)}
