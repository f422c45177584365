"""The essential path with JavaScript switched off: nothing but forms and links."""

import pytest
from playwright.sync_api import expect

from tests.journeys import asking, evening

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(visit, size):
    return visit(size, script=False)


@pytest.fixture
def parent(plain, family):
    plain.comes_as(family.cookie)
    plain.go(family.home)
    return plain


def test_a_whole_first_evening(plain):
    evening.join(plain)
    evening.tell_about_the_child(plain)
    evening.pick_needs(plain)
    evening.paste_person(plain, script=False)
    evening.pick_person(plain, "said:skills trainer", "Tasha")
    evening.that_is_everyone(plain)
    seen = evening.seen_in_the_room(plain)
    assert (seen["people"], seen["rows"], seen["next steps"]) == (2, 3, 1)


def test_a_signature_is_read_on_the_first_page(plain):
    plain.go("/")
    plain.page.get_by_label("Paste an email signature").fill("Jane Miller, MSW, CSWA, QMHP")
    plain.press("Tell me what the letters mean")
    plain.reads("Here is what we read", "MSW", "CSWA", "QMHP")


def test_a_question_is_put_and_its_answer_fills_the_chair(parent):
    asking.put_question_of(parent, "fits practice with everyday skills")
    asking.write_down(parent, "They answered", "Yes, that is me.")
    parent.reads("Settled. Tasha leads practice with everyday skills.")
    expect(asking.chair(parent, "Everyday skills")).to_have_count(0)


def test_copy_leads_to_the_words_themselves(parent):
    """A link that copies where it can, and without a script goes to the page with the words."""
    parent.press("Copy the question")
    expect(parent.page.get_by_label("Your words")).not_to_be_empty()


def test_a_tone_is_changed_and_a_flag_put_off_and_brought_back(parent):
    parent.press("Change the words")
    parent.press("Short")
    expect(parent.main.locator(".chip[aria-pressed=true]")).to_have_text("Short")
    parent.press("Sunny’s room")
    title = "can mean more than one role"
    parent.press("Not now", inside=asking.open_flag(parent, title))
    expect(asking.flag(parent, title)).to_have_count(0)
    parent.press("Undo")
    expect(parent.page.locator("body")).to_contain_text("It is back on the list.")
    asking.open_flag(parent, title)
