"""A flag the parent decided about is new again when the facts get worse, and says what changed."""

from datetime import timedelta
from functools import partial

import pytest

from cases.keys import new_key
from cases.models import Flag, FlagMove
from cases.services import flags
from cases.services.agreements import agree
from cases.services.errors import Refused
from cases.services.recheck import recheck
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member, member_back, member_left
from roles.models import CatalogueVersion, Need
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
SAFETY, FAMILY, SKILLS = "self-harm-suicide", "family-conflict", "everyday-skills"

DECISIONS = {
    "sorted": flags.sort_flag,
    "put-off": flags.put_off_flag,
    "different": partial(flags.differ_on_flag, reason="We have a plan."),
}
SAID = {
    "sorted": "You said this is sorted.",
    "put-off": "You said not now.",
    "different": "You saw this differently.",
}
each_decision = pytest.mark.parametrize("decided", DECISIONS)


@pytest.fixture
def case(catalogue, parent):
    """Oregon, self-harm, and a QMHA with a supervisor: helpers, and no lead."""
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=[SAFETY])
    tasha = add_member(case=case, by=parent, name="Tasha Bell", said="Tasha Bell, QMHA")
    told(tasha, parent, supervisor="named", supervisor_name="Lee")
    return finish_setup(case=case, by=parent)


def told(member, parent, **changes):
    """The form of a person, with what is to change."""
    fields = {name: getattr(member, name) for name in ("name", "said", "believed", "agency", "supervisor")}
    return edit_member(member=member, by=parent, version=None, **{**fields, **changes})


def flag_of(case, rule="helpers_no_lead"):
    return Flag.objects.get(case=case, rule=rule)


def decide(flag, decided, parent):
    DECISIONS[decided](flag=flag, by=parent)
    flag.refresh_from_db()
    assert flag.state == decided


def lead(case, parent, need=SAFETY, name="Rita Moss"):
    """Somebody who leads it."""
    rita = add_member(case=case, by=parent, name=name, said=f"{name}, LCSW")
    agree(member=rita, need=Need.objects.get(slug=need), by=parent, kind="agreed")
    return rita


def leaves(member, parent):
    member_left(member=member, by=parent, on=now().date())


def loses(member, parent, need=SAFETY):
    """They take it back and go: the chair is as it was before they came."""
    agree(member=member, need=Need.objects.get(slug=need), by=parent, kind="declined")
    leaves(member, parent)


def is_now(flag):
    flag.refresh_from_db()
    return flag.state, flag.changed, flag.changed_from


def publish(**needs):
    """The next version of the catalogue, in which these needs are a matter of safety, or nothing is new."""
    for slug, safety in needs.items():
        Need.objects.filter(slug=slug.replace("_", "-")).update(safety=safety)
    last = CatalogueVersion.objects.latest()
    CatalogueVersion.objects.create(
        number=last.number + 1, digest=new_key(), published_at=now(), checked_on=last.checked_on
    )


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


# -- a decision after that, and undo ------------------------------------------------------------------


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
