"""A draft in a thread outlives whatever happens to the session behind it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.test_coach import write

pytestmark = pytest.mark.browser
DRAFT = "Dana, it happened again last night"


@pytest.fixture
def talk(stack):
    return stack.inside("threads", "1")[0]


@pytest.fixture
def parent(visit, talk):
    """In the middle of a message to the coach."""
    visitor = visit().comes_as(talk["family"]["cookie"])
    visitor.go(talk["address"])
    visitor.main.locator("#w").fill(DRAFT)
    return visitor


def told_nothing(visitor, act):
    """The page asks by itself because of this act, and gets no page for an answer."""
    path = urlsplit(visitor.page.url).path
    with visitor.page.expect_response(lambda answer: path in answer.url) as asked:
        act()
    assert asked.value.status == 204
    visitor.page.wait_for_timeout(500)  # what the answer would do to the page, it would have done by now


def comes_back(visitor):
    visitor.page.evaluate("window.dispatchEvent(new Event('focus'))")


def keeps_the_draft(visitor):
    expect(visitor.main.locator("#w")).to_have_value(DRAFT)
    assert "/messages/" in visitor.page.url


def test_draft_stays_when_the_session_ends_and_the_page_says_what_was_read(parent):
    parent.signs_out_elsewhere()
    told_nothing(parent, lambda: comes_back(parent))
    keeps_the_draft(parent)


def test_draft_stays_when_the_session_is_over_and_the_coach_writes(parent, visit, talk):
    coach = visit().comes_as(talk["coach"])
    coach.go(talk["address"])
    parent.signs_out_elsewhere()
    told_nothing(parent, lambda: write(coach, "Are you there?"))
    keeps_the_draft(parent)


def test_draft_stays_after_a_new_sign_in_in_another_tab_and_is_sent(parent, talk):
    other = parent.context.new_page()
    parent.signs_out_elsewhere()
    other.goto(f"{parent.stack.address}/sign-in/")
    other.get_by_label("Your email").fill(talk["family"]["email"])
    other.get_by_label("Password", exact=True).fill(talk["family"]["password"])
    other.get_by_role("button", name="Sign in", exact=True).click()
    other.wait_for_url(lambda url: "/sign-in/" not in url)
    told_nothing(parent, lambda: comes_back(parent))
    keeps_the_draft(parent)
    parent.press("Send")
    parent.reads("This page was open for a while", DRAFT)
    parent.press("Send it now")
    parent.reads(DRAFT)
