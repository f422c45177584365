"""The cadence of reminders: a table of days, then properties over zones, holidays and histories."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.reminders import (
    MIN_GAP_DAYS,
    AskEventFact,
    AskHistory,
    Reminder,
    WorkCalendar,
    due_on,
    next_reminder,
)

PORTLAND = WorkCalendar("America/Los_Angeles")
often = settings(deadline=None, max_examples=80)
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


def test_an_acknowledgement_postpones_once_by_the_same_wait():
    got_it, again = event(2, "acknowledged", at("2026-03-12")), event(3, "acknowledged", at("2026-03-13"))
    assert local_day(next_reminder(history(ASKED_TUESDAY, got_it), PORTLAND, EARLY)) == "2026-03-24"
    assert local_day(next_reminder(history(ASKED_TUESDAY, got_it, again), PORTLAND, EARLY)) == "2026-03-24"


def test_an_acknowledgement_of_the_first_mail_does_not_postpone_the_chaser():
    got_it, chaser = event(2, "acknowledged", at("2026-03-12")), event(3, "nudged", at("2026-03-19"))
    assert local_day(next_reminder(history(ASKED_TUESDAY, got_it, chaser), PORTLAND, EARLY)) == "2026-03-26"


def test_an_acknowledgement_leaves_a_promised_day_alone():
    events = (
        event(2, "promised", at("2026-03-11"), "2026-04-02"),
        event(3, "acknowledged", at("2026-03-12")),
    )
    assert local_day(next_reminder(history(ASKED_TUESDAY, *events), PORTLAND, EARLY)) == "2026-04-02"


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


# -- properties ---------------------------------------------------------------------------------------

ZONES = st.sampled_from(
    ["America/Los_Angeles", "America/New_York", "America/Phoenix", "Pacific/Honolulu", "America/Anchorage"]
    + [
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
        "UTC",
        "Africa/Casablanca",
    ]
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC))
KINDS = st.sampled_from(["nudged", "promised", "snoozed", "unclear", "acknowledged"])


@st.composite
def calendars(draw) -> WorkCalendar:
    start = date(2024, 1, 1)
    days = draw(st.frozensets(st.integers(0, 2500), max_size=60))
    return WorkCalendar(draw(ZONES), frozenset(start + timedelta(days=n) for n in days))


@st.composite
def histories(draw) -> AskHistory:
    asked = draw(MOMENTS)
    steps = draw(st.lists(st.tuples(KINDS, st.integers(1, 400), st.integers(1, 60)), max_size=5))
    events, moment = [event(1, "asked", asked)], asked
    for number, (kind, hours, ahead) in enumerate(steps, start=2):
        moment += timedelta(hours=hours)
        day = moment.date() + timedelta(days=ahead) if kind in ("promised", "snoozed") else None
        events.append(AskEventFact(id=number, kind=kind, at=moment, day=day))
    return history(*events, wait=draw(st.integers(1, 20)))


def play(facts: AskHistory, calendar: WorkCalendar, lag: timedelta) -> list[datetime]:
    """When everything a question earns goes out, if the machine first looks ``lag`` after it fell due."""
    sent: list[datetime] = []
    ledger: set[tuple[int, int]] = set()
    looked: set[tuple[int, int]] = set()
    now = max(e.at for e in facts.events)
    while found := next_reminder(
        replace(facts, sent=frozenset(ledger), last_sent_at=sent[-1] if sent else None), calendar, now
    ):
        key = (found.event, found.stage)
        assert key not in ledger
        if found.at > now:
            now = found.at + (timedelta(0) if key in looked else lag)
            looked.add(key)
        else:
            sent.append(now)
            ledger.add(key)
    return sent


@often
@given(histories(), calendars(), MOMENTS)
def test_a_reminder_is_always_at_nine_and_never_in_the_night(facts, calendar, now):
    found = next_reminder(facts, calendar, now)
    assert found.at.utcoffset() == timedelta(0)
    assert (calendar.local(found.at).hour, calendar.local(found.at).minute) == (9, 0)


@often
@given(histories(), calendars())
def test_a_reminder_falls_on_a_working_day_unless_the_parent_chose_the_day(facts, calendar):
    found = next_reminder(facts, calendar, EARLY)
    day = calendar.local(found.at).date()
    chosen = {e.day for e in facts.events if e.kind == "snoozed"}
    assert calendar.is_working(day) or day in chosen


@often
@given(histories(), calendars(), st.integers(0, 24 * 20))
def test_however_late_the_machine_runs_each_stage_goes_out_once_and_three_days_apart(facts, calendar, hours):
    sent = play(facts, calendar, timedelta(hours=hours))
    assert len(sent) == 3
    days = [calendar.local(moment).date() for moment in sent]
    assert all((b - a).days >= MIN_GAP_DAYS for a, b in zip(days, days[1:], strict=False))
    assert all(8 <= calendar.local(moment).hour < 20 for moment in sent)


@often
@given(histories(), calendars(), MOMENTS, st.sampled_from(["answered", "declined", "withdrawn"]))
def test_after_a_reply_nothing_comes_whatever_happened_before(facts, calendar, now, kind):
    replied = event(99, kind, max(e.at for e in facts.events) + timedelta(minutes=1))
    assert next_reminder(history(*facts.events, replied), calendar, now) is None


@often
@given(histories(), calendars(), st.randoms())
def test_the_order_in_which_events_are_read_does_not_matter(facts, calendar, rnd):
    shuffled = list(facts.events)
    rnd.shuffle(shuffled)
    same = AskHistory(facts.id, facts.wait_days, tuple(shuffled))
    assert next_reminder(same, calendar, EARLY) == next_reminder(facts, calendar, EARLY)
