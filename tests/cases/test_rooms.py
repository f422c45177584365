"""From the door to the right place: one room, several rooms, and what a reminder leads to."""

import pytest

from cases.models import Ask, Case
from cases.services.rooms import start_room
from tests import factories
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(parent, room):
    case = factories.sunnys_room(parent)
    Case.objects.filter(pk=case.pk).update(nickname="Max")
    case.refresh_from_db()
    return case


def late(case, parent, **more):
    ask = factories.waiting_ask(case, parent, **more)
    Ask.objects.filter(pk=ask.pk).update(due_on="2026-01-05")
    return ask


def test_the_only_room_opens_at_once(as_parent, room):
    assert as_parent.get("/start/").url == f"/room/{room.key}/"


def test_of_several_rooms_one_is_picked(as_parent, room, second):
    assert as_parent.get("/start/").url == "/rooms/"
    page = said(as_parent.get("/rooms/"))
    assert "Sunny’s room" in page
    assert "Max’s room" in page


def test_a_room_leads_to_the_others(as_parent, room, second):
    for case in (room, second):
        assert 'href="/rooms/"' in as_parent.get(f"/room/{case.key}/").content.decode()


def test_an_only_room_speaks_of_no_others(as_parent, room):
    assert 'href="/rooms/"' not in as_parent.get(f"/room/{room.key}/").content.decode()
    assert 'href="/rooms/"' in as_parent.get(f"/room/{room.key}/child/").content.decode()


def test_a_room_that_was_only_begun_hides_no_finished_one(as_parent, parent, room):
    start_room(by=parent, nickname="Max")
    page = as_parent.get("/start/", follow=True)
    assert "You have begun this one. It goes on where you left." in said(page)
    assert f'href="/room/{room.key}/"' in page.content.decode()
    assert 'href="/start/needs/"' in page.content.decode()
    assert "Start a room for another child" not in said(page)


def test_the_list_says_how_many_questions_wait_and_where(as_parent, parent, room, second):
    late(room, parent)
    page = as_parent.get("/rooms/")
    assert "1 question waits for an answer." in said(page)
    assert "No question waits for an answer." in said(page)
    assert f'href="/room/{room.key}/questions/"' in page.content.decode()


def test_rooms_of_other_people_are_not_listed(as_parent, room, other_parent, catalogue):
    foreign = factories.sunnys_room(other_parent)
    assert foreign.key not in as_parent.get("/rooms/").content.decode()


def test_the_list_asks_as_often_for_two_rooms_as_for_five(
    as_parent, parent, room, second, django_assert_max_num_queries
):
    with django_assert_max_num_queries(50) as two:
        as_parent.get("/rooms/")
    for _ in range(3):
        factories.sunnys_room(parent)
    with django_assert_max_num_queries(len(two)):
        as_parent.get("/rooms/")


def test_a_reminder_of_one_question_leads_to_it(as_parent, parent, room, second):
    ask = late(room, parent)
    factories.waiting_ask(second, parent)
    assert as_parent.get("/open/").url == f"/room/{room.key}/questions/{ask.key}/"


def test_a_reminder_of_several_in_one_room_leads_to_its_list(as_parent, parent, room, second):
    late(room, parent)
    late(room, parent)
    assert as_parent.get("/open/").url == f"/room/{room.key}/questions/"


def test_a_reminder_of_two_rooms_leads_to_both(as_parent, parent, room, second):
    late(room, parent)
    late(second, parent)
    assert as_parent.get("/open/", follow=True).redirect_chain[-1][0] == "/rooms/"


def test_when_nothing_waits_any_more_a_reminder_still_leads_home(as_parent, room):
    assert as_parent.get("/open/", follow=True).redirect_chain[-1][0] == f"/room/{room.key}/"


@pytest.mark.parametrize("told", ["OR", ""])
def test_the_state_of_a_room_is_what_was_told_and_never_a_guess(parent, told):
    case = start_room(by=parent, nickname="Max", age_group="6-11", state=told)
    assert Case.objects.get(pk=case.pk).state == told
