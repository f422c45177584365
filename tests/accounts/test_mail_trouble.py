"""The mail server is away, refuses or hangs: every door still answers, kindly, and no address is logged."""

import socket
import time
from urllib.parse import urlsplit

import pytest
from django.test import Client

from accounts.adapter import MAIL_IS_SLOW
from accounts.models import User
from tests.factories import PASSWORD
from tests.servers import free_port
from tests.sink import Sink

pytestmark = pytest.mark.django_db
FORM = {"email": "new@example.org", "password1": "four little words go"}
ASKING = [("/reset/", "renee@example.org"), ("/reset/", "nobody@example.org")]
ASKING += [("/sign-in/code/", "renee@example.org"), ("/sign-in/code/", "nobody@example.org")]


@pytest.fixture
def server(settings):
    """``server(port)``: mail goes there by SMTP."""

    def use(port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port

    return use


@pytest.fixture
def nobody_there(server):
    server(free_port())


def page_after(path, form):
    answer = Client().post(path, form, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_joining_goes_on_without_the_mail_server(nobody_there):
    page = page_after("/join/", FORM)
    assert User.objects.filter(email=FORM["email"]).exists()
    assert MAIL_IS_SLOW in page
    assert "We sent you a mail" not in page


def test_known_address_is_answered_the_same(nobody_there, parent):
    assert MAIL_IS_SLOW in page_after("/join/", {**FORM, "email": parent.email})


@pytest.mark.parametrize(("path", "email"), ASKING)
def test_person_who_waits_for_a_mail_is_told_to_ask_again(nobody_there, parent, path, email):
    assert MAIL_IS_SLOW in page_after(path, {"email": email})


def test_change_of_password_is_saved_without_a_word_about_mail(nobody_there, parent):
    client = Client()
    client.force_login(parent)
    form = {"oldpassword": PASSWORD, "password1": "brand new little words"}
    page = client.post("/me/password/", form, follow=True).content.decode()
    assert "Your new password is saved." in page
    assert MAIL_IS_SLOW not in page


def test_refused_address_is_not_logged(server, caplog):
    with Sink(gone={FORM["email"]}) as sink:
        server(urlsplit(sink.url).port)
        page_after("/join/", FORM)
    assert "SMTPRecipientsRefused" in caplog.text
    assert "new@" not in caplog.text


def test_server_that_hangs_costs_some_seconds_not_minutes(server, monkeypatch):
    monkeypatch.setattr("accounts.adapter.MAIL_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server(silent.getsockname()[1])
        began = time.monotonic()
        page_after("/join/", FORM)
    assert time.monotonic() - began < 8
