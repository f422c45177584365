"""A question that waits for its answer too long: ``still_waiting``."""

from dataclasses import replace

import pytest

from cases.wording import Voice
from tests.cases.plain import ANA, JANE, agreed, ask, room, rules, the, told
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, catalogue, noun


def test_a_late_answer_is_said_in_days_without_blame():
    late = room(FAMILY, ANA, asks=(ask(1, FAMILY, ANA, on="2026-03-01", due="2026-03-06"),))
    found = the("still_waiting", late)
    assert (found.words.title, found.level) == (
        "Your question to Ana still waits. It has been 9 days.",
        "know",
    )
    assert found.words.say.startswith(f"I’m checking back on my question about {noun(FAMILY)}.")
    assert found.fingerprint == "still_waiting:family-conflict:5"


@pytest.mark.parametrize(
    ("due", "fires"), [("2026-03-09", True), ("2026-03-10", True), ("2026-03-11", False)]
)
def test_waiting_is_only_told_from_the_due_day_on(due, fires):
    assert ("still_waiting" in rules(room(FAMILY, ANA, asks=(ask(1, FAMILY, ANA, due=due),)))) is fires


def test_a_question_on_two_channels_is_one_flag_about_the_older_one():
    asks = (ask(1, FAMILY, ANA, on="2026-03-04"), ask(2, FAMILY, ANA, on="2026-03-02"))
    found = the("still_waiting", room(FAMILY, ANA, asks=asks))
    assert found.words.title == "Your question to Ana still waits. It has been 8 days."


def test_a_question_to_somebody_outside_the_room_waits_too():
    found = the("still_waiting", room(FAMILY, ANA, asks=(ask(1),)))
    assert (found.fingerprint, found.words.brings) == ("still_waiting:-:-", "")
    assert found.words.title == "A question still waits. It has been 9 days."


def test_a_coach_reads_whose_question_it_is():
    facts = room(FAMILY, ANA, asks=(ask(1, FAMILY, ANA),))
    (found,) = [f for f in told(facts, catalogue(), Voice("Renee")) if f.rule == "still_waiting"]
    assert found.words.title == "Renee’s question to Ana still waits. It has been 9 days."


def test_who_answered_is_not_called_silent():
    unclear = replace(ask(1, FAMILY, ANA), state="unclear")
    found = the("still_waiting", room(FAMILY, ANA, asks=(unclear,)))
    assert found.words.title == "The answer from Ana is not clear yet"
    assert found.fingerprint == "still_waiting:family-conflict:5"
    assert "no answer" not in " ".join((found.words.title, found.words.why, found.words.say)).lower()


@pytest.mark.parametrize("state", ["waiting", "unclear"])
def test_what_is_left_to_do_holds_without_a_coach(state):
    asked = replace(ask(1, FAMILY, ANA), state=state)
    found = the("still_waiting", room(FAMILY, ANA, asks=(asked,)))
    assert found.words.if_not == "Ask the supervisor or the agency."


# -- how pressing it is -------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["waiting", "unclear"])
@pytest.mark.parametrize("need", [SAFETY, MEDICINE])
def test_a_late_question_about_safety_or_medicine_is_as_pressing_as_its_need(need, state):
    asked = replace(ask(1, need, ANA), state=state)
    assert the("still_waiting", room(f"{FAMILY} {need}", ANA, asks=(asked,))).level == "first"


@pytest.mark.parametrize("need", [FAMILY, ""])
def test_a_late_question_about_anything_else_stays_good_to_know(need):
    assert the("still_waiting", room(f"{FAMILY} {SAFETY}", ANA, asks=(ask(1, need, ANA),))).level == "know"


def test_nobody_waits_for_an_answer_about_a_need_that_is_off_the_list():
    asks = (ask(1, SAFETY, ANA),)
    assert "still_waiting" in rules(room(f"{FAMILY} {SAFETY}", ANA, asks=asks))
    assert "still_waiting" not in rules(room(FAMILY, ANA, asks=asks))


def test_a_late_question_about_safety_is_pressing_where_somebody_leads_it_too():
    facts = room(SAFETY, ANA, JANE, agreements=(agreed(ANA, SAFETY),), asks=(ask(1, SAFETY, JANE),))
    assert the("still_waiting", facts).level == "first"


def test_the_finding_keeps_which_question_waits():
    asks = (ask(1, FAMILY, ANA, on="2026-03-04"), ask(2, FAMILY, ANA, on="2026-03-02"))
    assert the("still_waiting", room(FAMILY, ANA, asks=asks)).params["ask"] == 2


@pytest.mark.parametrize("lead", [True, False])
def test_it_knows_if_the_question_asks_who_leads(lead):
    waits = replace(ask(1, FAMILY, JANE), lead=lead)
    assert the("still_waiting", room(FAMILY, JANE, asks=(waits,))).params["lead"] is lead
