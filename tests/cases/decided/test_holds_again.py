"""A slip that is mended costs no decision: "not now" holds until its day, others where all is as it was."""

from datetime import timedelta

import pytest

from cases.models import Flag, FlagMove
from cases.services import flags
from cases.services.agreements import agree
from cases.services.recheck import recheck
from cases.services.rooms import edit_child, set_needs
from cases.services.team import member_back, member_left
from roles.models import Need
from tests.cases.built import build
from tests.cases.decided.deciding import decide, is_now
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
SKILLS, TRAUMA = "everyday-skills", "trauma"
BEN = {"name": "Ben Roe", "said": "Ben Roe, QMHA"}


@pytest.fixture
def bens(parent, catalogue):
    return build(parent, {"age": "6-11", "state": "OR", "needs": [SKILLS], "team": [BEN]})


@pytest.fixture
def flag(bens, parent):
    found = Flag.objects.open().get(case=bens, rule="no_supervisor")
    decide(found, "put-off", parent)
    return found


def left_and_back(case, parent):
    ben = case.members.get()
    member_left(member=ben, by=parent, on=now().date())
    member_back(member=ben, by=parent)


def moved_and_back(case, parent):
    for state in ("WA", "OR"):
        edit_child(case=case, by=parent, nickname="Sunny", age_group="6-11", state=state)


SLIPS = {"left the team": left_and_back, "another state": moved_and_back}


@pytest.mark.parametrize("slip", SLIPS)
def test_not_now_holds_until_its_day_after_a_slip(bens, parent, flag, slip):
    day = flag.returns_at
    SLIPS[slip](bens, parent)
    flag.refresh_from_db()
    assert (flag.state, flag.returns_at, flag.settled_at, flag.ended) == ("put-off", day, None, "")
    before = list(Flag.objects.order_by("pk").values())
    recheck(case=bens)
    assert list(Flag.objects.order_by("pk").values()) == before
    flags.undo_flag(flag=flag, by=parent)
    assert is_now(flag) == ("open", "", "")


def test_not_now_is_over_on_its_day_though_it_had_settled(bens, parent, flag, time_machine):
    ben = bens.members.get()
    member_left(member=ben, by=parent, on=now().date())
    time_machine.move_to(flag.returns_at + timedelta(hours=1))
    assert flags.return_put_off_flags(now=now()) == 0
    member_back(member=ben, by=parent)
    assert is_now(flag) == ("open", "", "")


@pytest.fixture
def anns(parent, catalogue):
    ann = {
        "name": "Ann Poe",
        "said": "Ann Poe, LCSW",
        "agreed": [TRAUMA],
        "training": {"trauma-treatment": "EMDR"},
    }
    doctor = {"name": "Dee Fox", "said": "Dee Fox, MD"}
    return build(parent, {"age": "6-11", "state": "OR", "needs": [TRAUMA], "team": [ann, doctor]})


def says(case, parent, kind):
    agree(member=case.members.get(name="Ann Poe"), need=Need.objects.get(slug=TRAUMA), by=parent, kind=kind)


@pytest.mark.parametrize("decided", ["sorted", "different"])
def test_what_got_worse_by_a_slip_is_decided_again_once_that_is_mended(anns, parent, as_parent, decided):
    flag = Flag.objects.open().get(case=anns, rule="title_unclear")
    decide(flag, decided, parent)
    says(anns, parent, "declined")
    assert is_now(flag)[0] == "open"
    says(anns, parent, "agreed")
    assert is_now(flag) == (decided, "", "")
    assert "Since then" not in said(as_parent.get(f"/room/{anns.key}/"))
    moves = FlagMove.objects.filter(flag=flag, by=None).order_by("pk").values_list("was", "became")
    assert list(moves) == [(decided, "open"), ("open", decided)]
    flags.undo_flag(flag=flag, by=parent)
    assert is_now(flag) == ("open", "", "")


def test_what_is_not_as_it_was_stays_open(anns, parent):
    flag = Flag.objects.open().get(case=anns, rule="title_unclear")
    decide(flag, "sorted", parent)
    says(anns, parent, "declined")
    set_needs(case=anns, by=parent, needs=[TRAUMA, "severe-symptoms"])
    assert is_now(flag)[0] == "open"
