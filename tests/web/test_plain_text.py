"""Bytes nobody types: a kind page, on every database, never a crash."""

import pytest
from django.test import Client

from accounts.models import Invitation

JSON = "application/json"


@pytest.fixture
def browser(parent):
    client = Client()
    client.force_login(parent)
    return client


def is_refused(answer):
    return answer.status_code == 400 and b"We could not read that" in answer.content


@pytest.mark.parametrize(
    "address",
    [
        "/room/%00/",
        "/invite/%00/",
        "/roles/?q=%00",
        "/roles/?%00=1",
        "/messages/a%00b/",
    ],
)
def test_byte_zero_in_an_address_is_refused(browser, address):
    assert is_refused(browser.get(address))


@pytest.mark.parametrize("address", ["/api/v1/states/%00/", "/api/v1/roles/?search=%00"])
def test_byte_zero_in_an_address_of_the_api_is_refused_in_json(browser, address):
    answer = browser.get(address)
    assert (answer.status_code, answer.json()) == (400, {"detail": "We could not read what you sent."})


def test_a_garbled_form_to_the_api_is_refused_in_json(browser):
    answer = browser.post("/api/v1/decode/", b"no boundary", content_type="multipart/form-data")
    assert (answer.status_code, list(answer.json())) == (400, ["detail"])


def test_byte_zero_in_a_form_to_the_api_is_read_as_it_is_in_json(browser):
    paste = {"text": "Jane \0 QMHP"}
    read = [browser.post("/api/v1/decode/", paste, **kind).json() for kind in ({}, {"content_type": JSON})]
    assert read[0] == read[1]
    assert [credential["text"] for credential in read[0]["credentials"]] == ["QMHP"]


def test_byte_zero_in_the_name_of_a_field_is_refused(browser):
    assert is_refused(browser.post("/me/", {"time_zone": "America/Denver", "a\0b": "x"}))


ROOM_PAGES = {
    "/me/": {"display_name": "An\0na", "time_zone": "America/Denver"},
    "child/": {"nickname": "An\0na"},
    "log/": {"text": "An\0na", "do": "note"},
    "team/add/": {"do": "read", "text": "An\0na, LCSW"},
    "questions/new/": {"do": "sent", "to": "agency", "text": "An\0na", "remind": "5"},
}


@pytest.mark.parametrize("address", ROOM_PAGES)
def test_byte_zero_in_a_text_is_shown_where_it_was_and_asked_back(browser, room, address):
    where = address if address.startswith("/") else f"/room/{room.key}/{address}"
    answer = browser.post(where, ROOM_PAGES[address])
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "One sign in this can’t be kept." in page
    assert "An␀na" in page


@pytest.mark.parametrize("address", ["/me/", "/sign-in/"])
def test_byte_zero_in_any_other_value_breaks_nothing(browser, client, address):
    form = {
        "time_zone": "America/\0",
        "theme": "\0",
        "form_key": "\0",
        "login": "a\0@b.org",
        "password": "\0",
    }
    assert (browser if address == "/me/" else client).post(address, form).status_code in (200, 302, 303, 409)


def test_byte_zero_in_a_cookie_is_refused(client, db):
    client.cookies["sessionid"] = "a"
    client.cookies["sessionid"].set("sessionid", "a\0b", '"a\\000b"')
    assert is_refused(client.get("/me/"))


def test_a_percent_sign_before_zeros_is_fine(browser):
    assert browser.get("/roles/?q=%2500").status_code == 200


def test_refusal_asks_the_database_nothing(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        client.get("/room/%00/")


@pytest.mark.parametrize(("length", "status"), [(255, 200), (300, 200), (254, 302)])
def test_address_longer_than_any_is_asked_back_not_stored(room, browser, length, status):
    tail = "@" + ".".join(["b" * 60] * 3) + ".example.org"
    email = "a" * (length - len(tail)) + tail
    answer = browser.post(f"/room/{room.key}/coach/", {"email": email})
    assert answer.status_code == status
    assert Invitation.objects.count() == (status == 302)
