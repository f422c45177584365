"""``plan_on_unknown_fit``: the family counts on somebody, and whether the role fits is not known yet."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.decided import Basis, Change, worse
from cases.snapshot import CredentialFact
from cases.wording import Tone, Voice
from roles.catalogue import Kind
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    agreed,
    findings,
    left,
    person,
    room,
    rules,
    the,
    told,
    trained,
)
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, SKILLS, TRAUMA, catalogue, noun

PLAN = "plan_on_unknown_fit"
EATING = "eating"
ZOE = person(9, "Zoe", CredentialFact("XQZ", Kind.UNKNOWN))
KIM = replace(ANA, id=30, name="Kim Poe")
LIFTED = replace(KIM, trainings=(trained("trauma-treatment", "TF-CBT"),))


def counting(need, member, *others, kind="plan", besides="", **more):
    """A room in which the family counts on this person for a need."""
    agreements = (agreed(member, need, kind), *more.pop("agreements", ()))
    return room(f"{need} {besides}", member, *others, agreements=agreements, **more)


# -- where it speaks ----------------------------------------------------------------------------------


def test_a_plan_on_somebody_whose_fit_depends_says_so_and_asks_for_the_training():
    found = the(PLAN, counting(TRAUMA, ANA))
    assert (found.fingerprint, found.level, found.why) == (f"{PLAN}:trauma:{ANA.id}", "soon", "depends")
    assert found.words.title == f"The plan counts on Ana for {noun(TRAUMA)}, and the training is open"
    assert found.words.why == (
        "You count on Ana for this. It is not known yet if the role fits. "
        "The letters LCSW alone don’t tell us. It can depend on extra training."
    )
    assert found.words.say == (
        f"What training do you have for {noun(TRAUMA)}? "
        f"If you don’t lead {noun(TRAUMA)} for Sunny, who could?"
    )
    assert found.words.clear_answer == "The name of the training, or the name of someone else."


def test_their_own_yes_counts_as_well():
    found = the(PLAN, counting(TRAUMA, ANA, kind="agreed"))
    assert found.words.title == f"Ana agreed to lead {noun(TRAUMA)}, and the training is open"


def test_safety_and_medicine_come_first():
    assert the(PLAN, counting(SAFETY, ZOE)).level == "first"
    assert the(PLAN, counting(MEDICINE, ZOE)).level == "first"


def test_it_is_not_left_out_because_another_could_lead():
    facts = counting(TRAUMA, ANA, LIFTED)
    assert rules(facts, TRAUMA) == [PLAN]
    found = the(PLAN, facts)
    assert found.params["others"] == [LIFTED.id]
    assert found.words.say.endswith(f"If you don’t lead {noun(TRAUMA)} for Sunny, could Kim?")


def test_it_is_not_left_out_because_the_state_is_not_told():
    found = the(PLAN, counting(FAMILY, JANE, kind="agreed", state=""))
    assert found.member == JANE.id
    assert "What we know about these letters changes from state to state." in found.words.why


def test_it_is_not_left_out_because_the_facts_are_another_states():
    assert rules(counting(FAMILY, TASHA, state="ID"), FAMILY) == [PLAN]


@pytest.mark.parametrize("kind", ["plan", "agreed"])
@pytest.mark.parametrize("state", ["", "ID"])
def test_whom_the_family_counts_on_is_asked_although_a_helper(kind, state):
    found = the(PLAN, counting("adhd", TASHA, kind=kind, state=state))
    assert (found.member, found.why) == (TASHA.id, "unknown")


def test_each_of_two_people_counted_on_is_told():
    facts = counting(TRAUMA, ANA, ZOE, agreements=(agreed(ZOE, TRAUMA),))
    assert [(f.rule, f.member) for f in findings(facts) if f.need == TRAUMA] == [(PLAN, 9), (PLAN, ANA.id)]


def test_beside_a_plan_that_asks_too_much_both_are_told():
    facts = counting(TRAUMA, ANA, TASHA, agreements=(agreed(TASHA, TRAUMA, "plan"),))
    assert [(f.rule, f.member) for f in findings(facts) if f.need == TRAUMA] == [
        ("outside_training", TASHA.id),
        (PLAN, ANA.id),
    ]


def test_who_led_before_is_named():
    facts = counting(TRAUMA, ANA, departed=(left(LIFTED, trauma="agreed"),))
    assert the(PLAN, facts).words.why.startswith("Kim led this until February. You count on Ana for this.")


# -- medicine is not asked of a helper ----------------------------------------------------------------


def test_a_helper_counted_on_for_medicine_is_told_and_the_doctor_asked():
    found = the(PLAN, counting(MEDICINE, TASHA, state="ID"))
    assert (found.fingerprint, found.member, found.why) == (f"{PLAN}:{MEDICINE}:-", None, "elsewhere")
    assert found.words.why == (
        "You count on Tasha for this. It is not known yet if the role fits. "
        "The child’s doctor or the agency can tell."
    )
    assert found.words.say == f"Who could be Sunny’s lead for {noun(MEDICINE)}?"


def test_somebody_else_who_may_tell_about_medicine_is_asked_too():
    facts = counting(MEDICINE, TASHA, ZOE, agreements=(agreed(ZOE, MEDICINE),), state="ID")
    assert [f.member for f in findings(facts) if f.rule == PLAN] == [ZOE.id, None]


def test_who_is_asked_to_prescribe_meanwhile_is_not_asked_twice():
    doctor = person(
        23, "Pat", CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "lcsw")), called_doctor=True
    )
    gone = left(replace(OKAFOR, id=21, name="Jo Tran"), medication_questions="agreed")
    facts = counting(MEDICINE, doctor, departed=(gone,))
    assert [(f.rule, f.member) for f in findings(facts) if f.need == MEDICINE] == [("medicine_bridge", 23)]
    other = counting(MEDICINE, ZOE, doctor, departed=(gone,))
    assert [(f.rule, f.member) for f in findings(other) if f.need == MEDICINE] == [
        ("medicine_bridge", 23),
        (PLAN, ZOE.id),
    ]


# -- near misses --------------------------------------------------------------------------------------


def test_a_known_fit_is_asked_as_before():
    assert rules(counting(FAMILY, ANA), FAMILY) == ["fit_not_asked"]


def test_a_role_known_not_to_reach_is_told_as_before():
    assert rules(counting(FAMILY, TASHA), FAMILY) == ["outside_training"]


def test_somebody_nobody_counts_on_is_only_worth_asking():
    assert rules(room(TRAUMA, ANA), TRAUMA) == ["fit_unknown"]
    assert PLAN not in rules(counting(TRAUMA, ANA, kind="declined"))


def test_a_chair_that_somebody_leads_is_not_asked_about():
    assert rules(counting(TRAUMA, ANA, LIFTED, agreements=(agreed(LIFTED, TRAUMA),)), TRAUMA) == []


def test_a_chair_that_only_waits_for_a_supervisors_name_is_left_to_that_question():
    assert rules(counting(FAMILY, ZOE, JANE, agreements=(agreed(JANE, FAMILY),)), FAMILY) == []


def test_a_part_that_is_theirs_beside_others_is_known():
    """A psychiatrist's own reach for eating depends, but the part that is medicine does not."""
    assert rules(counting(EATING, OKAFOR, ANA), EATING) == ["fit_not_asked"]


def test_another_need_of_the_same_person_is_another_matter():
    facts = counting(TRAUMA, ANA, besides=FAMILY)
    assert (rules(facts, TRAUMA), rules(facts, FAMILY)) == ([PLAN], ["fit_not_asked"])


# -- one need and person is asked about once ----------------------------------------------------------


@pytest.mark.parametrize("member", [LUIS, ZOE, person(9, "Sam")])
def test_whose_letters_are_open_is_asked_for_them_with_the_need(member):
    found = findings(counting(TRAUMA, member))
    assert [f.rule for f in found] == [PLAN]
    assert found[0].words.say == (
        f"What is your role on Sunny’s team? Do you lead {noun(TRAUMA)}? If not, who could?"
    )
    assert found[0].words.clear_answer == "The letters or the job, and a yes. Or the name of someone else."


def test_which_license_it_is_stays_a_question_of_its_own_where_the_training_is_what_is_open():
    doctor = person(23, "Pat", CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "lcsw")))
    assert rules(counting(TRAUMA, doctor)) == [PLAN, "title_unclear"]


def test_other_needs_the_same_answer_tells_about_are_told_with_it():
    facts = counting(TRAUMA, ZOE, besides=f"{FAMILY} {SKILLS}")
    assert rules(facts) == [PLAN]
    assert the(PLAN, facts).words.why.endswith(
        f"The answer also tells us about {noun(SKILLS)}. It tells about {noun(FAMILY)}, too."
    )


def test_a_safety_need_of_the_same_person_keeps_its_question():
    facts = counting(TRAUMA, ZOE, besides=SAFETY)
    assert sorted(rules(facts)) == ["fit_unknown", PLAN]


def test_what_depends_leaves_the_question_about_letters_alone():
    """A degree leaves the job open: the training for one need does not tell it."""
    bo = person(8, "Bo", "msw")
    assert rules(counting(TRAUMA, bo)) == [PLAN, "degree_not_license"]


def test_a_training_nobody_knows_is_asked_about_instead():
    webinar = replace(ANA, trainings=(trained("trauma-treatment", "a webinar", known=False),))
    assert rules(counting(TRAUMA, webinar)) == ["training_unproven"]


def test_letters_of_another_state_keep_their_own_question():
    assert rules(counting(FAMILY, JANE, state="ID")) == [PLAN, "other_state"]


# -- beside the rest ----------------------------------------------------------------------------------


def test_it_comes_before_a_chair_that_nobody_counts_on():
    facts = counting(TRAUMA, ANA, KIM, besides=FAMILY)
    grid = cover(facts, catalogue())
    step = next_step(facts, grid, find(facts, catalogue(), grid))
    assert step is not None
    assert step.fingerprint == f"{PLAN}:trauma:{ANA.id}"


@pytest.mark.parametrize("tone", Tone)
def test_a_coach_reads_whose_plan_it_is(tone):
    for facts in (counting(TRAUMA, ANA), counting(MEDICINE, TASHA, state="ID")):
        (found,) = [f for f in told(facts, catalogue(), Voice(parent="Renee", tone=tone)) if f.rule == PLAN]
        assert found.words.why.startswith("Renee counts on ")


# -- a decision holds for the facts it was made on ----------------------------------------------------


def basis(facts):
    return Basis.of(the(PLAN, facts).finding)


def test_letters_that_tell_no_more_and_are_others_are_worse():
    other = replace(ZOE, credentials=(CredentialFact("QZX", Kind.UNKNOWN),))
    assert worse(basis(counting(TRAUMA, ZOE)), basis(counting(TRAUMA, other))) is Change.PERSON


def test_a_yes_after_the_plan_is_not_worse():
    assert worse(basis(counting(TRAUMA, ANA)), basis(counting(TRAUMA, ANA, kind="agreed"))) is None


def test_a_need_that_became_pressing_is_worse():
    known = basis(counting(TRAUMA, ZOE))
    assert worse(known, basis(counting(SAFETY, ZOE))) is Change.LEVEL
