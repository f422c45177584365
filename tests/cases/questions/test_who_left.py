"""Questions to somebody who left: an answer is written down, leads nothing, and promises no reminder."""

import re
from datetime import timedelta

import pytest

from cases.models import Agreement, CaseEvent
from cases.services.agreements import agree
from cases.services.asks import answer_ask, draft_ask, send_ask, snooze_ask
from cases.services.errors import Refused
from cases.services.rooms import set_needs
from cases.services.team import add_member, member_back, member_left
from tests.cases.pages import said, words
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(jane, sent, parent):
    return member_left(member=jane, by=parent, on=now().date())


def test_the_page_does_not_offer_that_they_lead(as_parent, url, gone):
    page = said(as_parent.get(url))
    assert "Yes, Jane leads" not in page
    assert "If they answered: who leads it?" not in page


@pytest.mark.parametrize("leads", [True, False])
def test_nothing_is_agreed_with_them_whatever_a_form_says(gone, sent, parent, leads):
    sent.refresh_from_db()
    answer_ask(ask=sent, by=parent, leads=leads)
    assert not Agreement.objects.exists()


def test_what_settled_when_they_left_is_not_settled_by_their_answer(as_parent, url, sent, gone):
    sent.refresh_from_db()
    form = {"do": "answer", "outcome": "answered", "answer": "Ask Kim.", "version": sent.version}
    page = said(as_parent.post(url, form, follow=True))
    assert "Written down. They answered." in page
    assert "Settled." not in page.partition("Undo")[0]


def test_no_day_to_be_reminded_on(as_parent, url, sent, parent, gone):
    day = (now() + timedelta(days=8)).date()
    page = said(as_parent.post(url, {"do": "later", "day": day.isoformat()}, follow=True))
    assert "They have left the team, so no reminder will come." in page
    assert "We will remind you" not in page
    sent.refresh_from_db()
    with pytest.raises(Refused):
        snooze_ask(ask=sent, by=parent, day=day)


def test_a_draft_that_is_sent_to_them_promises_no_reminder(as_parent, room, parent, jane):
    draft = draft_ask(case=room, by=parent, text="Who leads this?", member=jane)
    member_left(member=jane, by=parent, on=now().date())
    draft.refresh_from_db()
    send_ask(ask=draft, by=parent, channel="copied")
    page = said(as_parent.get(f"/room/{room.key}/?ask={draft.key}"))
    assert "Written down. Jane has left the team, so no reminder will come." in page


NEW_DOOR = "Ana is the one to ask about this now."


@pytest.mark.parametrize("leads", [True, False])
def test_the_next_door_is_who_took_over_or_would_be_asked(as_parent, room, url, sent, gone, parent, leads):
    assert NEW_DOOR not in said(as_parent.get(url))
    ana = add_member(case=room, by=parent, name="Ana Ruiz", said="Ana Ruiz, LMFT")
    if leads:
        agree(member=ana, need=sent.need, by=parent, kind="agreed")
    page = as_parent.get(url)
    assert NEW_DOOR in said(page)
    assert "The agency can say who takes over." not in said(page)
    door = words(as_parent.get(f"/room/{room.key}/questions/new/?next={sent.key}"))
    assert re.findall(r'name="to" value="([^"]*)" checked', door) == [ana.key]
    assert "Jane has left the team since" in door


def left_lines(room):
    return CaseEvent.objects.filter(case=room, kind="member-left").count()


def test_the_log_says_once_that_they_left_and_not_when_they_are_back(room, parent, jane):
    for _ in range(2):
        member_left(member=jane, by=parent, on=now().date())
    assert left_lines(room) == 1
    for _ in range(2):
        member_back(member=jane, by=parent)
    assert left_lines(room) == 0
    member_left(member=jane, by=parent, on=now().date())
    assert left_lines(room) == 1


def test_a_question_about_a_need_that_was_taken_off_says_how_it_waits_again(as_parent, url, room, sent):
    gone = "This need is not on the list any more."
    assert gone not in said(as_parent.get(url))
    left = [need.slug for need in room.needs.exclude(pk=sent.need_id)]
    set_needs(case=room, by=room.owner, needs=left)
    page = said(as_parent.get(url))
    assert f"{gone} If you put it back, the question waits again." in page
    as_parent.post(url, {"do": "remove"})
    assert gone not in said(as_parent.get(url))


GONE = "They left before an answer came"


def test_every_page_says_that_no_answer_is_waited_for(as_parent, room, url, gone):
    waits, _, rest = said(as_parent.get(f"/room/{room.key}/questions/")).partition("No answer came")
    assert ("Could you lead this?" in waits, f"{GONE}. Asked today." in rest) == (False, True)
    assert "When you ask something, it waits here." in waits
    page = said(as_parent.get(url))
    assert "Jane left the team before an answer came. Asked today." in page
    assert GONE in said(as_parent.get(f"/room/{room.key}/team/{gone.key}/"))


def test_an_undone_answer_of_who_left_waits_for_nobody(as_parent, url, sent, parent, jane):
    answer_ask(ask=sent, by=parent)
    member_left(member=jane, by=parent, on=now().date())
    page = said(as_parent.post(url, {"do": "undo"}, follow=True))
    assert "Undone. Jane has left the team, so no answer will come." in page
    assert "waiting again" not in page


def test_back_on_the_team_it_waits_again(as_parent, room, url, gone, parent):
    member_back(member=gone, by=parent)
    page = said(as_parent.get(f"/room/{room.key}/questions/"))
    assert (GONE in page, "No answer came" in page, "Could you lead this?" in page) == (False, False, True)
    assert "Asked today." in said(as_parent.get(url))
