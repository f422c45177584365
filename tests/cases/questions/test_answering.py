"""From a question to an answer, a no or more waiting, and back by undo."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Agreement, Ask, Flag
from cases.reader import home_day
from cases.services.team import edit_member
from tests import factories
from tests.cases.pages import said, values_of, words
from web.clock import now

pytestmark = pytest.mark.django_db


def name_supervisor(jane, room):
    said = {"name": "Jane", "said": jane.said, "supervisor": "named", "supervisor_name": "Pat"}
    edit_member(member=jane, by=room.owner, version=None, **said)


def answered(ask, outcome="answered", **more):
    return {"do": "answer", "outcome": outcome, "version": ask.version, **more}


def test_when_she_leads_it_the_chair_fills_and_the_flag_settles(as_parent, url, room, jane, flag, sent):
    name_supervisor(jane, room)
    page = as_parent.post(url, answered(sent, leads="yes"), follow=True)
    assert "Settled. Jane leads help with family conflict. Undo" in said(page)
    assert "1 of 4 needs have a lead" in said(page)


def test_an_answer_can_be_undone_from_the_page(as_parent, url, sent, flag):
    as_parent.post(url, answered(sent, leads="yes"))
    assert Agreement.objects.exists()
    as_parent.post(url, {"do": "undo"})
    sent.refresh_from_db()
    assert sent.state == Ask.State.WAITING
    assert not Agreement.objects.exists()


def test_who_leads_is_asked_plainly_and_never_picked_for_them(as_parent, url):
    page = as_parent.get(url)
    assert "Yes, Jane leads help with family conflict." in said(page)
    assert "No, Jane does not lead it." in said(page)
    assert "Not settled yet." in said(page)
    assert values_of(page, "leads") == ["yes", "no", "open"]
    assert not re.search(r'name="leads"[^>]*checked', words(page))
    assert "This settles it" not in said(page)


def test_an_answer_that_does_not_say_who_leads_is_asked_for_and_kept(as_parent, url, sent):
    page = as_parent.post(url, answered(sent, answer="On Tuesdays."))
    assert "Tell us if Jane leads this. “Not settled yet” is fine." in said(page)
    assert "On Tuesdays." in words(page)
    assert re.search(r'value="answered"[^>]*checked', words(page))
    sent.refresh_from_db()
    assert sent.state == Ask.State.WAITING


@pytest.mark.parametrize("outcome", ["declined", "unclear"])
def test_who_leads_has_to_be_said_only_with_an_answer(as_parent, url, sent, outcome):
    as_parent.post(url, answered(sent, outcome))
    sent.refresh_from_db()
    assert sent.state == outcome


def test_when_she_does_not_lead_it_she_is_not_asked_again(as_parent, url, sent, room, flag):
    page = as_parent.post(url, answered(sent, leads="no"), follow=True)
    assert Agreement.objects.get().kind == "declined"
    assert not Flag.objects.open().filter(case=room, need=flag.need, member=sent.member).exists()
    assert "Ask Jane" not in said(page)
    assert (room.events.first().kind, room.events.first().params) == ("answered", {"whom": "Jane"})
    as_parent.post(url, {"do": "undo"})
    assert not Agreement.objects.exists()


def test_what_is_not_settled_yet_stays_worth_asking(as_parent, url, sent, flag):
    as_parent.post(url, answered(sent, leads="open"))
    flag.refresh_from_db()
    assert flag.state == Flag.State.OPEN
    assert not Agreement.objects.exists()


def test_whoever_does_not_fit_may_still_be_ticked_as_the_lead(as_parent, room, flag, new):
    luis = factories.member(room, "Luis")
    as_parent.post(new, {"do": "sent", "to": luis.key, "text": "Who leads this?", "remind": "5"})
    ask = Ask.objects.get()
    url = f"/room/{room.key}/questions/{ask.key}/"
    assert "This settles it" in said(as_parent.get(url))
    as_parent.post(url, answered(ask, leads="yes"))
    assert Agreement.objects.get().kind == "agreed"


def test_this_settles_it_is_never_ticked_for_the_parent(as_parent, room):
    flag = Flag.objects.get(case=room, rule="supervisor_in_the_room")
    tasha = factories.member(room, "Tasha")
    as_parent.post(
        f"/room/{room.key}/questions/new/?f={flag.key}", {"do": "sent", "to": tasha.key, "text": "Who?"}
    )
    page = words(as_parent.get(f"/room/{room.key}/questions/{Ask.objects.get().key}/"))
    assert 'name="settles" id="id_settles">' in page


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
    ("day", "words_said"),
    [
        ("", "Pick a day."),
        ("2020-01-01", "Pick a day after today."),
        ("2036-03-09", "Pick a day within the next year. Is the year right?"),
        ("9999-12-31", "Pick a day within the next year. Is the year right?"),
        ("99999-01-01", "Write the day like 2026-03-09."),
        ("0000-00-00", "Write the day like 2026-03-09."),
    ],
)
@pytest.mark.parametrize("do", ["later", "promised"])
def test_a_day_that_cannot_be_is_said_kindly(as_parent, url, day, words_said, do):
    page = as_parent.post(url, {"do": do, "day": day})
    assert words_said in said(page)
    assert f'value="{day}"' in words(page)


@pytest.mark.parametrize(("days", "saved"), [(365, True), (366, False)])
def test_a_day_may_be_a_year_away_and_no_further(as_parent, url, sent, days, saved):
    day = home_day(sent.case, now()) + timedelta(days=days)
    as_parent.post(url, {"do": "later", "day": day.isoformat()})
    sent.refresh_from_db()
    assert (sent.due_on == day) is saved


def test_we_got_it_is_not_an_answer(as_parent, url, sent):
    assert "is not an answer yet" in said(as_parent.post(url, {"do": "got-it"}, follow=True))
    sent.refresh_from_db()
    assert sent.state == Ask.State.WAITING


def test_a_question_put_to_rest_is_over(as_parent, url, sent):
    as_parent.post(url, {"do": "remove"})
    sent.refresh_from_db()
    assert (sent.state, sent.next_reminder_at) == (Ask.State.WITHDRAWN, None)
