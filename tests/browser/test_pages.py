"""Every page at a phone and a laptop, light and dark: nothing in anybody's way, nothing hanging out."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import expect

from accounts.forms import SignInForm
from tests.browser.pages import PAGES
from tests.visitor import LAPTOP, PHONE

pytestmark = pytest.mark.browser
SMALLEST = {"width": 320, "height": 640}
LOOKS = [(PHONE, "light", False), (PHONE, "dark", True), (LAPTOP, "dark", False), (LAPTOP, "light", True)]
"""Size, theme, and whether the page was seen in this size before: then only its colours are new."""


@pytest.fixture(scope="session")
def cast(stack):
    return stack.inside("cast")


@pytest.fixture
def opened(visit, cast):
    """``opened(page)`` is somebody in front of it, at a phone."""

    def open_page(page):
        visitor = visit(PHONE, still=True)  # no page on its way into the next while the screen changes
        if page.who:
            visitor.comes_as(cast["cookies"][page.who])
        path = page.path.format(**cast["words"])
        draw(visitor, page, path) if page.drawn else visitor.go(path)
        if page.act:
            page.act(visitor)
        if page.heading:
            expect(visitor.main.locator("h1")).to_have_text(page.heading)
        return visitor

    return open_page


def draw(visitor, page, path):
    """Show a template at an address of the running site, with its own styles around it."""
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    html = render_to_string(page.template, {"form": SignInForm(), "quick_exit_url": "/"}, request=request)
    visitor.page.route("**/drawn/", lambda route: route.fulfill(body=html, content_type="text/html"))
    visitor.go("/drawn/")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(opened, page):
    visitor = opened(page)
    for size, scheme, seen in LOOKS:
        visitor.page.set_viewport_size(size)
        visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        visitor.axe(colours_only=seen)
        visitor.fits()
        visitor.keep(f"{page.name}-{size['width']}-{scheme}")
    visitor.page.set_viewport_size(SMALLEST)
    visitor.fits()
