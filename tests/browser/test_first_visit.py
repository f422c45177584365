"""What a first visit costs, counted by the browser itself as it comes over the wire."""

import json

import pytest

from tests.visitor import PHONE, SCREENS

pytestmark = pytest.mark.browser
KIB = 1024
MOST_HTML_KIB = 60
#: KiB and requests; a role and a room speak in two more fonts, for letters after a name and for words to
#: say; the room brings htmx, so that a flag closes where it stands.
LIMITS = {"home": (45, 6), "role": (75, 8), "room": (95, 8)}
RECORD = SCREENS.parent / "first-visit.json"


class Meter:
    """Everything one empty browser fetched from now on."""

    def __init__(self, page):
        self.kinds, self.bytes = {}, 0
        wire = page.context.new_cdp_session(page)
        wire.on("Network.responseReceived", self.answered)
        wire.on("Network.loadingFinished", self.finished)
        wire.send("Network.enable")

    def answered(self, event):
        if event["response"]["url"].startswith("http"):
            self.kinds[event["requestId"]] = event["type"]

    def finished(self, event):
        if event["requestId"] in self.kinds:
            self.bytes += event["encodedDataLength"]

    @property
    def kib(self):
        return round(self.bytes / KIB, 1)


def keep(name, meter, html):
    kept = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    kept[name] = {"KiB": meter.kib, "requests": len(meter.kinds), "HTML KiB": round(len(html) / KIB, 1)}
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(kept, indent=1, sort_keys=True))


@pytest.mark.parametrize("name", LIMITS)
def test_a_first_visit_is_small_and_asks_for_few_things(visit, family, name):
    visitor = visit(PHONE).comes_as(family.cookie)
    meter = Meter(visitor.page)
    path = {"home": "/", "role": "/roles/qmha/", "room": family.home}[name]
    html = visitor.page.goto(visitor.stack.address + path).body()
    visitor.page.wait_for_load_state("networkidle")
    keep(name, meter, html)
    most_kib, most_requests = LIMITS[name]
    assert len(meter.kinds) <= most_requests, meter.kinds
    assert meter.kib <= most_kib
    assert len(html) <= MOST_HTML_KIB * KIB
