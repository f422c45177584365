"""A flag is "asked" as long as a question about it waits, however it came to be told again."""

import pytest

from cases.models import Flag, FlagMove
from cases.services import flags
from cases.services.agreements import agree, forget_agreement
from cases.services.asks import answer_ask, draft_ask, reopen_ask, send_ask, withdraw_ask
from cases.services.rooms import set_needs
from cases.services.team import edit_member, member_back, member_left
from tests import factories
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def flag(room):
    """Jane could lead it, and is asked in ``ask``."""
    return Flag.objects.get(case=room, rule="fit_not_asked", need__slug="family-conflict")


@pytest.fixture
def ask(flag, room, parent):
    return factories.waiting_ask(room, parent, flag=flag)


def state(flag):
    return Flag.objects.get(pk=flag.pk).state


def edited(member, by, said):
    edit_member(member=member, by=by, version=None, name=member.name, said=said)


def an_agreement_made_and_taken_back(flag, by):
    edit_member(
        member=flag.member,
        by=by,
        version=None,
        name=flag.member.name,
        said=flag.member.said,
        supervisor="named",
        supervisor_name="Lee",
    )
    agree(member=flag.member, need=flag.need, by=by, kind="agreed")
    yield
    forget_agreement(member=flag.member, need=flag.need, by=by)


def a_no_taken_back(flag, by):
    agree(member=flag.member, need=flag.need, by=by, kind="declined")
    yield
    forget_agreement(member=flag.member, need=flag.need, by=by)


def a_need_off_and_on(flag, by):
    needs = [need.slug for need in flag.case.needs.all()]
    set_needs(case=flag.case, by=by, needs=[slug for slug in needs if slug != flag.need.slug])
    yield
    set_needs(case=flag.case, by=by, needs=needs)


def a_person_gone_and_back(flag, by):
    member_left(member=flag.member, by=by, on=now().date())
    yield
    member_back(member=flag.member, by=by)


def other_letters_and_back(flag, by):
    was = flag.member.said
    edited(flag.member, by, "Jane Miller, QMHA")
    yield
    edited(flag.member, by, was)


TURNS = [
    an_agreement_made_and_taken_back,
    a_no_taken_back,
    a_need_off_and_on,
    a_person_gone_and_back,
    other_letters_and_back,
]


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_gone_and_told_again_is_still_asked_about(turn, flag, ask, parent):
    steps = turn(flag, parent)
    next(steps)
    assert state(flag) == "settled"
    next(steps, None)
    assert state(flag) == "asked"


@pytest.mark.parametrize("turn", TURNS)
def test_without_a_question_it_is_new(turn, flag, ask, parent):
    withdraw_ask(ask=ask, by=parent)
    for _ in turn(flag, parent):
        assert state(flag) == "settled"
    assert state(flag) == "open"


def test_a_question_to_somebody_who_left_waits_for_nobody(room, flag, parent):
    factories.waiting_ask(room, parent, name="Luis", flag=flag)
    member_left(member=factories.member(room, "Luis"), by=parent, on=now().date())
    for _ in a_need_off_and_on(flag, parent):
        assert state(flag) == "settled"
    assert state(flag) == "open"


def test_the_last_of_two_questions_counts_only_who_can_answer(room, flag, ask, parent):
    factories.waiting_ask(room, parent, name="Luis", flag=flag)
    member_left(member=factories.member(room, "Luis"), by=parent, on=now().date())
    assert state(flag) == "asked"
    withdraw_ask(ask=ask, by=parent)
    assert state(flag) == "open"


def test_an_answer_that_fills_the_chair_and_is_taken_back(flag, ask, parent):
    answer_ask(ask=ask, by=parent, leads=False)
    assert state(flag) == "settled"
    reopen_ask(ask=ask, by=parent)
    assert state(flag) == "asked"


# -- what the parent does themselves ------------------------------------------------------------------


def asked_after(decide, flag, room, parent):
    """Decided while it was new; then a question about it is sent all the same."""
    decide(flag=flag, by=parent)
    ask = draft_ask(case=room, by=parent, text="Who?", flag=flag, member=flag.member)
    send_ask(ask=ask, by=parent, channel="copied")
    flag.refresh_from_db()


def differ(**who):
    flags.differ_on_flag(reason="We know.", **who)


@pytest.mark.parametrize("decide", [flags.sort_flag, differ])
@pytest.mark.parametrize("back", [flags.undo_flag, flags.open_flag_again])
def test_a_decision_taken_back_leaves_it_asked(decide, back, flag, room, parent):
    asked_after(decide, flag, room, parent)
    back(flag=flag, by=parent)
    assert state(flag) == "asked"


@pytest.mark.parametrize("back", [flags.undo_flag, flags.open_flag_again])
def test_put_off_while_a_question_waits_it_comes_back_asked(back, flag, ask, parent):
    flag.refresh_from_db()
    flags.put_off_flag(flag=flag, by=parent)
    back(flag=flag, by=parent)
    assert state(flag) == "asked"


def test_what_was_put_off_comes_back_after_fourteen_days_as_what_it_is(room, flag, ask, parent):
    other = Flag.objects.open().filter(case=room).exclude(pk=flag.pk).first()
    flag.refresh_from_db()
    for one in (flag, other):
        flags.put_off_flag(flag=one, by=parent)
    assert flags.return_put_off_flags(now=now() + flags.NOT_NOW) == 2
    assert (state(flag), state(other)) == ("asked", "open")
    moves = [FlagMove.objects.filter(flag=one).first() for one in (flag, other)]
    assert [(move.was, move.became, move.by) for move in moves] == [
        ("put-off", "asked", None),
        ("put-off", "open", None),
    ]


@pytest.mark.parametrize("gone", [True, False])
def test_what_was_put_off_is_new_where_nothing_waits_any_more(gone, flag, ask, parent):
    flag.refresh_from_db()
    flags.put_off_flag(flag=flag, by=parent)
    if gone:
        withdraw_ask(ask=ask, by=parent)
    flags.return_put_off_flags(now=now() + flags.NOT_NOW)
    assert state(flag) == ("open" if gone else "asked")
