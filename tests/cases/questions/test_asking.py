"""From a flag to a question: the words, whom they go to, and what is sent or kept."""

import re

import pytest

from cases.models import Ask, Flag
from tests import factories
from tests.cases.built import build
from tests.cases.pages import said, words
from tests.reading import MAX_GRADE, banned_words, grade

pytestmark = pytest.mark.django_db


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


def test_a_flag_of_another_room_cannot_be_asked_about(as_stranger, other_parent, flag, catalogue):
    other = factories.sunnys_room(other_parent)
    assert as_stranger.get(f"/room/{other.key}/questions/new/?f={flag.key}").status_code == 404


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


# -- written for one person, sent to another -----------------------------------------------------------

FOR_ANYBODY = "Who leads family therapy for Sunny and us? If no one does, who can refer us?"


def ready(page):
    return words(page).split("</textarea>")[0].rsplit(">", 1)[1].strip()


def picking(client, new, whom, text):
    headers = {"HX-Request": "true", "HX-Target": "words-part"}
    return ready(client.post(new, {"do": "greet", "to": whom, "text": text}, headers=headers))


def test_words_written_for_one_person_are_made_anew_for_another(as_parent, new, jane, room):
    for_jane, tasha = ready(as_parent.get(new)), factories.member(room, "Tasha")
    assert "Could you be Sunny’s lead for help with family conflict?" in for_jane
    for_tasha = picking(as_parent, new, tasha.key, for_jane)
    assert for_tasha == f"Hi Tasha, thank you for your work with Sunny. {FOR_ANYBODY}"
    assert picking(as_parent, new, "agency", for_tasha) == f"Hi. I have a question about Sunny. {FOR_ANYBODY}"
    assert picking(as_parent, new, jane.key, for_tasha) == for_jane


def test_without_script_they_are_made_anew_when_they_are_sent(as_parent, new, room):
    for_jane, tasha = ready(as_parent.get(new)), factories.member(room, "Tasha")
    as_parent.post(new, {"do": "sent", "to": tasha.key, "text": for_jane})
    ask = Ask.objects.get()
    assert (ask.say, ask.tone, ask.member) == (FOR_ANYBODY, "warm", tasha)


@pytest.mark.parametrize("edit", ["My own words.", "{}  Please?", "Hi Jane, could you be the lead?"])
def test_words_a_parent_wrote_are_never_made_anew(as_parent, new, jane, room, edit):
    text = edit.format(ready(as_parent.get(new)))
    assert picking(as_parent, new, factories.member(room, "Tasha").key, text) == text
    as_parent.post(new, {"do": "sent", "to": factories.member(room, "Tasha").key, "text": text})
    assert Ask.objects.get().text == text


def test_a_link_to_somebody_else_begins_with_words_for_them(as_parent, new, room):
    tasha = factories.member(room, "Tasha")
    assert ready(as_parent.get(f"{new}&m={tasha.key}")).endswith(FOR_ANYBODY)


def test_a_question_kept_for_later_is_made_anew_too(as_parent, new, jane, room):
    for_jane, tasha = ready(as_parent.get(new)), factories.member(room, "Tasha")
    as_parent.post(new, {"do": "save", "to": tasha.key, "text": for_jane})
    kept = f"/room/{room.key}/questions/{Ask.objects.get().key}/"
    for_tasha = ready(as_parent.get(kept))
    assert for_tasha.endswith(FOR_ANYBODY)
    assert picking(as_parent, kept, jane.key, for_tasha) == for_jane


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("supervisor_in_the_room", "Who supervises Tasha’s work on Sunny’s team? Could I have their number?"),
        ("title_unclear", "What is Luis’s role on Sunny’s team? What training or license goes with it?"),
    ],
)
def test_a_question_about_a_person_names_them_to_anybody_else(as_parent, room, rule, expected):
    flag = Flag.objects.filter(case=room, rule=rule).first()
    new = f"/room/{room.key}/questions/new/?f={flag.key}"
    assert picking(as_parent, new, "agency", ready(as_parent.get(new))).endswith(expected)
    assert grade(expected, ["Tasha", "Luis", "Sunny"]) <= MAX_GRADE
    assert banned_words(expected) == []


@pytest.mark.parametrize(("plan", "rule"), [(["trauma"], "plan_on_unknown_fit"), ([], "fit_unknown")])
def test_whether_a_need_is_in_somebodys_role_is_asked_of_others_by_name(as_parent, parent, plan, rule):
    team = [{"name": "Ann Bell", "said": "Ann Bell, MD, pediatrician", "plan": plan}]
    room = build(parent, {"age": "6-11", "state": "OR", "needs": ["trauma"], "team": team})
    flag = Flag.objects.get(case=room, rule=rule)
    new = f"/room/{room.key}/questions/new/?f={flag.key}"
    expected = "Is it in Ann’s role to lead trauma treatment? If not, who could?"
    assert picking(as_parent, new, "agency", ready(as_parent.get(new))).endswith(expected)
    assert grade(expected, ["Ann"]) <= MAX_GRADE
    assert banned_words(expected) == []
