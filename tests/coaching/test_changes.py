"""What the event stream counts as news, for whom."""

import pytest

from cases.services.rooms import write_note
from coaching.services.changes import latest, state_for
from coaching.services.invitations import open_share, stop_sharing

pytestmark = pytest.mark.django_db


def test_a_message_is_news_to_both_and_to_nobody_else(say, parent, coach, stranger):
    before = [state_for(person) for person in (parent, coach, stranger)]
    say(coach, "Hello.")
    now = [state_for(person) for person in (parent, coach, stranger)]
    assert [one != other for one, other in zip(before, now, strict=True)] == [True, True, False]


def test_a_private_note_is_no_news_to_the_coach(room, thread, parent, coach):
    before = state_for(coach), latest()
    write_note(case=room, by=parent, text="Only for me.")
    assert (state_for(coach), latest()) == before


def test_nothing_is_news_to_a_coach_whose_sharing_ended(room, say, parent, coach):
    say(parent, "Hello.")
    stop_sharing(share=open_share(room), by=parent)
    assert state_for(coach) == {}


def test_it_asks_as_often_with_many_messages_as_with_none(say, coach, django_assert_num_queries):
    for minutes in range(3):
        say(coach, "Hello.", minutes)
    with django_assert_num_queries(2):
        state_for(coach)
        latest()
