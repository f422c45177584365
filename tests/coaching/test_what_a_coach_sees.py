"""What a coach reads in a shared room, and what stays the parent's."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from cases.forms import AddMemberForm
from cases.forms.lines import DifferForm
from cases.models import CaseEvent
from cases.permissions import GRANTS, Act, Part, Section
from cases.services.rooms import finish_setup, log, set_needs, write_note
from coaching.promise import TO_OTHERS, TO_PARENT, what_a_coach_sees
from coaching.services.invitations import open_share, stop_sharing
from tests.cases.pages import said

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
    for person, whose in ((parent, "The questions you sent, and"), (coach, "The questions Renee sent, and")):
        client.force_login(person)
        assert (
            f"{whose} the answers, word for word" in client.get(f"/messages/{thread.key}/").content.decode()
        )


def test_each_section_of_a_room_is_told_as_it_may_be_read():
    may = GRANTS[Part.COACH][Act.READ]
    for words in (TO_PARENT, TO_OTHERS):
        assert set(words) == set(Section)
        assert {s for s, line in words.items() if line.startswith("Not ")} == set(Section) - may


@pytest.mark.parametrize("reader", ["parent", "coach"])
def test_both_are_told_all_of_it(client, thread, reader, request):
    client.force_login(request.getfixturevalue(reader))
    page = said(client.get(f"/messages/{thread.key}/"))
    told = [line.words for line in what_a_coach_sees("Renee" if reader == "coach" else "")]
    assert [words for words in told if words not in page] == []
    assert len(told) == len(Section)


def test_who_is_invited_and_who_invites_are_told_all_of_it(client, room, link, parent, coach):
    for person, path, whose in ((coach, link, "the parent"), (parent, f"/room/{room.key}/coach/", "")):
        client.force_login(person)
        page = said(client.get(path))
        assert [line.words for line in what_a_coach_sees(whose) if line.words not in page] == []


def test_what_a_parent_writes_for_themselves_says_that_a_coach_can_read_it():
    fields = (DifferForm().fields["reason"], AddMemberForm().fields["believed"])
    assert all("A coach you invite can read it." in str(field.help_text) for field in fields)


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
