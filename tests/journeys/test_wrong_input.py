"""Too much, twice, too late, signed out in the middle: a clear word, and nothing is lost."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LONG = "Jane Miller, MSW, CSWA, QMHP " + "please call the front desk " * 400


@pytest.fixture
def parent(visit, size, family):
    visitor = visit(size).comes_as(family.cookie)
    visitor.go(family.home)
    return visitor


@pytest.fixture
def two_tabs(visit, family):
    """The same page open twice: ``two_tabs(path)``."""

    def open_both(path):
        first = visit().comes_as(family.cookie)
        second = visit().comes_as(family.cookie)
        first.go(path)
        second.go(path)
        return first, second

    return open_both


def people_called(visitor, family, name):
    visitor.go(f"{family.home}team/")
    return visitor.main.locator("li", has_text=name).count()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_paste_of_ten_thousand_letters_is_answered_and_stays_in_the_box(visit, family, script):
    visitor = visit(script=script).comes_as(family.cookie)
    visitor.go(f"{family.home}team/add/")
    box = visitor.page.get_by_label("Paste their email signature")
    box.fill(LONG)
    visitor.press("Read it")
    visitor.reads("We can read up to 4000.", "Keep just the name")
    assert len(box.input_value()) == len(LONG)
    visitor.fits()


def test_letters_nobody_knows_never_stop_anybody_from_being_added(parent, family):
    parent.go(f"{family.home}team/add/")
    parent.page.get_by_label("Paste their email signature").fill("Robin Vale, XQZT")
    parent.reads("Here is what we read", "XQZT")
    parent.press("Add Robin to the room")
    assert people_called(parent, family, "Robin") == 1


def test_a_double_click_makes_one_person(parent, family):
    parent.go(f"{family.home}team/add/?by=title")
    parent.page.get_by_label("Pick a title").select_option("said:skills trainer")
    parent.page.get_by_label("What do you call them?").fill("Robin")
    parent.main.get_by_role("button", name="Add to the room").dblclick()
    parent.reads("Robin")
    assert people_called(parent, family, "Robin") == 1


def test_a_form_sent_again_from_a_page_opened_before_makes_one_note(parent, family):
    parent.go(f"{family.home}log/")
    parent.page.get_by_label("What happened?").fill("Slept well.")
    form = parent.page.evaluate("Object.fromEntries(new FormData(document.querySelector('main form')))")
    parent.press("Keep this note")
    url = parent.stack.address + f"{family.home}log/"
    parent.context.request.post(url, form=form, headers={"Referer": url})
    parent.page.reload()
    expect(parent.main.get_by_text("Slept well.")).to_have_count(1)


def test_a_stale_form_about_the_child_shows_both_versions(two_tabs, family):
    first, second = two_tabs(f"{family.home}child/")
    first.page.get_by_label("A nickname for your child").fill("Sun")
    first.press("Save")
    second.page.get_by_label("A nickname for your child").fill("Sunbeam")
    second.press("Save")
    second.reads("What is saved now", "Sun")
    expect(second.page.get_by_label("A nickname for your child")).to_have_value("Sunbeam")
    second.press("Save")
    second.reads("Sunbeam’s room")


def test_a_stale_form_about_a_person_shows_both_versions(two_tabs, family):
    first, second = two_tabs(f"{family.home}team/{family.members['Tasha']}/")
    for visitor, agency in ((first, "Bridge Clinic"), (second, "River Clinic")):
        visitor.main.locator("summary", has_text="Change what we know").click()
        visitor.page.get_by_label("Where do they work?").fill(agency)
        visitor.press("Save")
    second.reads("What is saved now", "Bridge Clinic")
    expect(second.page.get_by_label("Where do they work?")).to_have_value("River Clinic")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_was_not_saved_is_the_first_thing_one_sees(visit, family, script):
    """The form is far down the page: without a word at the top of the screen it would look saved."""
    visitor = visit(script=script).comes_as(family.cookie)
    visitor.go(f"{family.home}team/{family.members['Tasha']}/")
    visitor.main.locator("summary", has_text="Change what we know").click()
    visitor.page.get_by_label("Where do they work?").fill("x" * 200)
    visitor.press("Save")
    expect(visitor.page.locator("#errors")).to_be_in_viewport()
    expect(visitor.page.locator("#errors")).to_be_focused()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_signed_out_in_the_middle_of_a_note_nothing_is_lost(visit, family, script):
    visitor = visit(script=script).comes_as(family.cookie)
    visitor.go(f"{family.home}log/")
    visitor.page.get_by_label("What happened?").fill("Tasha came on time and stayed an hour.")
    visitor.signs_out_elsewhere()
    visitor.press("Keep this note")
    visitor.reads("You were signed out to keep this private.", "Nothing you wrote is lost.")
    visitor.says_who(family.email, family.password)
    visitor.reads("Here is what you wrote", "Tasha came on time and stayed an hour.")
    visitor.press("Send it now")
    assert visitor.at(f"{family.home}log/")
    expect(visitor.main.get_by_text("Tasha came on time and stayed an hour.")).to_have_count(1)


def test_signed_out_while_a_signature_is_read_the_page_says_so(visit, family):
    """The script asks for the reading: the whole page takes the whole screen, and keeps the words."""
    visitor = visit().comes_as(family.cookie)
    visitor.go(f"{family.home}team/add/")
    visitor.signs_out_elsewhere()
    visitor.page.get_by_label("Paste their email signature").fill("Robin Vale, LCSW")
    expect(visitor.page.get_by_label("Password", exact=True)).to_be_visible()
    visitor.says_who(family.email, family.password)
    expect(visitor.page.locator("body")).to_contain_text("Robin Vale, LCSW")


def test_signed_out_while_putting_a_question_the_words_come_along(visit, family):
    visitor = visit().comes_as(family.cookie)
    visitor.go(family.home)
    visitor.press("Change the words")
    visitor.page.get_by_label("Your words").fill("Who holds the plan on weekends?")
    visitor.signs_out_elsewhere()
    visitor.press("I sent it")
    visitor.says_who(family.email, family.password)
    visitor.press("Send it now")
    visitor.reads("Written down.", "Who holds the plan on weekends?")


def test_an_empty_form_says_what_to_do_and_keeps_the_rest(parent, family):
    parent.go(f"{family.home}team/add/?by=title")
    parent.page.get_by_label("What do you call them?").fill("Robin")
    parent.page.evaluate("document.querySelectorAll('form').forEach(form => { form.noValidate = true; })")
    parent.press("Add to the room")
    parent.reads("Pick a title.")
    expect(parent.page.get_by_label("What do you call them?")).to_have_value("Robin")
    parent.axe()


def test_an_address_that_is_no_room_says_so_kindly(parent):
    parent.go("/room/no-such-room/")
    assert re.search("not|can’t|find", parent.main.inner_text())
    parent.axe()
