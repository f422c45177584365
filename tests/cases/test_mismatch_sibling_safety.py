"""``sibling_safety``: a question about tonight where another child at home may not be safe."""

import json
from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.decided import Basis, Change, not_found, worse
from cases.mismatch.rules import Rule
from cases.wording import Tone, Voice
from tests.cases.plain import ANA, JANE, LUIS, TASHA, agreed, ask, believing, person, room, rules, the, told
from tests.cases.plain_catalogue import FAMILY, SAFETY, catalogue, noun

SIBLINGS, HOME, SEXUALIZED = "sibling-impact", "home-aggression", "sexualized-behavior"
TONIGHT = "sibling_safety"


def step(facts, leave_out=()):
    grid = cover(facts, catalogue())
    found = [f for f in find(facts, catalogue(), grid) if f.rule not in leave_out]
    return next_step(facts, grid, found).fingerprint


# -- where it speaks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("risk", [HOME, SEXUALIZED])
def test_a_need_that_others_may_not_be_safe_with_asks_about_tonight(risk):
    found = the(TONIGHT, room(f"{risk} {SIBLINGS}", TASHA))
    assert (found.fingerprint, found.level) == (f"{TONIGHT}:{SIBLINGS}:-", "first")
    assert found.words.title == "Ask how every child at home is safe tonight"
    assert found.words.why == (
        f"You picked {noun(risk)} and {noun(SIBLINGS)}. No one is to blame. "
        "A plan for the night keeps every child safe, and Sunny too."
    )
    assert found.words.say == (
        "What is our safety plan for tonight? "
        "Where does each child sleep, who stays near, and who do we call?"
    )
    assert found.words.clear_answer == "Where each child sleeps, who stays near, and a number for the night."
    assert found.words.if_not.endswith("In danger, call 911. If it can’t wait, call or text 988.")


def test_two_such_needs_are_one_question():
    found = the(TONIGHT, room(f"{SEXUALIZED} {HOME} {SIBLINGS}", TASHA))
    assert (found.params["risks"], found.params["count"]) == ([HOME, SEXUALIZED], 2)
    assert noun(HOME) in found.words.why
    assert noun(SEXUALIZED) in found.words.why


def test_who_leads_one_of_them_is_asked():
    led = room(f"{HOME} {SIBLINGS}", TASHA, ANA, agreements=(agreed(ANA, HOME),))
    assert the(TONIGHT, led).params["leads"] == [ANA.id]
    siblings = room(f"{HOME} {SIBLINGS}", TASHA, ANA, agreements=(agreed(ANA, SIBLINGS),))
    assert the(TONIGHT, siblings).params["leads"] == [ANA.id]


def test_a_lead_for_everything_does_not_answer_for_tonight():
    both = (agreed(ANA, HOME), agreed(ANA, SIBLINGS))
    facts = room(f"{HOME} {SIBLINGS}", ANA, agreements=both)
    assert rules(facts, SIBLINGS) == [TONIGHT]
    assert rules(facts, HOME) == []


def test_it_needs_nobody_on_the_team():
    assert rules(room(f"{HOME} {SIBLINGS}")) == [TONIGHT]


# -- near misses --------------------------------------------------------------------------------------


@pytest.mark.parametrize("needs", [HOME, SEXUALIZED, SIBLINGS, f"{HOME} {SEXUALIZED}", f"{HOME} {FAMILY}"])
def test_without_both_nothing_is_asked(needs):
    assert TONIGHT not in rules(room(needs, TASHA))


@pytest.mark.parametrize("other", [SAFETY, "running-away", FAMILY, "trauma"])
def test_other_needs_beside_that_of_siblings_do_not_raise_it(other):
    assert TONIGHT not in rules(room(f"{other} {SIBLINGS}", TASHA))


def test_which_needs_these_are_is_told_by_the_catalogue():
    known = catalogue()
    fire = replace(known.needs["fire-setting"], keep_safe=frozenset({SIBLINGS}))
    quiet = replace(known.needs[HOME], keep_safe=frozenset())
    changed = replace(known, needs={**known.needs, "fire-setting": fire, HOME: quiet})
    assert TONIGHT in {f.rule for f in told(room(f"fire-setting {SIBLINGS}", TASHA), changed)}
    assert TONIGHT not in {f.rule for f in told(room(f"{HOME} {SIBLINGS}", TASHA), changed)}


# -- what is not known --------------------------------------------------------------------------------


@pytest.mark.parametrize("unknown", [LUIS, person(9, "Zoe")])
@pytest.mark.parametrize("state", ["OR", "ID", ""])
def test_people_and_a_state_we_know_nothing_of_hide_no_safety(unknown, state):
    assert the(TONIGHT, room(f"{SEXUALIZED} {SIBLINGS}", unknown, state=state)).level == "first"


def test_a_need_that_the_catalogue_does_not_know_is_no_risk():
    assert TONIGHT not in rules(room(f"something-new {SIBLINGS}", TASHA))


# -- beside the rest ----------------------------------------------------------------------------------


def test_it_is_the_next_step_before_who_leads():
    assert step(room(f"{SAFETY} {HOME} {SIBLINGS}", TASHA, ANA)) == f"{TONIGHT}:{SIBLINGS}:-"
    assert step(room(f"{HOME} {SIBLINGS}", believing(TASHA, "therapist"))) == f"{TONIGHT}:{SIBLINGS}:-"


def test_a_question_who_leads_does_not_put_it_to_rest():
    waiting = (ask(1, SIBLINGS, JANE, due="2026-04-01"), ask(2, HOME, JANE, due="2026-04-01"))
    assert step(room(f"{HOME} {SIBLINGS}", JANE, asks=waiting)) == f"{TONIGHT}:{SIBLINGS}:-"


def test_a_late_answer_about_tonight_stays_first():
    late = room(f"{HOME} {SIBLINGS}", JANE, asks=(ask(1, SIBLINGS, JANE),))
    assert the("still_waiting", late).level == "first"
    calm = room(f"{FAMILY} {SIBLINGS}", JANE, asks=(ask(1, SIBLINGS, JANE),))
    assert the("still_waiting", calm).level == "know"


def test_a_late_answer_is_asked_for_again_once_the_question_was_put():
    """The room leaves out what has been asked, and the nudge stands in its place."""
    late = room(
        f"{HOME} {SIBLINGS}", JANE, asks=(ask(1, SIBLINGS, JANE), ask(2, HOME, JANE, due="2026-04-01"))
    )
    assert step(late, leave_out=(Rule.SIBLING_SAFETY,)) == f"still_waiting:{SIBLINGS}:2"


@pytest.mark.parametrize("tone", Tone)
def test_a_coach_reads_who_picked_it(tone):
    facts = room(f"{HOME} {SIBLINGS}", TASHA)
    (found,) = [f for f in told(facts, catalogue(), Voice(parent="Renee", tone=tone)) if f.rule == TONIGHT]
    assert found.words.why.startswith(f"Renee picked {noun(HOME)} and ")
    assert ("No one is to blame." in found.words.why) is (tone is Tone.WARM)


# -- a decision holds for the facts it was made on ----------------------------------------------------


def basis(facts):
    return Basis.of(the(TONIGHT, facts).finding)


def test_one_more_need_of_this_kind_is_worse_and_one_less_is_not():
    one, two = basis(room(f"{HOME} {SIBLINGS}")), basis(room(f"{HOME} {SEXUALIZED} {SIBLINGS}"))
    assert worse(one, two) is Change.MORE
    assert worse(two, one) is None


def test_a_lead_who_is_lost_is_worse():
    led = basis(room(f"{HOME} {SIBLINGS}", ANA, agreements=(agreed(ANA, HOME),)))
    assert worse(led, basis(room(f"{HOME} {SIBLINGS}", ANA))) is Change.LEAD


@pytest.mark.parametrize(("left", "change"), [(HOME, Change.NEED), (SIBLINGS, Change.AGAIN)])
def test_a_need_taken_off_and_picked_again_is_worse(left, change):
    before = basis(room(f"{HOME} {SIBLINGS}"))
    meanwhile = room(left, TASHA)
    gone = not_found(before, Rule.SIBLING_SAFETY, SIBLINGS, None, meanwhile, cover(meanwhile, catalogue()))
    assert worse(Basis.load(json.loads(json.dumps(gone.dump()))), before) is change
