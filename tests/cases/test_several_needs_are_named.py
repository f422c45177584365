"""One answer for several needs: three of them by name, the gravest first, and how many more there are."""

import pytest

from cases.coverage import cover
from tests.cases.plain import JANE, LUIS, OKAFOR, TASHA, agreed, findings, person, room
from tests.cases.plain_catalogue import FAMILY, SAFETY, TRAUMA, catalogue, noun
from web.english import number

WORRY = "depression-anxiety"
ATTACHED = "attachment-adoption"
GRIEF = "grief-loss"
PLAN = "running-away"
LED = (GRIEF, FAMILY, ATTACHED, SAFETY, PLAN, WORRY)
NAMED = 3


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
    assert count_told(found.words.why, "waits for the name", "wait for the name") == max(0, many - NAMED)


def named_in_order(text, needs):
    """The first needs by name, in this order, and no other."""
    places = [text.find(noun(need)) for need in needs]
    told, left = places[:NAMED], places[NAMED:]
    return told == sorted(told) and min(told) >= 0 and set(left) <= {-1}


def count_told(text, one, many):
    words = text.lower()
    if f"one more need {one}" in words:
        return 1
    return next((n for n in range(2, 9) if f"{number(n)} more needs {many}" in words), 0)


@pytest.mark.parametrize("many", [2, 3, 4, 5])
def test_every_need_an_unclear_title_leaves_open(many):
    needs = [FAMILY, TRAUMA, WORRY, GRIEF, ATTACHED][:many]
    found = the_one(room(" ".join(needs), LUIS), "title_unclear")
    also = found.params["also"]
    assert len(also) == many
    assert named_in_order(found.words.why, also)
    told = {0: "", 1: "one more need.", 2: "two more needs."}[max(0, many - NAMED)]
    assert told in found.words.why


@pytest.mark.parametrize("many", [2, 3, 4, 5])
def test_every_need_the_agency_is_asked_about(many):
    needs = [SAFETY, FAMILY, TRAUMA, WORRY, GRIEF][:many]
    found = the_one(room(" ".join(needs), TASHA, state="ID"), "fit_unknown")
    also = found.params["also"]
    assert len(also) == many - 1
    told = [noun(need) in found.words.why for need in also]
    assert told == [at < NAMED - 1 for at in range(many - 1)]
    left = {2: "", 3: "", 4: "one more of Sunny’s needs.", 5: "two more of Sunny’s needs."}
    assert left[many] in found.words.why


def test_a_single_chair_is_told_as_before():
    found = the_one(room(SAFETY, JANE, OKAFOR, agreements=(agreed(JANE, SAFETY),)), "no_supervisor")
    assert found.words.why.endswith("The name would fill that chair.")
