"""The number on the Coach tab: messages from the other side that nobody has read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coaching.models import Thread
from coaching.services.messages import mark_read, write_message

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(thread, coach, moment):
    return write_message(thread=thread, by=coach, text="How was Thursday?", now=moment)


def count(client) -> int:
    return client.get(reverse("me")).context["coach_unread"] + 0


def test_the_parent_sees_one_new_message(as_parent, message):
    assert count(as_parent) == 1


def test_the_writer_sees_none(as_coach, message):
    assert count(as_coach) == 0


def test_reading_brings_it_back_to_none(as_parent, thread, parent, message, moment):
    mark_read(thread=thread, by=parent, up_to=message, now=moment)
    assert count(as_parent) == 0


def test_a_stranger_sees_none(as_stranger, message):
    assert count(as_stranger) == 0


def test_an_older_tab_takes_nothing_back(as_parent, thread, say, coach):
    first = say(coach, "One.")
    for minutes in range(1, 6):
        say(coach, "One more.", minutes)
    as_parent.get(f"/messages/{thread.key}/")
    as_parent.post(f"/messages/{thread.key}/read/", {"up_to": first.pk})
    say(coach, "The only new one.", 10)
    as_parent.post(f"/messages/{thread.key}/read/", {"up_to": first.pk})
    assert count(as_parent) == 1


def test_who_saw_the_newest_has_looked_until_now(thread, say, coach, parent, moment):
    """Of what came meanwhile, and was not shown, nothing counts as seen."""
    first = say(coach, "One.")
    mark_read(thread=thread, by=parent, up_to=first, now=moment + timedelta(minutes=5))
    assert Thread.objects.get(pk=thread.pk).read_by_parent_at == moment + timedelta(minutes=5)
    second = say(coach, "Two.", 6)
    say(coach, "Three.", 7)
    mark_read(thread=thread, by=parent, up_to=second, now=moment + timedelta(minutes=8))
    assert Thread.objects.get(pk=thread.pk).read_by_parent_at == second.sent_at
    assert Thread.objects.get(pk=thread.pk).read_by_coach_at is None


def test_who_accepts_is_a_coach_from_that_moment(thread, coach):
    assert coach.is_coach
    coach.refresh_from_db()
    assert coach.is_coach
