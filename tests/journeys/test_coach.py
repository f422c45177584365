"""A parent lets a coach look in, they write to each other, and the parent stops it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.evening import follow_the_mail

pytestmark = pytest.mark.browser


@pytest.fixture
def parent(visit, size, family):
    visitor = visit(size).comes_as(family.cookie)
    visitor.go(family.home)
    return visitor


@pytest.fixture
def coach(visit, size, newcomer):
    return visit(size).comes_as(newcomer.cookie)


@pytest.fixture
def together(parent, coach, family, newcomer):
    """The coach was invited by mail and said yes."""
    parent.go(f"{family.home}coach/")
    parent.page.get_by_label("Your coach’s email address").fill(newcomer.email)
    parent.press("Send the invitation")
    parent.reads("Your invitation is on its way")
    follow_the_mail(coach, newcomer.email)
    coach.page.get_by_label("What the family will call you").fill("Dana")
    coach.press("Yes, I will be their coach")
    return parent, coach


def write(visitor, words):
    visitor.main.locator("#w").fill(words)
    visitor.press("Send")
    visitor.reads(words)


def test_the_invitation_names_nobody(parent, family, newcomer, stack):
    parent.go(f"{family.home}coach/")
    parent.page.get_by_label("Your coach’s email address").fill(newcomer.email)
    parent.press("Send the invitation")
    body = stack.wait_for_mail(newcomer.email).get_body(("plain",)).get_content()
    assert not [word for word in ("Sunny", "Jane", "Renee", family.email) if word in body]


def test_both_write_and_read(together, family):
    parent, coach = together
    write(coach, "Hello. I am glad to help.")
    parent.go(f"{family.home}messages/")
    parent.reads("Dana, your coach", "Hello. I am glad to help.")
    write(parent, "Thank you. Who do I ask first?")
    coach.page.reload()
    coach.reads("Thank you. Who do I ask first?")


def test_a_message_comes_in_while_the_page_is_open(together, family):
    parent, coach = together
    parent.go(f"{family.home}messages/")
    write(coach, "I am here now.")
    expect(parent.main).to_contain_text("I am here now.")


def test_a_mail_tells_of_a_message_without_its_words(together, family, stack):
    _, coach = together
    write(coach, "About Sunny and Jane.")
    body = stack.wait_for_mail(family.email).get_body(("plain",)).get_content()
    assert "open item" in body
    assert not [word for word in ("Sunny", "Jane", "Dana") if word in body]


def test_the_coach_sees_the_room_and_changes_nothing(together, family):
    _, coach = together
    coach.go("/coach/")
    coach.press("Open Sunny’s room")
    assert coach.at(family.home)
    coach.reads("One thing to do next", "Worth asking about", "Jane")
    for door in ("Ask this", "Not now", "It’s sorted", "I sent it", "Change needs", "About Sunny"):
        expect(coach.main.get_by_text(door, exact=True)).to_have_count(0)
    assert coach.page.goto(coach.stack.address + f"{family.home}team/add/").status == 403


def test_when_the_parent_stops_the_coach_loses_the_room_at_once(together, family):
    parent, coach = together
    coach.go(family.home)
    parent.go(f"{family.home}coach/")
    parent.press("Stop sharing")
    parent.reads("Dana can’t see this room any more.")
    answer = coach.page.reload()
    assert answer.status == 404
    assert "Sunny" not in coach.page.content()
    parent.press("Messages with Dana")
    parent.reads("Sharing has stopped.")
