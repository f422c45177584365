"""Every answer an operation gives stands in the schema, with its body."""

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from roles.api.decoding import DecodeThrottle
from roles.api.views import Public
from roles.reader import current_catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.api")]
LISTS = ["roles", "capabilities", "needs", "states", "questions", "sources"]
KEYS = {"states": "{code}", "questions": "{key}", "sources": "{key}"}
ONE = {"roles": "qmha", "capabilities": "family-therapy", "needs": "school-refusal", "states": "OR"}
EVERYWHERE = {"200", "400", "406", "429", "503"}


@pytest.fixture
def api():
    cache.clear()
    return APIClient(raise_request_exception=False)


@pytest.fixture
def schema(api):
    return api.get("/schema/?format=json").data


def shape(schema, path, status, method="get"):
    """What the schema says an answer holds."""
    told = schema["paths"][path][method]["responses"][str(status)]
    found = told["content"]["application/json"]["schema"]
    name = found.get("$ref", "").rpartition("/")[2]
    return schema["components"]["schemas"][name] if name else found


def is_as_told(answer, told):
    """Whether a body that says no has the fields, and the kinds of values, that its schema names."""
    single, lists = told["properties"], told.get("additionalProperties")
    assert answer["Content-Type"] == "application/json"
    return bool(answer.json()) and all(
        isinstance(value, str) if key in single else lists and all(isinstance(line, str) for line in value)
        for key, value in answer.json().items()
    )


def operations(schema):
    return [(path, method) for path, here in schema["paths"].items() for method in here]


def test_every_operation_names_the_answers_that_any_address_gives(schema):
    for path, method in operations(schema):
        assert set(schema["paths"][path][method]["responses"]) >= EVERYWHERE, path


def test_every_answer_that_says_no_has_a_body_and_says_why(schema):
    for path, method in operations(schema):
        for status, told in schema["paths"][path][method]["responses"].items():
            assert told["description"] or status == "200"
            assert ("content" in told) == (status != "304"), (path, status)


def test_every_part_has_a_list_and_single_entries_that_may_be_kept_or_missing(schema):
    for name in LISTS:
        for path in (f"/{name}/", f"/{name}/{KEYS.get(name, '{slug}')}/"):
            assert set(schema["paths"][path]["get"]["responses"]) == EVERYWHERE | {"304", "404"}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=0", 404),
        ("page=last-but-one", 404),
        ("page_size=null", 400),
        ("page_size=0", 400),
        ("page_size=", 400),
        (f"page_size={'9' * 5000}x", 400),
        ("page_size=-3", 400),
    ],
)
def test_a_slip_in_the_query_of_a_list_is_answered_as_the_schema_says(api, schema, name, query, status):
    answer = api.get(f"/{name}/?{query}")
    assert answer.status_code == status
    assert is_as_told(answer, shape(schema, f"/{name}/", status))


@pytest.mark.parametrize("size", ["201", "9" * 5000, "007"])
def test_a_size_of_any_length_is_a_number(api, size):
    assert api.get(f"/sources/?page_size={size}").status_code == 200


def test_an_unknown_state_is_answered_as_the_schema_says(api, schema):
    answer = api.get("/roles/?state=Narnia")
    assert answer.status_code == 400
    assert is_as_told(answer, shape(schema, "/roles/", 400))


def test_the_schema_lists_the_states_a_program_may_send(schema):
    listed = {p["name"]: p["schema"] for p in schema["paths"]["/roles/"]["get"]["parameters"]}["state"][
        "enum"
    ]
    assert set(listed) == {"", *current_catalogue().states}
    choices = schema["components"]["schemas"]["Paste"]["properties"]["state"]["oneOf"]
    named = [schema["components"]["schemas"][one["$ref"].rpartition("/")[2]]["enum"] for one in choices]
    assert sorted(code for codes in named for code in codes) == listed


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("key", ["nobody", "zz", "%C3%A9", "a b"])
def test_an_entry_that_is_not_there_is_answered_as_the_schema_says(api, schema, name, key):
    answer = api.get(f"/{name}/{key}/")
    assert answer.status_code == 404
    assert is_as_told(answer, shape(schema, f"/{name}/{KEYS.get(name, '{slug}')}/", 404))


@pytest.mark.parametrize("path", ["/", *(f"/{name}/" for name in LISTS)])
def test_another_format_than_json_is_answered_as_the_schema_says(api, schema, path):
    answer = api.get(path, headers={"Accept": "text/csv"})
    assert answer.status_code == 406
    assert is_as_told(answer, shape(schema, path, 406))


@pytest.mark.parametrize("path", ["/", "/decode/", *(f"/{name}/" for name in LISTS)])
def test_too_many_requests_are_answered_as_the_schema_says(api, schema, monkeypatch, path):
    for throttle in (DecodeThrottle, *Public.throttle_classes):
        monkeypatch.setattr(throttle, "rate", "1/min", raising=False)
    method = "post" if path == "/decode/" else "get"
    cache.clear()
    answer = [getattr(api, method)(path, {"text": "QMHA"}) for _ in range(2)][-1]
    assert (answer.status_code, int(answer["Retry-After"]) > 0) == (429, True)
    assert is_as_told(answer, shape(schema, path, 429, method))


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, b"{}", "application/json"),
        (400, b"[]", "application/json"),
        (400, b"{", "application/json"),
        (413, b"a" * 1_000_001, "text/plain"),
        (415, b"a", "text/plain"),
    ],
)
def test_a_paste_that_cannot_be_read_is_answered_as_the_schema_says(api, schema, status, body, kind):
    answer = api.post("/decode/", body, content_type=kind)
    assert answer.status_code == status
    assert is_as_told(answer, shape(schema, "/decode/", status, "post"))
