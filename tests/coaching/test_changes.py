"""What the event stream counts as news, for whom."""

import pytest

from cases.services.rooms import log, write_note
from coaching.services.changes import latest, state_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(room, thread):
    """Sunny's room, with Dana looking in."""
    return room


def test_a_private_note_is_no_news_to_the_coach(shared, parent, coach):
    before = state_for(coach)
    write_note(case=shared, by=parent, text="Only for me.")
    assert state_for(coach) == before


def test_it_is_news_to_the_parents_other_tab(shared, parent):
    before = state_for(parent)
    write_note(case=shared, by=parent, text="Only for me.")
    assert state_for(parent) != before


def test_what_happened_in_the_room_is_news_to_both_and_to_nobody_else(shared, parent, coach, stranger):
    before = [state_for(person) for person in (parent, coach, stranger)]
    log(case=shared, by=parent, kind="asked", text="You asked Jane a question.")
    now = [state_for(person) for person in (parent, coach, stranger)]
    assert [one != other for one, other in zip(before, now, strict=True)] == [True, True, False]


def test_it_asks_as_often_with_many_rooms_as_with_one(shared, coach, django_assert_num_queries):
    with django_assert_num_queries(4):
        state_for(coach)
    with django_assert_num_queries(3):
        latest()
