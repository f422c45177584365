"""Two tabs, one row: the second save shows both versions, and no word that was typed is thrown away."""

import re
from datetime import timedelta

import pytest

from cases.models import Agreement, Ask, Flag
from cases.services import asks
from cases.services.agreements import agree
from cases.services.flags import sort_flag
from cases.services.rooms import set_needs
from roles.models import Need
from tests import factories
from tests.cases.pages import main_of, said, values_of
from tests.reading import banned_words, grade
from web.clock import now

pytestmark = pytest.mark.django_db
CHANGED = "This was changed meanwhile. Both versions are on this page."
NOT_SAVED = "You wrote this, and it is not saved:"


@pytest.fixture
def home(room):
    return f"/room/{room.key}/"


@pytest.fixture
def ask(room, parent):
    return factories.waiting_ask(room, parent)


@pytest.fixture
def url(home, ask):
    return f"{home}questions/{ask.key}/"


@pytest.fixture
def reply(as_parent, url, ask):
    """``reply(outcome, words)`` from a tab that was opened when the question was still fresh."""
    version = values_of(as_parent.get(url), "version")[0]

    def send(outcome, answer, version=version):
        form = {"do": "answer", "outcome": outcome, "answer": answer, "version": version}
        return as_parent.post(url, form, follow=True)

    return send


def saved(ask):
    found = Ask.objects.get(pk=ask.pk)
    return found.state, found.answer


def test_not_clear_yet_from_two_tabs_shows_both(reply, ask):
    reply("unclear", "She said Tuesday at nine.")
    page = reply("unclear", "Other words.")
    assert CHANGED in said(page)
    assert "They said She said Tuesday at nine." in said(page)
    assert "Other words." in main_of(page)
    assert saved(ask) == ("unclear", "She said Tuesday at nine.")


def test_saving_once_more_puts_the_second_in_its_place(reply, ask):
    reply("unclear", "First.")
    version = re.search(r'name="version" value="(\d+)"', main_of(reply("unclear", "Second.")))[1]
    reply("unclear", "Second.", version)
    assert saved(ask) == ("unclear", "Second.")


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_a_form_without_a_version_to_read_counts_as_out_of_date(version, reply, ask):
    assert CHANGED in said(reply("answered", "Yes.", version))
    assert saved(ask) == ("waiting", "")


def test_words_for_a_question_that_is_over_stay_on_the_page(reply, ask):
    reply("answered", "Final.")
    page = reply("answered", "A long text from the other tab.")
    assert "This question is not waiting any more." in said(page)
    assert f"{NOT_SAVED} A long text from the other tab." in said(page)
    assert saved(ask) == ("answered", "Final.")


def test_removing_does_not_undo_an_answer(as_parent, url, reply, ask):
    reply("answered", "Final.")
    page = as_parent.post(url, {"do": "remove"}, follow=True)
    assert "This question is not waiting any more." in said(page)
    assert saved(ask) == ("answered", "Final.")


@pytest.mark.parametrize("do", ["sent", "save", "print"])
def test_words_for_a_question_sent_from_another_tab_stay_on_the_page(do, as_parent, url, ask):
    page = as_parent.post(url, {"do": do, "to": "agency", "text": "My own better words?"}, follow=True)
    assert f"{NOT_SAVED} My own better words?" in said(page)
    assert Ask.objects.get().text == ask.text


@pytest.mark.parametrize("do", ["promised", "later"])
def test_a_day_for_a_question_that_is_over_is_refused_on_its_page(do, as_parent, url, reply):
    reply("answered", "Final.")
    page = as_parent.post(url, {"do": do, "day": (now() + timedelta(days=30)).date().isoformat()})
    assert "This question is not waiting any more." in said(page)


def test_tomorrow_is_after_today_also_late_in_the_evening(days, room, parent, ask):
    days.live("2026-03-02 22:00")
    asks.snooze_ask(ask=ask, by=parent, day=days.day("2026-03-03"))
    assert ask.events.last().kind == "snoozed"


@pytest.fixture
def needs_form(as_parent, home):
    """What a tab shows that was opened now."""
    page = as_parent.get(f"{home}needs/")
    picked = re.findall(r'name="needs" value="([^"]+)" checked', main_of(page))
    return {"needs": picked, "version": values_of(page, "version")[0]}


def test_a_stale_form_of_needs_takes_none_away(as_parent, home, room, parent, needs_form):
    set_needs(case=room, by=parent, needs=[*needs_form["needs"], "trauma"])
    page = as_parent.post(f"{home}needs/", {**needs_form, "needs": ["family-conflict"]})
    assert CHANGED in said(page)
    assert Need.objects.get(slug="trauma").title in said(page).split("What you wrote is below.")[0]
    assert room.needs.filter(slug="trauma").exists()
    assert main_of(page).count(" checked") == 1


def test_needs_without_a_version_are_not_saved(as_parent, home, room):
    assert CHANGED in said(as_parent.post(f"{home}needs/", {"needs": []}))
    assert room.needs.count() == len(factories.NEEDS)


def test_what_was_agreed_meanwhile_is_not_taken_back_by_a_stale_form(as_parent, home, room, parent):
    jane = factories.member(room, "Jane")
    url = f"{home}team/{jane.key}/"
    version = values_of(as_parent.get(url), "version")[0]
    agree(member=jane, need=Need.objects.get(slug="family-conflict"), by=parent, kind="agreed")
    page = as_parent.post(url, {"do": "agreements", "need-family-conflict": "", "version": version})
    assert CHANGED in said(page)
    assert "They said they lead this" in said(page).split("What you wrote is below.")[0]
    assert Agreement.objects.get(member=jane).kind == "agreed"


def test_what_was_picked_in_the_stale_form_is_kept_and_can_be_saved(as_parent, home, room, parent):
    jane = factories.member(room, "Jane")
    url = f"{home}team/{jane.key}/"
    form = {"do": "agreements", "need-family-conflict": "plan", "version": jane.version}
    agree(member=jane, need=Need.objects.get(slug="family-conflict"), by=parent, kind="agreed")
    page = as_parent.post(url, form)
    assert '<option value="plan" selected>' in main_of(page)
    as_parent.post(url, {**form, "version": values_of(page, "version")[0]})
    assert Agreement.objects.get(member=jane).kind == "plan"


def test_a_person_is_not_changed_by_a_form_without_a_version(as_parent, home, room):
    jane = factories.member(room, "Jane")
    form = {"do": "edit", "name": "Jane X", "said": jane.said, "version": ""}
    assert CHANGED in said(as_parent.post(f"{home}team/{jane.key}/", form))
    jane.refresh_from_db()
    assert jane.name == "Jane"


def test_how_the_parent_sees_it_stays_on_the_page_when_the_flag_moved_on(as_parent, home, room, parent):
    flag = Flag.objects.filter(case=room).open().first()
    sort_flag(flag=flag, by=parent)
    page = as_parent.post(f"{home}asks/{flag.key}/", {"do": "differ", "reason": "It is her job."})
    assert f"{NOT_SAVED} It is her job." in said(page)


def test_every_second_save_is_told_in_plain_words(reply):
    reply("answered", "Final.")
    text = re.search(r"This question is not.*?happened\.", said(reply("answered", "More.")))[0]
    for words in (text, f"{NOT_SAVED} Copy it if you need it."):
        assert grade(words) <= 8
        assert banned_words(words) == []
