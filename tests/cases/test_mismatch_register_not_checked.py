"""``register_not_checked``: whose letters are looked up for safety, and that it is asked once."""

from dataclasses import replace

from cases.snapshot import CredentialFact
from cases.wording import Tone, Voice
from roles.catalogue import Kind
from tests.cases.plain import (
    ANA,
    JANE,
    OKAFOR,
    TASHA,
    agreed,
    letters,
    person,
    room,
    rules,
    the,
    told,
    trained,
)
from tests.cases.plain_catalogue import FAMILY, SAFETY, TRAUMA, catalogue

RULE = "register_not_checked"
LCSW = letters("lcsw")
LOOKED_UP = replace(LCSW, verified=True)


def leading(member, *needs):
    needs = needs or (SAFETY,)
    return room(" ".join(needs), member, agreements=tuple(agreed(member, need) for need in needs))


def test_a_safety_lead_whose_letters_nobody_looked_up_is_good_to_know():
    found = the(RULE, leading(ANA))
    assert (found.fingerprint, found.level) == ("register_not_checked:-:5", "know")
    assert (found.params["texts"], found.params["needs"]) == (["LCSW"], [SAFETY])


def test_once_looked_up_there_is_nothing_to_ask():
    assert rules(leading(replace(ANA, credentials=(LOOKED_UP,)))) == []


def test_it_is_asked_once_however_many_safety_needs_rest_on_it():
    known = catalogue()
    also = replace(known.needs[FAMILY], safety=True)
    found = told(leading(ANA, SAFETY, FAMILY), replace(known, needs={**known.needs, FAMILY: also}))
    assert [(f.rule, f.params["count"]) for f in found] == [(RULE, 2)]


def test_a_lead_of_anything_else_is_not_asked():
    assert rules(leading(ANA, FAMILY)) == []


def test_who_only_could_lead_is_not_asked():
    assert rules(room(SAFETY, ANA)) == ["fit_not_asked"]
    assert RULE not in rules(room(SAFETY, ANA, agreements=(agreed(ANA, SAFETY, "plan"),)))


def test_only_the_letters_the_lead_rests_on_count():
    kim = person(7, "Kim", replace(letters("slp"), verified=True), "lcsw")
    assert the(RULE, leading(kim)).params["texts"] == ["LCSW"]
    beside = person(7, "Kim", LOOKED_UP, "slp")
    assert rules(leading(beside)) == []


def test_one_of_two_letters_of_one_license_is_enough():
    kim = person(7, "Kim", LOOKED_UP, letters("lcsw", "LICSW"))
    assert RULE not in rules(leading(kim))


def test_a_title_told_to_be_a_license_is_looked_up_like_it():
    kim = person(7, "Kim", CredentialFact("therapist", Kind.TITLE, "lcsw", told=True))
    found = the(RULE, leading(kim))
    assert found.params["texts"] == ["therapist"]
    assert found.words.title == "No one has looked up “therapist” yet"


def test_what_no_list_has_is_not_asked_for():
    known = catalogue()
    title = replace(known.roles["lcsw"], kind=Kind.TITLE)
    unlisted = replace(known, roles={**known.roles, "lcsw": title})
    assert RULE not in {f.rule for f in told(leading(ANA), unlisted)}


def test_a_part_of_a_safety_need_that_is_shared_rests_on_letters_too():
    known = catalogue()
    need = replace(known.needs[SAFETY], all_of=("medication", "family-therapy"), any_of=())
    both = replace(known, needs={**known.needs, SAFETY: need})
    facts = room(SAFETY, ANA, OKAFOR, agreements=(agreed(ANA, SAFETY), agreed(OKAFOR, SAFETY)))
    assert {f.member for f in told(facts, both) if f.rule == RULE} == {ANA.id, OKAFOR.id}


def test_a_registration_with_a_supervisor_is_looked_up_as_well():
    jane = replace(JANE, supervisor="named")
    assert RULE in rules(leading(jane))
    assert RULE not in rules(leading(TASHA))  # no lead


def test_beside_a_training_each_is_asked_about_once():
    known = catalogue()
    need = replace(known.needs[TRAUMA], safety=True)
    safe = replace(known, needs={**known.needs, TRAUMA: need})
    found = told(leading(replace(ANA, trainings=(trained("trauma-treatment"),)), TRAUMA), safe)
    assert sorted(f.rule for f in found) == [RULE, "training_unproven"]


def test_the_words_doubt_nobody():
    words = the(RULE, leading(ANA)).words
    assert words.title == "No one has looked up LCSW yet"
    assert words.say == "Where can I look up LCSW? Which name is it under?"
    assert "988" in words.if_not
    (plain,) = told(leading(ANA), catalogue(), Voice(tone=Tone.PLAIN))
    assert "This is a normal step." in words.why
    assert "This is a normal step." not in plain.words.why
