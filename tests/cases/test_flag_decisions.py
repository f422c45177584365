"""What the parent decides about a flag stays, comes back, or is undone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from cases.models import Flag
from cases.services import flags
from cases.services.errors import Refused
from cases.services.recheck import recheck
from cases.services.rooms import set_needs
from cases.services.team import member_back, member_left
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def flag(room):
    return Flag.objects.filter(case=room).open().first()


def test_a_second_recheck_changes_nothing(room):
    before = list(Flag.objects.order_by("pk").values())
    recheck(case=room)
    assert list(Flag.objects.order_by("pk").values()) == before


def test_sorted_stays_sorted_on_recheck(room, parent, flag):
    flags.sort_flag(flag=flag, by=parent)
    recheck(case=room)
    flag.refresh_from_db()
    assert flag.state == Flag.State.SORTED


def of_level(room, level):
    return Flag.objects.filter(case=room, level=level).open().first()


@pytest.mark.parametrize(("level", "back"), [("first", 5), ("soon", 16)])
def test_not_now_returns_by_itself_what_comes_first_within_days(
    parent, room, time_machine, moment, level, back
):
    flag = of_level(room, level)
    time_machine.move_to(moment, tick=False)
    flags.put_off_flag(flag=flag, by=parent)
    flag.refresh_from_db()
    assert flag.returns_at == datetime(2026, 3, back, 17, 0, tzinfo=UTC)
    assert flags.return_put_off_flags(now=datetime(2026, 3, back, 16, 59, tzinfo=UTC)) == 0
    assert flags.return_put_off_flags(now=datetime(2026, 3, back, 17, 0, tzinfo=UTC)) == 1
    flag.refresh_from_db()
    assert (flag.state, flag.returns_at) == (Flag.State.OPEN, None)


@pytest.mark.parametrize(("level", "back"), [("first", 8), ("soon", 19)])
def test_not_now_taken_up_again_by_undo_begins_its_days_anew(parent, room, time_machine, moment, level, back):
    flag = of_level(room, level)
    time_machine.move_to(moment, tick=False)
    flags.put_off_flag(flag=flag, by=parent)
    flags.sort_flag(flag=flag, by=parent)
    time_machine.move_to(moment + timedelta(days=3), tick=False)
    flags.undo_flag(flag=flag, by=parent)
    assert (flag.state, flag.returns_at) == ("put-off", datetime(2026, 3, back, 17, 0, tzinfo=UTC))


def test_what_comes_back_during_a_recheck_keeps_its_new_state(room, parent, flag):
    flags.put_off_flag(flag=flag, by=parent)
    Flag.objects.filter(pk=flag.pk).update(params={"role": "as it was before"})
    back = []

    def comes_back_once_it_is_read(execute, sql, params, many, context):
        found = execute(sql, params, many, context)
        if 'FROM "cases_flag"' in sql and not back:
            back.append(flag.pk)
            flags.return_put_off_flags(now=flag.returns_at)
        return found

    with connection.execute_wrapper(comes_back_once_it_is_read):
        recheck(case=room)
    after = Flag.objects.get(pk=flag.pk)
    assert (after.state, after.returns_at, after.params) == (Flag.State.OPEN, None, flag.params)


def test_seeing_it_differently_asks_for_one_line(parent, flag):
    with pytest.raises(Refused, match="one line"):
        flags.differ_on_flag(flag=flag, by=parent, reason="  ")


def test_seeing_it_differently_is_kept_in_the_parents_words(room, parent, flag):
    flags.differ_on_flag(flag=flag, by=parent, reason="Jane told us she does this.")
    recheck(case=room)
    flag.refresh_from_db()
    assert (flag.state, flag.reason) == (Flag.State.DIFFERENT, "Jane told us she does this.")


@pytest.mark.parametrize("decide", [flags.sort_flag, flags.put_off_flag])
def test_every_decision_can_be_undone(parent, flag, decide):
    decide(flag=flag, by=parent)
    flags.undo_flag(flag=flag, by=parent)
    flag.refresh_from_db()
    assert flag.state == Flag.State.OPEN
    with pytest.raises(Refused):
        flags.undo_flag(flag=flag, by=parent)


def test_a_finding_that_is_gone_settles_by_itself_and_opens_again(room, parent):
    flag = Flag.objects.filter(case=room, member__isnull=False).open().first()
    member_left(member=flag.member, by=parent, on=room.created_at.date())
    flag.refresh_from_db()
    assert flag.state == Flag.State.SETTLED
    member_back(member=flag.member, by=parent)
    flag.refresh_from_db()
    assert flag.state == Flag.State.OPEN


def test_two_decisions_at_once_one_wins(parent, flag):
    stale = Flag.objects.get(pk=flag.pk)
    flags.sort_flag(flag=flag, by=parent)
    with pytest.raises(Refused, match="moved on"):
        flags.put_off_flag(flag=stale, by=parent)


WORSE = "If it gets worse tonight, call or text 988. In danger, call 911."


@pytest.mark.parametrize(
    ("need", "form", "told"),
    [
        ("self-harm-suicide", {"do": "not-now"}, True),
        ("home-aggression", {"do": "not-now"}, True),
        ("self-harm-suicide", {"do": "differ", "reason": "We have a plan."}, True),
        ("self-harm-suicide", {"do": "sorted"}, False),
        ("family-conflict", {"do": "not-now"}, False),
    ],
)
def test_letting_safety_wait_says_where_to_turn_tonight(as_parent, room, parent, need, form, told):
    set_needs(case=room, by=parent, needs=[need, "everyday-skills"])
    flag = Flag.objects.filter(case=room, need__slug=need, state="open").first()
    address = f"/room/{room.key}/asks/{flag.key}/"
    assert (WORSE in said(as_parent.post(address, form, follow=True))) is told
    assert (WORSE in said(as_parent.get(address))) is told


def test_letting_the_night_wait_says_where_to_turn(as_parent, room, parent, time_machine, moment):
    time_machine.move_to(moment, tick=False)
    set_needs(case=room, by=parent, needs=["home-aggression", "sibling-impact"])
    flag = Flag.objects.get(case=room, rule="sibling_safety")
    page = as_parent.post(f"/room/{room.key}/asks/{flag.key}/", {"do": "not-now"}, follow=True)
    assert f"Put off. It comes back by itself on Thursday, March 5. {WORSE}" in said(page)
