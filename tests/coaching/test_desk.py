"""The coach's list of families, with reasons in words."""

from datetime import timedelta

import pytest

from cases.models import Case, Flag
from cases.services.asks import draft_ask
from cases.services.rooms import start_room
from coaching.models import Message, Thread
from coaching.services.invitations import open_share, stop_sharing
from coaching.services.messages import write_message
from coaching.triage import Family, Reason, families, reasons
from tests.factories import share, sunnys_room, user, waiting_ask
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


def test_a_row_holds_all_that_the_page_says_of_a_family(say, parent, coach, thread, room, moment):
    say(parent, "One.")
    (row,) = families(coach, now=moment)
    told = Reason("message-circle", "Wrote to you: one message not read yet", "msgd hot")
    assert row == Family("Sunny", "Renee", room.key, thread.key, 0, moment, "today", (told,))


def test_only_what_the_coach_has_not_read_waits_since_the_first_of_it(say, parent, coach, thread, moment):
    say(parent, "Read.")
    Thread.objects.filter(pk=thread.pk).update(read_by_coach_at=moment + timedelta(minutes=5))
    say(coach, "My own.", 6)
    (row,) = families(coach, now=moment)
    assert (row.since, row.when) == (None, "")
    assert [reason.icon for reason in row.reasons] == ["check"]
    say(parent, "Not read.", 7)
    say(parent, "Not read either.", 8)
    (row,) = families(coach, now=moment)
    assert row.since == moment + timedelta(minutes=7)
    assert row.reasons[0].text == "Wrote to you: two messages not read yet"


def test_what_another_family_or_a_former_coach_heard_waits_for_nobody_here(
    room, parent, coach, second_family, thread, moment
):
    former = user("former@example.org", is_coach=True)
    theirs = Thread.objects.create(case=room, coach=former, created_at=moment)
    Message.objects.create(thread=theirs, author=parent, text="To Quentin.", sent_at=moment)
    assert [(row.child, row.since) for row in families(coach, now=moment)] == [("Bee", None), ("Sunny", None)]


def test_a_room_of_ones_own_is_no_family_on_the_desk(coach, parent, thread, moment):
    own = start_room(by=coach, nickname="Mine")
    share(own, parent, coach)
    Thread.objects.create(case=own, coach=parent, created_at=moment)
    assert [row.child for row in families(coach, now=moment)] == ["Sunny"]


def test_where_nobody_wrote_the_most_to_ask_about_comes_first_then_the_name(coach, parent, thread, moment):
    for name in ("Ada", "Zoe"):
        share(room := start_room(by=parent, nickname=name), coach, parent)
        Thread.objects.create(case=room, coach=coach, created_at=moment)
    share(full := sunnys_room(user("full@example.org")), coach, full.owner)
    Thread.objects.create(case=full, coach=coach, created_at=moment)
    rows = families(coach, now=now())
    assert [row.room_key for row in rows][0] == full.key
    assert [row.child for row in rows][1:] == ["Ada", "Sunny", "Zoe"]
    levels = list(Flag.objects.filter(case=full).open().values_list("level", flat=True))
    first = levels.count("first")
    assert (rows[0].flags, rows[0].reasons) == (
        len(levels),
        reasons(waiting=0, first=first, opened=len(levels), asks=0),
    )


@pytest.mark.parametrize(("seconds", "read"), [(0, 1), (1, 0)])
def test_a_room_is_behind_from_the_moment_it_is_to_be_looked_at(coach, parent, moment, seconds, read):
    share(room := sunnys_room(parent), coach, parent)
    Thread.objects.create(case=room, coach=coach, created_at=moment)
    at = now()
    Case.objects.filter(pk=room.pk).update(recheck_at=at + timedelta(seconds=seconds))
    Flag.objects.filter(case=room, state="open").first().delete()
    kept = Flag.objects.filter(case=room).open().count()
    Case.objects.filter(pk=room.pk).update(evaluated_on=None)
    (row,) = families(coach, now=at)
    assert row.flags == kept + read


def test_questions_that_wait_are_counted_and_drafts_are_not(coach, parent, moment):
    share(room := sunnys_room(parent), coach, parent)
    Thread.objects.create(case=room, coach=coach, created_at=moment)
    draft_ask(case=room, by=parent, text="Who?", to_whom="the clinic")
    assert "clock" not in [reason.icon for reason in families(coach, now=now())[0].reasons]
    waiting_ask(room, parent)
    reason = families(coach, now=now())[0].reasons[-1]
    assert (reason.icon, reason.text) == ("clock", "One question waiting for an answer")
