"""The one next step."""

import dataclasses

import pytest

from cases.coverage import cover
from cases.mismatch import Level, next_step
from cases.mismatch.facts import level_of
from cases.mismatch.next_step import most_important
from tests.cases.plain import ANA, JANE, LUIS, TASHA, agreed, ask, believing, findings, room
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, SAFETY, SKILLS, TRAUMA, catalogue


def step(facts):
    found = next_step(facts, cover(facts, catalogue()), findings(facts))
    return found.fingerprint if found else None


def test_safety_comes_before_what_is_easier_to_settle():
    helpers_only = room(f"{FAMILY} {SAFETY}", TASHA, ANA, agreements=(agreed(ANA, SAFETY, "declined"),))
    assert step(helpers_only) == "everyone_said_no:self-harm-suicide:-"


def test_safety_comes_before_medicine():
    assert step(room(f"{MEDICINE} {SAFETY}", TASHA)) == "helpers_no_lead:self-harm-suicide:-"


def test_somebody_who_could_lead_comes_before_nobody():
    facts = room(f"{DIAGNOSIS} {FAMILY}", TASHA, ANA, agreements=(agreed(ANA, DIAGNOSIS, "declined"),))
    assert step(facts) == "fit_not_asked:family-conflict:5"


def test_a_known_fit_comes_before_an_unclear_title():
    assert step(room(FAMILY, LUIS, ANA)) == "fit_not_asked:family-conflict:5"


def test_what_was_asked_rests_and_the_next_thing_comes_up():
    waiting = (ask(1, FAMILY, ANA, due="2026-04-01"),)
    assert step(room(FAMILY, ANA, TASHA, asks=waiting)) is None
    assert step(room(f"{FAMILY} {SAFETY}", ANA, asks=waiting)) == "fit_not_asked:self-harm-suicide:5"


def test_a_late_answer_is_nudged_with_the_weight_of_its_need():
    late = room(f"{FAMILY} {SAFETY}", ANA, asks=(ask(1, SAFETY, ANA),))
    assert step(late) == "still_waiting:self-harm-suicide:5"


def test_a_late_safety_question_stays_first_when_its_chair_was_asked_about():
    """The room leaves out what has been asked, so the nudge has to weigh as much by itself."""
    facts = room(f"{FAMILY} {SAFETY}", ANA, asks=(ask(1, SAFETY, ANA),))
    rest = [f for f in findings(facts) if f.rule != "fit_not_asked" or f.need != SAFETY]
    found = next_step(facts, cover(facts, catalogue()), rest)
    assert found.fingerprint == "still_waiting:self-harm-suicide:5"


def test_a_late_question_that_is_not_pressing_waits_behind_a_missing_lead():
    facts = room(f"{FAMILY} {SKILLS}", ANA, asks=(ask(1, SKILLS, ANA),))
    rest = [f for f in findings(facts) if f.need != SKILLS or f.rule == "still_waiting"]
    assert next_step(facts, cover(facts, catalogue()), rest).fingerprint == "fit_not_asked:family-conflict:5"


def test_a_late_question_about_a_need_comes_before_a_title_that_no_need_waits_for():
    facts = room(SKILLS, LUIS, ANA, asks=(ask(1, SKILLS, ANA),))
    told = findings(facts)
    in_order = sorted(told, key=most_important(facts, cover(facts, catalogue()), told))
    assert [f.rule for f in in_order] == ["fit_not_asked", "still_waiting", "title_unclear"]


@pytest.mark.parametrize(
    ("need", "level"), [(SAFETY, Level.FIRST), (MEDICINE, Level.FIRST), (FAMILY, Level.SOON)]
)
def test_safety_and_medicine_are_first_and_anything_else_is_soon(need, level):
    assert level_of(catalogue().needs[need]) is level


def test_a_team_with_nothing_open_has_no_next_step():
    ana = dataclasses.replace(ANA, supervisor="none")
    assert step(room(FAMILY, ana, agreements=(agreed(ana, FAMILY),))) is None


# -- in the order of the table: safety, a role taken for another, a missing lead, open points ---------


MIXED_UP = believing(TASHA, "therapist")


def test_a_role_taken_for_a_clinician_comes_before_a_missing_lead():
    assert step(room(f"{SKILLS} {TRAUMA}", MIXED_UP)) == "belief_vs_role:-:1"
    assert step(room(f"{SKILLS} {TRAUMA}", TASHA)) != "belief_vs_role:-:1"


def test_safety_comes_before_a_role_taken_for_another():
    assert step(room(f"{SKILLS} {SAFETY}", MIXED_UP)) == f"helpers_no_lead:{SAFETY}:-"


def test_a_belief_that_no_need_waits_for_comes_after_a_missing_lead():
    assert step(room(SKILLS, MIXED_UP)) == f"fit_not_asked:{SKILLS}:1"
    led = room(f"{SKILLS} {FAMILY}", MIXED_UP, ANA, agreements=(agreed(ANA, FAMILY),))
    assert step(led) == f"fit_not_asked:{SKILLS}:{ANA.id}"


def test_a_plan_that_asks_too_much_comes_before_who_else_could_lead():
    facts = room(f"{SKILLS} {FAMILY}", TASHA, ANA, agreements=(agreed(TASHA, FAMILY, "plan"),))
    assert step(facts) == f"outside_training:{FAMILY}:1"


def test_a_name_that_fills_a_chair_comes_before_an_unclear_title():
    facts = room(FAMILY, JANE, LUIS, agreements=(agreed(JANE, FAMILY),))
    assert step(facts) == "no_supervisor:-:2"
