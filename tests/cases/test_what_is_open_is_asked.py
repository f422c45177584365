"""A question asks for a training only where one would settle it; what is sent is said to its reader."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import Rule, find
from cases.models import Flag
from cases.services.agreements import agree
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from cases.services.trainings import add_training
from cases.snapshot import TrainingFact
from cases.wording import PARENT, Scene, say
from cases.wording.open_point import _calls_for
from cases.wording.same_words import _stems, says_again
from roles.models import Need, Question
from tests.cases.test_words_of_their_need import PEOPLE, made

pytestmark = pytest.mark.django_db

TRAINING = "What training do you have for "
PLACES = st.integers(0, 99)
OPEN = (Rule.FIT_UNKNOWN, Rule.PLAN_ON_UNKNOWN_FIT)


def asked_for_a_training(room, catalogue):
    found = find(room, catalogue, cover(room, catalogue))
    scene = Scene.of(room, catalogue)
    return [f for f in found if f.rule in OPEN and TRAINING in say(f, scene, PARENT).say]


def with_training(room, finding):
    course = TrainingFact(finding.params["capability"], "A full course", standing="certified", kind="full")
    trained = [replace(m, trainings=(*m.trainings, course)) for m in room.members if m.id == finding.member]
    return replace(room, members=(*trained, *(m for m in room.members if m.id != finding.member)))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PEOPLE, PLACES, PLACES, st.sampled_from(["", "OR", "CO", "MA", "TX"]))
def test_in_any_room_a_training_that_is_asked_for_settles_it(catalogue, drawn, one, other, state):
    slugs = sorted(catalogue.needs)
    needs = list(dict.fromkeys((slugs[one % len(slugs)], slugs[other % len(slugs)])))
    room = made(catalogue, [d[: 1 + len(needs)] for d in drawn], needs, state)
    for finding in asked_for_a_training(room, catalogue):
        after = asked_for_a_training(with_training(room, finding), catalogue)
        asked = finding.fingerprint, finding.params["capability"]
        assert asked not in [(f.fingerprint, f.params["capability"]) for f in after]


@pytest.mark.parametrize(
    ("letters", "state", "place"), [("LPCC", "CO", "Colorado"), ("LCSW", "MA", "Massachusetts")]
)
@pytest.mark.parametrize("kind", ["plan", "agreed", ""])
def test_where_our_facts_are_missing_the_role_is_asked_about(catalogue, parent, letters, state, place, kind):
    case = start_room(by=parent, nickname="Sunny", state=state)
    set_needs(case=case, by=parent, needs=("trauma",))
    will = add_member(case=case, by=parent, name="Will Tran", said=f"Will Tran, {letters}")
    finish_setup(case=case, by=parent)
    if kind:
        agree(member=will, need=Need.objects.get(slug="trauma"), by=parent, kind=kind)
    add_training(member=will, by=parent, capability="trauma-treatment", name="certified in TF-CBT")
    (flag,) = Flag.objects.filter(case=case, rule__in=OPEN).open()
    words = flag.tellings.last().words
    assert words["say"].startswith(f"Is it in your role in {place} to lead trauma treatment?")
    assert words["clear_answer"] == "A yes, or the name of someone else."


def test_no_words_to_be_sent_speak_to_the_parent(catalogue):
    sent = [need.noun for need in catalogue.needs.values()]
    sent += [need.asks for need in catalogue.needs.values()]
    sent += [capability.noun for capability in catalogue.capabilities.values()]
    sent += Question.objects.values_list("text", flat=True)
    assert len(sent) > 100
    assert not [
        words for words in sent if "your child" in words.casefold() or "your family" in words.casefold()
    ]


def test_no_need_is_said_to_call_for_itself(catalogue):
    again = {
        need.slug
        for need in catalogue.needs.values()
        for slug in need.required
        if says_again(need.noun, catalogue.capabilities[slug].noun)
    }
    assert again == {
        *("sexualized-behavior", "trauma", "screen-gaming", "racial-identity"),
        *("substance-use", "medication-questions", "unclear-diagnosis"),
    }


@pytest.mark.parametrize(
    ("noun", "part", "again"),
    [
        ("help with sexualized behavior", "help with sexualized or harmful sexual behavior", True),
        ("support for racial identity", "support for culture and racial identity", True),
        ("trauma treatment", "trauma treatment", True),
        ("support for brothers and sisters", "support for parents and siblings", False),
        ("help with grief", "family therapy", False),
        ("trauma treatment", "the full assessment and the care plan", False),
    ],
)
def test_what_says_again(noun, part, again):
    assert says_again(noun, part) is again


def test_no_sentence_says_a_word_of_the_need_twice(catalogue):
    """Of every need and everything it calls for: 'The safety plan at home calls for ... the safety plan.'"""
    needs = catalogue.needs.values()
    told = [
        _calls_for(need.noun, catalogue.capabilities[part].noun) for need in needs for part in need.required
    ]
    assert _calls_for("the safety plan at home", "risk assessment and the safety plan") == (
        "This calls for risk assessment and the safety plan."
    )
    for words in filter(None, told):
        need, _, part = words.rstrip(".").partition(" call")
        assert not _stems(need) & _stems(part)


@pytest.mark.parametrize("need", ["trauma", "sexualized-behavior"])
def test_a_degree_is_asked_for_the_license_that_settles_it(catalogue, need):
    room = made(catalogue, [("MSW", "agreed")], [need], "CO")
    scene = Scene.of(room, catalogue)
    found = find(room, catalogue, cover(room, catalogue))
    (words,) = [say(f, scene, PARENT) for f in found if f.rule is Rule.PLAN_ON_UNKNOWN_FIT]
    assert words.say.startswith("What license do you have for ")
    assert words.clear_answer == "The letters of the license, or the name of someone else."
    assert "license or the job" in words.why
