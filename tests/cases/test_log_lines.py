"""What is taken back takes its own line out of the log, and nobody else's."""

import pytest

from cases.models import Ask, Flag
from cases.services import asks
from cases.services.flags import open_flag_again, sort_flag, undo_flag
from cases.services.team import add_member
from cases.wording import PARENT
from cases.wording.log import say
from roles.models import Need
from tests import factories
from tests.cases.pages import as_told

pytestmark = pytest.mark.django_db


def lines(room, **which):
    return sorted(say(e.kind, e.params, PARENT) for e in room.events.filter(**which))


@pytest.fixture
def two(room, parent):
    """Questions to Ann and to Anna, whose names begin alike."""
    for name in ("Ann", "Anna"):
        add_member(case=room, by=parent, name=name, said="LCSW")
    return [factories.waiting_ask(room, parent, name=name) for name in ("Ann", "Anna")]


@pytest.mark.parametrize("reply", [asks.answer_ask, asks.decline_ask])
def test_reopening_one_question_keeps_the_line_of_another(reply, two, room, parent):
    for ask in two:
        reply(ask=ask, by=parent)
    asks.reopen_ask(ask=Ask.objects.get(pk=two[0].pk), by=parent)
    (line,) = lines(room, kind__in=["answered", "said-no"])
    assert line.startswith("Anna ")


def test_not_sending_one_question_keeps_the_line_of_another(two, room, parent):
    again = factories.waiting_ask(room, parent, name="Ann")
    asks.unsend_ask(ask=again, by=parent)
    assert lines(room, kind="asked") == ["You asked Ann a question.", "You asked Anna a question."]


def test_undoing_one_sorted_flag_keeps_the_lines_of_the_others(room, parent):
    flags = list(Flag.objects.filter(case=room).open()[:3])
    for flag in flags:
        sort_flag(flag=flag, by=parent)
    undo_flag(flag=Flag.objects.get(pk=flags[0].pk), by=parent)
    expected = sorted(f"You said this is sorted: {as_told(flag)['title']}" for flag in flags[1:])
    assert lines(room, kind="settled") == expected


def test_opening_a_sorted_flag_again_keeps_what_was_said_then(room, parent):
    flag = Flag.objects.filter(case=room).open().first()
    sort_flag(flag=flag, by=parent)
    open_flag_again(flag=flag, by=parent)
    assert len(lines(room, kind="settled")) == 1


def test_an_answer_taken_back_takes_both_its_lines(room, parent):
    need = Need.objects.get(slug="self-harm-suicide")
    ask = factories.waiting_ask(room, parent, need=need)
    before = lines(room)
    asks.answer_ask(ask=ask, by=parent, leads=True)
    assert len(lines(room)) == len(before) + 2
    asks.reopen_ask(ask=ask, by=parent)
    assert lines(room) == before


def test_what_was_said_before_the_answer_stays(room, parent):
    ask = factories.waiting_ask(room, parent)
    asks.unclear_ask(ask=ask, by=parent)
    asks.nudge_ask(ask=ask, by=parent)
    before = lines(room)
    asks.answer_ask(ask=ask, by=parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert lines(room) == before
