"""What a coach reads in a shared room, and what stays the parent's."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from cases.models import CaseEvent
from cases.services.rooms import finish_setup, log, set_needs, write_note
from coaching.services.invitations import open_share, stop_sharing

NOTE = "I cried in the car after the visit."


@pytest.fixture
def open_room(room, parent, thread):
    set_needs(case=room, by=parent, needs=["trauma"])
    write_note(case=room, by=parent, text=NOTE)
    return finish_setup(case=room, by=parent)


@pytest.mark.parametrize("page", ["", "log/"])
def test_notes_are_read_by_the_parent_alone(client, open_room, parent, coach, page):
    client.force_login(parent)
    assert NOTE in client.get(f"/room/{open_room.key}/{page}").content.decode()
    client.force_login(coach)
    answer = client.get(f"/room/{open_room.key}/{page}")
    assert answer.status_code == 200
    assert NOTE not in answer.content.decode()


def test_events_without_a_reader_are_none(open_room, curator):
    assert not CaseEvent.objects.visible_to(curator).exists()
    assert not CaseEvent.objects.visible_to(AnonymousUser()).exists()


def test_room_shows_the_coachs_last_words_and_the_way_to_the_thread(as_parent, open_room, say, coach, thread):
    say(coach, "That safety question is a strong place to start.")
    html = as_parent.get(f"/room/{open_room.key}/").content.decode()
    assert "That safety question is a strong place to start." in html
    assert f"/messages/{thread.key}/" in html


def test_room_shows_the_coach_what_the_parent_wrote_last(as_coach, open_room, say, parent):
    say(parent, "I can say that. Thank you.")
    html = as_coach.get(f"/room/{open_room.key}/").content.decode()
    assert "From Renee" in html
    assert "I can say that. Thank you." in html


def test_last_words_of_another_month_show_their_day(as_coach, open_room, say, parent, coach, clock):
    say(parent, "I can say that. Thank you.")
    clock.shift(timedelta(days=35))
    as_coach.force_login(coach)  # the session of that day is over
    html = as_coach.get(f"/room/{open_room.key}/").content.decode()
    assert "March 2" in html
    assert "Monday" not in html


def test_thread_says_whose_questions_a_coach_sees(client, thread, parent, coach):
    for person, whose in ((parent, "the questions you sent"), (coach, "the questions Renee sent")):
        client.force_login(person)
        assert f"and {whose}" in client.get(f"/messages/{thread.key}/").content.decode()


def test_parent_without_a_name_is_called_the_same_everywhere(as_coach, open_room, thread, say, parent):
    User.objects.filter(pk=parent.pk).update(display_name="")
    log(case=open_room, by=parent, kind="asked", whom="Jane")
    pages = ("/coach/", f"/messages/{thread.key}/", f"/room/{open_room.key}/log/")
    for page in pages:
        html = as_coach.get(page).content.decode()
        assert "Sunny’s parent" in html
        assert "Someone asked" not in html
    assert "Sunny’s parent asked Jane a question." in html


def test_last_words_leave_the_room_with_the_coach(as_parent, open_room, say, coach, parent):
    say(coach, "See you Thursday.")
    stop_sharing(share=open_share(open_room), by=parent)
    assert "See you Thursday." not in as_parent.get(f"/room/{open_room.key}/").content.decode()
