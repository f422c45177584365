"""A question goes out in the parent's own words, and what comes back moves the room."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import asking

pytestmark = pytest.mark.browser
LEAD_FLAG = "fits the self-harm safety plan"
CHAIR = "Self-harm safety"
SKILLS_FLAG = "fits practice with everyday skills"


@pytest.fixture
def parent(visit, size, family):
    visitor = visit(size).comes_as(family.cookie)
    visitor.go(family.home)
    return visitor


@pytest.fixture
def at_laptop(visit, family):
    visitor = visit().comes_as(family.cookie)
    visitor.go(family.home)
    return visitor


def test_they_answered_and_lead_so_the_chair_fills_and_the_flag_settles(parent, family):
    expect(asking.chair(parent, "Everyday skills")).to_have_count(1)
    asking.put_question_of(parent, SKILLS_FLAG)
    parent.reads("Tasha leads")
    asking.write_down(parent, "They answered", "I lead it. We practice twice a week.")
    assert parent.at(family.home)
    parent.reads("Settled. Tasha leads practice with everyday skills.")
    expect(asking.chair(parent, "Everyday skills")).to_have_count(0)
    expect(asking.flag(parent, SKILLS_FLAG)).to_have_count(0)
    expect(parent.main.locator("table.cover tr", has_text="Everyday skills")).to_contain_text("Tasha")


def test_a_supervised_role_that_agreed_has_the_chair_once_the_supervisor_is_named(at_laptop, family):
    asking.put_the_next_question(at_laptop)
    asking.write_down(at_laptop, "They answered", "I lead it.")
    at_laptop.reads("Written down. Jane agreed. Ask who supervises the work.")
    expect(asking.chair(at_laptop, CHAIR)).to_have_count(1)
    at_laptop.go(f"{family.home}team/{family.members['Jane']}/")
    at_laptop.main.locator("summary", has_text="Change what we know").click()
    at_laptop.page.get_by_label("Who is that?").fill("Pat Lund, LCSW")
    at_laptop.press("Save")
    at_laptop.go(family.home)
    expect(asking.chair(at_laptop, CHAIR)).to_have_count(0)


def test_an_answer_can_be_taken_back_and_everything_is_as_before(parent, family):
    question = asking.put_the_next_question(parent)
    asking.write_down(parent, "They answered", "Yes, that is me.")
    parent.press("Undo")
    expect(parent.page.locator("body")).to_contain_text("The question is waiting again")
    parent.go(family.home)
    expect(asking.chair(parent, CHAIR)).to_have_count(1)
    parent.go(question)
    parent.reads("What came back?")


def test_they_said_no_leads_to_the_next_door(parent):
    asking.put_the_next_question(parent)
    asking.write_down(parent, "They said no", "Not in my plan.")
    parent.reads("Did they say who could?", "Not in my plan.")
    parent.press("Ask the next door")
    words = parent.page.get_by_label("Your words").input_value()
    assert "Jane" in words
    assert "self-harm" in words


def test_not_clear_yet_keeps_the_question_waiting(parent, family):
    asking.put_the_next_question(parent)
    asking.write_down(parent, "Not clear yet", "They will look into it.")
    parent.reads("The question keeps waiting", "They will look into it.", "What came back?")
    parent.go(family.home)
    expect(asking.chair(parent, CHAIR)).to_have_count(1)


def test_an_asked_flag_says_so_in_the_room_and_waits_for_the_answer(parent, family):
    asking.put_the_next_question(parent)
    parent.go(family.home)
    expect(asking.open_flag(parent, LEAD_FLAG)).to_contain_text("You asked. No answer yet.")
    expect(parent.main.locator(".next")).not_to_contain_text("self-harm safety plan")


def test_copying_takes_the_words_and_offers_to_say_it_was_sent(at_laptop):
    at_laptop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    words = at_laptop.main.locator("#next-say").inner_text()
    at_laptop.press("Copy the question")
    toast = at_laptop.page.locator(".toast[role=status]")
    expect(toast).to_contain_text("Copied.")
    assert at_laptop.page.evaluate("navigator.clipboard.readText()") == words
    toast.get_by_role("button", name="I sent it").click()
    expect(toast).to_contain_text("If no answer comes, we will remind you")
    expect(at_laptop.main.locator("section", has_text="Waiting for an answer")).to_contain_text(words)


def test_one_tap_says_it_was_sent_and_one_takes_it_back(parent, family):
    title = parent.main.locator("#next-h").inner_text()
    parent.press("I sent it")
    toast = parent.page.locator("#toast")
    expect(toast).to_contain_text("If no answer comes, we will remind you")
    expect(parent.main.locator("#next-h")).not_to_have_text(title)
    expect(parent.main.locator("#next-h")).to_be_focused()
    assert parent.at(family.home)
    toast.get_by_role("button", name="Undo").click()
    expect(toast).to_contain_text("The question is kept, ready to send.")
    expect(parent.main.locator("#next-h")).to_have_text(title)


def test_mail_and_text_links_carry_the_words_as_they_stand(at_laptop):
    at_laptop.press("Change the words")
    at_laptop.page.get_by_label("Your words").fill("Could you lead this?")
    for name, scheme in (("Email", "mailto:"), ("Text", "sms:")):
        link = at_laptop.main.get_by_role("link", name=name, exact=True)
        link.evaluate("e => e.addEventListener('click', event => event.preventDefault())")
        link.click()
        assert re.match(rf"{scheme}.*body=Could%20you%20lead%20this%3F$", link.get_attribute("href"))


def test_the_tone_changes_but_words_of_ones_own_are_kept(at_laptop):
    at_laptop.press("Change the words")
    words = at_laptop.page.get_by_label("Your words")
    at_laptop.press("Firm")
    expect(words).to_have_value(re.compile("in writing"))
    words.fill("My own words.")
    at_laptop.press("Short")
    expect(words).to_have_value("My own words.")
    expect(at_laptop.page.locator("body")).to_contain_text("You changed the words, so we kept yours.")


def test_a_question_can_be_printed_on_a_page_to_bring(at_laptop):
    at_laptop.press("Change the words")
    at_laptop.page.get_by_label("Your words").fill("Who holds the plan at night?")
    at_laptop.press("Print")
    at_laptop.reads("Questions to ask", "Who holds the plan at night?", "Who leads what")


def test_sorted_and_not_now_close_a_flag_in_place_and_undo_opens_it(parent, family):
    for door, words in (("It’s sorted", "You said this is sorted"), ("Not now", "Put off.")):
        parent.press(door, inside=asking.open_flag(parent, SKILLS_FLAG))
        toast = parent.page.locator("#toast")
        expect(toast).to_contain_text(words)
        expect(asking.flag(parent, SKILLS_FLAG)).to_have_count(0)
        assert parent.at(family.home)
        toast.get_by_role("button", name="Undo").click()
        expect(asking.flag(parent, SKILLS_FLAG)).to_have_count(1)


def test_after_a_flag_is_put_off_the_next_one_has_the_focus(at_laptop):
    titles = at_laptop.main.locator("details.flag h3")
    first, second = titles.nth(0).inner_text(), titles.nth(1).inner_text()
    at_laptop.press("Not now", inside=asking.open_flag(at_laptop, first))
    expect(at_laptop.main.locator("summary", has_text=second)).to_be_focused()


def test_seeing_it_differently_keeps_the_reason_and_can_be_undone(parent):
    parent.main.get_by_role("link", name="Why this comes first").click()
    parent.main.locator("summary", has_text="I see it differently").click()
    parent.page.get_by_label("How do you see it?").fill("Her supervisor called us last week.")
    parent.press("Save")
    parent.reads("You see it differently.", "Her supervisor called us last week.")
    parent.press("Undo")
    expect(parent.page.get_by_role("link", name="Ask this")).to_be_visible()
