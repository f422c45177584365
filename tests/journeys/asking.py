"""Putting a question and writing down what came back, as a person does it."""

from playwright.sync_api import Locator, expect

from tests.visitor import Visitor

NEXT = ".next"


def chair(visitor: Visitor, need: str) -> Locator:
    """The empty chair of a need, if it is still empty."""
    return visitor.main.locator(".seat--empty", has_text=need)


def flag(visitor: Visitor, title: str) -> Locator:
    """An open flag in the room, by words of its title."""
    return visitor.main.locator("details.flag").filter(has=visitor.page.locator("h3", has_text=title))


def open_flag(visitor: Visitor, title: str) -> Locator:
    """In the room; what waits for later is fetched into it, without script on a page of its own."""
    found, later = flag(visitor, title), visitor.main.locator("#later > a")
    if not found.count() and later.count():
        later.click()
    expect(found).to_have_count(1)
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def put_the_next_question(visitor: Visitor) -> str:
    """Open the words of the one next step, and say that they were sent; returns the question's path."""
    visitor.press("Change the words", inside=visitor.main.locator(NEXT))
    return say_sent(visitor)


def put_question_of(visitor: Visitor, title: str) -> str:
    """Ask what a flag says is worth asking."""
    visitor.press("Ask this", inside=open_flag(visitor, title))
    return say_sent(visitor)


def say_sent(visitor: Visitor) -> str:
    visitor.choose("In 1 week")
    visitor.press("I sent it")
    visitor.reads("Written down. If no answer comes, we will remind you", "What came back?")
    return visitor.page.url.removeprefix(visitor.stack.address)


def write_down(visitor: Visitor, outcome: str, words: str = "") -> None:
    """On the question's page: what came back."""
    visitor.choose(outcome)
    leads = visitor.page.locator("label", has=visitor.page.locator("input[name=leads][value=yes]"))
    if outcome == "They answered" and leads.count():
        leads.click()
    visitor.page.get_by_label("What did they say?").fill(words)
    visitor.press("Save the answer")
