"""The coach's list of families, with reasons in words."""

import pytest

from cases.models import Case, Flag
from cases.services.rooms import start_room
from coaching.models import Thread
from coaching.services.invitations import open_share, stop_sharing
from coaching.services.messages import write_message
from coaching.triage import families, reasons
from tests.factories import share, sunnys_room, user
from tests.markup import flat
from web.clock import now


@pytest.fixture
def second_family(coach, moment):
    parent = user("marcus@example.org", display_name="Marcus")
    room = start_room(by=parent, nickname="Bee")
    share(room, coach, parent)
    return Thread.objects.create(case=room, coach=coach, created_at=moment)


def test_family_who_wrote_comes_first_with_the_number_of_messages(say, parent, coach, second_family, moment):
    say(parent, "One.")
    say(parent, "Two.", 1)
    first, second = families(coach, now=moment)
    assert first.child == "Sunny"
    assert first.reasons[0].text == "Wrote to you: two messages not read yet"
    assert second.reasons[0].text == "Steady. Nothing waits right now."


def test_longer_wait_stands_on_top(say, parent, coach, second_family, moment):
    say(parent, "Later.", 30)
    write_message(thread=second_family, by=second_family.case.owner, text="Earlier.", now=moment)
    assert [family.child for family in families(coach, now=moment)] == ["Bee", "Sunny"]


def test_reasons_are_sentences_about_flags_and_questions():
    found = reasons(waiting=0, first=1, opened=3, asks=2)
    assert [reason.text for reason in found] == [
        "One thing to ask about first",
        "Two more things worth asking about",
        "Two questions waiting for an answer",
    ]


def test_page_lists_only_rooms_shared_right_now(as_coach, thread, room, parent, second_family):
    stop_sharing(share=open_share(room), by=parent)
    html = as_coach.get("/coach/").content.decode()
    assert "Bee" in html
    assert "Sunny" not in html


def test_page_without_families_says_how_one_gets_here(as_coach):
    assert "No family shares a room with you right now" in as_coach.get("/coach/").content.decode()


def test_page_is_for_coaches(client, parent, curator):
    for person in (parent, curator):
        client.force_login(person)
        assert client.get("/coach/").status_code == 403


@pytest.mark.parametrize("many", [3, 30])
def test_number_of_families_costs_no_query(parent, coach, moment, django_assert_num_queries, many):
    for number in range(many):
        room = start_room(by=parent, nickname=f"Child {number}")
        share(room, coach, parent)
        Thread.objects.create(case=room, coach=coach, created_at=moment)
    with django_assert_num_queries(4):
        assert len(families(coach, now=moment)) == many


def test_a_room_that_is_behind_counts_what_its_page_shows(coach, parent, moment):
    room = sunnys_room(parent)
    share(room, coach, parent)
    Thread.objects.create(case=room, coach=coach, created_at=moment)
    before = [family.flags for family in families(coach, now=now())]
    Flag.objects.filter(case=room, state="open").first().delete()
    assert [family.flags for family in families(coach, now=now())] == [before[0] - 1]
    Case.objects.filter(pk=room.pk).update(evaluated_on=None, recheck_at=now())
    assert [family.flags for family in families(coach, now=now())] == before
    assert Flag.objects.filter(case=room, state="open").count() == before[0] - 1


def test_each_family_has_a_link_to_the_room(as_coach, thread, room):
    html = as_coach.get("/coach/").content.decode()
    assert f'href="/room/{room.key}/"' in html


def test_page_says_since_when_a_message_waits(as_coach, coach, say, parent, clock):
    say(parent, "Hello.")
    assert "Wrote today" in as_coach.get("/coach/").content.decode()
    clock.shift(24 * 3600)
    as_coach.force_login(coach)  # yesterday's session is over
    assert "Wrote yesterday" in as_coach.get("/coach/").content.decode()


def test_each_family_has_a_link_to_write(as_coach, thread):
    html = flat(as_coach.get("/coach/"))
    assert f'href="/messages/{thread.key}/" aria-label="Write about Sunny"' in html


def test_each_reason_is_told_only_where_there_is_one():
    def told(**counts):
        counted = {"waiting": 0, "first": 0, "opened": 0, "asks": 0} | counts
        return [(reason.icon, reason.text, reason.css) for reason in reasons(**counted)]

    assert told() == [("check", "Steady. Nothing waits right now.", "")]
    assert told(waiting=1) == [("message-circle", "Wrote to you: one message not read yet", "msgd hot")]
    assert told(first=2, opened=2) == [("armchair", "Two things to ask about first", "hot")]
    assert told(opened=1) == [("info", "One thing worth asking about", "")]
    assert told(opened=2) == [("info", "Two things worth asking about", "")]
    assert told(first=1, opened=2)[1] == ("info", "One more thing worth asking about", "")
    assert told(asks=1) == [("clock", "One question waiting for an answer", "")]
