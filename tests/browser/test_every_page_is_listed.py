"""The list of pages holds every address and every template, and says the truth about them."""

import pytest
from django.conf import settings
from django.urls import resolve

from accounts.models import User
from demo.family import SIGN_INS, make_family
from tests.access.addresses import all_addresses
from tests.browser.pages import NO_PAGE, PAGES
from tests.inside import demo_words

TEMPLATES = settings.ROOT / "templates"
NOT_PAGES = ("emails/", "account/messages/", "account/base_", "account/entrance", "base.html")
PUBLIC = [page for page in PAGES if not (page.act or page.who or page.drawn or "{" in page.path)]
PLAIN = [page for page in PAGES if page.path.startswith(("/room/{room}", "/messages/")) and not page.heading]


class Anything(dict):
    def __missing__(self, word):
        return word


def address_of(page):
    """The name of its address; a page that tells what went wrong has none of its own."""
    if page.template[0].isdigit():
        return ""
    return resolve(page.path.split("?")[0].replace("{reset}", "1-key").format_map(Anything())).view_name


def test_every_page_template_is_listed():
    on_disk = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    pages = {name for name in on_disk if not name.startswith(NOT_PAGES) and "/_" not in name}
    assert {page.template for page in PAGES} == pages


def test_every_address_is_listed():
    known = {name for name, _ in all_addresses() if not name.startswith("api-")}
    assert {address_of(page) for page in PAGES} - {""} == known - NO_PAGE


def test_names_of_pages_are_unique():
    assert len({page.name for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PUBLIC, ids=lambda page: page.name)
def test_a_public_page_is_made_from_the_template_it_is_listed_with(client, catalogue, page):
    assert page.template in [used.name for used in client.get(page.path).templates]


@pytest.mark.django_db
def test_a_page_of_the_room_is_made_from_the_template_it_is_listed_with(client, catalogue, moment):
    make_family(now=moment)
    words = demo_words()
    for page in PLAIN:
        email = next(email for who, email, _ in SIGN_INS if who == page.who)
        client.force_login(User.objects.get(email=email))
        used = [template.name for template in client.get(page.path.format(**words)).templates]
        assert page.template in used, page.name
