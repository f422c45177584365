"""When something breaks, the page says so kindly and every way to help stays."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path

from config.urls import handler400, handler500  # noqa: F401  the handlers of this site
from config.urls import urlpatterns as site

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def _raise(error):
    def view(request):
        raise error

    view.login_required = False
    return view


urlpatterns = [
    path("breaks/", _raise(ZeroDivisionError())),
    path("not-yours/", _raise(PermissionDenied())),
    path("garbled/", _raise(SuspiciousOperation())),
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


def test_broken_page_asks_the_database_nothing(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        visitor.get("/breaks/")


def test_broken_page_keeps_the_theme(visitor):
    visitor.cookies["theme"] = "dark"
    assert b'data-theme="dark"' in visitor.get("/breaks/").content
