"""A phone on a slow network as Lighthouse has it, in Chromium: what a first visit brings, how it paints."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.servers import find_chromium
from tests.visitor import FLAGS, PATIENCE, PHONE

KIB = 1024
BIT = 1 / 8
SLOW_4G = {
    "offline": False,
    "latency": 150,  # milliseconds, there and back
    "downloadThroughput": 1_600_000 * BIT,
    "uploadThroughput": 750_000 * BIT,
}
TIMES_SLOWER = 4
QUIET, PATIENT = 500, 30_000  # milliseconds without a request, and the longest wait for them
WATCH = """
  window.moved = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
  }).observe({type: "layout-shift", buffered: true});
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


class Meter:
    """Everything a page fetches from now on, as it comes over the wire, with its headers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.kinds: dict[str, str] = {}
        self.bytes = 0
        self.under_way: set[str] = set()
        self.wire = page.context.new_cdp_session(page)
        self.wire.on("Network.requestWillBeSent", self.asked)
        self.wire.on("Network.responseReceived", self.answered)
        self.wire.on("Network.loadingFinished", self.finished)
        self.wire.on("Network.loadingFailed", lambda event: self.under_way.discard(event["requestId"]))
        self.wire.send("Network.enable")

    def asked(self, event: Any) -> None:
        if event.get("type") != "EventSource":  # a stream never ends
            self.under_way.add(event["requestId"])

    def answered(self, event: Any) -> None:
        if event["response"]["url"].startswith("http"):
            self.kinds[event["requestId"]] = event["type"]
        if event["type"] == "EventSource":
            self.under_way.discard(event["requestId"])

    def finished(self, event: Any) -> None:
        self.under_way.discard(event["requestId"])
        if event["requestId"] in self.kinds:
            self.bytes += event["encodedDataLength"]

    @property
    def kib(self) -> float:
        return round(self.bytes / KIB, 1)

    def wait_for_quiet(self) -> None:
        """Until nothing was under way for a while, fonts that styles ask for late too."""
        quiet = waited = 0
        while quiet < QUIET and waited < PATIENT:
            self.page.wait_for_timeout(100)
            quiet = 0 if self.under_way else quiet + 100
            waited += 100


@dataclass(frozen=True)
class Cost:
    """One first visit."""

    kib: float
    requests: int
    first_paint: float  # milliseconds
    moved: float  # the sum of all layout shifts


@dataclass(frozen=True)
class Timing:
    """Milliseconds of several visits."""

    runs: Sequence[float]

    @property
    def middle(self) -> float:
        return round(median(self.runs))

    @property
    def spread(self) -> float:
        """How far the runs lie apart, in parts of the middle one."""
        return (max(self.runs) - min(self.runs)) / median(self.runs)

    def __str__(self) -> str:
        return f"{min(self.runs):.0f} to {max(self.runs):.0f} ms"


@dataclass
class SlowPhone:
    """Opens each page in a browser that has nothing yet."""

    browser: Browser
    address: str

    def visit(self, path: str, cookie: dict[str, str] | None = None) -> Cost:
        with self.opened(cookie) as (page, meter):
            page.goto(self.address + path, wait_until="load")
            return self.cost(page, meter)

    def cost(self, page: Page, meter: Meter) -> Cost:
        """What it came to until now, once everything is there."""
        meter.wait_for_quiet()
        painted = page.wait_for_function(PAINTED).json_value()
        return Cost(meter.kib, len(meter.kinds), painted, page.evaluate("() => window.moved"))

    @contextmanager
    def opened(self, cookie: dict[str, str] | None = None) -> Iterator[tuple[Page, Meter]]:
        context = self._context(cookie)
        try:
            page = context.new_page()
            page.add_init_script(WATCH)
            meter = Meter(page)
            meter.wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
            meter.wire.send("Network.emulateNetworkConditions", SLOW_4G)
            meter.wire.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
            yield page, meter
        finally:
            context.close()

    def _context(self, cookie: dict[str, str] | None) -> BrowserContext:
        context = self.browser.new_context(viewport=PHONE)
        context.set_default_timeout(2 * PATIENCE)
        if cookie:
            context.add_cookies([{**cookie, "url": self.address, "sameSite": "Lax", "httpOnly": True}])
        return context


@contextmanager
def slow_phone(address: str) -> Iterator[SlowPhone]:
    """Raises ``NotThere`` without Chromium."""
    program = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=FLAGS)
        yield SlowPhone(browser, address)
        browser.close()
