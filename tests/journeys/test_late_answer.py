"""Days pass, nobody answers: the real worker and beat remind once, and put-off flags come back."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.journeys import asking
from tests.journeys.evening import follow_the_mail
from tests.visitor import LAPTOP, PHONE, Family

pytestmark = pytest.mark.browser
HERE = ZoneInfo("America/Los_Angeles")
PUT_OFF = "“Family Support Specialist” can mean more than one role"
ASKED, CHAIR = "fits practice with everyday skills", "Everyday skills"
PRIVATE = re.compile(
    r"sunny|jane|tasha|luis|child|kid|son\b|daughter|therap|coach|self-harm|safety|\b(MSW|CSWA|QMH[AP])\b",
    re.I,
)


def late_morning(days: int) -> float:
    """Seconds from now to eleven o'clock where the family lives, at least ``days`` ahead, on a workday."""
    day = datetime.now(HERE).date() + timedelta(days=days)
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
    return (datetime.combine(day, time(11), tzinfo=HERE) - datetime.now(UTC)).total_seconds()


@pytest.fixture
def later(stack):
    """``later(days)`` opens the same product again on a later day: a copy, so nobody else's days pass."""
    twins = []

    def open_on(days):
        if twins:
            twins[0].restart(shift=late_morning(days))
        else:
            twins.append(stack.twin())
            twins[0].start(shift=late_morning(days))
        return twins[0]

    yield open_on
    for twin in twins:
        twin.remove()


@pytest.fixture
def households(visit, stack):
    """One family at a phone, one at a laptop, each in its room."""
    found = []
    for size, row in zip((PHONE, LAPTOP), stack.inside("families", "2"), strict=True):
        family = Family(**row)
        visitor = visit(size).comes_as(family.cookie)
        visitor.go(family.home)
        found.append((visitor, family))
    return found


def reminders(stack, family):
    return [mail for mail in stack.mails(family.email) if "open item" in mail["Subject"]]


def ask_and_put_off(visitor, family):
    asking.put_question_of(visitor, ASKED)
    visitor.go(family.home)
    visitor.press("Not now", inside=asking.open_flag(visitor, PUT_OFF))
    expect(asking.flag(visitor, PUT_OFF)).to_have_count(0)


def come_back_by_the_mail(visitor, family):
    """Everybody is signed out by then: the link asks to sign in, and opens the question that waits."""
    visitor.signs_out_elsewhere()
    follow_the_mail(visitor, family.email)
    assert visitor.at("/sign-in/")
    visitor.sign_in(family.email, family.password)
    visitor.reads("If not, who could?")
    visitor.reads("What came back?", "Ask once more, kindly", "The next door")


def answer_late(visitor, family):
    mail = visitor.stack.wait_for_mail(family.email)
    assert not PRIVATE.search(f"{mail['Subject']}\n{mail.get_body(('plain',)).get_content()}")
    come_back_by_the_mail(visitor, family)
    asking.write_down(visitor, "They answered", "Yes. Twice a week.")
    visitor.reads("Settled. Tasha leads practice with everyday skills.")
    expect(asking.chair(visitor, CHAIR)).to_have_count(0)
    expect(asking.flag(visitor, PUT_OFF)).to_have_count(0)


def test_one_reminder_when_the_answer_is_late_and_put_off_flags_come_back(later, households):
    for visitor, family in households:
        ask_and_put_off(visitor, family)
    then = later(10)
    for visitor, family in households:
        visitor.stack = then
        answer_late(visitor, family)
    then.wait_for_rounds(3)
    assert [len(reminders(then, family)) for _, family in households] == [1, 1]
    later(17).wait_for_rounds(2)
    for visitor, family in households:
        visitor.go(family.home)
        asking.open_flag(visitor, PUT_OFF)
    assert [len(reminders(then, family)) for _, family in households] == [1, 1]
