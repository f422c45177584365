"""What holds for every answer of the API: a steady number of queries, versions, limits, a valid schema."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from roles.api.decoding import DecodeThrottle
from roles.models import Source
from roles.reader import current_catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.api")]
LISTS = ["roles", "capabilities", "needs", "states", "questions", "sources"]
DETAILS = ["roles/qmha", "capabilities/family-therapy", "needs/school-refusal", "states/OR"]


@pytest.fixture
def api(settings):
    """A client whose requests are counted in memory, so that the queries seen are the answer's own."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    current_catalogue()
    return APIClient()


def queries(api, path):
    with CaptureQueriesContext(connection) as seen:
        assert api.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_for_three_and_for_all(api, name):
    assert len(api.get(f"/{name}/?page_size=3").data["results"]) == 3
    assert queries(api, f"/{name}/?page_size=3") == queries(api, f"/{name}/?page_size=200") <= 6


@pytest.mark.parametrize("path", DETAILS)
def test_a_page_of_one_thing_costs_few_queries(api, path):
    assert queries(api, f"/{path}/") <= 9


@pytest.mark.parametrize("path", [*LISTS, *DETAILS])
def test_every_answer_names_its_catalogue_and_is_not_sent_twice(api, path):
    first = api.get(f"/{path}/")
    assert first["Catalogue-Version"] == str(current_catalogue().number)
    again = api.get(f"/{path}/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_answer_may_be_kept_for_five_minutes(api):
    assert "max-age=300" in api.get("/roles/")["Cache-Control"]


def test_an_error_is_not_kept(api):
    answer = api.get("/roles/nobody/")
    assert "ETag" not in answer
    assert "max-age=300" not in answer.get("Cache-Control", "")


def test_too_many_signatures_a_minute_are_slowed_down(monkeypatch):
    cache.clear()
    monkeypatch.setattr(DecodeThrottle, "rate", "2/min")
    statuses = [APIClient().post("/decode/", {"text": "QMHA"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_the_schema_is_valid_and_open(api):
    call_command("spectacular", urlconf="config.api", validate=True, fail_on_warn=True, file="/dev/null")
    schema = api.get("/schema/").content.decode()
    assert "/decode/" in schema
    assert Source.objects.first().key not in schema


def test_the_api_lists_its_parts(api):
    parts = api.get("/").data["parts"]
    assert set(LISTS) < set(parts)
    for name in (*LISTS, "schema"):
        assert api.get(parts[name]).status_code == 200


@pytest.mark.parametrize("path", ["/nope/", "/roles/qmha/nope/"])
def test_an_address_that_leads_nowhere_answers_in_json(api, path):
    answer = api.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")


def test_the_schema_tells_of_further_people_in_a_paste(api):
    decoded = api.get("/schema/?format=json").data["components"]["schemas"]["Decoded"]["properties"]
    assert "one person at a time" in decoded["others"]["description"]
