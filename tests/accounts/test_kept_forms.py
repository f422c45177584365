"""Signed out in mid-form: nothing that was written is lost."""

import re

import pytest
from django.test import Client

from accounts.kept_forms import LIFE, MOST, kept_for
from accounts.models import KeptForm, User
from tests.factories import PASSWORD
from web.form_keys import new_key

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
def send(browser, parent):
    """Send a form as the parent's own page would, with its key."""

    def post(path, form, **headers):
        token = browser.cookies["csrftoken"].value
        form = {"form_key": new_key(parent), **form, "csrfmiddlewaretoken": token}
        return browser.post(path, form, headers=headers)

    return post


@pytest.fixture
def kept(send, parent):
    """What the parent finds again of a form sent while signed out."""

    def find(path, form):
        token = fields_of(send(path, form).content.decode(), "/sign-in/")["kept"]
        return kept_for(parent, token)

    return find


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
    old = new_key(parent)
    page = send("/me/", {**WRITTEN, "form_key": old}).content.decode()
    carried = fields_of(page, "/sign-in/")
    back = send("/sign-in/", {**carried, "login": parent.email, "password": PASSWORD}).content.decode()
    assert fields_of(back, "/me/")["form_key"] not in ("", old)


def test_long_letter_survives_whole(kept):
    letter = "What I wanted to say.\r\n" * 800
    assert dict(kept("/me/", {"display_name": letter}).fields)["display_name"] == letter


def test_several_values_of_one_field_stay_in_order(kept):
    assert kept("/me/", {"needs": ["b", "a", "c"]}).fields == (("needs", "b"), ("needs", "a"), ("needs", "c"))


def test_passwords_and_codes_are_never_carried(kept):
    secrets = {"oldpassword": "s1", "password1": "s2", "code": "s3", "otp": "s4"}
    assert kept("/me/password/", secrets).fields == ()


def test_page_to_sign_in_holds_none_of_the_words(send):
    page = send("/me/", WRITTEN).content.decode()
    assert "Renee" not in page
    assert len(fields_of(page, "/sign-in/")["kept"]) == 43


def test_words_are_shown_to_nobody_else(send, other_parent):
    carried = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/")
    answer = send("/sign-in/", {**carried, "login": other_parent.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/start/"
    again = send("/sign-in/kept/", carried)
    assert b"Renee" not in answer.content + again.content


def test_form_of_nobody_in_particular_is_not_stored(send, other_parent):
    for key in ("", "made up", new_key(None), new_key(other_parent)[:-1] + "x"):
        assert b"We could not carry your words along." in send("/me/", {**WRITTEN, "form_key": key}).content
    assert not KeptForm.objects.exists()


def test_one_person_keeps_so_many_forms_and_no_more(send):
    for number in range(MOST + 2):
        send("/me/", {"display_name": f"number {number}"})
    assert KeptForm.objects.count() == MOST


def test_form_of_another_site_is_not_carried(browser):
    response = browser.post("/me/", WRITTEN, headers={"origin": "https://elsewhere.example"})
    assert response.status_code == 403
    assert b"Renee" not in response.content


def test_token_that_was_changed_finds_nothing(send, parent):
    token = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/")["kept"]
    assert kept_for(parent, token[:-1] + ("a" if token[-1] != "a" else "b")) is None


def test_words_wait_for_half_an_hour(send, parent, time_machine_at):
    token = fields_of(send("/me/", WRITTEN).content.decode(), "/sign-in/")["kept"]
    with time_machine_at(LIFE.total_seconds() - 5):
        assert kept_for(parent, token)
    with time_machine_at(LIFE.total_seconds() + 5):
        assert kept_for(parent, token) is None
        send("/me/", WRITTEN)
    assert KeptForm.objects.count() == 1


STALE = {"csrfmiddlewaretoken": "a" * 64}
OURS = {"sec-fetch-site": "same-origin"}


def test_page_opened_before_a_sign_in_elsewhere_is_handed_back(browser, parent):
    browser.force_login(parent)
    response = browser.post("/me/", {**WRITTEN, **STALE, "form_key": new_key(parent)}, headers=OURS)
    assert "This page was open for a while" in response.content.decode()
    assert fields_of(response.content.decode(), "/me/")["display_name"] == "Renee & co <3"


def test_page_of_who_was_here_before_is_not_handed_on(browser, parent, other_parent):
    browser.force_login(other_parent)
    response = browser.post("/me/", {**WRITTEN, **STALE, "form_key": new_key(parent)}, headers=OURS)
    assert response.status_code == 403
    assert b"Renee &amp; co" not in response.content


def test_old_page_of_someone_signed_out_waits_for_them(browser, parent):
    response = browser.post("/me/", {**WRITTEN, **STALE, "form_key": new_key(parent)}, headers=OURS)
    token = fields_of(response.content.decode(), "/sign-in/")["kept"]
    assert kept_for(parent, token).words == ["Renee & co <3"]


@pytest.mark.parametrize(("path", "back"), [("/decode/", True), ("/me/email/", False)])
def test_form_without_a_key_comes_back_only_where_everybody_may_be(browser, parent, path, back):
    browser.force_login(parent)
    response = browser.post(path, {"text": "Jane Miller, LCSW", **STALE}, headers=OURS)
    assert (b"Jane Miller, LCSW" in response.content) is back


def test_form_of_another_site_is_not_handed_back(browser, parent):
    browser.force_login(parent)
    response = browser.post("/me/", WRITTEN, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 403
    assert b"Renee &amp; co" not in response.content


def test_htmx_question_of_someone_signed_out_opens_the_sign_in(client):
    response = client.get("/me/", headers={"hx-request": "true"})
    assert response.headers["HX-Redirect"] == "/sign-in/"


@pytest.mark.parametrize("method", ["get", "post"])
def test_question_nobody_pressed_for_leads_nowhere_and_brings_no_page(client, db, method):
    answer = getattr(client, method)("/me/", headers={"hx-request": "true", "x-background": "1"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert "HX-Redirect" not in answer.headers


def test_old_token_of_a_question_nobody_pressed_for_brings_no_page(browser, parent):
    browser.force_login(parent)
    answer = browser.post("/me/", STALE, headers={**OURS, "x-background": "1"})
    assert (answer.status_code, answer.content) == (204, b"")
