"""Headless Chromium against the running stack."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from demo.family import SIGN_INS
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.servers import NotThere, find_chromium
from tests.stack import ROOT, Stack

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SCREENS = ROOT / "var" / "screens"
AXE = Axe()
AXE_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    stack = Stack()
    stack.start()
    try:
        yield stack
    finally:
        stack.stop()
        shutil.rmtree(stack.var, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        program = find_chromium()
    except NotThere as gone:
        pytest.skip(str(gone))
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"]
        chromium = playwright.chromium.launch(executable_path=str(program), args=flags)
        yield chromium
        chromium.close()


@dataclass
class Visitor:
    """One person at one screen."""

    stack: Stack
    context: BrowserContext
    page: Page
    who: str = ""

    def go(self, path: str) -> Page:
        self.page.goto(self.stack.address + path)
        return self.page

    def sign_in(self, who: str) -> "Visitor":
        """As one of the demo people."""
        _, address, password = next(s for s in SIGN_INS if s[0].lower().startswith(who))
        self.go("/sign-in/")
        self.page.get_by_label("Email").fill(address)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(lambda url: "/sign-in/" not in url)
        self.who = who
        return self

    def axe(self) -> None:
        """No violation of WCAG 2.2 AA or best practice on the page as it stands."""
        found = AXE.run(self.page, options=AXE_RULES).response["violations"]
        assert not found, "\n".join(
            f"{self.page.url}: {v['id']}: {v['help']}: {[n['html'][:160] for n in v['nodes'][:3]]}"
            for v in found
        )

    def keep(self, name: str) -> Path:
        """A screenshot of the whole page, kept for a person to look at."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        path = SCREENS / f"{name}.png"
        self.page.screenshot(path=str(path), full_page=True)
        return path

    def fits(self) -> None:
        """Nothing hangs out sideways."""
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{self.page.url} hangs out by {wide} px"


@pytest.fixture
def visit(browser: Browser, stack: Stack):
    """``visit(width, dark=..., script=...)`` opens a screen; closed after the test."""
    contexts: list[BrowserContext] = []

    def open_screen(size=None, *, dark: bool = False, script: bool = True) -> Visitor:
        context = browser.new_context(
            viewport=size or LAPTOP, color_scheme="dark" if dark else "light", java_script_enabled=script
        )
        contexts.append(context)
        return Visitor(stack, context, context.new_page())

    yield open_screen
    for context in contexts:
        context.close()
