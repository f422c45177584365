"""``plan_on_unknown_fit`` through the services and on the pages."""

import pytest

from cases.models import Flag
from cases.services.agreements import agree
from cases.services.flags import sort_flag
from cases.services.rooms import set_needs
from cases.services.team import add_member, edit_member, member_left
from cases.services.trainings import add_training
from roles.models import Need
from tests.cases.built import ROOMS, build
from tests.cases.pages import said
from tests.cases.walked import answered, flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
PLAN = "plan_on_unknown_fit"


def room_of(parent, said_of_sam, need, kind="plan", state="OR", **more):
    """Sam Lee is counted on for one need."""
    sam = {"name": "Sam Lee", "said": said_of_sam, kind: [need], **more}
    return build(parent, {"state": state, "age": "6-11", "needs": [need], "team": [sam]})


def told(member, parent, **changes):
    """The form of a person, with what is to change."""
    fields = {name: getattr(member, name) for name in ("name", "said", "believed", "agency", "supervisor")}
    edit_member(member=member, by=parent, version=None, **{**fields, **changes})


def leads(case, parent, need):
    ana = add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    agree(member=ana, need=Need.objects.get(slug=need), by=parent, kind="agreed")
    return ana


@pytest.mark.parametrize(
    ("said_of_sam", "need", "state"),
    [("LCSW", "trauma", "OR"), ("XQZ", "family-conflict", "OR"), ("QMHA", "medication-questions", "NV")],
)
def test_parent_and_coach_read_it(client, catalogue, parent, coach, said_of_sam, need, state):
    flag = flag_of(room_of(parent, said_of_sam, need, state=state), PLAN)
    room = said(_as(client, parent).get(f"/room/{flag.case.key}/"))
    assert flag.tellings.last().words["title"] in room
    assert flag.tellings.last().words["say"] in room
    looked_at(client, flag, parent, coach, [role.name for role in catalogue.roles.values()])


def _as(client, person):
    client.force_login(person)
    return client


def test_room_a2_asks_the_one_the_plan_counts_on(as_parent, catalogue, parent):
    case = build(parent, ROOMS["A2"])
    flag = flag_of(case, PLAN)
    assert (flag.level, flag.member.name, flag.need.slug) == ("first", "Rick Stone", "sexualized-behavior")
    page = as_parent.get(f"/room/{case.key}/questions/new/?f={flag.key}").content.decode()
    assert f'value="{flag.member.key}" checked' in page
    assert not Flag.objects.filter(case=case, rule="fit_unknown", need=flag.need).exists()


def test_a_helper_counted_on_for_medicine_is_not_asked(as_parent, catalogue, parent):
    flag = flag_of(room_of(parent, "QMHA", "medication-questions", state="NV"), PLAN)
    assert flag.member is None
    page = as_parent.get(f"/room/{flag.case.key}/questions/new/?f={flag.key}").content.decode()
    assert 'value="agency" checked' in page


# -- what it asks for settles it ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["plan", "agreed"])
def test_the_name_of_the_training_settles_it(catalogue, parent, kind):
    case = room_of(parent, "LCSW", "trauma", kind)
    add_training(
        member=case.members.get(), by=parent, capability="trauma-treatment", name="certified in TF-CBT"
    )
    assert not is_open(case, PLAN)


@pytest.mark.parametrize("before", ["", "XQZ", "Therapist"])
@pytest.mark.parametrize("kind", ["plan", "agreed"])
def test_the_letters_settle_it(catalogue, parent, before, kind):
    case = room_of(parent, before, "family-conflict", kind)
    assert is_open(case, PLAN)
    assert not is_open(case, "title_unclear")
    told(case.members.get(), parent, said="Sam Lee, LCSW")
    assert not is_open(case, PLAN)


@pytest.mark.parametrize("said_of_sam", ["LCSW", "XQZ", "School psychologist"])
def test_the_name_of_someone_else_settles_it(catalogue, parent, said_of_sam):
    case = room_of(parent, said_of_sam, "depression-anxiety" if said_of_sam != "LCSW" else "trauma")
    assert is_open(case, PLAN)
    need = Need.objects.get(slug=flag_of(case, PLAN).need.slug)
    ana = leads(case, parent, need.slug)
    add_training(member=ana, by=parent, capability="trauma-treatment", name="certified in TF-CBT")
    assert not is_open(case, PLAN)


def test_a_yes_settles_it(catalogue, parent):
    case = room_of(parent, "School psychologist", "depression-anxiety")
    assert answered(flag_of(case, PLAN), parent) == "sorted"


def test_a_no_settles_it_and_nobody_counts_on_them_any_more(catalogue, parent):
    case = room_of(parent, "LCSW", "trauma")
    agree(member=case.members.get(), need=Need.objects.get(slug="trauma"), by=parent, kind="declined")
    assert not is_open(case, PLAN)


# -- a decision holds for the facts it was made on ----------------------------------------------------


@pytest.fixture
def sorted_one(catalogue, parent):
    flag = flag_of(room_of(parent, "XQZ", "family-conflict"), PLAN)
    return sort_flag(flag=flag, by=parent)


def is_now(flag):
    flag.refresh_from_db()
    return flag.state, flag.changed


def test_other_letters_that_tell_no_more_make_it_new_again(sorted_one, parent):
    told(sorted_one.member, parent, said="QZX")
    assert is_now(sorted_one) == ("open", "person")


def test_a_lead_who_came_and_left_makes_it_new_again(sorted_one, parent):
    ana = leads(sorted_one.case, parent, "family-conflict")
    member_left(member=ana, by=parent, on=now().date())
    assert is_now(sorted_one) == ("open", "lead")


def test_a_need_taken_off_and_picked_again_makes_it_new_again(sorted_one, parent):
    set_needs(case=sorted_one.case, by=parent, needs=["everyday-skills"])
    set_needs(case=sorted_one.case, by=parent, needs=["family-conflict"])
    assert is_now(sorted_one) == ("open", "need")


def test_a_yes_keeps_the_decision(sorted_one, parent):
    need = Need.objects.get(slug="family-conflict")
    agree(member=sorted_one.member, need=need, by=parent, kind="agreed")
    assert is_now(sorted_one) == ("sorted", "")
