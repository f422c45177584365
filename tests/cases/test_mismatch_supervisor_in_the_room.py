"""``supervisor_in_the_room``: who is offered, for whom, and that one name is asked for once."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.mismatch.next_step import turn_of
from cases.mismatch.rules import Turn
from cases.wording import Voice
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, person, room, rules, the, told
from tests.cases.plain_catalogue import FAMILY, SAFETY, SKILLS, catalogue

HERE = "supervisor_in_the_room"
ASKING = {HERE, "no_supervisor", "license_on_the_way"}
LEE = replace(TASHA, id=11, name="Lee", supervisor="unknown")
BO = person(12, "Bo", "lcsw")


def asking(facts):
    """Who is asked for a name, by which rule."""
    grid = cover(facts, catalogue())
    return [(f.rule.value, f.member) for f in find(facts, catalogue(), grid) if f.rule in ASKING]


def test_who_may_supervise_is_offered_in_place_of_the_open_question():
    facts = room(SKILLS, LEE, JANE)
    assert (HERE, LEE.id) in asking(facts)
    assert [member for _, member in asking(facts)].count(LEE.id) == 1
    found = the(HERE, facts)
    assert (found.params["by"], found.params["roles"], found.params["role"]) == ([JANE.id], ["qmhp"], "qmha")
    assert (found.level, found.why) == ("soon", "")


def test_without_anybody_above_the_open_question_stays():
    assert asking(room(SKILLS, LEE)) == [("no_supervisor", LEE.id)]
    assert asking(room(SKILLS, LEE, OKAFOR)) == [("no_supervisor", LEE.id)]


def test_a_named_supervisor_is_not_asked_for():
    assert asking(room(SKILLS, TASHA, ANA)) == []


def test_nobody_is_offered_for_themselves_or_to_those_above_them():
    both = person(13, "Kim", "qmha", "qmhp")
    assert HERE not in {rule for rule, _ in asking(room(SKILLS, both))}
    assert asking(room(SKILLS, JANE, LEE)) == [(HERE, LEE.id), ("no_supervisor", JANE.id)]


def test_where_the_catalogue_is_silent_nobody_is_offered():
    kim = person(13, "Kim", "cswa")  # the rule names no license
    assert asking(room(SKILLS, kim, ANA)) == [("license_on_the_way", kim.id)]


def test_a_role_from_another_state_supervises_nobody_here():
    facts = room(SKILLS, person(13, "Kim", "skills-trainer"), ANA, state="ID")
    assert HERE not in rules(facts)
    assert HERE in rules(replace(facts, state="OR"))


def test_who_works_alone_is_told_so_and_still_offered_a_name():
    found = the(HERE, room(SKILLS, replace(LEE, supervisor="none"), ANA))
    assert found.why == "alone"
    assert found.words.why.startswith("You told us Lee works alone. A QMHA works under someone.")


def test_a_chair_that_waits_for_the_name_is_as_pressing_as_before():
    facts = room(SAFETY, JANE, ANA, agreements=(agreed(JANE, SAFETY),))
    found = the(HERE, facts)
    assert (found.level, found.params["waits"]) == ("first", [SAFETY])
    assert turn_of(found.finding) is Turn.MISSING_LEAD
    assert "The name would fill that chair." in found.words.why
    assert "988" in found.words.if_not


def test_it_rests_where_the_need_already_asks_who_supervises():
    facts = room(FAMILY, JANE, ANA, agreements=(agreed(ANA, FAMILY, "declined"),))
    assert rules(facts) == ["fit_not_asked"]


def test_several_who_may_be_it_are_all_named():
    found = the(HERE, room(SKILLS, LEE, ANA, BO))
    assert found.params["by"] == [ANA.id, BO.id]
    assert found.words.title == "Lee’s supervisor could be on the team"
    assert found.words.say.startswith("Is Ana or Bo your supervisor? If not, who is?")


@pytest.mark.parametrize("voice", [Voice(), Voice(parent="Renee")])
def test_the_words_ask_one_question_and_offer_the_answer(voice):
    words = next(f.words for f in told(room(SKILLS, LEE, ANA), catalogue(), voice) if f.rule == HERE)
    assert words.title == "Ana could be Lee’s supervisor"
    assert words.say == "Is Ana your supervisor? If not, who is? Could I have their number?"
    assert words.clear_answer == "A name and a way to reach them."


def test_for_a_license_on_the_way_the_same_is_said_and_no_chair_waits_for_it():
    kim, known = person(13, "Kim", "cswa"), catalogue()
    above = replace(known.roles["cswa"], supervised_by=frozenset({"lcsw"}))
    (found,) = [
        f
        for f in told(room(SKILLS, kim, ANA), replace(known, roles={**known.roles, "cswa": above}))
        if f.rule == HERE
    ]
    assert {name: found.params[name] for name in ("role", "by", "waits", "also", "safety")} == {
        "role": "cswa",
        "by": [ANA.id],
        "waits": [],
        "also": [],
        "safety": [],
    }
    assert (found.level, found.words.title) == ("know", "Ana could be Kim’s supervisor")
    assert found.words.if_not == "Ask the agency for the program manager."
