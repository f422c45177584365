"""Only the keyboard: every stop is seen, and the way to a question is open."""

import pytest
from playwright.sync_api import expect

from tests.visitor import PATIENCE

pytestmark = pytest.mark.browser
STOP = """() => {
  const e = document.activeElement, look = getComputedStyle(e), box = e.getBoundingClientRect();
  return {name: (e.innerText || e.getAttribute("aria-label") || e.name || "").trim(), tag: e.tagName,
          ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
          seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight};
}"""


class Keys:
    """Tab until it is there; every stop on the way shows where one is."""

    def __init__(self, visitor):
        self.page = visitor.page
        self.stops = []

    def tab_to(self, name, tag="", most=80):
        for _ in range(most):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(STOP)
            self.stops.append(stop)
            if name in stop["name"] and tag in ("", stop["tag"]):
                return stop
        raise AssertionError(f"{name!r} is not among {[stop['name'][:30] for stop in self.stops[-most:]]}")

    def press(self, key):
        self.page.keyboard.press(key)

    def types(self, words):
        self.page.keyboard.type(words)

    def unseen(self):
        return [stop for stop in self.stops if not (stop["ring"] and stop["seen"])]


@pytest.fixture
def visitor(visit, size):
    return visit(size)


def test_sign_in_open_a_flag_and_ask(visitor, family):
    keys = Keys(visitor)
    visitor.go("/sign-in/")
    keys.tab_to("login")
    keys.types(family.email)
    keys.tab_to("password")
    keys.types(family.password)
    keys.press("Enter")
    visitor.page.wait_for_url("**/room/**", timeout=PATIENCE)
    keys.tab_to("fits practice with everyday skills", "SUMMARY")
    keys.press("Enter")
    keys.tab_to("Ask this")
    keys.press("Enter")
    visitor.page.wait_for_url("**/questions/new/**")
    keys.tab_to("I sent it", "BUTTON")
    keys.press("Enter")
    visitor.reads("Written down.")
    assert keys.unseen() == []


def test_the_first_stops_are_skip_and_exit_and_skipping_goes_to_the_words(visitor):
    visitor.go("/roles/")
    keys = Keys(visitor)
    assert keys.tab_to("")["name"] == "Skip to main content"
    assert keys.tab_to("")["name"].startswith("Quick exit")
    visitor.go("/roles/")
    Keys(visitor).tab_to("Skip to main content")
    keys.press("Enter")
    expect(visitor.main).to_be_focused()
    first = Keys(visitor).tab_to("")
    assert visitor.page.evaluate("document.getElementById('main').contains(document.activeElement)"), first


def test_choices_are_picked_with_the_arrow_keys_and_the_space_bar(visitor, newcomer):
    visitor.comes_as(newcomer.cookie).go("/start/child/")
    keys = Keys(visitor)
    keys.tab_to("nickname")
    keys.types("Sunny")
    keys.tab_to("age_group")
    keys.press("ArrowDown")
    keys.tab_to("Next", "BUTTON")
    keys.press("Enter")
    visitor.page.wait_for_url("**/start/needs/")
    keys.tab_to("needs")
    keys.press("Space")
    expect(visitor.main.locator("input:checked")).to_have_count(1)
    assert [stop for stop in keys.stops if not stop["seen"]] == []
