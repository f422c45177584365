"""``training_unproven``: what an extra training fills, and when it is asked how that was checked."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.next_step import turn_of
from cases.mismatch.rules import Turn
from cases.wording import Tone, Voice
from tests.cases.plain import ANA, TASHA, agreed, findings, left, person, room, row, rules, the, told, trained
from tests.cases.plain_catalogue import FAMILY, SAFETY, TRAUMA, catalogue

WEBINAR = trained("trauma-treatment", "one-hour webinar", known=False)
TOLD = trained("trauma-treatment", "TF-CBT")
UNDER_WAY = trained("trauma-treatment", "EMDR", standing="under-way")
SEEN = replace(WEBINAR, standing="certified")  # a certificate, and nobody knows for what
CERTIFIED = replace(SEEN, name="A year of training", kind="full")
SHORT = replace(SEEN, kind="short")


def ana(*trainings, **more):
    return replace(ANA, trainings=trainings, **more)


def leading(member, *others, need=TRAUMA, kind="agreed"):
    return room(need, member, *others, agreements=(agreed(member, need, kind),))


# -- what fills a chair -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("training", "state"),
    [
        (TOLD, "led"),
        (CERTIFIED, "led"),
        (replace(UNDER_WAY, standing="certified"), "led"),
        (WEBINAR, "ask"),
        (UNDER_WAY, "ask"),
        (replace(UNDER_WAY, known=False), "ask"),
        (replace(UNDER_WAY, kind="full"), "ask"),
        (SEEN, "ask"),
        (SHORT, "ask"),
        (replace(SHORT, name="A conference talk"), "ask"),
        (replace(WEBINAR, kind="full"), "ask"),  # nobody saw the certificate
        (replace(TOLD, kind="short"), "ask"),  # an hour about a method is not the method
        (replace(TOLD, kind="short", standing="certified"), "ask"),
        (replace(TOLD, kind="full"), "led"),
        (replace(TOLD, standing="certified"), "led"),
        (trained("family-therapy", "FFT"), "ask"),  # for something else
    ],
)
def test_a_training_fills_a_chair_when_it_is_known_or_certified(training, state):
    member = ana(training)
    assert row(TRAUMA, member, agreements=(agreed(member, TRAUMA),)).state == state


# -- an empty chair -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("training", "why"),
    [
        (WEBINAR, "new"),
        (UNDER_WAY, "under-way"),
        (SEEN, "kind"),
        (SHORT, "short"),
        (replace(TOLD, kind="short"), "short"),
        (replace(UNDER_WAY, kind="short"), "short"),
    ],
)
@pytest.mark.parametrize("kind", ["agreed", "plan"])
def test_a_chair_that_waits_for_a_training_is_asked_about_it(training, why, kind):
    facts = leading(ana(training), kind=kind)
    assert rules(facts) == ["training_unproven"]
    found = the("training_unproven", facts)
    assert (found.fingerprint, found.level, found.why) == (f"training_unproven:{TRAUMA}:5", "soon", why)
    assert (found.params["agreed"], found.params["texts"]) == (kind == "agreed", [training.name])
    assert turn_of(found.finding) is Turn.MISSING_LEAD


def test_who_was_not_asked_yet_is_asked_about_the_training_too():
    facts = room(TRAUMA, ana(WEBINAR))
    assert rules(facts) == ["training_unproven"]
    grid = cover(facts, catalogue())
    assert next_step(facts, grid, find(facts, catalogue(), grid)).rule == "training_unproven"


def test_who_agreed_is_asked_about_the_training_though_somebody_else_could_lead():
    kim = person(9, "Kim", "lcsw", trainings=(CERTIFIED,))
    assert rules(leading(ana(WEBINAR), kim), TRAUMA) == ["fit_not_asked", "training_unproven"]
    facts = room(TRAUMA, ana(WEBINAR), kim)
    assert rules(facts, TRAUMA) == ["fit_not_asked"]  # nobody counts on Ana


def test_a_training_for_something_else_is_not_asked_about():
    assert rules(leading(ana(replace(WEBINAR, capability="family-therapy")))) == ["plan_on_unknown_fit"]


def test_a_training_that_cannot_open_it_is_not_asked_about():
    mia = person(7, "Mia", "msw", trainings=(WEBINAR,))  # a degree is no role
    assert "training_unproven" not in rules(leading(mia))
    tasha = replace(TASHA, trainings=(WEBINAR,))  # known not to reach
    assert "training_unproven" not in rules(leading(tasha))


def test_somebody_else_who_leads_answers_it():
    kim = person(9, "Kim", "lcsw", trainings=(CERTIFIED,))
    facts = room(TRAUMA, ana(WEBINAR), kim, agreements=(agreed(ANA, TRAUMA), agreed(kim, TRAUMA)))
    assert rules(facts, TRAUMA) == []


def test_who_led_before_is_still_named():
    rita = left(replace(ANA, id=20, name="Rita Moss", trainings=(TOLD,)), trauma="agreed")
    found = the("training_unproven", room(TRAUMA, ana(WEBINAR), departed=(rita,)))
    assert found.words.why.startswith("Rita led this until February.")


def test_of_several_the_one_that_says_most_speaks_and_all_are_named():
    found = the("training_unproven", leading(ana(SHORT, UNDER_WAY, replace(WEBINAR, name="A podcast"))))
    assert (found.why, found.params["texts"]) == ("under-way", ["EMDR", "A podcast", "one-hour webinar"])
    again = leading(ana(replace(WEBINAR, name="A podcast"), UNDER_WAY, SHORT))
    assert the("training_unproven", again).params == found.params


@pytest.mark.parametrize("more", [SHORT, WEBINAR, UNDER_WAY, replace(TOLD, name="DBT")])
def test_one_that_is_enough_stays_enough_beside_another(more):
    for trainings in ((CERTIFIED, more), (more, CERTIFIED)):
        assert rules(leading(ana(*trainings))) == []


# -- a chair that is filled ---------------------------------------------------------------------------


def test_a_lead_by_a_training_that_was_told_is_good_to_know():
    found = the("training_unproven", leading(ana(TOLD)))
    assert (found.fingerprint, found.level, found.why) == ("training_unproven:-:5", "know", "told")
    assert (found.params["needs"], found.params["texts"]) == ([TRAUMA], ["TF-CBT"])
    assert found.evidence[0].capability == "trauma-treatment"
    assert turn_of(found.finding) is Turn.OPEN_POINT


@pytest.mark.parametrize("training", [CERTIFIED, replace(TOLD, standing="certified")])
def test_a_certified_training_is_not_asked_about(training):
    assert rules(leading(ana(training))) == []


def test_who_only_could_lead_by_it_is_not_asked_how_it_was_checked():
    assert rules(room(TRAUMA, ana(TOLD))) == ["fit_not_asked"]
    assert "training_unproven" not in rules(leading(ana(TOLD), kind="declined"))


def test_a_lead_that_rests_on_the_license_is_not_asked_about_a_training():
    assert rules(leading(ana(TOLD), need=FAMILY)) == []


def test_two_needs_that_rest_on_one_training_are_one_question():
    known = catalogue()
    need = replace(known.needs[FAMILY], all_of=("trauma-treatment",), any_of=())
    both = replace(known, needs={**known.needs, FAMILY: need})
    member = ana(TOLD)
    facts = room(f"{TRAUMA} {FAMILY}", member, agreements=(agreed(member, TRAUMA), agreed(member, FAMILY)))
    (found,) = told(facts, both)
    assert (found.rule, found.params["count"]) == ("training_unproven", 2)


def test_a_safety_lead_by_what_was_told_is_asked_soon_and_names_the_line():
    known = catalogue()
    need = replace(known.needs[SAFETY], all_of=("trauma-treatment",), any_of=())
    safe = replace(known, needs={**known.needs, SAFETY: need})
    found = next(f for f in told(leading(ana(TOLD), need=SAFETY), safe) if f.rule == "training_unproven")
    assert found.level == "soon"
    assert "988" in found.words.if_not


def test_one_of_several_ways_that_is_trained_anyway_rests_on_no_training():
    known = catalogue()
    need = replace(known.needs[FAMILY], all_of=(), any_of=("trauma-treatment", "family-therapy"))
    either = replace(known, needs={**known.needs, FAMILY: need})
    assert told(leading(ana(TOLD), need=FAMILY), either) == ()


# -- words --------------------------------------------------------------------------------------------


def test_the_words_are_about_the_training_and_not_about_the_person():
    words = the("training_unproven", leading(ana(WEBINAR))).words
    assert words.title == "Ana agreed to be the lead for trauma treatment, and the training is not clear yet"
    assert "We don’t know the training “one-hour webinar” yet." in words.why
    assert words.clear_answer == "A certificate of a full course, or the name of someone else."
    told_words = the("training_unproven", leading(ana(TOLD))).words
    assert told_words.title == "No one has checked the training “TF-CBT” yet"
    assert told_words.say == "You have training in “TF-CBT”. Is there a certificate I could see?"


@pytest.mark.parametrize(
    ("trainings", "why"),
    [
        ((SEEN,), "certificate for “one-hour webinar”. We don’t know yet if it was a full course."),
        (
            (SHORT,),
            "“one-hour webinar” was short. It helps, and to lead it takes a full course.",
        ),
        ((SHORT, replace(SHORT, name="A talk")), "The trainings “A talk” and “one-hour webinar” were short."),
    ],
)
def test_the_words_say_what_is_missing(trainings, why):
    assert why in the("training_unproven", leading(ana(*trainings))).words.why


def test_the_plain_tone_leaves_out_what_is_only_kind():
    (warm,) = told(leading(ana(TOLD)), catalogue())
    (plain,) = told(leading(ana(TOLD)), catalogue(), Voice(tone=Tone.PLAIN))
    assert "glad to be asked" in warm.words.why
    assert "glad to be asked" not in plain.words.why


def test_of_two_whose_answer_is_open_the_nearer_alone_is_asked():
    facts = room(TRAUMA, person(31, "Bea", "lcsw", trainings=(WEBINAR,)), ana(WEBINAR))
    asked = [f.member for f in findings(facts) if f.rule == "training_unproven"]
    assert asked == [cover(facts, catalogue()).row(TRAUMA).nearest[0]]
