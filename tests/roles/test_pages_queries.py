"""How often the public pages ask the database. The figures are limits, not aims."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db
LARGEST = 60 * 1024
LIMITS = {
    "/roles/": 4,
    "/roles/?by=kind&state=TX": 4,
    "/roles/?q=QMAH": 4,
    "/roles/questions/": 1,
    "/roles/states/": 4,
    "/roles/states/or/": 6,
    "/roles/qmha/": 8,
    "/roles/therapist-title/": 8,
    "/roles/compare/?r=qmha&r=qmhp": 4,
    "/roles/compare/?r=qmha&r=qmhp&r=lcsw&r=psychiatrist": 4,
    "/decode/": 2,
}


PLAIN = ["/about/facts/", "/about/privacy/", "/about/safety/", "/about/help/", "/about/accessibility/"]


@pytest.mark.parametrize("path", PLAIN)
def test_a_page_of_words_asks_the_database_nothing(client, db, path):
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path)
    assert (page.status_code, len(asked)) == (200, 0)
    assert len(page.content) <= LARGEST


@pytest.mark.parametrize(("path", "limit"), LIMITS.items())
def test_a_page_asks_the_database_few_times_and_stays_small(client, catalogue, path, limit):
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path)
    assert page.status_code == 200
    assert 1 <= len(asked) <= limit
    assert len(page.content) <= LARGEST


def test_four_roles_ask_no_more_often_than_two(client, catalogue):
    def asked_by(*roles):
        with CaptureQueriesContext(connection) as asked:
            client.get("/roles/compare/", {"r": roles})
        return len(asked)

    assert asked_by("qmha", "qmhp") == asked_by("qmha", "qmhp", "lcsw", "lmft")
