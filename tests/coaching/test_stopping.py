"""The parent stops sharing: at once, and for good until they invite again."""

from functools import partial

import pytest

from audit.models import Entry
from cases.models import Case, Share
from cases.permissions import NotAllowed
from cases.services.errors import Refused
from cases.services.rooms import start_room
from coaching.services.invitations import open_share, stop_sharing
from coaching.services.messages import write_message
from tests.at_once import at_once
from tests.markup import flat


@pytest.fixture
def stop(room, thread):
    return f"/room/{room.key}/coach/{Share.objects.get().pk}/stop/"


def test_coach_page_offers_the_thread_and_to_stop(as_parent, room, thread):
    html = as_parent.get(f"/room/{room.key}/coach/").content.decode()
    assert "Dana is your coach" in html
    assert f"/messages/{thread.key}/" in html
    assert "Stop sharing" in html


def test_coach_who_told_no_name_is_not_named_twice(as_parent, room, thread, coach):
    coach.display_name = ""
    coach.save()
    html = as_parent.get(f"/room/{room.key}/coach/").content.decode()
    assert "<h1>Your coach is here</h1>" in html
    assert "Your coach can look into Sunny’s room since" in html
    assert "You can invite them again." in flat(html)


def test_coach_loses_room_and_thread_at_the_next_click(client, thread, stop, parent, coach):
    client.force_login(coach)
    assert client.get(f"/messages/{thread.key}/").status_code == 200
    client.force_login(parent)
    client.post(stop)
    client.force_login(coach)
    assert client.get(f"/messages/{thread.key}/").status_code == 404
    assert client.post(f"/messages/{thread.key}/", {"text": "Wait"}).status_code == 404
    assert not Case.objects.visible_to(coach).exists()


def test_parent_keeps_reading_and_writes_no_more(as_parent, thread, stop, say, coach):
    say(coach, "Good luck on Thursday.")
    as_parent.post(stop)
    html = as_parent.get(f"/messages/{thread.key}/").content.decode()
    assert "Good luck on Thursday." in html
    assert "Sharing has stopped." in html
    assert "What Dana can see" not in html
    assert "<textarea" not in html


def test_end_is_told_in_the_log(client, thread, stop, parent, room):
    client.force_login(parent)
    client.post(stop)
    client.post(stop)
    log = client.get(f"/room/{room.key}/log/").content.decode()
    assert log.count("You stopped sharing with Dana.") == 1


@pytest.fixture
def step_back(thread):
    return f"/messages/{thread.key}/step-back/"


def test_coach_can_step_back(client, thread, step_back, room, parent, coach):
    client.force_login(coach)
    assert step_back in client.get(f"/messages/{thread.key}/").content.decode()
    answer = client.post(step_back, follow=True)
    assert answer.redirect_chain == [("/coach/", 302)]
    assert "You can’t see Sunny’s room any more." in answer.content.decode()
    assert not Case.objects.visible_to(coach).exists()
    assert client.post(step_back).status_code == 404
    client.force_login(parent)
    assert "Dana can’t go on as your coach." in client.get(f"/room/{room.key}/log/").content.decode()
    assert "Invite a coach" in client.get(f"/room/{room.key}/coach/").content.decode()


def test_nobody_steps_back_for_a_coach(client, thread, step_back, parent, other_parent):
    for person, status in ((parent, 403), (other_parent, 404)):
        client.force_login(person)
        assert client.post(step_back).status_code == status
    assert Share.objects.get().ended_at is None
    client.force_login(parent)
    assert step_back not in client.get(f"/messages/{thread.key}/").content.decode()


@pytest.mark.parametrize("text", ["Hello?\n\nAre you there?", "word " * 1000])
def test_words_sent_after_the_end_are_shown_back_to_the_parent(as_parent, thread, stop, text):
    as_parent.post(stop)
    answer = as_parent.post(f"/messages/{thread.key}/", {"text": text})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Your message was not sent." in html
    assert text in html
    assert not thread.messages.exists()


def test_words_of_the_coach_come_back_and_nothing_of_the_room(client, thread, stop, parent, coach):
    client.force_login(parent)
    client.post(stop)
    client.force_login(coach)
    answer = client.post(f"/messages/{thread.key}/", {"text": "Wait for me."})
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "Wait for me." in html
    assert "Sunny" not in html
    assert "Renee" not in html
    assert not thread.messages.exists()


def test_words_to_a_made_up_address_come_back_the_same_way(as_coach, thread):
    answer = as_coach.post("/messages/no-such-thread/", {"text": "Wait for me."})
    assert answer.status_code == 404
    assert "Your message was not sent" in answer.content.decode()


def test_writing_itself_asks_whether_sharing_goes_on(room, thread, say, parent, coach):
    stop_sharing(share=open_share(room), by=parent)
    with pytest.raises(Refused, match="Sharing has stopped"):
        say(parent, "Too late.")
    with pytest.raises(NotAllowed):
        say(coach, "Too late.")
    assert not thread.messages.exists()


def test_stopping_and_writing_at_once_end_as_if_one_came_after_the_other(
    room, thread, parent, coach, shared_database
):
    def write():
        try:
            write_message(thread=thread, by=coach, text="Hello.")
        except (Refused, NotAllowed):
            return "refused"
        return "sent"

    def acts():
        at_once(write, partial(stop_sharing, share=open_share(room), by=parent), write)
        return list(
            Entry.objects.filter(verb__in=["message-written", "stopped-sharing"])
            .order_by("pk")
            .values_list("verb", flat=True)
        )

    shared_database()
    (verbs,) = at_once(acts)
    assert verbs[-1] == "stopped-sharing"


def test_only_the_first_stop_is_on_record(room, thread, parent):
    found = open_share(room)
    for _ in range(2):
        stop_sharing(share=found, by=parent)
    assert Entry.objects.filter(verb="stopped-sharing").count() == 1


def test_stopping_twice_is_stopping_once(as_parent, stop):
    as_parent.post(stop)
    ended = Share.objects.get().ended_at
    assert as_parent.post(stop).status_code == 302
    assert Share.objects.get().ended_at == ended


def test_old_messages_stay_in_reach_of_the_parent(as_parent, room, thread, stop):
    html = as_parent.post(stop, follow=True).content.decode()
    assert "Invite a coach" in html
    assert f"/messages/{thread.key}/" in html


def test_only_the_parent_may_stop(client, stop, coach, other_parent):
    client.force_login(coach)
    assert client.post(stop).status_code == 403
    client.force_login(other_parent)
    assert client.post(stop).status_code == 404
    assert Share.objects.get().ended_at is None


def test_share_of_another_room_is_not_reached_through_ones_own(client, stop, other_parent):
    own = start_room(by=other_parent, nickname="Bee")
    client.force_login(other_parent)
    assert client.post(f"/room/{own.key}/coach/{Share.objects.get().pk}/stop/").status_code == 404
