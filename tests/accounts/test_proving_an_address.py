"""An address belongs to whoever reads its mail: who made an account with it before keeps no way in."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from tests.factories import PASSWORD

VICTIM = "victim@example.org"
STRANGERS = "four words of a stranger"


def join(client, email=VICTIM, password=STRANGERS):
    return client.post("/join/", {"email": email, "password1": password})


def is_in(client):
    return client.get("/me/").status_code == 200


def gets_in(password, email=VICTIM):
    cache.clear()
    return Client().post("/sign-in/", {"login": email, "password": password}).status_code == 302


@pytest.fixture
def stranger(db):
    """Made an account with an address that is not theirs, and is in it."""
    client = Client()
    join(client)
    assert is_in(client)
    return client


def test_link_in_the_mail_shows_a_page_that_nothing_stores(client, db, first_link):
    join(client)
    answer = Client().get(first_link())
    assert VICTIM in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.fixture
def code_sign_in(mailoutbox):
    """Get in with the code from the mail; the page that follows."""

    def run(client, email=VICTIM):
        client.post("/sign-in/code/", {"email": email})
        code = re.search(r"^[A-Z0-9-]{6,}$", mailoutbox[-1].body, re.MULTILINE)[0]
        return client.post("/sign-in/code/confirm/", {"code": code}, follow=True)

    return run


def test_code_ends_the_password_and_the_sessions_of_a_stranger(stranger, client, code_sign_in):
    page = code_sign_in(client).content.decode()
    assert "the password from before does not work any more" in page
    assert is_in(client)
    assert not is_in(stranger)
    assert not gets_in(STRANGERS)
    assert EmailAddress.objects.get(email=VICTIM).verified


def test_new_password_by_link_ends_them_too_and_proves_the_address(stranger, client, first_link):
    client.post("/reset/", {"email": VICTIM})
    client.post(client.get(first_link()).headers["Location"], {"password1": "brand new little words"})
    assert is_in(client)
    assert not is_in(stranger)
    assert [gets_in(STRANGERS), gets_in("brand new little words")] == [False, True]
    assert EmailAddress.objects.get(email=VICTIM).verified


def test_link_to_confirm_asks_an_unknown_browser_to_sign_in_and_changes_nothing(stranger, client, first_link):
    link = first_link()
    page = client.get(link).content.decode()
    assert "Sign in to confirm it" in page
    assert "Yes, this is mine" not in page
    assert client.post(link).status_code == 403
    assert not EmailAddress.objects.get(email=VICTIM).verified
    assert gets_in(STRANGERS)


def test_parent_who_joins_and_confirms_here_keeps_password_and_sessions(stranger, first_link):
    """The same acts by the one whose address it is."""
    assert stranger.post(first_link()).status_code == 302
    assert EmailAddress.objects.get(email=VICTIM).verified
    assert is_in(stranger)
    assert gets_in(STRANGERS)


def test_parent_who_confirms_on_the_phone_signs_in_there_and_keeps_everything(stranger, client, first_link):
    link = first_link()
    client.post("/sign-in/", {"login": VICTIM, "password": STRANGERS, "next": link})
    assert "Yes, this is mine" in client.get(link).content.decode()
    client.post(link)
    assert EmailAddress.objects.get(email=VICTIM).verified
    assert is_in(stranger)
    assert gets_in(STRANGERS)


def test_code_changes_nothing_for_someone_proven_before(client, parent, code_sign_in):
    code_sign_in(client, parent.email)
    assert is_in(client)
    assert gets_in(PASSWORD, parent.email)


def test_stranger_leaves_no_second_address_behind(stranger, client, code_sign_in):
    page = stranger.post("/me/email/", {"action_add": "", "email": "mine@example.net"}).content.decode()
    assert "Confirm your address first." in page
    user = User.objects.get(email=VICTIM)
    assert user.emailaddress_set.count() == 1
    EmailAddress.objects.create(user=user, email="mine@example.net", verified=True)
    code_sign_in(client)
    assert list(user.emailaddress_set.values_list("email", flat=True)) == [VICTIM]


def test_second_address_is_added_once_the_first_is_proven(as_parent, parent, mailoutbox):
    as_parent.post("/me/email/", {"action_add": "", "email": "second@example.org"})
    assert mailoutbox[-1].to == ["second@example.org"]
    assert not parent.emailaddress_set.get(email="second@example.org").verified


@pytest.fixture
def claimed(parent):
    """Somebody added an address that is not theirs to their own account."""
    return EmailAddress.objects.create(user=parent, email=VICTIM, verified=False)


@pytest.mark.parametrize("path", ["/reset/", "/sign-in/code/"])
def test_address_merely_added_opens_no_account(claimed, client, mailoutbox, path):
    client.post(path, {"email": VICTIM})
    assert "We have no account for it" in mailoutbox[-1].body


def test_address_merely_added_is_free_for_its_owner(claimed, client):
    assert join(client).headers["Location"] == "/start/"
    assert EmailAddress.objects.get(email=VICTIM).user == User.objects.get(email=VICTIM)


def test_form_with_a_mistake_takes_no_address_from_anybody(claimed, client):
    assert "Use 10 letters or more." in join(client, password="short").content.decode()
    assert EmailAddress.objects.filter(pk=claimed.pk).exists()


def test_confirming_a_second_address_ends_nothing(as_parent, parent, claimed, first_link):
    as_parent.post("/me/email/", {"action_send": "", "email": VICTIM})
    as_parent.post(first_link())
    assert EmailAddress.objects.get(email=VICTIM).verified
    assert gets_in(PASSWORD, parent.email)
    assert is_in(as_parent)
