"""Headers of every address of the site, errors too."""

import re

import pytest
from django.urls import URLPattern, get_resolver

from tests.web.pages import OWN

pytestmark = pytest.mark.django_db
WANTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAME_FOR_EVERYONE = ("/help-now/", "/api/v1/")  # they never ask who is reading, so they may be stored
SAMPLE = {"int": "1", "slug": "x", "str": "x", "uuid": "00000000-0000-0000-0000-000000000000", "path": "x"}


def every_address(resolver=None, before="/"):
    """One address for each URL pattern of our own, with made-up keys where it asks for some."""
    for entry in (resolver or get_resolver()).url_patterns:
        if getattr(entry, "app_name", "") == "admin":
            continue
        if isinstance(entry, URLPattern):
            yield before + "".join(_filled(entry.pattern))
        else:
            yield from every_address(entry, before + str(entry.pattern))


def _filled(pattern):
    text = re.sub(r"\(\?P<\w+>[^)]*\)", "1", str(pattern)).removeprefix("^").removesuffix("$")
    for name, converter in pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        text = text.replace(f"<{kind}:{name}>", SAMPLE[kind]).replace(f"<{name}>", SAMPLE[kind])
    yield text


def carries_safe_headers(response):
    for name, value in WANTED.items():
        assert response.headers[name] == value, (response.request["PATH_INFO"], name)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.fixture(scope="module")
def addresses():
    return sorted(set(every_address()))


def test_every_address_carries_safe_headers_for_a_visitor(client, addresses):
    assert len(addresses) > 40
    for address in addresses:
        carries_safe_headers(client.get(address))


def test_every_address_is_never_stored_for_someone_signed_in(as_parent, addresses):
    for address in addresses:
        response = as_parent.get(address)
        carries_safe_headers(response)
        if not address.startswith(SAME_FOR_EVERYONE):
            assert "no-store" in response.headers["Cache-Control"], address


def test_forms_may_lead_only_here_and_to_the_quick_exit(client):
    policy = client.get("/").headers["Content-Security-Policy"].split("; ")
    assert "form-action 'self' https://www.weather.gov" in policy


def test_file_comes_whole_for_the_server_to_send(client):
    answer = client.get("/static/css/app.css", headers={"accept-encoding": "gzip"})
    assert not answer.streaming
    assert answer.headers["Content-Type"].startswith("text/css")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["Content-Length"]) == len(answer.content) > 1000
    assert client.head("/static/css/app.css").status_code == 200


def test_browser_that_asks_for_an_icon_finds_none_and_no_error(client):
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer.content) == (204, b"")


def test_error_page_is_never_stored(client):
    assert client.get("/nope/").headers["Cache-Control"] == "no-store, private"


def test_own_pages_ask_a_visitor_to_sign_in(client):
    for path in OWN[:-1]:
        assert client.get(path).headers["Location"] == f"/sign-in/?next={path}"
