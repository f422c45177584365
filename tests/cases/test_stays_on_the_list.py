"""What a flag still waits for once somebody answered: one calm sentence for every rule and every need."""

import pytest

from cases.coverage import cover
from cases.mismatch import Rule, find
from cases.wording import Scene
from cases.wording.stays import stays
from tests.cases.plain_catalogue import catalogue
from tests.cases.tone_rooms import made_for_one_rule
from tests.reading import MAX_GRADE, banned_words, grade


@pytest.fixture(scope="module")
def told():
    known, found = catalogue(), {}
    for facts in made_for_one_rule():
        scene = Scene.of(facts, known)
        for one in find(facts, known, cover(facts, known)):
            found.setdefault(one.rule, set()).add((stays(one, scene), *(m.name for m in facts.members)))
    return found


def test_it_is_short_and_calm(told):
    for rule, sentences in told.items():
        for sentence, *names in sentences:
            assert sentence.startswith("This stays on the list until "), rule
            assert banned_words(sentence) == []
            assert grade(sentence, names) <= MAX_GRADE


@pytest.mark.parametrize(
    ("rule", "until"),
    [
        (Rule.SUPERVISOR_IN_THE_ROOM, "until there is a name for Jane’s supervisor."),
        (Rule.SIBLING_SAFETY, "until you say that it is sorted."),
        (Rule.REGISTER_NOT_CHECKED, "until you have looked the letters up."),
        (Rule.ONE_PERSON_MANY, "until you say that it is sorted."),
        (Rule.TRAINING_UNPROVEN, "until you have seen a certificate."),
        (Rule.TRAINING_UNPROVEN, "until you know who leads trauma treatment."),
    ],
)
def test_it_says_what_is_missing(told, rule, until):
    assert f"This stays on the list {until}" in {sentence for sentence, *_ in told[rule]}
