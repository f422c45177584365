"""Signed out in mid-form: nothing that was written is lost."""

import re

import pytest
from django.test import Client

from accounts.kept import LIFE_SECONDS, unseal
from accounts.models import User
from tests.factories import PASSWORD

WRITTEN = {"display_name": "Renee & co <3", "time_zone": "America/Denver", "theme": ""}


def fields_of(page, action):
    """The hidden fields of the form that leads to this address."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)[0]
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: value.replace("&lt;", "<").replace("&amp;", "&") for name, value in pairs}


@pytest.fixture
def browser(parent):
    """A browser that checks tokens, whose session has ended."""
    client = Client(enforce_csrf_checks=True)
    client.get("/sign-in/")
    return client


@pytest.fixture
def send(browser):
    def post(path, form, **headers):
        token = browser.cookies["csrftoken"].value
        return browser.post(path, {**form, "csrfmiddlewaretoken": token}, headers=headers)

    return post


def test_form_of_someone_signed_out_comes_back_after_sign_in_and_is_sent(send, parent):
    page = send("/me/", WRITTEN).content.decode()
    assert "Nothing you wrote is lost." in page
    carried = fields_of(page, "/sign-in/")
    back = send("/sign-in/", {**carried, "login": parent.email, "password": PASSWORD}).content.decode()
    assert "Here is what you wrote" in back
    assert "Renee &amp; co &lt;3" in back
    send("/me/", fields_of(back, "/me/"))
    assert User.objects.get(pk=parent.pk).display_name == "Renee & co <3"


def test_form_survives_a_wrong_password(send, parent):
    carried = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/")
    again = send("/sign-in/", {**carried, "login": parent.email, "password": "not this one"}).content.decode()
    assert fields_of(again, "/sign-in/")["kept"] == carried["kept"]


def test_form_survives_a_sign_in_by_code_in_another_tab(send, browser, parent):
    carried = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/kept/")
    assert send("/sign-in/kept/", carried).status_code == 403
    browser.force_login(parent)
    assert "Here is what you wrote" in send("/sign-in/kept/", carried).content.decode()


def test_handed_back_form_has_a_fresh_key(send, parent):
    page = send("/me/", {**WRITTEN, "form_key": "old"}).content.decode()
    carried = fields_of(page, "/sign-in/")
    back = send("/sign-in/", {**carried, "login": parent.email, "password": PASSWORD}).content.decode()
    assert fields_of(back, "/me/")["form_key"] not in ("", "old")


def test_long_letter_survives_whole(send):
    letter = "What I wanted to say.\r\n" * 800
    sealed = fields_of(send("/me/", {"display_name": letter}).content.decode(), "/sign-in/")["kept"]
    assert dict(unseal(sealed).fields)["display_name"] == letter


def test_several_values_of_one_field_stay_in_order(send):
    sealed = fields_of(send("/me/", {"needs": ["b", "a", "c"]}).content.decode(), "/sign-in/")["kept"]
    assert unseal(sealed).fields == (("needs", "b"), ("needs", "a"), ("needs", "c"))


def test_passwords_and_codes_are_never_carried(send):
    secrets = {"oldpassword": "s1", "password1": "s2", "code": "s3", "otp": "s4", "form_key": "s5"}
    sealed = fields_of(send("/me/password/", secrets).content.decode(), "/sign-in/")["kept"]
    assert unseal(sealed).fields == ()


def test_nothing_is_stored_on_the_server(send, django_assert_num_queries):
    with django_assert_num_queries(0):
        send("/me/", WRITTEN)


def test_form_of_another_site_is_not_carried(browser):
    response = browser.post("/me/", WRITTEN, headers={"origin": "https://elsewhere.example"})
    assert response.status_code == 403
    assert b"Renee" not in response.content


def test_sealed_form_cannot_be_changed(send):
    sealed = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/")["kept"]
    assert unseal(sealed[:-1] + ("a" if sealed[-1] != "a" else "b")) is None


def test_sealed_form_is_good_for_half_an_hour(send, time_machine_at):
    sealed = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/")["kept"]
    with time_machine_at(LIFE_SECONDS - 5):
        assert unseal(sealed)
    with time_machine_at(LIFE_SECONDS + 5):
        assert unseal(sealed) is None


def test_page_opened_before_a_sign_in_elsewhere_is_handed_back(browser, parent):
    browser.force_login(parent)
    form = {**WRITTEN, "csrfmiddlewaretoken": "a" * 64}
    response = browser.post("/me/", form, headers={"sec-fetch-site": "same-origin"})
    assert "This page was open for a while" in response.content.decode()
    assert fields_of(response.content.decode(), "/me/")["display_name"] == "Renee & co <3"


def test_form_of_another_site_is_not_handed_back(browser, parent):
    browser.force_login(parent)
    response = browser.post("/me/", WRITTEN, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 403
    assert b"Renee &amp; co" not in response.content


def test_htmx_question_of_someone_signed_out_opens_the_sign_in(client):
    response = client.get("/me/", headers={"hx-request": "true"})
    assert response.headers["HX-Redirect"] == "/sign-in/"
