"""A decision rests on who could still fill the chair: when the last of them is gone, it is new again."""

import pytest

from cases.models import Flag
from cases.services.agreements import agree
from cases.services.flags import undo_flag
from cases.services.recheck import recheck
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, member_back
from roles.models import Fit, Need
from tests.cases.decided.deciding import (
    FAMILY,
    SAFETY,
    decide,
    each_decision,
    flag_of,
    is_now,
    leaves,
    publish,
    told,
)
from web.clock import now

pytestmark = pytest.mark.django_db
PLANNED = "outside_training"


def add(case, parent, said):
    return add_member(case=case, by=parent, name=said.split(",")[0], said=said)


def says(member, parent, kind, need=SAFETY):
    agree(member=member, need=Need.objects.get(slug=need), by=parent, kind=kind)


@pytest.fixture
def planned(catalogue, parent):
    """Oregon, self-harm: the plan names a QMHA, whose role does not reach."""
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=[SAFETY])
    tasha = add(case, parent, "Tasha Bell, QMHA")
    told(tasha, parent, supervisor="named", supervisor_name="Lee")
    says(tasha, parent, "plan")
    return finish_setup(case=case, by=parent)


@pytest.fixture
def ana(planned, parent):
    """Who could lead it."""
    return add(planned, parent, "Ana Poe, LCSW")


# -- the last who could lead --------------------------------------------------------------------------


@each_decision
def test_the_last_who_could_lead_leaves(planned, ana, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    leaves(ana, parent)
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_the_last_who_could_lead_says_no(planned, ana, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    says(ana, parent, "declined")
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_the_last_who_could_lead_has_other_letters(planned, ana, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    told(ana, parent, said="Ana Poe, QMHA")
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_a_publication_lets_the_last_who_could_lead_reach_less(planned, ana, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    Fit.objects.filter(role__slug="lcsw").update(value="not-trained")
    publish()
    recheck(case=planned)
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_the_last_who_might_leaves(planned, parent, decided):
    lou = add(planned, parent, "Lou, XQZ")
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    leaves(lou, parent)
    assert is_now(flag) == ("open", "might", decided)


@each_decision
def test_the_last_who_might_turns_out_not_to_reach(planned, parent, decided):
    lou = add(planned, parent, "Lou, XQZ")
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    told(lou, parent, said="Lou, QMHA")
    assert is_now(flag) == ("open", "might", decided)


@each_decision
def test_who_had_agreed_and_waited_for_a_name_leaves(planned, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    jane = add(planned, parent, "Jane Miller, CSWA")
    says(jane, parent, "agreed")
    assert flag_of(planned, "no_supervisor").state == "open"
    leaves(jane, parent)
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_who_could_lead_came_after_the_decision_and_leaves(planned, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    ana = add(planned, parent, "Ana Poe, LCSW")
    assert is_now(flag) == (decided, "", "")
    leaves(ana, parent)
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_the_last_who_could_lead_leaves_while_the_flag_is_about_the_chair_itself(case, parent, decided):
    helpers = flag_of(case)
    decide(helpers, decided, parent)
    ana = add(case, parent, "Ana Poe, LCSW")
    decide(flag_of(case, "fit_not_asked"), decided, parent)
    leaves(ana, parent)
    assert is_now(helpers) == ("open", "could", decided)


# -- not the last, or better --------------------------------------------------------------------------


@each_decision
def test_one_of_two_who_could_leaves_and_the_one_it_names_stays(planned, ana, parent, decided):
    bea = add(planned, parent, "Bea Poe, LCSW")
    flag = flag_of(planned, PLANNED)
    assert flag.params["others"] == [ana.pk]
    decide(flag, decided, parent)
    leaves(bea, parent)
    assert is_now(flag) == (decided, "", "")


@each_decision
def test_the_one_it_names_leaves_and_another_could(planned, ana, parent, decided):
    add(planned, parent, "Bea Poe, LCSW")
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    leaves(ana, parent)
    assert is_now(flag) == ("open", "could", decided)


@each_decision
def test_who_might_leaves_and_somebody_could(planned, ana, parent, decided):
    lou = add(planned, parent, "Lou, XQZ")
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    leaves(lou, parent)
    assert is_now(flag) == (decided, "", "")


@each_decision
def test_who_might_turns_out_to_reach(planned, parent, decided):
    lou = add(planned, parent, "Lou, XQZ")
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    told(lou, parent, said="Lou, LCSW")
    assert is_now(flag) == (decided, "", "")


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_entry_changes_nothing(catalogue, parent, turned):
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=[SAFETY, FAMILY])
    team = ["Tasha Bell, QMHA", "Ana Poe, LCSW", "Lou, XQZ"]
    for said in team[::-1] if turned else team:
        add(case, parent, said)
    says(case.members.get(name="Tasha Bell"), parent, "plan")
    finish_setup(case=case, by=parent)
    flag = flag_of(case, PLANNED)
    decide(flag, "sorted", parent)
    leaves(case.members.get(name="Lou"), parent)
    assert is_now(flag)[0] == "sorted"
    leaves(case.members.get(name="Ana Poe"), parent)
    assert is_now(flag) == ("open", "could", "sorted")


# -- the only one who could supervise -----------------------------------------------------------------


@each_decision
def test_the_last_who_could_supervise_came_and_left(planned, parent, decided):
    tim = add(planned, parent, "Tim Orr, RBT")
    flag = Flag.objects.get(case=planned, rule="no_supervisor", member=tim)
    decide(flag, decided, parent)
    kay = add(planned, parent, "Kay Lund, BCBA")
    offered = flag_of(planned, "supervisor_in_the_room")
    decide(offered, decided, parent)
    leaves(kay, parent)
    assert is_now(flag) == ("open", "backers", decided)


@pytest.mark.parametrize("first", [True, False])
def test_one_of_two_who_were_offered_leaves(planned, parent, first):
    add(planned, parent, "Tim Orr, RBT")
    both = [add(planned, parent, said) for said in ("Kay Lund, BCBA", "Pat Day, BCBA")]
    flag = flag_of(planned, "supervisor_in_the_room")
    decide(flag, "sorted", parent)
    leaves(both[0 if first else 1], parent)
    assert is_now(flag) == ("open", "backers", "sorted")


def test_one_more_who_could_supervise_keeps_it(planned, parent):
    add(planned, parent, "Tim Orr, RBT")
    add(planned, parent, "Kay Lund, BCBA")
    flag = flag_of(planned, "supervisor_in_the_room")
    decide(flag, "sorted", parent)
    leaves(add(planned, parent, "Pat Day, BCBA"), parent)
    assert is_now(flag) == ("sorted", "", "")


# -- a leaving that is taken back ---------------------------------------------------------------------


@each_decision
def test_a_leaving_taken_back_leaves_the_decision_as_it_was(planned, ana, parent, decided):
    flag = flag_of(planned, PLANNED)
    decide(flag, decided, parent)
    for _ in range(2):
        leaves(ana, parent)
        assert is_now(flag) == ("open", "could", decided)
        member_back(member=ana, by=parent)
        assert is_now(flag) == (decided, "", "")
    undo_flag(flag=flag, by=parent)
    assert is_now(flag) == ("open", "", "")


def test_what_is_put_off_again_comes_back_later(planned, ana, parent):
    flag = flag_of(planned, PLANNED)
    decide(flag, "put-off", parent)
    leaves(ana, parent)
    member_back(member=ana, by=parent)
    flag.refresh_from_db()
    assert (flag.state, flag.returns_at > now()) == ("put-off", True)


@each_decision
def test_a_helper_who_is_back_is_missed_again(case, parent, decided):
    bo = add(case, parent, "Bo Hart, QMHA")
    flag = flag_of(case)
    decide(flag, decided, parent)
    for _ in range(2):
        leaves(bo, parent)
        assert is_now(flag) == ("open", "helpers", decided)
        member_back(member=bo, by=parent)
        assert is_now(flag) == (decided, "", "")


def test_what_was_done_with_it_meanwhile_stays(planned, ana, parent):
    flag = flag_of(planned, PLANNED)
    decide(flag, "sorted", parent)
    leaves(ana, parent)
    decide(flag_of(planned, PLANNED), "put-off", parent)
    member_back(member=ana, by=parent)
    assert is_now(flag)[0] == "put-off"


def test_another_leaving_is_not_taken_back_with_it(planned, ana, parent):
    bo = add(planned, parent, "Bo Hart, QMHA")
    flag = flag_of(planned, PLANNED)
    decide(flag, "sorted", parent)
    leaves(ana, parent)
    leaves(bo, parent)
    member_back(member=bo, by=parent)
    assert is_now(flag) == ("open", "could", "sorted")
