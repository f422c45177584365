"""A decision after the facts got worse, and decisions that are taken back."""

from datetime import timedelta

import pytest

from cases.models import Flag
from cases.services import flags
from cases.services.errors import Refused
from cases.services.recheck import recheck
from tests.cases.decided.deciding import (
    decide,
    each_decision,
    flag_of,
    is_now,
    lead,
    loses,
)
from web.clock import now

pytestmark = pytest.mark.django_db


@each_decision
def test_the_next_decision_holds_for_the_new_facts(case, parent, decided):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    loses(lead(case, parent), parent)
    decide(flag_of(case), decided, parent)
    recheck(case=case)
    assert is_now(flag)[0] == decided
    loses(lead(case, parent, name="Ana Poe"), parent)
    assert is_now(flag) == ("open", "lead", decided)


def test_what_the_facts_opened_cannot_be_undone(case, parent):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    loses(lead(case, parent), parent)
    with pytest.raises(Refused, match="nothing to undo"):
        flags.undo_flag(flag=flag_of(case), by=parent)


def test_an_undone_decision_says_again_what_had_changed(case, parent):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    loses(lead(case, parent), parent)
    decide(flag_of(case), "put-off", parent)
    flags.undo_flag(flag=flag_of(case), by=parent)
    assert is_now(flag) == ("open", "lead", "sorted")


def test_an_undone_decision_keeps_nothing_to_hold_facts_against(case, parent):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    flags.undo_flag(flag=flag, by=parent)
    lead(case, parent)
    assert is_now(flag) == ("settled", "", "")
    loses(case.members.get(name="Rita Moss"), parent)
    assert is_now(flag) == ("open", "", "")


def test_what_the_parent_opened_themselves_says_nothing_changed(case, parent):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    loses(lead(case, parent), parent)
    decide(flag_of(case), "sorted", parent)
    flags.open_flag_again(flag=flag_of(case), by=parent)
    assert is_now(flag) == ("open", "", "")


def test_what_comes_back_by_itself_after_fourteen_days_says_nothing_changed(case, parent):
    flag = flag_of(case)
    decide(flag, "put-off", parent)
    flags.return_put_off_flags(now=now() + timedelta(days=15))
    assert is_now(flag) == ("open", "", "")
    assert flag.basis is None  # there is no decision any more for facts to be held against


def test_a_question_on_its_way_keeps_what_had_changed(case, parent):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    loses(lead(case, parent), parent)
    flags.ask_about_flag(flag=flag_of(case), by=parent)
    flags.open_flag_again(flag=flag_of(case), by=parent)
    assert is_now(flag) == ("open", "lead", "sorted")


def test_a_recheck_after_a_decision_changes_nothing_the_second_time(case, parent):
    decide(flag_of(case), "sorted", parent)
    recheck(case=case)
    before = list(Flag.objects.order_by("pk").values())
    recheck(case=case)
    assert list(Flag.objects.order_by("pk").values()) == before
