"""Somebody at a screen: headless Chromium against the running stack. A pytest plugin with the fixtures."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from demo.family import SIGN_INS
from tests.servers import NotThere, find_chromium
from tests.stack import ROOT, Stack

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SCREENS = ROOT / "var" / "screens"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"]
PATIENCE = 20_000  # milliseconds
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": AXE_RULES}, "resultTypes": ["violations"]}
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that a theme can break: it changes colours, and neither places nor names."""
AXE_COLOURS = {"runOnly": {"type": "rule", "values": OF_COLOURS}, "resultTypes": ["violations"]}
EXPECTED_REFUSAL = "Failed to load resource: the server responded with a status of 4"
LEFT_WHILE_FADING = "Transition was aborted"
"""What Chromium itself reports when a page is left while it still fades in; no script of ours is in it."""
HANGS_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return null;
  const outside = e => e.getBoundingClientRect().right > wide + 1;
  const out = [...document.querySelectorAll("body *")].filter(outside).slice(0, 3);
  const names = out.map(e => e.outerHTML.slice(0, 90)).join(" | ");
  return `${document.documentElement.scrollWidth - wide} px, ${names}`;
}"""

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Family:
    """A parent who can sign in, and what is in the room, if there is one."""

    email: str
    password: str
    cookie: dict[str, str]
    room: str = ""
    members: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> str:
        return f"/room/{self.room}/"


@dataclass
class Visitor:
    """One person at one screen."""

    stack: Stack
    context: BrowserContext
    page: Page
    away: str = ""
    troubles: list[str] = field(default_factory=list)

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def go(self, path: str) -> Page:
        self.page.goto(self.stack.address + path)
        return self.page

    def at(self, path: str) -> bool:
        return self.page.url.removeprefix(self.stack.address).split("?")[0].split("#")[0] == path

    def press(self, name: str, *, inside: Locator | None = None) -> None:
        """The button or link of this name."""
        root = inside or self.main
        button = root.get_by_role("button", name=name, exact=True)
        button.or_(root.get_by_role("link", name=name, exact=True)).first.click()

    def choose(self, words: str) -> None:
        """Tick a box or pick a choice by its words."""
        self.main.locator("label", has_text=words).first.click()

    def reads(self, *words: str) -> None:
        """The page says this."""
        for each in words:
            expect(self.main).to_contain_text(each)

    def sign_in(self, who: str, password: str = "") -> "Visitor":
        """With the real form: a demo person by name, or anybody by address and password."""
        if not password:
            _, who, password = next(s for s in SIGN_INS if s[0] == who)
        if not self.at("/sign-in/"):
            self.go("/sign-in/")
        self.says_who(who, password)
        self.page.wait_for_url(lambda url: "/sign-in/" not in url)
        return self

    def says_who(self, email: str, password: str) -> None:
        """Fill in the sign-in form that is on the page."""
        self.page.get_by_label("Your email").fill(email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.press("Sign in")

    def comes_as(self, cookie: dict[str, str]) -> "Visitor":
        """Signed in already."""
        self.context.add_cookies([{**cookie, "url": self.stack.address, "sameSite": "Lax", "httpOnly": True}])
        return self

    def signs_out_elsewhere(self) -> None:
        """What an expired session looks like: the cookie is gone."""
        name = "sessionid"
        assert any(cookie["name"] == name for cookie in self.context.cookies())
        self.context.clear_cookies(name=name)

    def axe(self, *, colours_only: bool = False) -> None:
        """No violation of WCAG 2.2 AA or of best practice on the page as it stands.

        ``colours_only``: the page was looked at whole in this size, in its other theme.
        """
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        options = AXE_COLOURS if colours_only else AXE_OPTIONS
        found = self.page.evaluate("options => axe.run(options)", options)["violations"]
        assert not found, "\n".join(
            f"{self.page.url}: {v['id']}: {v['help']}: {[n['html'][:160] for n in v['nodes'][:3]]}"
            for v in found
        )

    def keep(self, name: str) -> None:
        """A screenshot of the whole page for a person to look at, when ``KEEP_SCREENS=1`` asks for them."""
        if os.environ.get("KEEP_SCREENS") != "1":
            return
        SCREENS.mkdir(parents=True, exist_ok=True)
        path = SCREENS / f"{name}.png"
        self.page.screenshot(path=str(path), full_page=True, animations="disabled")

    def fits(self) -> None:
        """Nothing hangs out sideways."""
        out = self.page.evaluate(HANGS_OUT)
        assert out is None, f"{self.page.url} hangs out by {out}"


@pytest.fixture(scope="session")
def stack(request) -> Iterator[Stack]:
    """While one writes a test, ``STACK_VAR`` names a folder to keep; a product open there is used."""
    kept = os.environ.get("STACK_VAR", "")
    stack = Stack(var=Path(kept)) if kept else Stack()
    if not kept:
        shutil.copytree(request.getfixturevalue("prepared"), stack.var, dirs_exist_ok=True)
    if not (kept and stack.is_open()):
        stack.start()
    try:
        yield stack
    finally:
        stack.stop() if kept else stack.remove()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., Browser]]:
    """``chromium(**launch)`` starts one; all are closed at the end."""
    try:
        program = find_chromium()
    except NotThere as gone:
        pytest.skip(str(gone))
    with sync_playwright() as playwright:
        yield lambda **more: playwright.chromium.launch(executable_path=str(program), args=FLAGS, **more)


@pytest.fixture(scope="session")
def browser(chromium) -> Iterator[Browser]:
    running = chromium()
    yield running
    running.close()


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, stack: Stack) -> Iterator[Visit]:
    """``visit(size, dark=..., still=..., script=...)`` opens a screen.

    In the end every one of them must have asked this site alone for things (and ``away``, where the quick
    exit leads), without an error in the console.
    """
    opened: list[Visitor] = []

    def open_screen(
        size: dict[str, int] = LAPTOP,
        *,
        dark: bool = False,
        still: bool = False,
        script: bool = True,
        at: Stack = stack,
        using: Browser = browser,
        away: str = "",
    ) -> Visitor:
        context = using.new_context(
            viewport=size,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
            java_script_enabled=script,
        )
        context.set_default_timeout(PATIENCE)
        visitor = Visitor(at, context, context.new_page(), away)
        listen(visitor)
        opened.append(visitor)
        return visitor

    yield open_screen
    for visitor in opened:
        visitor.context.close()
    troubles = [trouble for visitor in opened for trouble in visitor.troubles]
    assert troubles == []


def listen(visitor: Visitor) -> None:
    """Write down every request to another host, every console error and every broken script."""

    def asked(request: Any) -> None:
        ours = (visitor.stack.address, *([visitor.away] if visitor.away else []))
        if request.url.startswith("http") and not request.url.startswith(ours):
            visitor.troubles.append(f"asked {request.url}")

    def said(message: Any) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED_REFUSAL):
            visitor.troubles.append(f"console: {message.text}")

    def broke(error: Any) -> None:
        if not str(error.error).startswith(LEFT_WHILE_FADING):
            visitor.troubles.append(f"script: {error.error}")

    visitor.context.on("request", asked)
    visitor.context.on("console", said)
    visitor.context.on("weberror", broke)


@pytest.fixture(params=[PHONE, LAPTOP], ids=["phone", "laptop"])
def size(request) -> dict[str, int]:
    return request.param


@pytest.fixture(scope="session")
def _families(stack: Stack) -> list[Family]:
    return []


@pytest.fixture
def family(stack: Stack, _families: list[Family]) -> Family:
    """A family nobody else in this run touches, with Sunny's room."""
    if not _families:
        _families += [Family(**row) for row in stack.inside("families", "8")]
    return _families.pop()


@pytest.fixture(scope="session")
def _accounts(stack: Stack) -> list[Family]:
    return []


@pytest.fixture
def newcomer(stack: Stack, _accounts: list[Family]) -> Family:
    """A parent who has joined and has no room yet."""
    if not _accounts:
        _accounts += [Family(**row) for row in stack.inside("accounts", "8")]
    return _accounts.pop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A first start of everything takes its time on a busy machine."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.timeout(600))
