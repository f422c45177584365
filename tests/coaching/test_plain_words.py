"""Every page and mail of this app can be read at the end of a long day."""

import pytest

from coaching.services.invitations import open_share, stop_sharing
from notify.models import Delivery
from tests.reading import banned_words, grade, long_sentences
from tests.roles.pages import lines

NAMES = ("Sunny", "Renee", "Dana", "Dana’s", "dana@example.org")


def assert_plain(text):
    assert grade(text, NAMES) <= 8
    assert long_sentences(text, NAMES) == []
    assert banned_words(text) == []


@pytest.fixture
def pages(room, invitation, link, coach, moment):
    """Name of a page: who opens it, and where."""
    return {
        "waiting": ("parent", f"/room/{room.key}/coach/"),
        "invitation": ("coach", link),
        "other address": ("stranger", link),
        "no family": ("stranger", "/coach/"),
    }


@pytest.mark.parametrize("page", ["waiting", "invitation", "other address", "no family"])
def test_page_around_an_invitation_is_plain(client, pages, page, parent, coach, stranger):
    who, address = pages[page]
    client.force_login({"parent": parent, "coach": coach, "stranger": stranger}[who])
    assert_plain(lines(client.get(address)))


def test_page_to_invite_is_plain(as_parent, room):
    assert_plain(lines(as_parent.get(f"/room/{room.key}/coach/")))


@pytest.mark.parametrize("who", ["parent", "coach"])
def test_thread_is_plain(client, thread, who, request):
    client.force_login(request.getfixturevalue(who))
    assert_plain(lines(client.get(f"/messages/{thread.key}/")))


def test_joined_page_and_families_are_plain(client, room, thread, parent, coach):
    client.force_login(parent)
    assert_plain(lines(client.get(f"/room/{room.key}/coach/")))
    client.force_login(coach)
    assert_plain(lines(client.get("/coach/")))


def test_mails_are_plain(invitation, deliver):
    (mail,) = deliver()
    assert_plain(mail.subject + ".\n" + mail.body.replace("http", "\nhttp"))


def test_invitation_says_what_the_family_sees(as_coach, link):
    assert "This is what the family sees." in as_coach.get(link).content.decode()


def test_pages_around_a_no_are_plain(client, room, link, parent):
    assert_plain(lines(client.post(f"{link}decline/")))
    client.force_login(parent)
    assert_plain(lines(client.get(f"/room/{room.key}/coach/")))


@pytest.mark.parametrize("state", ["waiting", "sent", "dead"])
def test_what_became_of_the_invitation_is_plain(as_parent, room, invitation, state):
    Delivery.objects.update(state=state)
    assert_plain(lines(as_parent.get(f"/room/{room.key}/coach/")))


@pytest.mark.parametrize("who", ["parent", "coach"])
def test_page_that_shows_words_back_is_plain(client, room, thread, who, request):
    stop_sharing(share=open_share(room), by=room.owner)
    client.force_login(request.getfixturevalue(who))
    assert_plain(lines(client.post(f"/messages/{thread.key}/", {"text": "Hello."})))
