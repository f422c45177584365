"""From a flag to a question, from a question to an answer, and back by undo."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Agreement, Ask, Flag
from cases.services.team import edit_member
from tests import factories
from tests.cases.pages import said, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def flag(room):
    return Flag.objects.get(case=room, rule="fit_not_asked", need__slug="family-conflict")


@pytest.fixture
def new(room, flag):
    return f"/room/{room.key}/questions/new/?f={flag.key}"


@pytest.fixture
def jane(room):
    return factories.member(room, "Jane")


@pytest.fixture
def sent(as_parent, new, jane):
    """A question on its way to Jane, about who leads help with family conflict."""
    form = {"do": "sent", "to": jane.key, "text": "Could you lead this?", "remind": "5", "channel": "email"}
    as_parent.post(new, form)
    return Ask.objects.get()


@pytest.fixture
def url(room, sent):
    return f"/room/{room.key}/questions/{sent.key}/"


@pytest.fixture
def late(sent):
    Ask.objects.update(due_on="2026-01-05", asked_at=timezone.now() - timedelta(days=20))
    return sent


def name_supervisor(jane, room):
    said = {"name": "Jane", "said": jane.said, "supervisor": "named", "supervisor_name": "Pat"}
    edit_member(member=jane, by=room.owner, version=None, **said)


def test_a_question_comes_with_ready_words_and_the_one_it_fits(as_parent, new, jane):
    page = words(as_parent.get(new))
    assert f'value="{jane.key}" checked' in page
    assert "Hi Jane, thank you for your work with Sunny." in page


def test_mail_and_text_links_name_nobody_as_recipient(as_parent, new):
    page = words(as_parent.get(new))
    assert 'href="mailto:?subject=A%20question&amp;body=Hi%20Jane' in page
    assert 'href="sms:?&amp;body=Hi%20Jane' in page


def test_the_reminder_is_on_unless_it_is_turned_off(as_parent, new):
    assert re.search(r'name="remind" value="5"[^>]* checked', words(as_parent.get(new)))


def test_sending_starts_the_wait_and_marks_the_flag(sent, flag):
    flag.refresh_from_db()
    assert (sent.state, sent.channel, sent.wait_days, sent.remind) == ("waiting", "email", 5, True)
    assert flag.state == Flag.State.ASKED


def test_no_thanks_means_no_reminder(as_parent, new, jane):
    as_parent.post(new, {"do": "sent", "to": jane.key, "text": "Could you lead this?", "remind": "no"})
    assert Ask.objects.get().remind is False


def test_the_same_question_sent_twice_is_asked_once(as_parent, new, jane):
    form = {"do": "sent", "to": jane.key, "text": "Could you lead this?", "form_key": "one"}
    first, second = as_parent.post(new, form), as_parent.post(new, form)
    assert Ask.objects.count() == 1
    assert first.url == second.url


def test_saving_for_later_sends_nothing(as_parent, new, jane):
    page = as_parent.post(new, {"do": "save", "to": jane.key, "text": "Could you lead this?"}, follow=True)
    assert "Nothing was sent." in said(page)
    assert Ask.objects.get().state == Ask.State.DRAFT


def test_a_draft_can_be_changed_and_sent_later(as_parent, new, room, jane):
    as_parent.post(new, {"do": "save", "to": jane.key, "text": "Could you lead this?"})
    ask = Ask.objects.get()
    form = {"do": "sent", "to": "agency", "text": "Who could lead this?", "version": ask.version}
    as_parent.post(f"/room/{room.key}/questions/{ask.key}/", form)
    ask.refresh_from_db()
    assert (ask.state, ask.text, ask.to_whom) == ("waiting", "Who could lead this?", "the agency")


def test_a_stale_draft_shows_both_versions(as_parent, new, room, jane):
    as_parent.post(new, {"do": "save", "to": jane.key, "text": "First words?"})
    ask = Ask.objects.get()
    url, form = f"/room/{room.key}/questions/{ask.key}/", {"do": "save", "to": jane.key}
    as_parent.post(url, {**form, "text": "Second words?", "version": ask.version})
    page = as_parent.post(url, {**form, "text": "Third words?", "version": ask.version})
    assert "Second words?" in said(page)
    assert "Third words?" in words(page)


def test_a_draft_can_be_removed(as_parent, new, room, jane):
    as_parent.post(new, {"do": "save", "to": jane.key, "text": "Could you lead this?"})
    ask = Ask.objects.get()
    as_parent.post(f"/room/{room.key}/questions/{ask.key}/", {"do": "remove"})
    ask.refresh_from_db()
    assert ask.state == Ask.State.WITHDRAWN


def test_print_keeps_the_words_and_opens_the_page_to_bring(as_parent, new, jane):
    page = as_parent.post(new, {"do": "print", "to": jane.key, "text": "On paper, please?"}, follow=True)
    assert "On paper, please?" in said(page)


@pytest.mark.parametrize(
    ("tone", "start"), [("warm", "Hi Jane, thank you"), ("firm", "Hello Jane, I am asking")]
)
def test_ready_words_change_their_tone(as_parent, new, jane, tone, start):
    text = words(as_parent.get(new)).split("</textarea>")[0].rsplit(">", 1)[1]
    page = as_parent.post(new, {"do": f"tone-{tone}", "to": jane.key, "text": text})
    assert start in words(page)


def test_changed_words_are_kept_whatever_the_tone(as_parent, new, jane):
    page = as_parent.post(new, {"do": "tone-short", "to": jane.key, "text": "My own words."})
    assert "My own words.</textarea>" in words(page)
    assert "so we kept yours" in said(page)


def test_ready_words_greet_whoever_is_picked(as_parent, new, room):
    text = (
        "Hi Jane, thank you for your work with Sunny. "
        + said(as_parent.get(new)).split("Sunny. ")[1].split(" Warm")[0]
    )
    as_parent.post(new, {"do": "sent", "to": factories.member(room, "Tasha").key, "text": text})
    assert Ask.objects.get().text.startswith("Hi Tasha,")


def test_picking_somebody_else_greets_them_before_anything_is_sent(as_parent, new, room):
    text = words(as_parent.get(new)).split("</textarea>")[0].rsplit(">", 1)[1]
    form = {"do": "greet", "to": factories.member(room, "Tasha").key, "text": text}
    part = words(as_parent.post(new, form, headers={"HX-Request": "true", "HX-Target": "words-part"}))
    assert "Hi Tasha, thank you" in part
    assert "<html" not in part
    assert not Ask.objects.exists()


def test_words_of_their_own_stay_whoever_is_picked(as_parent, new, room):
    form = {"do": "greet", "to": factories.member(room, "Tasha").key, "text": "My own words."}
    part = words(as_parent.post(new, form, headers={"HX-Request": "true", "HX-Target": "words-part"}))
    assert "My own words.</textarea>" in part
    assert "kept yours" not in said(as_parent.get(f"/room/{room.key}/"))


def test_a_question_too_long_is_kept_and_counted(as_parent, new, jane):
    page = as_parent.post(new, {"do": "sent", "to": jane.key, "text": "x" * 1_001})
    assert "That is 1001 characters. We can keep 1000." in said(page)
    assert "x" * 1_001 in words(page)


def test_a_question_to_nobody_asks_for_one(as_parent, new):
    assert "Pick who you will ask." in said(as_parent.post(new, {"do": "sent", "text": "Who leads this?"}))


def test_a_ready_question_from_the_bank_brings_its_own_wait(as_parent, room, jane):
    url = f"/room/{room.key}/questions/new/?q=title-1&m={jane.key}"
    assert "What is your full title" in words(as_parent.get(url))
    as_parent.post(url, {"do": "save", "to": jane.key, "text": "Your title?"})
    assert (Ask.objects.get().question.key, Ask.objects.get().wait_days) == ("title-1", 2)


def answered(ask, outcome="answered", **more):
    return {"do": "answer", "outcome": outcome, "version": ask.version, **more}


def test_when_she_leads_it_the_chair_fills_and_the_flag_settles(as_parent, url, room, jane, flag, sent):
    name_supervisor(jane, room)
    page = as_parent.post(url, answered(sent, leads="on"), follow=True)
    assert "Settled. Jane leads help with family conflict. Undo" in said(page)
    assert "1 of 4 needs have a lead" in said(page)


def test_an_answer_can_be_undone_from_the_page(as_parent, url, sent, flag):
    as_parent.post(url, answered(sent, leads="on"))
    assert Agreement.objects.exists()
    as_parent.post(url, {"do": "undo"})
    sent.refresh_from_db()
    assert sent.state == Ask.State.WAITING
    assert not Agreement.objects.exists()


def test_leads_this_is_offered_and_never_ticked_for_them(as_parent, url):
    page = words(as_parent.get(url))
    assert "Jane leads help with family conflict" in page
    assert 'name="leads" id="id_leads"' in page
    assert 'name="leads" id="id_leads" checked' not in page


def test_this_settles_it_is_ticked_for_any_other_question(as_parent, room):
    flag = Flag.objects.get(case=room, rule="no_supervisor")
    tasha = factories.member(room, "Tasha")
    as_parent.post(
        f"/room/{room.key}/questions/new/?f={flag.key}", {"do": "sent", "to": tasha.key, "text": "Who?"}
    )
    page = words(as_parent.get(f"/room/{room.key}/questions/{Ask.objects.get().key}/"))
    assert 'name="settles" id="id_settles" checked' in page


def test_an_answer_without_an_outcome_is_asked_for_and_kept(as_parent, url):
    page = as_parent.post(url, {"do": "answer", "answer": "She will call."})
    assert "Pick one of the three. You can add words later." in said(page)
    assert "She will call." in words(page)


def test_a_no_opens_the_next_door(as_parent, url, sent, room):
    page = as_parent.post(url, answered(sent, "declined"), follow=True)
    assert "Did they say who could?" in said(page)
    door = as_parent.get(f"/room/{room.key}/questions/new/?next={sent.key}")
    assert "The answer was no." in said(door)


def test_not_clear_yet_keeps_waiting_with_what_was_said(as_parent, url, sent):
    page = as_parent.post(url, answered(sent, "unclear", answer="Maybe soon."), follow=True)
    sent.refresh_from_db()
    assert sent.state == Ask.State.UNCLEAR
    assert "Maybe soon." in said(page)


def test_a_late_question_offers_a_nudge_and_the_next_door(as_parent, url, late):
    text = said(as_parent.get(url))
    assert "Asked 20 days ago." in text
    assert "I’m checking back on my question" in text
    assert "Ask the next door" in text


def test_asking_again_starts_the_wait_anew(as_parent, url, late):
    as_parent.post(url, {"do": "nudged"})
    late.refresh_from_db()
    assert late.due_on >= timezone.now().date()


def test_the_next_door_is_the_supervisor_when_the_name_is_known(as_parent, url, late, room, jane):
    name_supervisor(jane, room)
    assert "Ask Pat" in said(as_parent.get(url))
    door = words(as_parent.get(f"/room/{room.key}/questions/new/?next={late.key}"))
    assert f'value="sup-{jane.key}" checked' in door


def test_a_day_they_named_moves_the_reminder(as_parent, url, sent):
    day = (timezone.now() + timedelta(days=30)).date()
    as_parent.post(url, {"do": "promised", "day": day.isoformat()})
    sent.refresh_from_db()
    assert sent.promised_on == day


@pytest.mark.parametrize(
    ("day", "words_said"), [("", "Pick a day."), ("2020-01-01", "Pick a day after today.")]
)
def test_a_day_that_cannot_be_is_said_kindly(as_parent, url, day, words_said):
    assert words_said in said(as_parent.post(url, {"do": "later", "day": day}))


def test_we_got_it_is_not_an_answer(as_parent, url, sent):
    assert "is not an answer yet" in said(as_parent.post(url, {"do": "got-it"}, follow=True))
    sent.refresh_from_db()
    assert sent.state == Ask.State.WAITING


def test_a_question_put_to_rest_is_over(as_parent, url, sent):
    as_parent.post(url, {"do": "remove"})
    sent.refresh_from_db()
    assert (sent.state, sent.next_reminder_at) == (Ask.State.WITHDRAWN, None)


def test_the_list_has_waiting_ready_and_answered(as_parent, url, new, room, jane):
    as_parent.post(new, {"do": "save", "to": jane.key, "text": "For later?"})
    text = said(as_parent.get(f"/room/{room.key}/questions/"))
    assert text.index("Waiting for an answer") < text.index("Ready to send") < text.index("For later?")


def test_an_empty_list_says_what_will_be_there(as_parent, room):
    assert "When you ask something, it waits here." in said(as_parent.get(f"/room/{room.key}/questions/"))


def test_the_page_to_bring_has_lines_to_write_on_and_numbers_to_call(as_parent, room):
    page = as_parent.get(f"/room/{room.key}/sheet/")
    assert 0 < words(page).count("sheet__lines") <= 6
    assert "988" in said(page)


def test_a_flag_of_another_room_cannot_be_asked_about(as_stranger, other_parent, flag, catalogue):
    other = factories.sunnys_room(other_parent)
    assert as_stranger.get(f"/room/{other.key}/questions/new/?f={flag.key}").status_code == 404
