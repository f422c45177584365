"""The steps of a first evening, as a person does them."""

import re
import secrets

from playwright.sync_api import expect

from tests.stack import link_in
from tests.visitor import Visitor

PASSWORD = "three quiet green lamps"
SIGNATURE = "Jane Miller, MSW, CSWA, QMHP\nOregon Family Center\n(503) 555-0188"
NEEDS = ("self-harm-suicide", "family-conflict", "everyday-skills")


def join(visitor: Visitor) -> str:
    """Make an account with the real form; returns the address."""
    address = f"new-{secrets.token_hex(4)}@example.org"
    visitor.go("/")
    visitor.press("Start a room")
    visitor.page.get_by_label("Your email").fill(address)
    visitor.page.get_by_label("A password").fill(PASSWORD)
    visitor.press("Make my account")
    visitor.page.wait_for_url("**/start/child/")
    return address


def confirm(visitor: Visitor, address: str) -> None:
    """Follow the link of the first mail, found at the local mail page."""
    visitor.stack.wait_for_mail(address)
    visitor.go("/local-mail/")
    visitor.main.locator("li", has_text=address).get_by_role("link").first.click()
    visitor.main.locator(".card a").first.click()
    visitor.reads(address)
    visitor.press("Yes, this is mine")


def tell_about_the_child(visitor: Visitor, nickname: str = "Sunny") -> None:
    visitor.page.get_by_label("A nickname for your child").fill(nickname)
    visitor.choose("6 to 11")
    visitor.page.get_by_label("Which state do you live in?").select_option("OR")
    visitor.press("Next")
    visitor.page.wait_for_url("**/start/needs/")


def pick_needs(visitor: Visitor, *needs: str) -> None:
    for need in needs or NEEDS:
        label = visitor.main.locator("label.opt", has=visitor.page.locator(f'input[value="{need}"]'))
        if not label.is_visible():
            label.locator("xpath=ancestor::details[1]/summary").click()
        label.click()
    visitor.press("Next")
    visitor.page.wait_for_url("**/start/team/")


def paste_person(visitor: Visitor, signature: str = SIGNATURE, *, script: bool = True) -> None:
    """With a script the page reads while one pastes; without it there is a button."""
    first = signature.split()[0]
    visitor.page.get_by_label("Paste their email signature").fill(signature)
    if not script:
        visitor.press("Read it")
    visitor.reads("Here is what we read")
    visitor.press(f"Add {first} to the room")
    expect(visitor.main.locator(".added")).to_contain_text(first)


def pick_person(visitor: Visitor, title: str, name: str) -> None:
    visitor.press("No signature? Pick a title")
    visitor.page.get_by_label("Pick a title").select_option(title)
    visitor.page.get_by_label("What do you call them?").fill(name)
    visitor.press("Add to the room")
    expect(visitor.main.locator(".added")).to_contain_text(name)


def that_is_everyone(visitor: Visitor) -> str:
    """Ends the setup; returns the room's address."""
    visitor.press("That’s everyone for now")
    visitor.page.wait_for_url(re.compile(r"/room/[^/]+/$"))
    return visitor.page.url.removeprefix(visitor.stack.address)


def whole_evening(visitor: Visitor, *, script: bool = True) -> str:
    """From the first page to the room; returns the parent's address."""
    address = join(visitor)
    tell_about_the_child(visitor)
    pick_needs(visitor)
    paste_person(visitor, script=script)
    that_is_everyone(visitor)
    return address


def follow_the_mail(visitor: Visitor, address: str, *, after: int = 0) -> None:
    """Open the link of the next mail to this address, as it came."""
    visitor.go(link_in(visitor.stack.wait_for_mail(address, after=after)))


def seen_in_the_room(visitor: Visitor) -> dict[str, int]:
    """How much of everything the room shows."""
    parts = {
        "people": ".seats:not(.seats--empty) .seat",
        "empty chairs": ".seats--empty .seat",
        "rows": "table.cover tbody tr",
        "next steps": ".next",
        "flags": "details.flag",
    }
    return {name: visitor.main.locator(where).count() for name, where in parts.items()}
