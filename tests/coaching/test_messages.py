"""Parent and coach write to each other."""

import re
from datetime import timedelta

import pytest

from cases.services.rooms import start_room
from coaching.models import Message, Thread
from coaching.services.messages import mark_read, unread, write_message
from tests.factories import share


@pytest.fixture
def address(thread):
    return f"/messages/{thread.key}/"


def words(answer):
    return answer.content.decode()


def test_newest_message_stands_at_the_bottom(as_parent, address, say, parent, coach):
    say(parent, "I got a knot in my stomach.")
    say(coach, "That makes sense.", 10)
    html = words(as_parent.get(address))
    assert html.index("a knot in my stomach") < html.index("That makes sense")


def test_sender_is_named_with_role(as_parent, address, say, coach):
    say(coach, "Hello.")
    assert "<b>Dana</b>, coach, not a clinician" in words(as_parent.get(address))


def test_crisis_note_stands_above_the_box(as_parent, address):
    html = words(as_parent.get(address))
    assert "Nobody reads this right away." in html
    assert html.index("Nobody reads this") < html.index("<textarea")


def test_both_can_write_and_both_read_it(client, address, parent, coach):
    for person, text in ((parent, "One question."), (coach, "One answer.")):
        client.force_login(person)
        assert client.post(address, {"text": text}).url == f"{address}#latest"
    client.force_login(parent)
    html = words(client.get(address))
    assert "One question." in html
    assert "One answer." in html


def test_empty_message_is_refused_kindly(as_parent, address):
    for nothing in ({"text": "  \n "}, {}):
        assert "Write a few words first" in words(as_parent.post(address, nothing))
    assert not Message.objects.exists()


def test_longest_message_fits_whatever_its_line_ends(as_parent, address):
    text = ("a" * 99 + "\r\n") * 39 + "b" * 100
    as_parent.post(address, {"text": text})
    assert len(Message.objects.get().text) == 4000


def test_too_long_message_is_kept_in_the_box(as_parent, address):
    assert "maxlength" not in words(as_parent.get(address))  # it would cut a pasted text without a word
    text = "word " * 999 + "word."
    html = words(as_parent.post(address, {"text": text}))
    assert len(text) == 5000
    assert "A message holds 4,000" in html
    assert text in html
    assert not Message.objects.exists()


def test_words_are_shown_as_written_not_run(as_parent, address, say, coach):
    say(coach, "<script>alert(1)</script>\n\nNew line")
    html = words(as_parent.get(address))
    assert "<script>alert" not in html
    assert "<p>New line</p>" in html


def test_twice_sent_message_is_one_message(as_parent, address):
    form = {"text": "Only once, please.", "form_key": "the-same-key"}
    answers = [as_parent.post(address, form) for _ in range(2)]
    assert {answer.url for answer in answers} == {f"{address}#latest"}
    assert Message.objects.count() == 1


def test_writer_sees_that_it_was_read(client, address, say, parent, coach, clock):
    say(parent, "Did you see this?")
    client.force_login(parent)
    assert "Dana read this" not in words(client.get(address))
    clock.shift(60)
    client.force_login(coach)
    client.get(address)
    client.force_login(parent)
    assert "Dana read this today" in words(client.get(address))


def test_looking_at_an_older_page_marks_nothing_as_read(as_coach, address, say, parent, thread):
    message = say(parent, "New.")
    as_coach.get(f"{address}?before={message.pk + 1}")
    thread.refresh_from_db()
    assert thread.read_by_coach_at is None


def test_part_fetched_in_the_background_marks_nothing_until_somebody_is_there(
    as_coach, address, say, parent, thread
):
    message = say(parent, "New.")
    html = words(as_coach.get(address, headers={"HX-Target": "thread"}))
    assert "<html" not in html
    thread.refresh_from_db()
    assert thread.read_by_coach_at is None
    assert as_coach.post(f"{address}read/", {"up_to": message.pk}).status_code == 204
    thread.refresh_from_db()
    assert thread.read_by_coach_at


def test_message_written_while_the_other_looks_stays_unread(say, parent, coach, thread, moment):
    first = say(parent, "First.")
    mark_read(thread=thread, by=coach, up_to=first, now=moment.replace(minute=30))
    say(parent, "Begun before the look, saved after it.", 5)
    thread.refresh_from_db()
    assert unread(thread, for_coach=True).count() == 1


def test_long_thread_shows_the_newest_with_a_way_to_the_earlier(as_parent, address, thread, coach, moment):
    Message.objects.bulk_create(
        Message(thread=thread, author=coach, text=f"note {n:03}.", sent_at=moment) for n in range(130)
    )
    html = words(as_parent.get(address))
    assert "note 129." in html
    assert "note 029." not in html
    earlier = html.split('href="?before=')[1].split('"')[0]
    assert "note 029." in words(as_parent.get(f"{address}?before={earlier}"))


def test_no_message_is_lost_between_pages_when_clocks_disagree(as_parent, address, thread, coach, moment):
    late = [moment + timedelta(minutes=number * 7 % 130) for number in range(130)]
    Message.objects.bulk_create(
        Message(thread=thread, author=coach, text=f"note {n:03}.", sent_at=at) for n, at in enumerate(late)
    )
    html = words(as_parent.get(address))
    earlier = html.split('href="?before=')[1].split('"')[0]
    html += words(as_parent.get(f"{address}?before={earlier}"))
    assert sorted(re.findall(r"note (\d+)\.", html)) == [f"{n:03}" for n in range(130)]


@pytest.mark.parametrize("many", [3, 30])
def test_number_of_messages_costs_no_query(
    as_parent, address, thread, coach, moment, django_assert_max_num_queries, many
):
    Message.objects.bulk_create(
        Message(thread=thread, author=coach, text="Hi.", sent_at=moment) for _ in range(many)
    )
    as_parent.get(address)
    with django_assert_max_num_queries(8):
        as_parent.get(address)


def test_others_find_no_thread(client, address, other_parent, stranger, curator):
    for person in (other_parent, stranger, curator):
        client.force_login(person)
        assert client.get(address).status_code == 404
        assert client.post(address, {"text": "Hello"}).status_code == 404
        assert client.post(f"{address}read/").status_code == 404


def test_messages_lead_to_the_thread_or_to_the_invitation(as_parent, room, address):
    assert as_parent.get("/messages/", follow=True).redirect_chain[-1][0] == address


def test_messages_lead_to_the_invitation_without_a_coach(as_parent, room):
    assert as_parent.get("/messages/", follow=True).redirect_chain[-1][0] == f"/room/{room.key}/coach/"


def test_messages_lead_a_coach_to_the_families(as_coach, thread):
    assert as_coach.get("/messages/").url == "/coach/"


def test_messages_lead_a_coach_with_a_room_of_their_own_to_what_waits(as_coach, address, say, parent, coach):
    start_room(by=coach, nickname="Bee")
    assert as_coach.get("/messages/").url != address
    say(parent, "How was Thursday?")
    assert as_coach.get("/messages/").url == address


def test_messages_lead_a_parent_of_two_to_what_waits(as_parent, address, say, parent, coach, moment):
    other = start_room(by=parent, nickname="Bee")
    share(other, coach, parent)
    quiet = Thread.objects.create(case=other, coach=coach, created_at=moment)
    say(coach, "How was Thursday?")
    assert as_parent.get("/messages/").url == address
    write_message(thread=quiet, by=coach, text="And how is Bee?", now=moment + timedelta(minutes=1))
    assert as_parent.get("/messages/").url == f"/messages/{quiet.key}/"


@pytest.mark.parametrize("digits", [1, 18, 19, 20, 5000])
def test_number_of_any_length_is_read_or_passed_over(as_parent, thread, say, coach, digits):
    say(coach, "hello")
    page = as_parent.get(f"/messages/{thread.key}/?before={'9' * digits}")
    assert page.status_code == 200
    assert as_parent.post(f"/messages/{thread.key}/read/", {"up_to": "9" * digits}).status_code == 204


def test_asking_whether_the_page_is_there_reads_nothing(as_parent, thread, say, coach):
    say(coach, "hello")
    assert as_parent.head(f"/messages/{thread.key}/").status_code == 200
    thread.refresh_from_db()
    assert thread.read_by_parent_at is None
    as_parent.get(f"/messages/{thread.key}/")
    thread.refresh_from_db()
    assert thread.read_by_parent_at
