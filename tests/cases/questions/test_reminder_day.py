"""The page says on which day the reminder leaves, also when it waits in the outbox."""

import pytest

from cases.services import asks
from tests import factories
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def reads(client, room, parent):
    """``reads(ask)``: what the page of a question says by now."""

    def reads(ask):
        client.force_login(parent)
        return said(client.get(f"/room/{room.key}/questions/{ask.key}/"))

    return reads


def test_a_reminder_held_for_the_night_leaves_in_the_morning(days, room, parent, reads):
    ask = factories.waiting_ask(room, parent)
    days.live("2026-03-09 21:00")
    assert days.sweep() == 1
    assert "we will remind you on Tuesday, March 10." in reads(ask)


def test_a_reminder_held_after_another_one_says_when_it_leaves(days, room, parent, reads):
    factories.waiting_ask(room, parent)
    days.live("2026-03-03 10:00")
    ask = factories.waiting_ask(room, parent, text="Who can do family therapy?", name="Luis")
    assert days.run("2026-03-09 09:01") == 1
    assert days.run("2026-03-10 09:01") == 0
    assert "we will remind you on Thursday, March 12." in reads(ask)


def test_what_waits_under_an_older_clock_is_not_promised(days, room, parent, reads):
    ask = factories.waiting_ask(room, parent)
    days.live("2026-03-09 21:00")
    days.sweep()
    asks.nudge_ask(ask=ask, by=parent)
    assert "we will remind you on Monday, March 16." in reads(ask)
