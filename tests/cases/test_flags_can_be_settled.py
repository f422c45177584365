"""What a flag names as a clear answer settles it, entered the way a parent enters it."""

from datetime import timedelta

import pytest

from cases.models import Agreement, Flag, Member
from cases.services.agreements import agree
from cases.services.asks import promise_ask
from cases.services.letters import resolve_credential
from cases.services.recheck import recheck
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member
from cases.services.trainings import add_training
from roles.models import Need
from tests import factories
from web.clock import now

pytestmark = pytest.mark.django_db


def room_with(parent, said, *needs, name="Sam Lee", believed=""):
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=needs or ("everyday-skills",))
    add_member(case=case, by=parent, name=name, said=said, believed=believed)
    return finish_setup(case=case, by=parent)


def told(member: Member, parent, **changes) -> None:
    """The form of a person, with what is to change."""
    fields = {name: getattr(member, name) for name in ("name", "said", "believed", "agency", "supervisor")}
    edit_member(member=member, by=parent, version=None, **{**fields, **changes})


def is_open(case, rule: str) -> bool:
    return Flag.objects.filter(case=case, rule=rule).open().exists()


@pytest.mark.parametrize("before", ["", "XQZ", "MEd", "Therapist"])
@pytest.mark.parametrize(
    "answer", ["Residential staff", "Therapeutic Mentor", "Case aide", "Sam Lee, LCSW", "Sam Lee, QMHA"]
)
def test_letters_or_a_plain_job_title_settle_an_unclear_title(catalogue, parent, before, answer):
    case = room_with(parent, before)
    assert is_open(case, "title_unclear")
    told(case.members.get(), parent, said=answer)
    assert not is_open(case, "title_unclear")


@pytest.mark.parametrize("said", ["Therapist", "Skills trainer", "Family Support Specialist"])
def test_which_of_several_jobs_it_is_settles_a_title_of_several(catalogue, parent, said):
    case = room_with(parent, said)
    (flag,) = Flag.objects.filter(case=case, rule="title_unclear").open()
    assert flag.tellings.last().words["clear_answer"] == "Which of these jobs it is, or the letters."
    letters = case.members.get().credentials.get()
    known = [catalogue.roles[role.slug] for role in letters.candidates.all()]
    plain = next(role.slug for role in known if not role.ambiguous)
    resolve_credential(credential=letters, by=parent, role=plain)
    assert not is_open(case, "title_unclear")


@pytest.mark.parametrize("said", ["Residential staff", "Omar Said, night staff"])
def test_a_plain_title_told_at_once_is_not_asked_for(catalogue, parent, said):
    case = room_with(parent, said, name="Omar Said")
    assert not is_open(case, "title_unclear")
    (letters,) = case.members.get().credentials.all()
    assert letters.text in said
    assert (letters.kind, letters.role) == ("title", None)


def test_a_degree_beside_a_plain_title_is_still_asked_for_its_license(catalogue, parent):
    case = room_with(parent, "Sam Lee, MSW")
    assert is_open(case, "degree_not_license")


@pytest.mark.parametrize("answer", [{"said": "Sam Lee, MSW, LCSW"}, {"supervisor": "named"}])
def test_a_license_or_a_supervisor_settles_a_degree(catalogue, parent, answer):
    case = room_with(parent, "Sam Lee, MSW", "family-conflict")
    told(case.members.get(), parent, supervisor_name="Pat Lund", **answer)
    assert not is_open(case, "degree_not_license")


@pytest.mark.parametrize(("said", "rule"), [("QMHA", "no_supervisor"), ("CSWA", "license_on_the_way")])
def test_the_name_of_a_supervisor_settles_who_stands_behind_the_work(catalogue, parent, said, rule):
    case = room_with(parent, f"Sam Lee, {said}")
    assert is_open(case, rule)
    told(case.members.get(), parent, supervisor="named", supervisor_name="Pat Lund")
    assert not is_open(case, rule)


@pytest.mark.parametrize(("said", "need"), [("LCSW", "family-conflict"), ("LCSW", "self-harm-suicide")])
def test_a_yes_settles_a_fit_that_was_not_asked(catalogue, parent, said, need):
    case = room_with(parent, f"Sam Lee, {said}", need)
    assert is_open(case, "fit_not_asked")
    agree(member=case.members.get(), need=Need.objects.get(slug=need), by=parent, kind=Agreement.Kind.AGREED)
    assert not is_open(case, "fit_not_asked")


def test_a_yes_with_the_name_of_a_supervisor_fills_the_chair(catalogue, parent):
    case = room_with(parent, "Sam Lee, CSWA", "family-conflict")
    member, need = case.members.get(), Need.objects.get(slug="family-conflict")
    agree(member=member, need=need, by=parent, kind=Agreement.Kind.AGREED)
    told(member, parent, supervisor="named", supervisor_name="Pat Lund")
    assert not Flag.objects.filter(case=case, need=need).open().exists()
    assert recheck(case=case).coverage.row("family-conflict").has_lead


def test_a_person_who_leads_instead_settles_what_the_plan_asked_of_a_helper(catalogue, parent):
    case = room_with(parent, "Sam Lee, QMHA", "family-conflict")
    need = Need.objects.get(slug="family-conflict")
    agree(member=case.members.get(), need=need, by=parent, kind=Agreement.Kind.PLAN)
    assert is_open(case, "outside_training")
    ana = add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    agree(member=ana, need=need, by=parent, kind=Agreement.Kind.AGREED)
    assert not is_open(case, "outside_training")


def test_a_name_for_the_lead_settles_a_gap(catalogue, parent):
    case = room_with(parent, "Sam Lee, QMHA", "unclear-diagnosis")
    assert is_open(case, "gap")
    ana = add_member(case=case, by=parent, name="Ana Poe", said="Ana Poe, LCSW")
    agree(member=ana, need=Need.objects.get(slug="unclear-diagnosis"), by=parent, kind=Agreement.Kind.AGREED)
    assert not is_open(case, "gap")


def test_a_job_in_plain_words_settles_a_belief(catalogue, parent):
    case = room_with(parent, "Sam Lee, QMHA", "trauma", believed="therapist")
    assert is_open(case, "belief_vs_role")
    told(case.members.get(), parent, believed="skills trainer")
    assert not is_open(case, "belief_vs_role")


def test_a_date_settles_a_late_answer(catalogue, parent):
    case = room_with(parent, "Sam Lee, LCSW", "family-conflict")
    ask = factories.waiting_ask(case, parent, name="Sam Lee")
    recheck(case=case, now=now() + timedelta(days=30))
    assert is_open(case, "still_waiting")
    promise_ask(ask=ask, by=parent, day=(now() + timedelta(days=60)).date())
    recheck(case=case, now=now() + timedelta(days=30))
    assert not is_open(case, "still_waiting")


def test_the_name_of_a_training_settles_what_depended_on_it(catalogue, parent):
    case = room_with(parent, "Sam Lee, LCSW", "trauma")
    (flag,) = Flag.objects.filter(case=case, rule="fit_unknown").open()
    add_training(
        member=case.members.get(), by=parent, capability=flag.params["capability"], name="certified in TF-CBT"
    )
    assert not is_open(case, "fit_unknown")
