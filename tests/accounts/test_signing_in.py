"""Getting back in: by password, by code, by a link for a new password."""

import re

import pytest
from django.test import Client

from tests.factories import PASSWORD


def main_of(response):
    page = re.sub(r'value="[^"]*"', "", response.content.decode())
    return re.search(r"<main.*</main>", page, re.DOTALL)[0]


def test_parent_goes_on_where_they_left_off(sign_in, parent):
    assert sign_in().headers["Location"] == "/start/"


def test_coach_goes_to_their_families(sign_in, coach):
    assert sign_in("dana@example.org").headers["Location"] == "/coach/"


def test_person_is_led_to_the_page_they_asked_for(client, parent):
    form = {"login": "renee@example.org", "password": PASSWORD, "next": "/me/"}
    assert client.post("/sign-in/", form).headers["Location"] == "/me/"


def test_sign_in_leads_to_no_other_site(client, parent):
    form = {"login": "renee@example.org", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/sign-in/", form).headers["Location"] == "/start/"


def test_unknown_address_and_wrong_password_get_the_same_answer(sign_in, parent):
    wrong, unknown = sign_in(password="not this one"), sign_in("nobody@example.org")
    assert "That didn’t match. Try again or get a code by email." in wrong.content.decode()
    assert main_of(wrong) == main_of(unknown)


@pytest.mark.parametrize("path", ["/reset/", "/sign-in/code/"])
def test_known_and_unknown_address_get_the_same_answer_and_a_mail_each(parent, mailoutbox, path):
    people = ("renee@example.org", "nobody@example.org")
    known, unknown = [Client().post(path, {"email": who}, follow=True) for who in people]
    assert main_of(known) == main_of(unknown)
    assert len(mailoutbox) == 2


def test_address_typed_to_sign_in_gets_the_code_without_being_typed_again(client, parent, mailoutbox):
    assert 'formaction="/sign-in/code/"' in client.get("/sign-in/").content.decode()
    typed = {"login": "renee@example.org", "password": "", "next": "/me/"}
    answer = client.post("/sign-in/code/", typed)
    assert mailoutbox[0].to == ["renee@example.org"]
    assert answer.headers["Location"].startswith("/sign-in/code/confirm/")
    assert "renee" not in answer.headers["Location"]


def test_code_page_asks_for_an_address_that_was_not_typed_yet(client, db, mailoutbox):
    page = client.post("/sign-in/code/", {"login": " ", "password": ""}).content.decode()
    assert "<h1>Sign in with a code</h1>" in page
    assert "One thing to fix" not in page
    assert mailoutbox == []


def test_code_page_keeps_an_address_with_a_mistake(client, db):
    page = client.post("/sign-in/code/", {"login": "foo@bar", "password": ""}).content.decode()
    assert 'value="foo@bar"' in page
    assert "Write it like name@example.org." in page


def test_code_from_the_mail_signs_in(client, parent, mailoutbox):
    client.post("/sign-in/code/", {"email": "renee@example.org"})
    code = re.search(r"^[A-Z0-9-]{6,}$", mailoutbox[0].body, re.MULTILINE)[0]
    assert client.post("/sign-in/code/confirm/", {"code": code}).headers["Location"] == "/start/"


def test_wrong_code_says_what_to_do(client, parent):
    client.post("/sign-in/code/", {"email": "renee@example.org"})
    page = client.post("/sign-in/code/confirm/", {"code": "AAAA-AAAA"}).content.decode()
    assert "That code didn’t match." in page


def test_link_from_the_mail_sets_a_new_password_once(client, parent, first_link, sign_in):
    client.post("/reset/", {"email": "renee@example.org"})
    link = first_link()
    form_page = client.get(link).headers["Location"]
    client.post(form_page, {"password1": "brand new little words"})
    client.post("/sign-out/")
    assert sign_in(password="brand new little words").status_code == 302
    assert "That link is used up" in client.get(link).content.decode()


def test_many_wrong_tries_are_slowed_down_kindly(sign_in, parent):
    pages = [sign_in(password=f"wrong number {n}").content.decode() for n in range(6)]
    assert "Wait a few minutes, then try again." in pages[-1]
    assert "Wait a few minutes" not in pages[0]


def test_signing_out_asks_for_a_tap(as_parent):
    assert as_parent.get("/sign-out/").status_code == 200
    assert as_parent.post("/sign-out/").headers["Location"] == "/"
    assert as_parent.get("/me/").status_code == 302


@pytest.mark.parametrize("path", ["/reset/", "/sign-in/code/"])
def test_mail_names_no_one(client, parent, mailoutbox, path):
    client.post(path, {"email": "renee@example.org"})
    mail = mailoutbox[0]
    assert "Renee" not in mail.body + mail.subject
    assert not re.search(r"child|room|therap|coach", mail.body + mail.subject, re.IGNORECASE)
    assert not mail.alternatives


def test_desk_is_entered_by_the_same_door(client, curator):
    door = client.get("/desk/admin/", follow=True)
    assert door.redirect_chain[-1][0].startswith("/sign-in/?next=")
    assert b'name="login"' in door.content


def test_desk_is_closed_to_a_parent(as_parent):
    assert as_parent.get("/desk/admin/", follow=True).status_code == 403


def test_curator_enters_the_desk(client, curator):
    client.force_login(curator)
    assert client.get("/desk/admin/").status_code == 200


def test_place_one_was_going_to_survives_every_way_of_signing_in(client, parent):
    page = client.get("/sign-in/?next=/me/").content.decode()
    assert '<input type="hidden" name="next" value="/me/"' in page
    assert 'form="sign-in" formaction="/sign-in/code/"' in page
    asked = client.post("/sign-in/code/", {"login": parent.email, "password": "", "next": "/me/"})
    assert "next=%2Fme%2F" in asked.headers["Location"]
    assert 'href="/join/?next=%2Fme%2F"' in page
