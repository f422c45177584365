"""A question about a need that is off the list is kept, and nobody is said to wait for its answer."""

from datetime import timedelta

import pytest

from cases.models import Ask, Flag
from cases.services.asks import answer_ask, promise_ask
from cases.services.errors import Refused
from cases.services.reminders import remind_unanswered
from cases.services.rooms import set_needs
from tests import factories
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(room, parent):
    flag = Flag.objects.filter(case=room, rule="fit_not_asked", member__name="Jane").open().first()
    return factories.waiting_ask(room, parent, "Who is it?", flag=flag)


def take_off(room, parent, ask):
    others = room.needs.exclude(pk=ask.need_id).values_list("slug", flat=True)
    set_needs(case=room, by=parent, needs=list(others))


@pytest.fixture
def off(room, parent, ask):
    take_off(room, parent, ask)
    return ask


def test_the_room_waits_for_what_is_on_the_list(room, ask, as_parent):
    assert "Who is it?" in said(as_parent.get(f"/room/{room.key}/"))


def test_the_room_waits_for_it_no_more_and_the_list_keeps_it(room, off, as_parent):
    assert "Who is it?" not in said(as_parent.get(f"/room/{room.key}/"))
    page = said(as_parent.get(f"/room/{room.key}/questions/"))
    assert "About a need that is off the list “Who is it?”" in page
    assert "Jane. The need is off the list." in page


def test_every_count_agrees(shared_room, off, as_parent, coach, parent):
    factories.sunnys_room(parent)
    (first, _) = as_parent.get("/rooms/").context["rooms"]
    assert first["waiting"] == 0
    assert not Ask.objects.visible_to(coach).to_answer().exists()
    assert as_parent.get("/open/").url != f"/room/{shared_room.key}/questions/{off.key}/"


def test_its_own_page_promises_no_reminder_and_offers_no_nudge(room, ask, as_parent, parent):
    page = f"/room/{room.key}/questions/{ask.key}/"
    before = said(as_parent.get(page))
    assert "we will remind you" in before
    assert "Ask once more, kindly" in before
    take_off(room, parent, ask)
    after = said(as_parent.get(page))
    assert "The need is off the list, so no answer is waited for. Asked today." in after
    assert "No reminder is planned." in after
    for door in ("we will remind you", "Ask once more, kindly", "The next door", "They said they got it"):
        assert door not in after
    assert "No longer needed" in after
    assert "Save the answer" in after


def test_no_clock_runs_until_the_need_is_back(room, ask, parent):
    earned = ask.next_reminder_at
    take_off(room, parent, ask)
    ask.refresh_from_db()
    assert ask.next_reminder_at is None
    set_needs(case=room, by=parent, needs=[*room.needs.values_list("slug", flat=True), ask.need.slug])
    ask.refresh_from_db()
    assert ask.next_reminder_at == earned


def test_no_reminder_is_earned_for_a_clock_that_was_wound_before(room, off):
    due = now() + timedelta(days=9)
    Ask.objects.filter(pk=off.pk).update(next_reminder_at=due)
    assert remind_unanswered(now=due + timedelta(hours=2)) == 0
    off.refresh_from_db()
    assert off.next_reminder_at is None


def test_no_day_is_set_for_what_nobody_waits_for(off, parent):
    with pytest.raises(Refused, match="off the list"):
        promise_ask(ask=off, by=parent, day=now().date() + timedelta(days=5))


def test_an_undone_answer_says_that_nobody_waits(room, off, as_parent, parent):
    answer_ask(ask=off, by=parent, answer="She does.")
    page = as_parent.post(f"/room/{room.key}/questions/{off.key}/", {"do": "undo"}, follow=True)
    assert "Undone. The need is off the list, so no answer is waited for." in said(page)
    assert "waiting again" not in said(page)
