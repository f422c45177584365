"""A question to somebody who left: nobody can answer it, so nothing waits for it."""

import pytest

from cases.models import Flag
from cases.services.agreements import agree
from cases.services.asks import draft_ask, send_ask
from cases.services.team import member_back, member_left
from tests import factories
from tests.cases.pages import said, words
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(room, parent, days):
    """A question to Jane on its way, with the flag it began with."""
    flag = Flag.objects.get(case=room, rule="fit_not_asked", need__slug="family-conflict")
    return factories.waiting_ask(room, parent, flag=flag)


def leaves(ask, parent):
    member_left(member=ask.member, by=parent, on=ask.asked_at.date())


def test_the_room_asks_somebody_else_and_never_once_more(as_parent, room, parent, ask, days):
    leaves(ask, parent)
    days.live("2026-03-20 10:00")
    text = said(as_parent.get(f"/room/{room.key}/"))
    assert "Ask once more" not in text
    assert "question to Jane still waits" not in text


@pytest.fixture
def said_no(room, parent):
    """Everybody said no, and Tasha is asked who else could."""
    need = room.needs.get(slug="everyday-skills")
    for member in room.members.all():
        agree(member=member, need=need, by=parent, kind="declined")
    flag = Flag.objects.get(case=room, rule="everyone_said_no", need=need)
    asked_about(flag, parent, member=factories.member(room, "Tasha"))
    return flag


def asked_about(flag, by, **whom):
    ask = draft_ask(case=flag.case, by=by, text="Who could?", flag=flag, **whom)
    send_ask(ask=ask, by=by, channel="copied")


def state_after(act, flag, **more):
    act(member=factories.member(flag.case, "Tasha"), by=flag.case.owner, **more)
    return Flag.objects.get(pk=flag.pk).state


def test_what_rested_while_they_were_asked_is_new_again_and_back(said_no):
    assert state_after(member_left, said_no, on=now().date()) == "open"
    assert state_after(member_back, said_no) == "asked"


def test_what_somebody_else_was_asked_too_keeps_waiting(said_no, parent):
    asked_about(said_no, parent, to_whom="the agency")
    assert state_after(member_left, said_no, on=now().date()) == "asked"


def test_the_question_itself_offers_the_next_door_and_no_nudge(as_parent, room, parent, ask):
    leaves(ask, parent)
    page = as_parent.get(f"/room/{room.key}/questions/{ask.key}/")
    text = said(page)
    assert "Jane left the team." in text
    assert "The next door" in text
    for gone in ("Ask once more", "I asked again", "Remind me later", "They named a day"):
        assert gone not in text
    assert f"?next={ask.key}" in words(page)
