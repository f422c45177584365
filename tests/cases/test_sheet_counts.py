"""What did not fit on the page to bring is counted as the room counts it."""

import re

import pytest

from cases.models import Flag
from cases.services.rooms import set_needs
from cases.services.team import member_left
from tests import factories
from tests.cases.built import build
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
NEEDS = ["self-harm-suicide", "trauma", "medication-questions", "everyday-skills", "school-refusal"]
ALIKE = [{"name": name, "said": f"{name}, therapist"} for name in ("Ana", "Bea", "Cy")]
OTHERS = [
    {"name": "Sue", "said": "Sue, TSSX"},
    {"name": "Tom", "said": "Tom, teacher"},
    {"name": "Una", "said": "Una, QMHA"},
    {"name": "Vic", "said": "Vic, CSWA"},
    {"name": "Wes", "said": "Wes, MSW"},
]


def shown(as_parent, case):
    """(questions on paper, each for each person; how many wait in the room)."""
    page = as_parent.get(f"/room/{case.key}/sheet/")
    lines = page.context["page"].lines
    found = re.search(r"(\d+) more waits? in the room", said(page))
    return sum(line.stands_for for line in lines), int(found[1]) if found else 0


@pytest.mark.parametrize(
    ("needs", "team"), [(NEEDS, [*OTHERS, *ALIKE]), (NEEDS, [*ALIKE, *OTHERS]), (NEEDS[1:2], ALIKE), ([], [])]
)
def test_paper_and_room_add_up(as_parent, parent, catalogue, needs, team):
    case = build(parent, {"age": "6-11", "state": "OR", "needs": needs, "team": team})
    on_paper, left = shown(as_parent, case)
    assert on_paper + left == Flag.objects.filter(case=case).open().count()


def test_the_same_words_to_three_are_three_questions_that_wait(as_parent, parent, catalogue):
    case = build(parent, {"age": "6-11", "state": "OR", "needs": NEEDS, "team": [*OTHERS, *ALIKE]})
    more = build(parent, {"age": "6-11", "state": "OR", "needs": NEEDS, "team": [*OTHERS, ALIKE[0]]})
    alike = Flag.objects.filter(case=case, member__name__in=["Bea", "Cy"]).open().count()
    assert alike >= 2
    assert sum(shown(as_parent, case)) - sum(shown(as_parent, more)) == (
        Flag.objects.filter(case=case).open().count() - Flag.objects.filter(case=more).open().count()
    )


@pytest.mark.parametrize("over", ["left", "need", ""])
def test_the_page_to_bring_asks_nobody_who_left_and_nothing_about_a_need_that_is_gone(
    as_parent, room, parent, over
):
    need = room.needs.get(slug="family-conflict")
    ask = factories.waiting_ask(room, parent, text="Do you lead this one?", name="Jane", need=need)
    if over == "left":
        member_left(member=ask.member, by=parent, on=now().date())
    if over == "need":
        slugs = room.needs.exclude(pk=need.pk).values_list("slug", flat=True)
        set_needs(case=room, by=parent, needs=list(slugs) or ["trauma"])
    page = said(as_parent.get(f"/room/{room.key}/sheet/"))
    assert ("Do you lead this one?" in page) is (not over)
