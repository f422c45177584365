"""The catalogue over the API: read-only, public, complete."""

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from roles.models import Capability, Jurisdiction, Need, Question, Role, Source
from roles.presenters.states import state_page

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.api")]
LISTS = {
    "roles": Role,
    "capabilities": Capability,
    "needs": Need,
    "states": Jurisdiction,
    "questions": Question,
    "sources": Source,
}


@pytest.fixture
def api():
    cache.clear()
    return APIClient()


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_open_and_complete(api, name):
    answer = api.get(f"/{name}/")
    assert answer.status_code == 200
    assert answer.data["count"] == LISTS[name].objects.count() > 20


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(api, name, method):
    assert getattr(api, method)(f"/{name}/", {}, format="json").status_code == 405


@pytest.mark.parametrize(
    "path", ["roles/qmha", "capabilities/family-therapy", "needs/school-refusal", "states/OR", "states/or"]
)
def test_each_thing_has_an_address_of_its_own(api, path):
    assert api.get(f"/{path}/").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["roles/nobody", "capabilities/x", "needs/x", "states/ZZ", "questions/x", "sources/x", "roles?page=99"],
)
def test_what_is_not_there_is_not_found(api, path):
    assert api.get(f"/{path.replace('?', '/?')}" + ("" if "?" in path else "/")).status_code == 404


def test_a_role_in_full_has_facts_names_and_a_fit_for_every_capability(api):
    role = api.get("/roles/qmha/").data
    assert (role["letters"], role["kind"], role["state"]) == ("QMHA", "qualification", "OR")
    assert {"name": "QMHA", "kind": "letters"}.items() <= dict(role["names"][0]).items()
    assert len(role["fits"]) == Capability.objects.count()
    assert any(fact["key"] == "minimum_education" and fact["sources"] for fact in role["facts"])


def test_a_fit_says_why_who_says_so_how_sure_we_are_and_since_when(api):
    fits = {fit["capability"]: fit for fit in api.get("/roles/qmha/").data["fits"]}
    therapy = fits["family-therapy"]
    assert (therapy["reach"], therapy["state"]) == ("not-trained", "")
    assert all(therapy[key] for key in ("reason", "claim", "confidence", "reviewed_on"))
    assert therapy["sources"][0]["title"]


@pytest.mark.parametrize(
    ("wanted", "slug"),
    [
        ("QMHA", "qmha"),
        ("qmph", "qmhp"),
        ("clinical social worker", "lcsw"),
        ("psichologist", "psychologist"),
    ],
)
def test_roles_are_found_by_letters_names_and_misspelt_words(api, wanted, slug):
    assert api.get("/roles/", {"search": wanted}).data["results"][0]["slug"] == slug


def test_a_search_without_a_match_is_empty(api):
    assert api.get("/roles/", {"search": "zzzzzzzzzz"}).data["results"] == []


def test_a_state_keeps_the_roles_whose_facts_hold_there(api):
    slugs = {row["slug"] for row in api.get("/roles/", {"state": "wa"}).data["results"]}
    assert {"lcsw", "msw"} <= slugs
    assert "qmhp" not in slugs


def test_an_unknown_state_is_told_kindly(api):
    answer = api.get("/roles/", {"state": "Narnia"})
    assert answer.status_code == 400
    assert "two-letter code" in answer.data["state"][0]


def test_a_state_has_titles_traps_boards_and_colliding_letters(api):
    state = api.get("/states/OR/").data
    assert all(state[part] for part in ("titles", "traps", "boards", "collisions"))
    assert {row["tier"] for row in state["traps"]} == {"title_traps"}
    assert "QMHP" in [row["title"] for row in state["collisions"]]


@pytest.mark.parametrize("state", ["OR", "VA", "TX", "MA"])
def test_a_state_has_the_colliding_letters_that_its_page_shows(api, catalogue, state):
    page = state_page(catalogue, state, titles=(), boards=())
    shown = {row["title"] for row in api.get(f"/states/{state}/").data["collisions"]}
    assert shown == {collision.title for collision in page.collisions} != set()


@pytest.mark.parametrize(("state", "title"), [("OR", "LMHC / LMFT and diagnosis"), ("VA", "MHP")])
def test_letters_are_told_where_a_reading_says_more_than_the_state(api, state, title):
    assert title in [row["title"] for row in api.get(f"/states/{state}/").data["collisions"]]


def test_questions_can_be_asked_for_one_role(api):
    rows = api.get("/questions/", {"role": "qmha"}).data["results"]
    assert rows
    assert all("qmha" in row["for_roles"] for row in rows)


def test_a_need_names_the_capabilities_it_calls_for(api):
    calls = api.get("/needs/school-refusal/").data["calls"]
    assert {"capability": "care-coordination", "mode": "all"} in [dict(call) for call in calls]


def test_long_lists_come_in_pages(api):
    page = api.get("/sources/").data
    assert len(page["results"]) == 100
    assert api.get(page["next"]).data["results"][0]["key"] != page["results"][0]["key"]
