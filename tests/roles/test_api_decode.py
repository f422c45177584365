"""Decoding over the API: by POST alone, and nothing of it stays."""

import logging

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from roles.api.decoding import LARGEST_BODY

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.api")]
SIGNATURE = "Jane Miller, MSW, CSWA, QMHP"


@pytest.fixture
def api():
    cache.clear()
    return APIClient()


def decode(api, text, **more):
    return api.post("/decode/", {"text": text, **more}, format="json")


def test_a_signature_is_read_in_its_state(api):
    answer = decode(api, SIGNATURE, state="OR")
    assert answer.status_code == 200
    assert answer.data["name"] == "Jane Miller"
    assert [(c["kind"], c["role"]) for c in answer.data["credentials"]] == [
        ("degree", "msw"),
        ("registration", "cswa"),
        ("qualification", "qmhp"),
    ]


@pytest.mark.parametrize(
    "title", ["therapist", "family intervention specialist", "skills trainer", "Clinician"]
)
def test_a_title_comes_back_as_could_be_one_of_these(api, title):
    (credential,) = decode(api, title, state="OR").data["credentials"]
    assert (credential["role"], credential["is_title"]) == ("", True)
    assert len(credential["candidates"]) > 1
    assert credential["note"] == "Could be one of these. Ask."


def test_without_a_state_colliding_letters_stay_open(api):
    credential = decode(api, SIGNATURE).data["credentials"][2]
    assert (credential["role"], credential["candidates"], credential["state_matters"]) == ("", ["qmhp"], True)


def test_unknown_letters_are_kept(api):
    assert decode(api, "Jane Miller, XYZQ", state="OR").data["unknown"] == ["XYZQ"]


@pytest.mark.parametrize("text", ["Jane \0 QMHP", "\u202eJane, QMHP", "Jane 🌻 QMHP\r\n"])
def test_odd_signs_do_not_hurt(api, text):
    assert decode(api, text, state="OR").data["credentials"][0]["role"] == "qmhp"


def test_half_a_letter_does_not_hurt(api):
    body = b'{"text": "Jane \\ud800, QMHP", "state": "OR"}'
    answer = api.post("/decode/", body, content_type="application/json")
    assert answer.json()["credentials"][0]["role"] == "qmhp"


def test_a_ten_thousand_character_paste_is_read_and_said_to_be_cut(api):
    answer = decode(api, SIGNATURE + "\n" + "blah " * 2000, state="OR")
    assert answer.data["truncated"]
    assert len(answer.data["credentials"]) == 3


def test_a_form_will_do_too(api):
    assert api.post("/decode/", {"text": SIGNATURE, "state": "OR"}).data["name"] == "Jane Miller"


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "   "}, {"text": None}, {"text": ["a"]}, []])
def test_a_body_without_text_is_told_what_to_do(api, body):
    assert api.post("/decode/", body, format="json").status_code == 400


def test_a_body_nested_too_deep_is_refused_like_any_other_slip(api):
    answer = api.post("/decode/", b"[" * 100_000, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")


@pytest.mark.parametrize("text", [5, 1.5, True])
def test_a_number_is_no_text(api, text):
    answer = decode(api, text)
    assert (answer.status_code, answer.data["text"]) == (400, ["We read text alone. Put it in quotes."])


def test_who_else_is_in_the_paste_is_named_and_not_read(api):
    answer = decode(api, "Jane Miller, QMHP\n\nSam Okafor, LCSW", state="OR")
    assert (answer.data["name"], answer.data["others"]) == ("Jane Miller", ["Sam Okafor"])
    assert [c["text"] for c in answer.data["credentials"]] == ["QMHP"]


def test_no_text_is_answered_in_plain_words(api):
    assert decode(api, "").data["text"] == ["Paste a signature, or type the letters after a name."]


def test_an_unknown_state_is_told_kindly(api):
    assert "two-letter code" in decode(api, SIGNATURE, state="Narnia").data["state"][0]


def test_a_body_past_all_measure_is_refused(api):
    answer = decode(api, "x" * (LARGEST_BODY + 1))
    assert (answer.status_code, "just the name" in answer.data["detail"]) == (413, True)


def test_a_name_never_stands_in_an_address(api):
    assert api.get("/decode/", {"text": SIGNATURE}).status_code == 405


def test_the_text_is_not_logged(api, caplog):
    with caplog.at_level(logging.DEBUG):
        decode(api, SIGNATURE, state="OR")
        decode(api, SIGNATURE, state="Narnia")
    assert "Miller" not in caplog.text


def test_the_text_is_not_written_anywhere(api):
    with CaptureQueriesContext(connection) as seen:
        decode(api, SIGNATURE, state="OR")
    assert seen
    assert not [query for query in seen if "Miller" in query["sql"]]


def test_an_answer_is_not_stored_on_the_way(api):
    assert "no-store" in decode(api, SIGNATURE)["Cache-Control"]


def test_a_signed_in_parent_needs_no_token_either(parent):
    api = APIClient(enforce_csrf_checks=True)
    api.force_login(parent)
    assert decode(api, SIGNATURE, state="OR").status_code == 200
