"""A mail about an account speaks the language of whoever reads it, not of whoever asked for it."""

import pytest
from allauth.account.models import EmailAddress

from accounts.models import User
from tests.language.pseudo import CODE, OPEN, write_catalogue


@pytest.fixture(autouse=True)
def _other_language(settings, tmp_path):
    write_catalogue(tmp_path)
    settings.LOCALE_PATHS, settings.LANGUAGES = [tmp_path], [("en", "English"), (CODE, "Pseudo")]


@pytest.fixture
def reader(parent):
    User.objects.filter(pk=parent.pk).update(language=CODE)
    return parent


ASKING = [("/reset/", {}), ("/sign-in/code/", {}), ("/join/", {"password1": "four little words go"})]


@pytest.mark.parametrize(("path", "more"), ASKING)
def test_mail_to_somebody_signed_out_speaks_their_language(client, reader, mailoutbox, path, more):
    client.post(path, {"email": "Renee@example.org", **more})
    assert mailoutbox[0].subject.startswith(OPEN)
    assert mailoutbox[0].body.startswith(f"{OPEN}Hello,")


@pytest.mark.parametrize(("path", "more"), ASKING)
def test_mail_to_an_unknown_address_speaks_the_language_of_the_site(client, reader, mailoutbox, path, more):
    client.post(path, {"email": "nobody@example.org", **more})
    assert mailoutbox[0].body.startswith("Hello,")


def test_address_merely_added_to_an_account_says_nothing_of_its_reader(client, reader, mailoutbox):
    EmailAddress.objects.create(user=reader, email="victim@example.org", verified=False)
    client.post("/reset/", {"email": "victim@example.org"})
    assert mailoutbox[0].body.startswith("Hello,")


def test_proven_second_address_gets_the_language_of_its_owner(client, reader, mailoutbox):
    EmailAddress.objects.create(user=reader, email="second@example.org", verified=True)
    client.post("/sign-in/code/", {"email": "second@example.org"})
    assert mailoutbox[0].body.startswith(OPEN)


def test_page_after_it_speaks_the_language_of_the_site_again(client, reader):
    answer = client.post("/reset/", {"email": reader.email}, follow=True)
    assert "<h1>Check your mail</h1>" in answer.content.decode()
