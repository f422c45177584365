"""The access matrix: every address, everybody, every method."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.access.addresses import all_addresses, walk
from tests.access.expected import EXPECTED
from tests.access.people import gather

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(catalogue, settings):
    settings.LOCAL_MAIL_PAGE = False
    return gather()


@pytest.mark.timeout(600)
def test_everybody_gets_exactly_what_is_meant_for_them(cast):
    cells, leaks = walk(cast)
    assert not leaks, "\n".join(leaks)
    assert cells >= len(EXPECTED) * 7 * 5


def test_the_matrix_has_no_line_for_an_address_that_is_gone():
    assert set(EXPECTED) <= {name for name, _ in all_addresses()}


def test_the_stock_admin_shows_no_row_of_any_room():
    private = {
        model._meta.label for model in admin.site._registry if model._meta.app_label in ("cases", "coaching")
    }
    assert private == set()


@pytest.mark.parametrize("person", ["anonymous", "owner", "coach"])
def test_the_stock_admin_sends_everybody_but_curators_away(cast, client, person):
    if cast.people[person]:
        client.force_login(cast.people[person])
    assert client.get(reverse("admin:index")).status_code == 302
