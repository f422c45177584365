"""Who left had agreed and was not sure yet, or led many needs: ``successor_missing`` beside others."""

from dataclasses import replace
from datetime import date

import pytest

from cases.snapshot import CredentialFact, DepartedFact
from roles.catalogue import Kind
from tests.cases.plain import ANA, JANE, LUIS, TASHA, agreed, findings, left, room, rules, the
from tests.cases.plain_catalogue import FAMILY, SAFETY, noun
from web.english import capital

RITA = replace(ANA, id=20, name="Rita Moss")
RITA_LED = left(RITA, family_conflict="agreed")


# -- who had agreed, and something was still open ------------------------------------------------------

WAITED = replace(JANE, id=24, name="Kim Roe")
UNKNOWN = replace(LUIS, id=25, name="Kim Roe", credentials=(CredentialFact("XQZ", Kind.UNKNOWN),))
MIGHT = replace(LUIS, id=26, name="Kim Roe")
each_pending = pytest.mark.parametrize("kim", [WAITED, UNKNOWN, MIGHT], ids=["name", "letters", "several"])


@each_pending
def test_who_would_have_led_is_named(kim):
    found = the("successor_missing", room(FAMILY, TASHA, departed=(left(kim, family_conflict="agreed"),)))
    assert found.words.title == f"{capital(noun(FAMILY))} still needs a lead"
    assert found.words.why == (
        "Kim had agreed to lead this, and left in February. "
        "Until someone leads it, Tasha can help with a part."
    )
    assert found.words.say == f"Kim has left. Who could be the lead for {noun(FAMILY)} now, and from when?"


@each_pending
def test_who_would_have_led_is_named_beside_who_could(kim):
    gone = left(kim, self_harm_suicide="agreed")
    found = the("fit_not_asked", room(SAFETY, ANA, departed=(gone,)))
    assert found.words.why.startswith("Kim had agreed to lead this, and left in February. ")


@pytest.mark.parametrize("kind", ["plan", "declined"])
def test_who_only_was_planned_would_not_have_led(kind):
    facts = room(FAMILY, TASHA, departed=(left(WAITED, family_conflict=kind),))
    assert rules(facts, FAMILY) == ["helpers_no_lead"]


def test_who_led_is_named_before_who_would_have():
    gone = (left(WAITED, on="2026-03-01", family_conflict="agreed"), RITA_LED)
    found = the("successor_missing", room(FAMILY, TASHA, departed=gone))
    assert found.words.why.startswith("Rita led this until February. ")
    assert "would" not in found.params


def test_nobody_else_is_known_of():
    found = the("successor_missing", room(FAMILY, departed=(left(WAITED, family_conflict="agreed"),)))
    assert found.words.why == "Kim had agreed to lead this, and left in February. We know of no one else yet."


# -- one person who led many ---------------------------------------------------------------------------

DIAGNOSIS = "unclear-diagnosis"


def who_led_many(*needs, kind="agreed", member=RITA, here=TASHA, **more):
    gone = DepartedFact(member, date(2026, 2, 20), tuple(agreed(member, need, kind) for need in needs))
    return findings(room(" ".join(needs), here, departed=(gone,), **more))


def test_all_that_one_person_led_is_asked_about_once_and_safety_on_its_own():
    found = [f for f in who_led_many(FAMILY, DIAGNOSIS, SAFETY) if f.rule == "successor_missing"]
    assert [(f.need, f.level, f.params.get("also")) for f in found] == [
        (SAFETY, "first", None),
        (FAMILY, "soon", [DIAGNOSIS]),
    ]


def test_every_need_is_named_to_the_parent_and_in_the_question():
    (found,) = [f for f in who_led_many(FAMILY, DIAGNOSIS) if f.rule == "successor_missing"]
    first, second = noun(FAMILY), noun(DIAGNOSIS)
    assert found.words.title == "Ask who takes over now that Rita has left"
    assert found.words.why == (
        f"Rita led {first} until February. Rita led {second}, too. "
        "Until someone takes over, Tasha can help with a part."
    )
    assert found.words.say == (
        f"Rita has left. Who takes over {first} for Sunny, and from when? And who takes over {second}?"
    )
    assert found.words.clear_answer == "A name for each, and the day of a first visit."


def test_two_who_left_are_asked_about_each():
    kim = replace(ANA, id=22, name="Kim Roe")
    gone = (left(RITA, family_conflict="agreed"), left(kim, unclear_diagnosis="agreed"))
    facts = room(f"{FAMILY} unclear-diagnosis", TASHA, departed=gone)
    assert rules(facts).count("successor_missing") == 2


def test_what_was_only_agreed_is_not_told_as_led():
    both = {"family_conflict": "agreed", DIAGNOSIS: "agreed"}
    (found,) = [
        f
        for f in findings(room(f"{FAMILY} unclear-diagnosis", TASHA, departed=(left(UNKNOWN, **both),)))
        if f.rule == "successor_missing"
    ]
    assert found.params["also"] == [DIAGNOSIS]
    assert found.words.why.startswith(
        f"Kim had agreed to lead {noun(FAMILY)}, and left in February. "
        f"Kim had agreed to lead {noun(DIAGNOSIS)}, too. "
    )
    assert found.words.say.endswith(f"And who could be the lead for {noun(DIAGNOSIS)}?")
