"""Who supervises somebody is asked once, however many needs wait for the name."""

from hypothesis import given

from cases.coverage import cover
from cases.mismatch import Rule, find
from cases.wording import PARENT, Scene, say
from tests.cases.any_room import STATES, people_for, room_of, some_needs
from tests.cases.plain import JANE, agreed, room
from tests.cases.plain_catalogue import FAMILY, SAFETY, catalogue

NAME = ("supervise", "supervisor")


def sayings(facts, decided=()):
    """What is said to each person, with the fingerprint."""
    scene = Scene.of(facts, catalogue())
    found = find(facts, catalogue(), cover(facts, catalogue()), decided)
    return [(f, say(f, scene, PARENT).say) for f in found if f.member is not None]


def who_supervises(facts, decided=()):
    open_yet = ((f, words) for f, words in sayings(facts, decided) if f.fingerprint not in decided)
    return [f for f, words in open_yet if any(name in words for name in NAME)]


@given(people_for(4), some_needs(4), STATES)
def test_in_any_room_one_question_a_person_asks_for_the_name(people, needs, state):
    asking = [f.member for f in who_supervises(room_of(people, needs, state))]
    assert sorted(asking) == sorted(set(asking))


def test_the_gravest_need_asks_and_the_other_only_if_they_lead():
    facts = room(f"{FAMILY} {SAFETY}", JANE)
    said = {f.need: words for f, words in sayings(facts) if f.rule is Rule.FIT_NOT_ASKED}
    assert said[SAFETY].endswith("Who would supervise the work?")
    assert said[FAMILY].endswith(f"lead for {catalogue().needs[FAMILY].noun}?")


def test_once_that_is_decided_the_next_one_asks():
    facts = room(f"{FAMILY} {SAFETY}", JANE)
    (first,) = who_supervises(facts)
    (second,) = who_supervises(facts, decided={first.fingerprint})
    assert (first.need, second.need) == (SAFETY, FAMILY)


def test_where_a_yes_waits_for_the_name_no_other_question_asks_for_it():
    facts = room(f"{FAMILY} {SAFETY}", JANE, agreements=(agreed(JANE, FAMILY),))
    (asking,) = who_supervises(facts)
    assert asking.rule is Rule.NO_SUPERVISOR
