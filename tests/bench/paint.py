"""The first visit as a person gets it: Chromium, a phone, slow 4G, nothing in the cache."""

from typing import Any

from tests.figures import Figures, part
from tests.servers import NotThere, find_chromium
from tests.slow_phone import Cost, SlowPhone, Timing, slow_phone
from tests.stack import Stack

RUNS = 5
SPREAD = 0.2
"""How far a bare page's own runs may lie apart before no timing of this machine is judged."""
MOST_KIB = {"home": 85, "role": 95, "room": 95}
MOST_MOVED = "<= 0.01"
FIRST_PAINT = "<= 650"  # milliseconds, of the home page
BARE = "/healthz"


@part("paint")
def paint(figures: Figures) -> None:
    """Bytes, first paint, and how much moves on every page there is."""
    try:
        find_chromium()
    except NotThere as gone:
        figures.not_judged("first visit", str(gone))
        return
    stack = Stack()
    try:
        stack.start()
        cast = stack.inside("cast")
        with slow_phone(stack.address) as phone:
            first_visits(figures, phone, cast)
            every_page(figures, phone, stack, cast)
    finally:
        stack.remove()


def first_visits(figures: Figures, phone: SlowPhone, cast: dict[str, Any]) -> None:
    parent = cast["cookies"]["parent"]
    paths = {"home": ("/", None), "role": ("/roles/qmha/", None), "room": ("/room/{room}/", parent)}
    bare = timing([phone.visit(BARE) for _ in range(RUNS + 1)])
    figures.line(f"bare page: first paint {bare.middle:g} ms ({bare}, spread {bare.spread:.0%})")
    for name, (path, cookie) in paths.items():
        visits = [phone.visit(path.format(**cast["words"]), cookie) for _ in range(RUNS + 1)]
        bytes_(figures, name, visits)
        first_paint(figures, name, timing(visits), bare)


def bytes_(figures: Figures, name: str, visits: list[Cost]) -> None:
    """The heaviest of the visits: nobody gets the middle one."""
    kib, requests = max(visit.kib for visit in visits), max(visit.requests for visit in visits)
    figures.measured(f"{name}: everything a first visit brings", kib, f"<= {MOST_KIB[name]}", " KiB")
    figures.line(f"{name}: {requests} requests")


def first_paint(figures: Figures, name: str, seen: Timing, bare: Timing) -> None:
    """Of the home page beside its aim; of the others for whoever reads."""
    told = f"{name}: first paint"
    if name != "home":
        figures.line(f"{told} {seen.middle:g} ms ({seen})")
    elif bare.spread > SPREAD:
        why = f"a bare page alone took {bare} here, which is more than {SPREAD:.0%} apart"
        figures.not_judged(f"{told} {seen.middle:g} ms ({seen}), aim {FIRST_PAINT} ms", why)
    else:
        figures.measured(f"{told} ({seen})", seen.middle, FIRST_PAINT, " ms")


def timing(visits: list[Cost]) -> Timing:
    """Without the first visit, which also reads templates and starts the browser's parts."""
    return Timing([visit.first_paint for visit in visits[1:]])


def every_page(figures: Figures, phone: SlowPhone, stack: Stack, cast: dict[str, Any]) -> None:
    from tests.browser.pages import PAGES

    for page in PAGES:
        if not page.drawn:
            moved = round(moved_on(phone, stack, page, cast), 4)
            figures.measured(f"{page.name}: moved while it loads", moved, MOST_MOVED)


def moved_on(phone: SlowPhone, stack: Stack, page: Any, cast: dict[str, Any]) -> float:
    """On the page as it comes; one that comes after an act is reached through it."""
    from tests.visitor import Visitor

    with phone.opened(cast["cookies"].get(page.who)) as (screen, meter):
        screen.goto(phone.address + page.path.format(**cast["words"]), wait_until="load")
        if page.heading:
            meter.wait_for_quiet()
            page.act(Visitor(stack, screen.context, screen))
            screen.get_by_role("heading", level=1, name=page.heading, exact=True).wait_for()
        return phone.cost(screen, meter).moved
