"""A question about a need that is off the list is kept, and nobody is said to wait for its answer."""

import pytest

from cases.models import Ask, Flag
from cases.services.rooms import set_needs
from tests import factories
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(room, parent):
    flag = Flag.objects.filter(case=room, rule="fit_not_asked", member__name="Jane").open().first()
    return factories.waiting_ask(room, parent, "Who is it?", flag=flag)


@pytest.fixture
def off(room, parent, ask):
    others = room.needs.exclude(pk=ask.need_id).values_list("slug", flat=True)
    set_needs(case=room, by=parent, needs=list(others))
    return ask


def test_the_room_waits_for_what_is_on_the_list(room, ask, as_parent):
    assert "Who is it?" in said(as_parent.get(f"/room/{room.key}/"))


def test_the_room_waits_for_it_no_more_and_the_list_keeps_it(room, off, as_parent):
    assert "Who is it?" not in said(as_parent.get(f"/room/{room.key}/"))
    page = said(as_parent.get(f"/room/{room.key}/questions/"))
    assert "About a need that is off the list “Who is it?”" in page
    assert "Jane. The need is off your list." in page


def test_every_count_agrees(shared_room, off, as_parent, coach, parent):
    factories.sunnys_room(parent)
    (first, _) = as_parent.get("/rooms/").context["rooms"]
    assert first["waiting"] == 0
    assert not Ask.objects.visible_to(coach).to_answer().exists()
    assert as_parent.get("/open/").url != f"/room/{shared_room.key}/questions/{off.key}/"
