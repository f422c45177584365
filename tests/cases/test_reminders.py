"""The cadence of reminders: a table of days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from cases.reminders import (
    AskEventFact,
    AskHistory,
    Reminder,
    WorkCalendar,
    clock_event,
    due_on,
    next_reminder,
)

PORTLAND = WorkCalendar("America/Los_Angeles")
EARLY = datetime(2020, 1, 1, tzinfo=UTC)


def at(day: str, hour: int = 18, zone: str = "America/Los_Angeles") -> datetime:
    """A moment on somebody's clock, in UTC."""
    return datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def event(id: int, kind: str, moment: datetime, day: str = "") -> AskEventFact:
    return AskEventFact(id=id, kind=kind, at=moment, day=date.fromisoformat(day) if day else None)


def history(*events: AskEventFact, wait: int = 5, **more) -> AskHistory:
    return AskHistory(id=1, wait_days=wait, events=events, **more)


def local_day(reminder: Reminder | None, calendar: WorkCalendar = PORTLAND) -> str:
    assert reminder is not None
    moment = calendar.local(reminder.at)
    assert (moment.hour, moment.minute) == (9, 0)
    return moment.date().isoformat()


ASKED_TUESDAY = event(1, "asked", at("2026-03-10"))


def test_what_was_not_sent_after_all_earns_no_reminder():
    unsent = event(2, "unsent", at("2026-03-10", 19))
    assert next_reminder(history(ASKED_TUESDAY, unsent), PORTLAND, EARLY) is None
    again = event(3, "asked", at("2026-03-12"))
    found = next_reminder(history(ASKED_TUESDAY, unsent, again), PORTLAND, EARLY)
    assert (local_day(found), found.event) == ("2026-03-19", 3)


@pytest.mark.parametrize(("after", "counts_from"), [((), 1), (("answered",), None), (("asked",), 4)])
def test_a_reply_right_after_the_reopening_stops_the_clock_again(after, counts_from):
    told = ("asked", "answered", "reopened", *after)
    found = clock_event(history(*(event(n, kind, at("2026-03-10")) for n, kind in enumerate(told, start=1))))
    assert (found.id if found else None) == counts_from


@pytest.mark.parametrize(
    ("sent", "day", "stage", "escalate", "final"),
    [
        ((), "2026-03-17", 0, False, False),
        ((0,), "2026-03-24", 1, True, False),
        ((0, 1), "2026-03-31", 2, True, True),
    ],
)
def test_stages_fall_on_the_due_day_and_five_and_ten_working_days_later(sent, day, stage, escalate, final):
    found = next_reminder(history(ASKED_TUESDAY, sent={(1, s) for s in sent}), PORTLAND, EARLY)
    assert local_day(found) == day
    assert (found.event, found.stage, found.escalate, found.final) == (1, stage, escalate, final)


def test_after_the_last_stage_there_is_silence():
    assert next_reminder(history(ASKED_TUESDAY, sent={(1, 0), (1, 1), (1, 2)}), PORTLAND, EARLY) is None


@pytest.mark.parametrize(
    ("asked", "wait", "holidays", "day"),
    [
        ("2026-03-13", 1, (), "2026-03-16"),  # Friday to Monday
        ("2026-03-14", 5, (), "2026-03-20"),  # asked on a Saturday: Monday is the first day that counts
        ("2026-05-22", 1, ("2026-05-25",), "2026-05-26"),  # Memorial Day
        ("2026-12-23", 3, ("2026-12-25", "2027-01-01"), "2026-12-29"),
        ("2028-02-25", 2, (), "2028-02-29"),  # a leap day is a day
        ("2027-02-26", 1, (), "2027-03-01"),
        ("2026-03-10", 0, (), "2026-03-11"),  # never on the day of asking
    ],
)
def test_only_days_when_offices_are_open_count(asked, wait, holidays, day):
    calendar = WorkCalendar(PORTLAND.zone, frozenset(map(date.fromisoformat, holidays)))
    found = next_reminder(history(event(1, "asked", at(asked)), wait=wait), calendar, EARLY)
    assert local_day(found, calendar) == day


@pytest.mark.parametrize(
    ("zone", "asked", "utc"),
    [
        ("America/Los_Angeles", "2026-03-05", "2026-03-06T17:00"),  # before the clocks go forward
        ("America/Los_Angeles", "2026-03-06", "2026-03-09T16:00"),  # over the change
        ("America/Los_Angeles", "2026-10-30", "2026-11-02T17:00"),  # and back
        ("Asia/Kathmandu", "2026-03-10", "2026-03-11T03:15"),  # 45 minutes off the hour
        ("Pacific/Chatham", "2026-03-10", "2026-03-10T19:15"),
        ("America/Phoenix", "2026-07-14", "2026-07-15T16:00"),  # no summer time at all
    ],
)
def test_nine_in_the_morning_is_nine_on_the_parents_clock(zone, asked, utc):
    found = next_reminder(history(event(1, "asked", at(asked, zone=zone)), wait=1), WorkCalendar(zone), EARLY)
    assert found.at == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_the_clock_counts_from_the_parents_day_not_from_the_day_in_greenwich():
    late_on_tuesday = event(1, "asked", at("2026-03-10", hour=23))
    assert late_on_tuesday.at.date() == date(2026, 3, 11)
    assert local_day(next_reminder(history(late_on_tuesday, wait=1), PORTLAND, EARLY)) == "2026-03-11"


@pytest.mark.parametrize("kind", ["nudged", "unclear"])
def test_a_chaser_or_a_reply_that_is_not_clear_starts_the_clock_anew(kind):
    found = next_reminder(
        history(ASKED_TUESDAY, event(2, kind, at("2026-03-19")), sent={(1, 0)}), PORTLAND, EARLY
    )
    assert (found.event, found.stage, local_day(found)) == (2, 0, "2026-03-26")


def test_a_promised_day_replaces_the_schedule():
    found = next_reminder(
        history(ASKED_TUESDAY, event(2, "promised", at("2026-03-11"), "2026-04-02")), PORTLAND, EARLY
    )
    assert (found.event, local_day(found)) == (2, "2026-04-02")


def test_a_promise_for_a_sunday_is_looked_at_on_monday():
    promised = event(2, "promised", at("2026-03-11"), "2026-04-05")
    assert local_day(next_reminder(history(ASKED_TUESDAY, promised), PORTLAND, EARLY)) == "2026-04-06"


def test_a_day_the_parent_chose_is_kept_even_on_a_sunday():
    snoozed = event(2, "snoozed", at("2026-03-11"), "2026-04-05")
    assert local_day(next_reminder(history(ASKED_TUESDAY, snoozed), PORTLAND, EARLY)) == "2026-04-05"


@pytest.mark.parametrize("kind", ["answered", "declined", "withdrawn"])
def test_any_reply_stops_the_reminders(kind):
    replied = history(ASKED_TUESDAY, event(2, kind, at("2026-03-11")))
    assert next_reminder(replied, PORTLAND, EARLY) is None
    assert due_on(replied, PORTLAND) is None


def test_a_chaser_noted_after_an_answer_does_not_start_the_reminders_again():
    answered_then_nudged = history(
        ASKED_TUESDAY, event(2, "answered", at("2026-03-11")), event(3, "nudged", at("2026-03-12"))
    )
    assert next_reminder(answered_then_nudged, PORTLAND, EARLY) is None


def test_taking_an_answer_back_restores_the_clock_but_not_within_three_days():
    undone = history(
        ASKED_TUESDAY, event(2, "answered", at("2026-03-16")), event(3, "reopened", at("2026-03-16", 19))
    )
    found = next_reminder(undone, PORTLAND, EARLY)
    assert (found.event, local_day(found)) == (1, "2026-03-19")


def test_an_acknowledgement_moves_no_reminder():
    got_it, again = event(2, "acknowledged", at("2026-03-12")), event(3, "acknowledged", at("2026-03-13"))
    assert local_day(next_reminder(history(ASKED_TUESDAY, got_it), PORTLAND, EARLY)) == "2026-03-17"
    assert local_day(next_reminder(history(ASKED_TUESDAY, got_it, again), PORTLAND, EARLY)) == "2026-03-17"


def test_an_acknowledgement_of_the_first_mail_does_not_postpone_the_chaser():
    got_it, chaser = event(2, "acknowledged", at("2026-03-12")), event(3, "nudged", at("2026-03-19"))
    assert local_day(next_reminder(history(ASKED_TUESDAY, got_it, chaser), PORTLAND, EARLY)) == "2026-03-26"


def test_an_acknowledgement_leaves_a_promised_day_alone():
    events = (
        event(2, "promised", at("2026-03-11"), "2026-04-02"),
        event(3, "acknowledged", at("2026-03-12")),
    )
    assert local_day(next_reminder(history(ASKED_TUESDAY, *events), PORTLAND, EARLY)) == "2026-04-02"


@pytest.mark.parametrize(
    ("named", "then", "due"),
    [
        ("2026-03-13", (), "2026-03-13"),  # before the wait of the nudge ends
        ("2026-04-02", (), "2026-04-02"),  # long after it
        ("2026-03-14", (), "2026-03-16"),  # a Saturday
        ("2026-03-12", (), "2026-03-19"),  # the day of the nudge itself: the day is over
        ("2026-03-11", (), "2026-03-19"),
        ("2026-04-02", ("nudged",), "2026-04-02"),
        ("2026-04-02", ("acknowledged", "nudged"), "2026-04-02"),
        ("2026-04-02", ("unclear",), "2026-03-19"),
        ("2026-04-02", ("unclear", "nudged"), "2026-03-19"),
        ("2026-04-02", ("answered", "reopened", "nudged"), "2026-04-02"),
    ],
)
def test_a_day_they_named_stays_when_the_parent_asks_again(named, then, due):
    later = [event(4 + i, kind, at("2026-03-12", 18 + i)) for i, kind in enumerate(then)]
    events = event(2, "promised", at("2026-03-11"), named), event(3, "nudged", at("2026-03-12"))
    assert local_day(next_reminder(history(ASKED_TUESDAY, *events, *later), PORTLAND, EARLY)) == due


@pytest.mark.parametrize("off", [{"active": False}, {"remind": False}, {"events": ()}])
def test_no_reminder_for_what_is_closed_unwanted_or_never_sent(off):
    facts = {"id": 1, "wait_days": 5, "events": (ASKED_TUESDAY,)} | off
    assert next_reminder(AskHistory(**facts), PORTLAND, EARLY) is None


def test_two_reminders_stay_three_days_apart_over_a_chaser():
    nudged = event(2, "nudged", at("2026-03-17"))
    facts = history(ASKED_TUESDAY, nudged, wait=1, sent={(1, 0)}, last_sent_at=at("2026-03-17", 9))
    assert local_day(next_reminder(facts, PORTLAND, EARLY)) == "2026-03-20"


def test_the_gap_that_ends_on_a_weekend_reaches_to_monday():
    nudged = event(2, "nudged", at("2026-03-19"))
    facts = history(ASKED_TUESDAY, nudged, wait=1, sent={(1, 0)}, last_sent_at=at("2026-03-19", 9))
    assert local_day(next_reminder(facts, PORTLAND, EARLY)) == "2026-03-23"


def test_without_the_moment_of_sending_the_planned_day_keeps_the_gap():
    nudged = event(2, "nudged", at("2026-03-11"))
    facts = history(ASKED_TUESDAY, nudged, wait=1, sent={(1, 0)})
    assert local_day(next_reminder(facts, PORTLAND, EARLY)) == "2026-03-16"


def test_what_was_missed_for_a_month_is_due_now_one_stage_at_a_time():
    noon = at("2026-05-04", 12)
    found = next_reminder(history(ASKED_TUESDAY), PORTLAND, noon)
    assert found.stage == 0
    assert found.at <= noon
    then = next_reminder(history(ASKED_TUESDAY, sent={(1, 0)}, last_sent_at=noon), PORTLAND, noon)
    assert (then.stage, local_day(then)) == (1, "2026-05-07")


@pytest.mark.parametrize(
    ("hour", "moves_to"), [(3, "2026-05-04"), (7, "2026-05-04"), (20, "2026-05-05"), (23, "2026-05-05")]
)
def test_a_late_reminder_waits_for_the_morning(hour, moves_to):
    night = at("2026-05-04", hour)
    found = next_reminder(history(ASKED_TUESDAY), PORTLAND, night)
    assert found.at > night
    assert local_day(found) == moves_to


def test_the_due_day_of_each_stage_can_be_shown_ahead():
    facts = history(ASKED_TUESDAY)
    days = [due_on(facts, PORTLAND, stage) for stage in range(3)]
    assert days == [date(2026, 3, 17), date(2026, 3, 24), date(2026, 3, 31)]


def test_a_morning_is_a_moment_in_utc_whatever_the_clock_of_the_machine():
    morning = PORTLAND.morning(date(2026, 3, 10))
    assert morning.tzinfo is UTC
    assert morning.isoformat() == "2026-03-10T16:00:00+00:00"
