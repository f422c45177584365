"""Leaving at once: the button ends the session and always leads away."""

import pytest
from django.test import Client

AWAY = "https://www.weather.gov/"


@pytest.fixture
def strict(parent):
    """A client that checks form tokens as a real site does."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(parent)
    return client


def signed_in(client):
    return client.get("/me/").status_code == 200


def test_button_ends_the_session_and_leads_away(as_parent):
    response = as_parent.post("/leave/")
    assert (response.status_code, response.headers["Location"]) == (303, AWAY)
    assert not signed_in(as_parent)


def test_button_works_with_the_token_of_its_form(strict):
    token = strict.get("/me/").context["csrf_token"]
    strict.post("/leave/", {"csrfmiddlewaretoken": str(token)})
    assert not signed_in(strict)


def test_button_works_on_a_page_with_an_old_token_when_the_browser_vouches(strict):
    strict.post("/leave/", {"csrfmiddlewaretoken": "old"}, headers={"sec-fetch-site": "same-origin"})
    assert not signed_in(strict)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_page_of_someone_else_cannot_sign_a_person_out(strict, site):
    response = strict.post("/leave/", headers={"sec-fetch-site": site})
    assert response.headers["Location"] == AWAY
    assert signed_in(strict)


def test_old_browser_without_a_token_is_led_away_all_the_same(strict):
    assert strict.post("/leave/").headers["Location"] == AWAY
    assert signed_in(strict)


def test_visitor_may_leave_too(client, db):
    assert client.post("/leave/").headers["Location"] == AWAY


def test_link_cannot_sign_a_person_out(as_parent):
    assert as_parent.get("/leave/").status_code == 405
    assert signed_in(as_parent)


def test_the_script_gets_an_answer_that_leads_nowhere(as_parent):
    response = as_parent.post("/leave/", {"quiet": "1"})
    assert response.status_code == 204
    assert "_auth_user_id" not in as_parent.session
