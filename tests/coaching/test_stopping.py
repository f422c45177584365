"""The parent stops sharing: at once, and for good until they invite again."""

import pytest

from cases.models import Case, Share
from cases.services.rooms import start_room


@pytest.fixture
def stop(room, thread):
    return f"/room/{room.key}/coach/{Share.objects.get().pk}/stop/"


def test_coach_page_offers_the_thread_and_to_stop(as_parent, room, thread):
    html = as_parent.get(f"/room/{room.key}/coach/").content.decode()
    assert "Dana is your coach" in html
    assert f"/messages/{thread.key}/" in html
    assert "Stop sharing" in html


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
    assert "You stopped sharing." in html
    assert "<textarea" not in html
    assert as_parent.post(f"/messages/{thread.key}/", {"text": "Hello?"}).status_code == 403


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
