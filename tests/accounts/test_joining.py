"""Making an account: one address, one password, and in."""

import pytest
from django.db.models.signals import pre_save

from accounts.models import User

FORM = {"email": "new@example.org", "password1": "four little words go"}


@pytest.fixture
def join(client):
    return lambda **changes: client.post("/join/", {**FORM, **changes})


def test_person_who_joins_is_in_at_once(join, client):
    assert join().headers["Location"] == "/start/"
    assert client.get("/me/").status_code == 200


def test_person_who_joins_reads_on_in_the_language_of_the_page(settings, join):
    settings.LANGUAGE_CODE = "es"
    join()
    assert User.objects.get(email="new@example.org").language == "es"


def test_mail_to_confirm_the_address_blocks_nothing(join, client, mailoutbox, first_link):
    join()
    assert mailoutbox[0].subject == "Please confirm your address"
    client.post(first_link())
    assert User.objects.get(email="new@example.org").emailaddress_set.get().verified


def test_password_shows_and_may_be_filled_in_by_the_browser(client):
    field = client.get("/join/").context["form"]["password1"].as_widget()
    assert 'type="text"' in field
    assert 'autocomplete="new-password"' in field
    assert "password2" not in client.get("/join/").content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": ""}, "Add your email."),
        ({"email": "new at example"}, "Write it like name@example.org."),
        ({"password1": ""}, "Add a password."),
        ({"password1": "short"}, "Use 10 letters or more."),
        ({"password1": "password123"}, "easy to guess"),
        ({"password1": "new@example.org"}, "a lot like your email"),
    ],
)
def test_each_error_says_what_to_do(join, changes, words):
    page = join(**changes).content.decode()
    assert words in page
    assert not User.objects.exists()


def test_what_was_typed_stays_after_an_error(join):
    page = join(email="").content.decode()
    assert 'value="four little words go"' in page


def test_known_address_is_answered_by_mail_not_on_the_page(join, parent, mailoutbox):
    response = join(email="Renee@example.org", password1="some other long words")
    assert response.headers["Location"] == "/confirm/"
    assert [mail.to for mail in mailoutbox] == [["renee@example.org"]]
    assert mailoutbox[0].subject == "You have an account with us"
    assert User.objects.count() == 1


def test_of_two_taps_the_second_is_answered_by_mail_like_a_known_address(join, mailoutbox):
    def first_tap(instance, **told):
        """Written after the second one looked, and before it writes."""
        pre_save.disconnect(first_tap, sender=User)
        User.objects.bulk_create([User(email=instance.email)])

    pre_save.connect(first_tap, sender=User)
    try:
        answer = join()
    finally:
        pre_save.disconnect(first_tap, sender=User)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/confirm/")
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        (["new@example.org"], "You have an account with us")
    ]


def test_known_address_keeps_its_password(join, parent, sign_in):
    join(email="renee@example.org", password1="some other long words")
    assert sign_in().headers["Location"] == "/start/"


def test_a_flood_of_tries_meets_a_kind_page(join):
    answers = [join(email="") for _ in range(21)]
    assert [answers[0].status_code, answers[-1].status_code] == [200, 429]
    assert "Let’s take a short break" in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/join/", "open your child’s room"),
        ("/join/?next=/invite/abc/", "read what a family shares with you"),
    ],
)
def test_reason_for_an_account_fits_who_comes(client, db, address, words):
    assert words in client.get(address).content.decode()


def test_session_ends_with_the_browser_after_joining_and_after_a_sign_in(client, join, sign_in, parent):
    for enter in (join, sign_in):
        cookie = enter().cookies["sessionid"]
        client.logout()
        assert (cookie["max-age"], cookie["expires"]) == ("", "")
