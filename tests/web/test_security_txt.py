"""Whoever finds a weakness is told whom to tell, and until when that holds."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from web.security_txt import expires

ADDRESS = "/.well-known/security.txt"


@pytest.fixture
def told(client, settings):
    """What the file says, by field."""
    settings.SITE_ADDRESS = "https://room.example.org"

    def read(**changes):
        for name, value in changes.items():
            setattr(settings, name, value)
        page = client.get(ADDRESS)
        assert page.status_code == 200
        return dict(line.split(": ", 1) for line in page.content.decode().splitlines())

    return read


def test_it_holds_the_two_fields_nobody_may_leave_out_and_two_more(told):
    assert list(told()) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]


@pytest.mark.django_db
def test_it_is_plain_text_and_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get(ADDRESS)
    assert page.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize(
    ("contact", "support", "expected"),
    [
        ("https://example.org/tell", "help@example.org", "https://example.org/tell"),
        ("", "help@example.org", "mailto:help@example.org"),
        ("", "", "https://room.example.org/about/help/"),
    ],
)
def test_the_contact_is_what_was_set_or_where_help_is(told, contact, support, expected):
    assert told(SECURITY_CONTACT=contact, SUPPORT_EMAIL=support)["Contact"] == expected


def test_the_file_names_its_own_address(told):
    assert told()["Canonical"] == "https://room.example.org/.well-known/security.txt"


@time_machine.travel("2026-03-02T17:00:00Z", tick=False)
def test_it_holds_for_as_many_days_as_set_counted_from_the_start_of_today(told):
    assert told(SECURITY_TXT_DAYS=30)["Expires"] == "2026-04-01T00:00:00Z"


@pytest.mark.parametrize(("days", "held"), [(180, 180), (365, 365), (366, 365), (4000, 365), (0, 1), (-5, 1)])
def test_no_promise_is_longer_than_a_year_or_already_over(settings, days, held):
    settings.SECURITY_TXT_DAYS = days
    today = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)
    assert expires(today) == datetime(2026, 3, 2, tzinfo=UTC) + timedelta(days=held)


def test_it_is_only_read(client):
    assert client.post(ADDRESS).status_code == 405
