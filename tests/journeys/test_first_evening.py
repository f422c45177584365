"""From an address to a room: every step saves, and coming back goes on where one left."""

import pytest
from playwright.sync_api import expect

from tests.journeys import evening

pytestmark = pytest.mark.browser


@pytest.fixture
def parent(visit, size):
    return visit(size)


@pytest.fixture
def starting(visit, newcomer):
    """Somebody who has joined, at the first step."""
    visitor = visit().comes_as(newcomer.cookie)
    visitor.go("/start/child/")
    return visitor


@pytest.fixture
def in_the_room(visit, size, family):
    visitor = visit(size).comes_as(family.cookie)
    visitor.go(family.home)
    return visitor


def test_from_joining_to_a_room_with_chairs_a_grid_and_one_next_step(parent):
    address = evening.join(parent)
    evening.tell_about_the_child(parent)
    evening.pick_needs(parent)
    evening.paste_person(parent)
    evening.pick_person(parent, "said:skills trainer", "Tasha")
    evening.that_is_everyone(parent)
    parent.reads("Sunny’s room", "Jane", "Tasha")
    seen = evening.seen_in_the_room(parent)
    assert (seen["people"], seen["rows"], seen["next steps"]) == (2, 3, 1)
    assert seen["empty chairs"] == 3
    assert seen["flags"] >= 1
    evening.confirm(parent, address)


def test_the_phone_number_in_a_signature_is_not_kept(parent):
    evening.whole_evening(parent)
    parent.main.locator(".seat", has_text="Jane").click()
    parent.reads("MSW", "CSWA", "QMHP")
    assert "555-0188" not in parent.page.content()


def test_coming_back_goes_on_at_the_step_one_left(starting, newcomer, visit):
    evening.tell_about_the_child(starting)
    later = visit().sign_in(newcomer.email, newcomer.password)
    assert later.at("/start/needs/")
    evening.pick_needs(later)
    later.go("/")
    later.press("Go to your room")
    assert later.at("/start/team/")
    later.press("Back to the needs")
    expect(later.main.locator("input:checked")).to_have_count(3)


def test_a_person_stays_when_one_leaves_before_the_end(starting):
    evening.tell_about_the_child(starting)
    evening.pick_needs(starting)
    evening.paste_person(starting)
    starting.go("/start/")
    assert starting.at("/start/team/")
    expect(starting.main.locator(".added")).to_contain_text("Jane")


def test_a_flag_says_why_what_the_person_brings_the_words_the_source_and_the_date(in_the_room):
    flag = in_the_room.main.locator("details.flag").filter(has=in_the_room.page.locator(".flag__good")).first
    flag.locator("summary").click() if flag.get_attribute("open") is None else None
    body = flag.locator(".flag__body")
    expect(body.locator("p").first).not_to_be_empty()
    expect(body.locator(".flag__good")).not_to_be_empty()
    expect(body.locator(".say")).to_contain_text("“")
    expect(body.locator(".flag__src")).to_contain_text("Why we say this")
    expect(body.locator(".flag__src")).to_contain_text("Checked")
    body.get_by_role("link", name="All about this").click()
    in_the_room.reads("How we know", "Kind of claim", "Source", "Checked")


def test_the_grid_has_a_mark_for_each_need_and_person_and_says_what_marks_mean(in_the_room):
    grid = in_the_room.main.locator("table.cover")
    expect(grid.locator("tbody tr")).to_have_count(4)
    expect(grid.locator("tbody td .mark")).to_have_count(4 * 3)
    expect(in_the_room.main.locator(".legend li")).to_have_count(5)


def test_an_empty_chair_leads_to_its_need_and_the_words_to_ask(in_the_room):
    in_the_room.main.locator(".seat--empty").first.click()
    in_the_room.reads("You could ask", "A clear answer has:", "Roles that could lead it")
    in_the_room.press("Ask who can lead")
    expect(in_the_room.page.get_by_label("Your words")).not_to_be_empty()
