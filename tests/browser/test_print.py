"""On paper: the words and nothing that only works on a screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.visitor import SCREENS

pytestmark = pytest.mark.browser
PAPER = {"width": 794, "height": 1123}  # A4 at 96 dots an inch
SCREEN_ONLY = ("header.top .tool", ".top__nav", "nav.tabs", ".no-print", "footer.foot")


@pytest.fixture(params=["room", "sheet", "role"])
def printed(request, visit, family):
    visitor = visit(PAPER).comes_as(family.cookie)
    path = {"room": family.home, "sheet": f"{family.home}sheet/", "role": "/roles/qmha/"}[request.param]
    visitor.go(path)
    visitor.page.emulate_media(media="print")
    visitor.keep(f"print-{request.param}")
    visitor.paper = SCREENS / f"print-{request.param}.pdf"
    visitor.page.pdf(path=str(visitor.paper), format="A4")
    return visitor


def pages_of(paper):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper.read_bytes()))


def test_nothing_that_only_works_on_a_screen_is_printed(printed):
    for part in SCREEN_ONLY:
        expect(printed.page.locator(f"{part}:visible")).to_have_count(0)
    expect(printed.page.locator("main button:visible")).to_have_count(0)


def test_the_words_are_there_and_nothing_hangs_over_the_edge(printed):
    assert printed.main.inner_text().strip()
    printed.fits()


def test_a_sheet_to_bring_gives_each_number_once_and_nothing_to_look_up(visit, family):
    visitor = visit(PAPER).comes_as(family.cookie)
    visitor.go(f"{family.home}sheet/")
    visitor.page.emulate_media(media="print")
    expect(visitor.page.get_by_text("988 Suicide & Crisis Lifeline")).to_be_visible()
    expect(visitor.page.locator(".care:visible")).to_have_count(0)
    expect(visitor.page.get_by_text("wait in the room").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_sheet_to_bring_fits_on_two_pages(visit, family, size):
    visitor = visit(PAPER).comes_as(family.cookie)
    visitor.go(f"{family.home}sheet/")
    paper = SCREENS / f"print-sheet-alone-{size}.pdf"
    visitor.page.pdf(path=str(paper), format=size)
    assert 1 <= pages_of(paper) <= 2


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_sheet_of_a_full_room_fits_on_two_pages(visit, size):
    visitor = visit(PAPER).sign_in("parent")
    visitor.go(f"{visitor.page.url.removeprefix(visitor.stack.address)}sheet/")
    assert visitor.page.locator(".sheet__lines").count() > 4
    paper = SCREENS / f"print-sheet-full-{size}.pdf"
    visitor.page.pdf(path=str(paper), format=size)
    assert 1 <= pages_of(paper) <= 2


def test_a_dark_screen_prints_on_white(visit, family):
    visitor = visit(PAPER, dark=True).comes_as(family.cookie)
    visitor.go(family.home)
    visitor.page.emulate_media(media="print")
    colour = visitor.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_the_names_of_the_people_stand_over_the_printed_grid(visit, family):
    visitor = visit(PAPER).comes_as(family.cookie)
    visitor.go(family.home)
    visitor.page.emulate_media(media="print")
    for name in family.members:
        expect(visitor.main.locator("table.cover thead").get_by_text(name).first).to_be_visible()


def test_what_is_folded_on_the_screen_is_open_on_paper(visit, family):
    visitor = visit(PAPER).comes_as(family.cookie)
    visitor.go(family.home)
    folded = visitor.main.locator("details.flag:not([open])")
    assert folded.count() > 0
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_count(0)
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(folded).not_to_have_count(0)
