"""When something breaks, the page says so kindly and every way to help stays."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection
from django.test import Client
from django.urls import path
from django.utils.html import escape

from config.urls import handler400, handler403, handler404, handler500  # noqa: F401  of this site
from config.urls import urlpatterns as site
from web.form_keys import new_key

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def _raise(error):
    def view(request):
        raise error

    view.login_required = False
    return view


urlpatterns = [
    path("breaks/", _raise(ZeroDivisionError())),
    path("not-yours/", _raise(PermissionDenied())),
    path("room/not-yours/", _raise(PermissionDenied())),
    path("garbled/", _raise(SuspiciousOperation())),
    path("api/breaks/", _raise(ZeroDivisionError())),
    path("api/garbled/", _raise(SuspiciousOperation())),
    path("api/away/", _raise(OperationalError())),
    *site,
]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/breaks/", 500, "Something broke on our side"),
        ("/not-yours/", 403, "This is not shared with you"),
        ("/garbled/", 400, "We could not read that"),
        ("/nowhere/", 404, "We can’t find that page"),
    ],
)
def test_each_error_has_a_page_with_help_and_exit(visitor, address, status, words):
    response = visitor.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{words}</h1>" in page
    assert "tel:988" in page
    assert 'data-exit="https://www.weather.gov/"' in page
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/breaks/", 500, "Something broke on our side."),
        ("/api/garbled/", 400, "We could not read what you sent."),
        ("/api/away/", 503, "We can’t reach our records right now. Try again soon."),
    ],
)
def test_a_program_reads_of_an_error_in_json(visitor, address, status, words):
    response = visitor.get(address)
    assert (response.status_code, response.json()) == (status, {"detail": words})
    assert ("Retry-After" in response.headers) == (status == 503)


def test_broken_page_asks_the_database_nothing(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        visitor.get("/breaks/")


def test_broken_page_keeps_the_theme(visitor):
    visitor.cookies["theme"] = "dark"
    assert b'data-theme="dark"' in visitor.get("/breaks/").content


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/not-yours/", "This page opens for some accounts only."),
        ("/room/not-yours/", "You can ask the person"),
    ],
)
def test_only_a_room_has_somebody_to_ask(visitor, path, words):
    assert words in visitor.get(path).content.decode()


BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("address", ["/leave/", "/sign-in/kept/"])
def test_address_of_a_button_shows_a_page_to_who_opens_it(visitor, address):
    answer = visitor.get(address, headers=BROWSER)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "<h1>There is nothing to see here</h1>" in page
    assert "tel:988" in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_program_gets_no_page_it_did_not_ask_for(visitor, db):
    assert visitor.get("/leave/").content == b""
    assert b"<h1>" not in visitor.get("/api/v1/decode/", headers=BROWSER).content


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere/", 404), ("/not-yours/", 403), ("/room/no-such-room/", 405)]
)
def test_words_of_a_form_that_is_refused_come_back(as_parent, parent, path, status):
    secrets = {"password1": "four little words go", "csrfmiddlewaretoken": "one two", "do": "save"}
    form = {"text": WORDS, "form_key": new_key(parent), **secrets}
    answer = as_parent.post(path, form, headers=BROWSER)
    page = answer.content.decode()
    assert answer.status_code == status
    assert escape(WORDS) in page
    assert "not saved" in page
    assert "all you wrote are safe" not in page
    assert "four little" not in page
    assert "one two" not in page


def test_refused_words_come_back_to_nobody_else(as_parent, parent, other_parent):
    theirs = as_parent.post("/nowhere/", {"text": WORDS, "form_key": new_key(other_parent)})
    forged = as_parent.post("/nowhere/", {"text": WORDS}, headers={"sec-fetch-site": "cross-site"})
    assert escape(WORDS) not in theirs.content.decode() + forged.content.decode()


WORDS = "He slept well & <b>sang</b> all morning"


@pytest.fixture
def no_database():
    """The database refuses every question, as it does while it restarts."""

    def refuse(*_):
        raise OperationalError("the connection is lost")

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def strict(parent, room):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.force_login(parent)
    client.get(f"/room/{room.key}/log/")
    return client


@pytest.mark.parametrize("path", ["/me/", "/sign-in/?x=1", "/coach/", "/desk/admin/"])
def test_without_the_database_a_page_asks_to_wait(visitor, parent, no_database, path):
    visitor.cookies["sessionid"] = "a" * 32
    answer = visitor.get(path)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "Please wait a moment" in answer.content.decode()
    assert "tel:988" in answer.content.decode()


def test_without_the_database_a_program_is_told_to_wait(visitor, no_database):
    answer = visitor.get("/api/v1/states/")
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (503, True)
    assert answer.json() == {"detail": "We can’t reach our records right now. Try again soon."}


def test_pages_that_need_no_database_are_there_without_it(visitor, no_database):
    assert [visitor.get(path).status_code for path in ("/help-now/", "/healthz")] == [200, 200]


def send(client, room, key, **headers):
    form = {"text": WORDS, "form_key": key, "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    return client.post(f"/room/{room.key}/log/", form, headers=headers)


def test_words_sent_to_a_database_that_is_away_come_back_under_their_key(strict, room, parent, no_database):
    key = new_key(parent)
    answer = send(strict, room, key)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert escape(WORDS) in page
    assert f'name="form_key" value="{key}"' in page
    assert f'action="/room/{room.key}/log/"' in page
    assert 'name="csrfmiddlewaretoken"' in page


def test_form_of_another_site_does_not_come_back(strict, room, no_database):
    answer = send(strict, room, "k", **{"sec-fetch-site": "cross-site"})
    assert escape(WORDS) not in answer.content.decode()


def test_form_with_a_password_is_not_offered_again(visitor, no_database):
    answer = visitor.post("/sign-in/", {"login": "renee@example.org", "password": "four little words go"})
    assert answer.status_code == 503
    assert "renee@" not in answer.content.decode()
    assert "four little" not in answer.content.decode()
