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


@pytest.mark.parametrize("form", [{"display_name": "a\0b"}, {"form_key": "\0"}, {"a\0b": "x"}])
def test_byte_zero_in_a_form_is_refused(browser, form):
    assert is_refused(browser.post("/me/", {"time_zone": "America/Denver", **form}))


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
