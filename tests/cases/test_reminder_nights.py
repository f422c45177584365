"""No mail in the night of the parent's zone, whatever was late: the sweep, the post, or the parent's move."""

from datetime import UTC, datetime

import pytest

from accounts.services import save_settings
from cases.models import Ask
from cases.reminders import WorkCalendar, awake, mail_from
from notify.models import Delivery
from tests import factories
from tests.cases.days import at

HONOLULU = "Pacific/Honolulu"


@pytest.fixture
def waiting(db, room, parent, days):
    """Due on Monday the 9th at nine."""
    return factories.waiting_ask(room, parent)


@pytest.mark.parametrize(
    ("caught_up", "leaves"),
    [
        ("2026-03-11 02:30", "2026-03-11 09:00"),
        ("2026-03-11 07:59", "2026-03-11 09:00"),
        ("2026-03-11 08:00", "2026-03-11 08:00"),
        ("2026-03-11 19:59", "2026-03-11 19:59"),
        ("2026-03-11 20:00", "2026-03-12 09:00"),
        ("2026-03-13 23:30", "2026-03-14 09:00"),
    ],
)
def test_what_the_sweep_catches_up_with_at_night_waits_for_the_morning(waiting, days, caught_up, leaves):
    days.live(caught_up)
    assert days.sweep() == 1
    assert Delivery.objects.get().not_before == at(leaves)


def test_a_night_of_sweeps_and_deliveries_sends_one_mail_in_the_morning(waiting, days):
    assert [days.run(f"2026-03-11 {hour:02}:30") for hour in range(11)] == [0] * 9 + [1, 0]


def test_a_mail_server_that_is_back_at_night_gets_the_reminder_in_the_morning(waiting, days):
    days.live("2026-03-09 09:01")
    days.sweep()
    assert days.run("2026-03-10 03:00") == 0
    row = Delivery.objects.get()
    assert (row.state, row.not_before, row.attempts) == ("waiting", at("2026-03-10 09:00"), 0)
    assert days.run("2026-03-10 09:00") == 1


def test_a_new_time_zone_winds_the_clocks_of_that_person_anew(waiting, parent, days):
    save_settings(by=parent, display_name="Renee", time_zone=HONOLULU)
    waiting.refresh_from_db()
    assert waiting.next_reminder_at == at("2026-03-09 09:00", HONOLULU)


def test_the_page_for_settings_winds_them_too(as_parent, waiting):
    as_parent.post("/me/", {"display_name": "Renee", "time_zone": HONOLULU})
    waiting.refresh_from_db()
    assert waiting.next_reminder_at == at("2026-03-09 09:00", HONOLULU)


def test_nobody_elses_clock_moves_and_a_new_name_moves_none(waiting, parent, other_parent, days):
    days.live("2026-03-02 12:00")
    Ask.objects.update(next_reminder_at=at("2026-03-10 09:00"))
    save_settings(by=other_parent, display_name="Alex", time_zone=HONOLULU)
    save_settings(by=parent, display_name="R.", time_zone=parent.time_zone)
    waiting.refresh_from_db()
    assert waiting.next_reminder_at == at("2026-03-10 09:00")


def test_a_row_earned_before_the_move_leaves_in_the_morning_of_the_new_zone(waiting, parent, days):
    days.live("2026-03-09 09:01")
    days.sweep()
    save_settings(by=parent, display_name="Renee", time_zone=HONOLULU)
    assert days.run("2026-03-09 06:02", HONOLULU) == 0
    assert days.run("2026-03-09 09:00", HONOLULU) == 1


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kathmandu", "Pacific/Chatham", HONOLULU])
def test_awake_is_never_in_the_night_and_never_earlier(zone):
    calendar = WorkCalendar(zone)
    for hour in range(24):
        moment = datetime(2026, 3, 8, hour, 15, tzinfo=UTC)
        assert awake(calendar, moment) >= moment
        assert 8 <= calendar.local(awake(calendar, moment)).hour < 20


@pytest.mark.parametrize(
    ("now", "told", "safety", "leaves"),
    [
        ("2026-03-10 10:00", None, False, "2026-03-10 10:00"),
        ("2026-03-10 10:00", "2026-03-09 09:00", False, "2026-03-12 09:00"),
        ("2026-03-12 08:15", "2026-03-09 17:00", False, "2026-03-12 08:15"),
        ("2026-03-12 21:00", "2026-03-09 17:00", False, "2026-03-13 09:00"),
        ("2026-03-13 10:00", "2026-03-12 09:00", False, "2026-03-16 09:00"),  # three days on is a Sunday
        ("2026-03-10 10:00", "2026-03-09 09:00", True, "2026-03-10 10:00"),
        ("2026-03-10 22:00", "2026-03-09 09:00", True, "2026-03-11 09:00"),
    ],
)
def test_one_person_gets_a_mail_with_reminders_every_third_day_at_most(now, told, safety, leaves):
    calendar = WorkCalendar("America/Los_Angeles")
    assert mail_from(calendar, at(now), told_at=told and at(told), safety=safety) == at(leaves)
