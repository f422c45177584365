"""The tab key goes from top to bottom, through everything once, and out again."""

import pytest

pytestmark = pytest.mark.browser
HERE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.stops ??= [];
  if (stops.includes(e)) return null;
  stops.push(e);
  const last = stops[stops.length - 2];
  const after = !last || Boolean(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
  const name = (e.innerText || e.getAttribute("aria-label") || "").trim();
  return {what: e.outerHTML.slice(0, 120), name, after};
}"""
REACHABLE = """() => [...document.querySelectorAll(
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter(e => e.checkVisibility() && !e.disabled && !window.stops.includes(e))
  .filter(e => !(e.type === "radio" && window.stops.some(s => s.name === e.name)))
  .map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def stops_of(visit, family):
    """``stops_of(path)``: every stop from the top of the page until it begins again."""

    def walk(path):
        visitor = visit().comes_as(family.cookie)
        visitor.go(path.format(room=family.home))
        stops = []
        for _ in range(400):
            visitor.page.keyboard.press("Tab")
            stop = visitor.page.evaluate(HERE)
            if stop is None:
                break
            stops.append(stop)
        return visitor, stops

    return walk


@pytest.mark.parametrize(
    "path",
    ["/", "/roles/qmha/", "/sign-in/", "/roles/compare/?r=qmha&r=qmhp", "{room}", "{room}questions/new/"],
)
def test_tab_reaches_everything_once_in_the_order_it_is_read(stops_of, path):
    visitor, stops = stops_of(path)
    assert [stop["name"] for stop in stops[:2]] == ["Skip to main content", "Quick exit: leave this site"]
    assert [stop["what"] for stop in stops if not stop["after"]] == []
    assert visitor.page.evaluate(REACHABLE) == []
    assert visitor.page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0
