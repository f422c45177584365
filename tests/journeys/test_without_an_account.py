"""What anybody learns on the first page, and from the catalogue behind it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SIGNATURE = "Jane Miller, MSW, CSWA, QMHP"


@pytest.fixture
def anybody(visit, size):
    visitor = visit(size)
    visitor.go("/")
    return visitor


def paste(visitor, text):
    """On the first page, as it stands there: paste and press."""
    visitor.go("/")
    visitor.page.get_by_label("Paste an email signature").fill(text)
    visitor.press("Tell me what the letters mean")


def means(visitor, letters, says):
    """What the page says about one group of letters, waited for: the page before may still be there."""
    found = visitor.main.locator(".parts > div").filter(has=visitor.page.locator("dt", has_text=letters))
    expect(found).to_have_count(1)
    expect(found.locator("dd")).to_contain_text(says, ignore_case=True)


def pick_state(visitor, state):
    visitor.page.get_by_label("state").select_option(label=state)
    visitor.press("Show what it means")


def test_a_pasted_signature_becomes_degree_registration_and_qualification(anybody):
    paste(anybody, SIGNATURE)
    pick_state(anybody, "Oregon")
    anybody.reads("Here is what we read", "Jane Miller")
    means(anybody, "MSW", "degree")
    means(anybody, "CSWA", "on the way to a license")
    means(anybody, "QMHP", "agency")


def test_without_a_state_it_is_asked_for_and_nothing_is_claimed(anybody):
    paste(anybody, SIGNATURE)
    anybody.reads("Some of these letters change from state to state.")
    means(anybody, "QMHP", "depends on the state")
    pick_state(anybody, "Oregon")
    expect(anybody.main).not_to_contain_text("Some of these letters change from state to state.")


@pytest.mark.parametrize("words", ["therapist", "family intervention specialist", "skills trainer"])
def test_a_word_people_say_could_be_one_of_several(anybody, words):
    paste(anybody, words)
    means(anybody, words, "Could be one of these. Ask.")
    assert anybody.page.locator(".couldbe li").count() > 1
    expect(anybody.page.locator("#decoded .say")).to_contain_text("“")


def test_letters_nobody_knows_are_kept_and_said_to_be_unknown(anybody):
    paste(anybody, "Jo Park, XQZT, LCSW")
    means(anybody, "XQZT", "don’t know")
    means(anybody, "LCSW", "license")


def test_a_paste_of_ten_thousand_letters_is_answered_and_said_to_be_long(anybody):
    paste(anybody, "Jane Miller, MSW, CSWA, QMHP\n" + "please call the front desk " * 400)
    anybody.reads("Here is what we read", "MSW", "That was a long text.")
    anybody.fits()


def test_every_role_can_be_found_and_read(anybody):
    anybody.go("/roles/")
    assert anybody.page.locator(".az .roleline").count() >= 78
    anybody.page.get_by_label("Letters, name or job").fill("QMAH")
    anybody.press("Look up")
    anybody.page.locator(".roleline", has_text="QMHA").first.click()
    anybody.reads("can", "Outside", "Where this comes from")


def test_four_roles_side_by_side_and_two_on_a_phone(anybody, size):
    anybody.go("/roles/compare/?r=qmha&r=qmhp&r=lcsw&r=psychiatrist")
    columns = anybody.page.locator("table.cmp thead th:visible")
    expect(columns).to_have_count(2 if size["width"] < 600 else 1 + 4)
    anybody.page.get_by_label("Show only what is different").check()
    expect(anybody.page.locator("table.cmp tr.same:visible")).to_have_count(0)
    anybody.fits()


def test_on_a_phone_another_role_is_picked_into_the_table(visit):
    from tests.visitor import PHONE

    phone = visit(PHONE)
    phone.go("/roles/compare/?r=qmha&r=qmhp")
    phone.page.get_by_label("Second role").select_option("lcsw")
    phone.press("Compare")
    expect(phone.page.locator("table.cmp thead")).to_contain_text("LCSW")
