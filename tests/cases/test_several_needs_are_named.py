"""One answer for several needs: each by name, the gravest first, for a decision counts for what was read."""

from itertools import permutations

import pytest

from cases.coverage import cover
from cases.wording import Scene
from cases.wording.several import few_at_a_time
from tests.cases.plain import JANE, LUIS, OKAFOR, TASHA, agreed, findings, person, room
from tests.cases.plain_catalogue import FAMILY, SAFETY, TRAUMA, catalogue, noun
from tests.reading import long_sentences

WORRY = "depression-anxiety"
ATTACHED = "attachment-adoption"
GRIEF = "grief-loss"
PLAN = "running-away"
LED = (GRIEF, FAMILY, ATTACHED, SAFETY, PLAN, WORRY)


def waiting(many):
    """Somebody who works under someone agreed to lead so many needs, and no name is told."""
    needs = LED[:many]
    return room(" ".join(needs), JANE, agreements=tuple(agreed(JANE, need) for need in needs))


def the_one(facts, *rules):
    (found,) = [f for f in findings(facts) if f.rule in rules and f.params.get("also") is not None]
    return found


@pytest.mark.parametrize("backers", [(), (person(15, "Ana", "lcsw"),)])
@pytest.mark.parametrize("many", range(1, len(LED) + 1))
def test_every_chair_that_waits_for_a_supervisors_name(many, backers):
    facts = waiting(many)
    chairs = [row.need for row in cover(facts, catalogue()).empty]
    facts = room(" ".join(facts.needs), JANE, *backers, agreements=facts.agreements)
    found = the_one(facts, "no_supervisor", "supervisor_in_the_room")
    assert (found.rule == "supervisor_in_the_room") == bool(backers)
    assert [*found.params["waits"], *found.params["also"]] == chairs
    assert named_in_order(found.words.why, chairs)


def named_in_order(text, needs):
    """Every need by name, in this order."""
    places = [text.find(noun(need)) for need in needs]
    return places == sorted(places) and min(places) >= 0


@pytest.mark.parametrize("many", [2, 3, 4, 5])
def test_every_need_an_unclear_title_leaves_open(many):
    needs = [FAMILY, TRAUMA, WORRY, GRIEF, ATTACHED][:many]
    found = the_one(room(" ".join(needs), LUIS), "title_unclear")
    also = found.params["also"]
    assert len(also) == many
    assert named_in_order(found.words.why, also)


@pytest.mark.parametrize("many", [2, 3, 4, 5])
def test_every_need_the_agency_is_asked_about(many):
    needs = [ATTACHED, FAMILY, TRAUMA, WORRY, GRIEF][:many]
    found = the_one(room(" ".join(needs), TASHA, state="ID"), "fit_unknown")
    also = found.params["also"]
    assert sorted([found.need, *also]) == sorted(needs)
    assert named_in_order(found.words.why, also)
    assert named_in_order(found.words.say, [found.need, *also])
    assert found.words.clear_answer == "A name for each, and the training they have for it."


def test_a_single_chair_is_told_as_before():
    found = the_one(room(SAFETY, JANE, OKAFOR, agreements=(agreed(JANE, SAFETY),)), "no_supervisor")
    assert found.words.why.endswith("The name would fill that chair.")


def test_no_three_needs_make_a_sentence_too_long(catalogue_db):
    """The longest of our sentences that name several, with any three needs there are."""
    scene, needs = Scene.of(room("", JANE), catalogue_db), catalogue_db.needs
    for three in permutations(needs, 3):
        few = few_at_a_time([*three], scene)
        asked = " ".join(f"And who could be the lead for {some}?" for some in few)
        assert not long_sentences(asked)
        assert all(needs[slug].noun in asked for slug in three)
