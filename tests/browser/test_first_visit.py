"""What a first visit costs, counted by the browser itself as it comes over the wire."""

import json

import pytest

from tests.slow_phone import KIB, Meter
from tests.visitor import PHONE, SCREENS

pytestmark = pytest.mark.browser
MOST_HTML_KIB = 60
#: KiB and requests; a role and a room speak in two more fonts, for letters after a name and for words to
#: say; the room brings htmx, so that a flag closes where it stands.
LIMITS = {"home": (45, 6), "role": (75, 8), "room": (95, 8)}
RECORD = SCREENS.parent / "first-visit.json"


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
    meter.wait_for_quiet()
    keep(name, meter, html)
    most_kib, most_requests = LIMITS[name]
    assert len(meter.kinds) <= most_requests, meter.kinds
    assert meter.kib <= most_kib
    assert len(html) <= MOST_HTML_KIB * KIB
