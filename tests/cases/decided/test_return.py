"""A flag the parent decided about is new again when the facts get worse, and says what changed."""

from datetime import timedelta

import pytest

from cases.models import Flag, FlagMove
from cases.services import flags
from cases.services.recheck import recheck
from cases.services.rooms import set_needs
from cases.services.team import add_member, member_back
from roles.models import CatalogueVersion, Need
from tests.cases.decided.deciding import (
    FAMILY,
    SAFETY,
    SAID,
    SKILLS,
    decide,
    each_decision,
    flag_of,
    is_now,
    lead,
    leaves,
    loses,
    publish,
    told,
)
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db


# -- worse: it is new again ---------------------------------------------------------------------------


@each_decision
def test_a_lead_who_came_and_is_lost_makes_it_new_again(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    loses(lead(case, parent), parent)
    assert is_now(flag) == ("open", "lead", decided)


@each_decision
def test_a_lead_who_left_asks_for_a_successor_whatever_was_decided(as_parent, case, parent, decided):
    decide(flag_of(case), decided, parent)
    leaves(lead(case, parent), parent)
    assert flag_of(case, "successor_missing").state == "open"
    assert "Nothing to ask about right now" not in said(as_parent.get(f"/room/{case.key}/"))


@each_decision
def test_another_lead_who_left_makes_the_question_for_a_successor_new_again(case, parent, decided):
    leaves(lead(case, parent), parent)
    flag = flag_of(case, "successor_missing")
    decide(flag, decided, parent)
    leaves(lead(case, parent, name="Ana Poe"), parent)
    assert is_now(flag) == ("open", "lead", decided)


@each_decision
def test_a_level_raised_by_a_publication_makes_it_new_again(case, parent, decided):
    set_needs(case=case, by=parent, needs=[FAMILY])
    flag = Flag.objects.open().get(case=case, need__slug=FAMILY)
    decide(flag, decided, parent)
    publish(family_conflict=True)
    recheck(case=case)
    assert is_now(flag) == ("open", "level", decided)


@each_decision
def test_a_need_that_was_taken_off_and_picked_again_makes_it_new_again(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    set_needs(case=case, by=parent, needs=[SKILLS])
    set_needs(case=case, by=parent, needs=[SAFETY])
    assert is_now(flag) == ("open", "need", decided)


@each_decision
def test_a_need_added_that_waits_for_the_answer_makes_it_new_again(case, parent, decided):
    set_needs(case=case, by=parent, needs=[])
    add_member(case=case, by=parent, name="Lou", said="XQZ")
    flag = flag_of(case, "title_unclear")
    decide(flag, decided, parent)
    set_needs(case=case, by=parent, needs=[FAMILY])
    assert is_now(flag) == ("open", "needs", decided)


@each_decision
def test_other_letters_that_tell_no_more_make_it_new_again(case, parent, decided):
    lou = add_member(case=case, by=parent, name="Lou", said="XQZ")
    flag = flag_of(case, "title_unclear")
    decide(flag, decided, parent)
    told(lou, parent, said="QZX")
    assert is_now(flag) == ("open", "person", decided)


@each_decision
def test_a_helper_who_left_makes_it_new_again(case, parent, decided):
    bo = add_member(case=case, by=parent, name="Bo Hart", said="Bo Hart, QMHA")
    flag = flag_of(case)
    decide(flag, decided, parent)
    leaves(bo, parent)
    assert is_now(flag) == ("open", "helpers", decided)


@each_decision
def test_a_supervisor_who_was_named_and_is_gone_makes_it_new_again(case, parent, decided):
    kim = add_member(case=case, by=parent, name="Kim Roe", said="Kim Roe, QMHA")
    flag = flag_of(case, "no_supervisor")
    decide(flag, decided, parent)
    kim = told(kim, parent, supervisor="named", supervisor_name="Lee")
    told(kim, parent, supervisor="unknown")
    assert is_now(flag) == ("open", "supervisor", decided)


def test_what_was_put_off_comes_back_at_once_and_not_after_fourteen_days(case, parent):
    flag = flag_of(case)
    decide(flag, "put-off", parent)
    loses(lead(case, parent), parent)
    flag.refresh_from_db()
    assert (flag.state, flag.returns_at) == ("open", None)
    assert flags.return_put_off_flags(now=now() + timedelta(days=15)) == 0


def test_the_move_keeps_what_had_changed(case, parent):
    flag = flag_of(case)
    decide(flag, "sorted", parent)
    loses(lead(case, parent), parent)
    move = FlagMove.objects.filter(flag=flag).first()
    assert (move.was, move.became, move.by, move.changed) == ("sorted", "open", None, "lead")


# -- better or the same: the decision stays -----------------------------------------------------------


@each_decision
def test_words_alone_keep_the_decision(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    Need.objects.filter(slug=SAFETY).update(noun="the plan for safety")
    publish()
    recheck(case=case)
    assert is_now(flag) == (decided, "", "")


@each_decision
def test_another_version_of_the_catalogue_alone_keeps_the_decision(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    publish()
    recheck(case=case)
    assert is_now(flag) == (decided, "", "")
    assert flag.catalogue_number == CatalogueVersion.objects.latest().number


@each_decision
def test_a_person_with_another_name_keeps_the_decision(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    told(case.members.get(), parent, name="Tasha B. Bell")
    assert is_now(flag) == (decided, "", "")


@each_decision
def test_one_more_helper_keeps_the_decision(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    leaves(add_member(case=case, by=parent, name="Bo Hart", said="Bo Hart, QMHA"), parent)
    assert is_now(flag) == (decided, "", "")


@each_decision
def test_one_more_need_of_its_own_keeps_the_decision(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    set_needs(case=case, by=parent, needs=[SAFETY, FAMILY])
    assert is_now(flag) == (decided, "", "")


@pytest.mark.parametrize("decided", ["sorted", "different"])
def test_a_lead_who_came_and_stays_keeps_the_decision(case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    lead(case, parent)
    assert is_now(flag) == (decided, "", "")


@pytest.mark.parametrize("decided", ["sorted", "different"])
def test_somebody_who_is_back_keeps_the_decision(case, parent, decided):
    lou = add_member(case=case, by=parent, name="Lou", said="XQZ")
    flag = flag_of(case, "title_unclear")
    decide(flag, decided, parent)
    leaves(lou, parent)
    member_back(member=lou, by=parent)
    assert is_now(flag) == (decided, "", "")


# -- what the page says -------------------------------------------------------------------------------


@each_decision
def test_the_room_and_the_page_say_what_changed(as_parent, case, parent, decided):
    flag = flag_of(case)
    decide(flag, decided, parent)
    loses(lead(case, parent), parent)
    sentence = f"{SAID[decided]} Since then, no one leads this any more."
    room = said(as_parent.get(f"/room/{case.key}/"))
    assert sentence in room
    assert "Nothing to ask about right now" not in room
    assert sentence in said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
