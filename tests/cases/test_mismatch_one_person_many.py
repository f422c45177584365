"""``one_person_many``: many needs that rest on one role."""

import json
from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.decided import Basis, Change, not_found, still_found, worse
from cases.mismatch.rules import Rule
from cases.wording import Tone, Voice
from tests.cases.plain import ANA, JANE, LUIS, OKAFOR, TASHA, agreed, person, room, rules, the, told
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, SAFETY, SKILLS, catalogue

FIVE = (FAMILY, SAFETY, DIAGNOSIS, SKILLS, "depression-anxiety")
EATING = "eating"
SIX = (*FIVE, "adhd")
KIM = replace(ANA, id=30, name="Kim Poe")


def leads(needs, *members, also=(), **more):
    """A room in which each of these people agreed to lead each of the needs."""
    kinds = tuple(agreed(m, need) for m in members for need in needs)
    more["agreements"] = (*kinds, *more.get("agreements", ()))
    team = (*members, *(m for m in also if m not in members))
    return room(" ".join(dict.fromkeys((*needs, *more.pop("besides", ())))), *team, **more)


def many(facts):
    return [f for f in rules(facts) if f == "one_person_many"]


# -- where it speaks ----------------------------------------------------------------------------------


def test_five_needs_that_one_person_leads_are_good_to_know():
    found = the("one_person_many", leads(FIVE, ANA, also=(TASHA,)))
    assert (found.fingerprint, found.level) == (f"one_person_many:-:{ANA.id}", "know")
    assert (found.params["count"], found.params["of"]) == (5, 5)


def test_a_team_of_one_has_nobody_to_step_in_and_is_told_too():
    assert many(leads(FIVE, ANA)) == ["one_person_many"]


def test_it_speaks_of_the_load_and_asks_who_steps_in():
    words = the("one_person_many", leads(FIVE, ANA, besides=(EATING,))).words
    assert words.title == "5 of Sunny’s 6 needs rest on one role"
    assert words.why == (
        "Ana leads them all. It says a lot about the trust in this team. "
        "It is a lot for any one role. With a plan for sick days, care does not stop."
    )
    assert words.say == "Who steps in for Sunny when you are away? Is this too much for one role?"
    assert words.clear_answer == "A name to step in, and which needs someone else could lead."


def test_when_all_needs_rest_on_one_role_the_title_says_so():
    assert the("one_person_many", leads(FIVE, ANA)).words.title == "All 5 of Sunny’s needs rest on one role"


def test_others_whose_role_fits_are_named():
    one = the("one_person_many", leads(FIVE, ANA, also=(KIM,)))
    assert one.params["helpers"] == [KIM.id]
    assert one.words.why.endswith("The role of Kim fits some of this too.")
    two = the("one_person_many", leads(FIVE, ANA, also=(KIM, OKAFOR))).words
    assert two.why.endswith("The roles of Kim and Dr. Okafor fit some of this too.")


def test_somebody_who_could_lead_only_another_need_takes_none_of_these():
    needs = (FAMILY, SKILLS, "depression-anxiety", "adhd", "sleep")
    facts = leads(needs, ANA, also=(OKAFOR,), besides=("medication-questions",))
    assert cover(facts, catalogue()).row("medication-questions").could == (OKAFOR.id,)
    assert the("one_person_many", facts).params["helpers"] == []


def test_a_part_that_only_this_person_has_rests_on_them():
    shared = leads((*FIVE[:4], EATING), ANA, also=(OKAFOR,), agreements=(agreed(OKAFOR, EATING),))
    row = cover(shared, catalogue()).row(EATING)
    assert (row.state, set(row.leads)) == ("shared", {ANA.id, OKAFOR.id})
    assert the("one_person_many", shared).params["count"] == 5


# -- near misses --------------------------------------------------------------------------------------


def test_four_are_not_many():
    assert many(leads(FIVE[:4], ANA, also=(TASHA,))) == []


def test_five_over_two_people_are_not_many():
    facts = leads(
        FIVE[:3], ANA, also=(KIM,), agreements=tuple(agreed(KIM, n) for n in FIVE[3:]), besides=FIVE
    )
    assert many(facts) == []


def test_what_two_lead_rests_on_neither():
    assert many(leads(FIVE, ANA, KIM)) == []
    assert many(leads(SIX, ANA, also=(KIM,), agreements=(agreed(KIM, FAMILY),))) == ["one_person_many"]


@pytest.mark.parametrize("kind", ["plan", "declined"])
def test_who_only_could_lead_five_does_not_lead_them(kind):
    facts = room(" ".join(FIVE), ANA, TASHA, agreements=tuple(agreed(ANA, n, kind) for n in FIVE))
    assert many(facts) == []


def test_a_yes_that_waits_for_a_supervisor_is_no_lead_yet():
    assert many(leads(FIVE, JANE)) == []
    assert many(leads(FIVE, replace(JANE, supervisor="named"))) == ["one_person_many"]


def test_a_yes_of_somebody_whose_role_is_unknown_is_no_lead_yet():
    assert many(leads(FIVE, LUIS)) == []
    assert many(leads(FIVE, person(9, "Zoe"))) == []


def test_with_one_unknown_among_five_it_is_four_that_are_led():
    """Whether an LCSW treats trauma depends: not known is no lead, and no fault either."""
    assert many(leads((*FIVE[:4], "trauma"), ANA)) == []


def test_letters_known_from_another_state_lead_nothing_here():
    assert many(leads(FIVE, ANA, state="ID")) == []


# -- beside the rest ----------------------------------------------------------------------------------


def test_it_is_never_the_next_step_before_an_empty_chair():
    facts = leads(FIVE, ANA, also=(TASHA,), besides=("unclear-diagnosis", "trauma"))
    grid = cover(facts, catalogue())
    step = next_step(facts, grid, find(facts, catalogue(), grid))
    assert step is not None
    assert step.rule is not Rule.ONE_PERSON_MANY


def test_to_a_coach_and_in_the_plain_tone_it_says_no_more_than_it_has_to():
    (found,) = [
        f
        for f in told(leads(FIVE, ANA), catalogue(), Voice(parent="Renee", tone=Tone.PLAIN))
        if f.rule == "one_person_many"
    ]
    assert found.words.why == (
        "Ana leads them all. It is a lot for any one role. With a plan for sick days, care does not stop."
    )


# -- a decision holds for the facts it was made on ----------------------------------------------------


def basis(facts):
    grid = cover(facts, catalogue())
    (found,) = [f for f in find(facts, catalogue(), grid) if f.rule is Rule.ONE_PERSON_MANY]
    return Basis.of(found)


def test_one_more_need_on_the_same_role_is_worse_and_one_less_is_not():
    assert worse(basis(leads(FIVE, ANA)), basis(leads(SIX, ANA))) is Change.MORE
    assert worse(basis(leads(SIX, ANA)), basis(leads(FIVE, ANA))) is None


def test_a_load_that_was_shared_and_is_not_any_more_is_worse():
    six, five = basis(leads(SIX, ANA)), basis(leads(FIVE, ANA))
    assert worse(still_found(six, five), six) is Change.MORE
    shared = leads(FIVE, ANA, also=(KIM,), agreements=(agreed(KIM, FAMILY),))
    four = not_found(five, Rule.ONE_PERSON_MANY, "", ANA.id, shared, cover(shared, catalogue()))
    assert worse(four, five) is Change.AGAIN


def test_who_left_and_came_back_is_not_worse():
    five = basis(leads(FIVE, ANA))
    away = room(" ".join(FIVE), TASHA)
    gone = not_found(five, Rule.ONE_PERSON_MANY, "", ANA.id, away, cover(away, catalogue()))
    assert worse(gone, five) is None


def test_somebody_who_could_step_in_and_is_gone_is_worse():
    both, alone = basis(leads(FIVE, ANA, also=(KIM,))), basis(leads(FIVE, ANA))
    assert worse(both, alone) is Change.HELPERS


def test_what_is_kept_is_read_back():
    five = basis(leads(FIVE, ANA))
    assert Basis.load(json.loads(json.dumps(five.dump()))) == five
    older = {k: v for k, v in five.dump().items() if k != "count"}
    assert Basis.load(older).count == 0
