"""Leaving in a hurry: by button, by key, without a script; and Back shows nothing private."""

import pytest
from playwright.sync_api import expect

from tests.visitor import LAPTOP, PHONE

pytestmark = pytest.mark.browser
AWAY = "https://www.weather.gov/"
PRIVATE = ("Sunny", "Jane", "Tasha", "self-harm")


@pytest.fixture(scope="module")
def with_memory(chromium):
    """A browser that keeps pages in memory for Back, as people's browsers do."""
    running = chromium(ignore_default_args=["--disable-back-forward-cache"])
    yield running
    running.close()


@pytest.fixture
def in_the_room(visit, with_memory, family):
    """Opens a screen in the room; the page one leaves to is a stand-in that never leaves this machine."""

    def open_room(size=LAPTOP, **more):
        visitor = visit(size, using=with_memory, away=AWAY, **more)
        visitor.context.route(
            f"{AWAY}**", lambda route: route.fulfill(body="<title>Weather</title>Sunny? No.")
        )
        visitor.comes_as(family.cookie)
        visitor.go("/")
        visitor.go(family.home)
        visitor.reads("Jane")
        return visitor

    return open_room


def has_left(visitor):
    visitor.page.wait_for_url(AWAY)
    return visitor


def back_shows_nothing(visitor, family):
    """Back, and the room's own address: neither shows a word of it."""
    visitor.page.go_back(wait_until="commit")
    visitor.page.wait_for_load_state()
    assert not [word for word in PRIVATE if word in visitor.page.locator("body").inner_text()]
    for _ in range(20):  # the word that one leaves travels beside the way out
        visitor.go(family.home)
        if visitor.at("/sign-in/"):
            return
        visitor.page.wait_for_timeout(250)
    raise AssertionError("still signed in")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_button_leaves_and_back_shows_nothing_private(in_the_room, family, size, script):
    visitor = in_the_room(size, script=script)
    visitor.page.locator("#leave button").click()
    back_shows_nothing(has_left(visitor), family)


def test_shift_three_times_leaves(in_the_room, family):
    visitor = in_the_room()
    for _ in range(3):
        visitor.page.keyboard.press("Shift")
    back_shows_nothing(has_left(visitor), family)


def test_shift_while_writing_capitals_does_not(in_the_room):
    visitor = in_the_room()
    for letter in "ABC":
        visitor.page.keyboard.down("Shift")
        visitor.page.keyboard.press(letter)
        visitor.page.keyboard.up("Shift")
    visitor.reads("Jane")


def test_the_second_stop_of_the_tab_key_leaves_too(in_the_room):
    visitor = in_the_room()
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    has_left(visitor)


def test_another_page_of_the_room_opened_before_is_gone_too(in_the_room, family):
    visitor = in_the_room()
    visitor.go(f"{family.home}log/")
    visitor.page.locator("#leave button").click()
    has_left(visitor)
    for shown in ("/sign-in/", "/"):
        visitor.page.go_back(wait_until="commit")
        visitor.page.wait_for_url(lambda _, shown=shown: visitor.at(shown))
        assert not [word for word in PRIVATE if word in visitor.page.locator("body").inner_text()]


@pytest.mark.parametrize(
    "path", ["/", "/roles/qmha/", "/sign-in/", "room", "room/team/add/", "room/questions/new/"]
)
def test_help_is_one_tap_away_everywhere(visit, size, family, path):
    visitor = visit(size).comes_as(family.cookie)
    visitor.go(path.replace("room/", family.home).replace("room", family.home))
    visitor.page.get_by_role("link", name="Help now").click()
    expect(visitor.page.get_by_role("link", name="Call 988")).to_be_in_viewport()
    visitor.page.get_by_role("link", name="More ways to get help").click()
    expect(visitor.main.locator("a[href^='tel:']")).not_to_have_count(0)
