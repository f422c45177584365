"""One answer for several needs: each by name, the gravest first, for a decision counts for what was read."""

import pytest

from cases.coverage import cover
from tests.cases.plain import JANE, LUIS, OKAFOR, TASHA, agreed, findings, person, room
from tests.cases.plain_catalogue import FAMILY, SAFETY, TRAUMA, catalogue, noun

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
