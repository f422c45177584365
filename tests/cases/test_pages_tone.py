"""Our own words on every page of a room: easy to read, and none of those the tone guide keeps out."""

import pytest

from cases.models import Flag
from cases.services.asks import draft_ask
from cases.services.flags import differ_on_flag, put_off_flag
from tests import factories
from tests.cases.pages import lines
from tests.reading import MAX_GRADE, banned_words, grade

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(as_parent, room, parent, catalogue):
    """Every page of one room, each as (path, text)."""
    ask = factories.waiting_ask(room, parent)
    draft = draft_ask(case=room, by=parent, text="Who leads this?", member=None)
    first, second, *_, last = Flag.objects.filter(case=room, state="open")
    put_off_flag(flag=first, by=parent)
    differ_on_flag(flag=second, by=parent, reason="We see to it.")
    jane = factories.member(room, "Jane")
    paths = ["", "child/", "team/", "team/add/", "team/add/?by=title", f"team/{jane.key}/", "needs/"]
    paths += ["needs/family-conflict/", "questions/", "questions/new/", f"questions/new/?f={last.key}"]
    paths += [f"asks/{f.key}/" for f in (first, second, last)]
    paths += [f"questions/{a.key}/" for a in (ask, draft)] + ["sheet/", "log/"]
    found = {path: lines(as_parent.get(f"/room/{room.key}/{path}")) for path in paths}
    return found | {"start": lines(as_parent.get("/start/child/"))}


def test_no_page_uses_a_word_the_tone_guide_keeps_out(pages):
    assert {path: found for path, text in pages.items() if (found := banned_words(text))} == {}


def test_every_page_is_easy_to_read(pages, catalogue):
    names = [role.name for role in catalogue.roles.values()]
    grades = {path: grade(text, names) for path, text in pages.items()}
    assert {path: g for path, g in grades.items() if g > MAX_GRADE} == {}
