"""A new password or another address: the owner hears of it by mail, and what to do if it was not them."""

import pytest
from allauth.account.models import EmailAddress

from tests.factories import PASSWORD
from tests.reading import MAX_GRADE, banned_words, grade, long_sentences

NEW = "brand new little words"


@pytest.fixture
def second(parent):
    return EmailAddress.objects.create(user=parent, email="second@example.org", verified=True)


def change_password(client, parent, first_link):
    client.post("/me/password/", {"oldpassword": PASSWORD, "password1": NEW})


def set_first_password(client, parent, first_link):
    parent.set_unusable_password()
    parent.save()
    client.force_login(parent)
    client.post("/me/password/new/", {"password1": NEW})


def follow_the_link(client, parent, first_link):
    client.logout()
    client.post("/reset/", {"email": parent.email})
    client.post(client.get(first_link()).headers["Location"], {"password1": NEW})


def use_another_address(client, parent, first_link):
    client.post("/me/email/", {"action_primary": "", "email": "second@example.org"})


def take_an_address_off(client, parent, first_link):
    client.post("/me/email/", {"action_remove": "", "email": "second@example.org"})


CHANGES = {
    change_password: "Your password has changed",
    set_first_password: "You have a password now",
    follow_the_link: "Your password has changed",
    use_another_address: "Your address has changed",
    take_an_address_off: "An address was taken off",
}


@pytest.fixture(params=CHANGES, ids=lambda act: act.__name__)
def told(request, as_parent, parent, second, first_link, mailoutbox):
    """The mail after a change, and the subject it is meant to have."""
    request.param(as_parent, parent, first_link)
    return mailoutbox[-1], CHANGES[request.param]


def test_owner_is_told_at_the_address_they_had(told):
    mail, subject = told
    assert (mail.subject, mail.to) == (subject, ["renee@example.org"])


def test_mail_leads_back_in_when_it_was_someone_else(told, first_link, client, mailoutbox):
    assert "If this was not you" in told[0].body
    assert client.post(first_link(), {"email": "renee@example.org"}).status_code == 302
    assert "make a new password" in mailoutbox[-1].body


def test_mail_names_nobody(told):
    text = (told[0].subject + told[0].body).lower()
    assert not [word for word in ("renee", "@example.org", "127.0.0.1", "python") if word in text]


def test_mail_is_easy_to_read(told):
    text = told[0].body
    assert grade(text) <= MAX_GRADE
    assert long_sentences(text) == banned_words(text) == []
