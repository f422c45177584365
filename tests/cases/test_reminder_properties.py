"""The cadence of reminders over any zone, holiday and history."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.reminders import (
    MIN_GAP_DAYS,
    AskEventFact,
    AskHistory,
    WorkCalendar,
    next_reminder,
)
from tests.cases.test_reminders import EARLY, event, history

often = settings(deadline=None, max_examples=80)

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
