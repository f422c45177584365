"""An extra training through the services and on the pages: told, under way, certified, and taken back."""

import pytest

from cases.models import CaseEvent, Training
from cases.reader import read
from cases.services.agreements import agree
from cases.services.credentials import read_again
from cases.services.errors import Refused
from cases.services.flags import sort_flag
from cases.services.team import add_member
from cases.services.trainings import add_training, certify_training, remove_training, uncertify_training
from roles.models import Need
from tests import factories
from tests.cases.built import ROOMS, build
from tests.cases.pages import said
from tests.cases.walked import flag_of, is_open, looked_at
from web.clock import now

pytestmark = pytest.mark.django_db
UNPROVEN = "training_unproven"
NEED = "sexualized-behavior"


@pytest.fixture
def case(catalogue, parent):
    """Ann Roe agreed to a safety need, and told of what is called a webinar and was a full course."""
    room = build(parent, ROOMS["B1"])
    Training.objects.filter(member__case=room).update(says_short=False)
    return room


def training_of(case) -> Training:
    return Training.objects.get(member__case=case)


def leads(case) -> bool:
    return read(case, now=now()).coverage.row(NEED).has_lead


# -- what settles it ----------------------------------------------------------------------------------


def test_a_certificate_settles_it_and_fills_the_chair(case, parent):
    assert (is_open(case, UNPROVEN), leads(case)) == (True, False)
    certify_training(training=training_of(case), by=parent, kind="full")
    assert (is_open(case, UNPROVEN), leads(case)) == (False, True)


@pytest.mark.parametrize(("kind", "why"), [("", "kind"), ("short", "short")])
def test_a_certificate_of_an_hour_or_of_nobody_knows_what_fills_no_chair(case, parent, kind, why):
    certify_training(training=training_of(case), by=parent, kind=kind)
    assert (is_open(case, UNPROVEN), leads(case), flag_of(case, UNPROVEN).why) == (True, False, why)


def test_what_kind_it_is_may_be_told_after_the_certificate(case, parent):
    training = training_of(case)
    for kind, leading in (("", False), ("full", True), ("short", False)):
        certify_training(training=training, by=parent, kind=kind)
        assert leads(case) is leading
    assert CaseEvent.objects.filter(case=case, kind="certified").count() == 1
    uncertify_training(training=training, by=parent)
    assert (training_of(case).standing, training_of(case).kind) == ("told", "")


def test_a_kind_that_is_none_is_kindly_refused(case, parent):
    with pytest.raises(Refused):
        certify_training(training=training_of(case), by=parent, kind="long")


def test_a_known_training_written_down_instead_settles_it_until_that_is_checked(catalogue, parent):
    spec = {"state": "OR", "age": "6-11", "needs": ["trauma"]}
    who = {"name": "Ann Roe", "said": "LPC", "agreed": ["trauma"], "training": {"trauma-treatment": "a talk"}}
    case = build(parent, {**spec, "team": [who]})
    assert flag_of(case, UNPROVEN).need.slug == "trauma"
    add_training(member=case.members.get(), by=parent, capability="trauma-treatment", name="TF-CBT")
    (flag,) = case.flags.filter(rule=UNPROVEN).open()
    assert (flag.need, flag.why, flag.level) == (None, "told", "know")
    certify_training(training=Training.objects.get(member__case=case, name="TF-CBT"), by=parent)
    assert not is_open(case, UNPROVEN)


def test_a_second_training_stands_beside_the_first(case, parent):
    certify_training(training=training_of(case), by=parent, kind="full")
    member = case.members.get()
    add_training(member=member, by=parent, capability="sexual-behavior", name="A podcast")
    kept = Training.objects.filter(member=member).order_by("pk").values_list("name", "standing")
    assert list(kept) == [("one-hour webinar", "certified"), ("A podcast", "told")]
    assert leads(case)


def test_the_same_name_again_is_the_same_training(case, parent):
    member = case.members.get()
    told = {"member": member, "by": parent, "capability": "sexual-behavior", "name": "One-hour Webinar"}
    add_training(**told, standing="under-way", kind="short")
    row = training_of(case)
    assert (row.name, row.standing, row.kind) == ("one-hour webinar", "under-way", "short")
    certify_training(training=row, by=parent)
    with pytest.raises(Refused, match="on the list already"):
        add_training(**told)
    assert training_of(case).standing == "certified"


def test_both_ways_to_certify_leave_one_line_and_one_undo(case, parent):
    kim = add_member(case=case, by=parent, name="Kim Lee", said="Kim Lee, LPC")
    year = add_training(
        member=kim, by=parent, capability="sexual-behavior", name="A year", standing="certified", kind="full"
    )
    (line,) = CaseEvent.objects.filter(case=case, kind="certified")
    assert (line.params["training"], line.params["was"]) == ("A year", "told")
    uncertify_training(training=year, by=parent)
    assert (year.standing, CaseEvent.objects.filter(case=case, kind="certified").count()) == ("told", 0)


def test_somebody_else_who_leads_settles_it(case, parent):
    kim = add_member(case=case, by=parent, name="Kim Lee", said="Kim Lee, LPC")
    year = {"capability": "sexual-behavior", "name": "A year", "standing": "certified", "kind": "full"}
    add_training(member=kim, by=parent, **year)
    agree(member=kim, need=Need.objects.get(slug=NEED), by=parent, kind="agreed")
    assert not is_open(case, UNPROVEN)


def test_one_that_is_taken_away_leaves_the_question_about_training(case, parent):
    remove_training(training=training_of(case), by=parent)
    assert not is_open(case, UNPROVEN)
    assert is_open(case, "plan_on_unknown_fit")


# -- undo, the log, decisions -------------------------------------------------------------------------


@pytest.mark.parametrize("was", ["told", "under-way"])
def test_undo_brings_back_what_stood_there(case, parent, was):
    training = training_of(case)
    Training.objects.filter(pk=training.pk).update(standing=was)
    certify_training(training=training, by=parent)
    (line,) = CaseEvent.objects.filter(case=case, kind="certified")
    assert line.params["training"] == "one-hour webinar"
    uncertify_training(training=training, by=parent)
    training.refresh_from_db()
    assert training.standing == was
    assert not CaseEvent.objects.filter(case=case, kind="certified").exists()
    assert (is_open(case, UNPROVEN), leads(case)) == (True, False)


def test_twice_is_once(case, parent):
    training = training_of(case)
    for _ in range(2):
        certify_training(training=training, by=parent)
    assert CaseEvent.objects.filter(case=case, kind="certified").count() == 1
    for _ in range(2):
        uncertify_training(training=training, by=parent)
    assert training_of(case).standing == "told"


def test_one_that_was_removed_meanwhile_is_kindly_refused(case, parent):
    training = training_of(case)
    Training.objects.all().delete()
    with pytest.raises(Refused):
        certify_training(training=training, by=parent)


def test_a_decision_is_new_again_when_the_certificate_no_longer_counts(case, parent):
    flag = flag_of(case, UNPROVEN)
    sort_flag(flag=flag, by=parent)
    certify_training(training=training_of(case), by=parent, kind="full")
    uncertify_training(training=training_of(case), by=parent)
    flag.refresh_from_db()
    assert (flag.state, flag.changed_from) == ("open", "sorted")
    assert flag.changed in {"check", "lead"}


def test_a_decision_is_new_again_when_another_training_is_told(case, parent):
    flag = flag_of(case, UNPROVEN)
    sort_flag(flag=flag, by=parent)
    add_training(member=case.members.get(), by=parent, capability="sexual-behavior", name="A podcast")
    flag.refresh_from_db()
    assert (flag.state, flag.changed) == ("open", "person")


# -- reading ------------------------------------------------------------------------------------------


def test_a_row_from_before_is_told_and_read_as_it_is_looked_at(case):
    Training.objects.update(known=None, name="TF-CBT")
    (fact,) = read(case, now=now()).room.members[0].trainings
    assert (fact.standing, fact.known, fact.lifts) == ("told", False, False)  # for another capability


def test_another_catalogue_reads_the_names_again(case):
    Training.objects.update(known=True)
    read_again(case=case)
    assert training_of(case).known is False


# -- pages --------------------------------------------------------------------------------------------


def test_parent_and_coach_are_told(client, case, parent, coach, catalogue):
    names = [role.name for role in catalogue.roles.values()]
    looked_at(client, flag_of(case, UNPROVEN), parent, coach, names)


def member_page(case) -> str:
    return f"/room/{case.key}/team/{case.members.get().key}/"


def test_the_page_says_how_it_is_known_and_takes_both_ways(as_parent, case):
    url, pk = member_page(case), training_of(case).pk
    assert "It counts once someone has seen the certificate of a full course." in said(as_parent.get(url))
    seen = {"do": "training-certified", "training_id": pk}
    page = said(as_parent.post(url, seen, follow=True))
    assert "You saw a certificate. It counts once we know that it is for a full course." in page
    assert "Saved. It counts once we know that it is for a full course." in page
    page = said(as_parent.post(url, {**seen, "kind": "short"}, follow=True))
    assert "A short course. It helps, and to lead it takes a full one." in page
    page = said(as_parent.post(url, {**seen, "kind": "full"}, follow=True))
    assert "You saw the certificate, or looked it up." in page
    page = said(as_parent.post(url, {"do": "training-not-certified", "training_id": pk}, follow=True))
    assert "Undone. It counts as not checked." in page
    assert training_of(case).standing == "told"


def test_a_coach_reads_who_saw_it_and_cannot_say_so(client, case, parent, coach):
    certify_training(training=training_of(case), by=parent, kind="full")
    factories.share(case, coach, parent)
    client.force_login(coach)
    page = client.get(member_page(case))
    assert "saw the certificate, or looked it up." in said(page)
    assert "You saw" not in said(page)
    assert 'value="training-not-certified"' not in page.content.decode()


@pytest.mark.parametrize(
    ("standing", "kept"), [({}, "told"), *(({"standing": s}, s) for s in ("told", "under-way", "certified"))]
)
def test_the_form_keeps_how_it_is_known(as_parent, case, standing, kept):
    form = {"do": "training", "training": "PSB-CBT", "capability": "sexual-behavior"}
    as_parent.post(member_page(case), form | standing)
    assert Training.objects.get(member__case=case, name="PSB-CBT").standing == kept


@pytest.mark.parametrize("kind", ["", "full", "short"])
def test_the_form_keeps_what_kind_it_is(as_parent, case, kind):
    form = {"do": "training", "training": "PSB-CBT", "capability": "sexual-behavior", "kind": kind}
    as_parent.post(member_page(case), form)
    assert Training.objects.get(member__case=case, name="PSB-CBT").kind == kind


def test_an_answer_that_is_not_there_is_kindly_refused(as_parent, case):
    form = {"do": "training", "training": "PSB-CBT", "capability": "sexual-behavior", "standing": "sure"}
    assert "Pick one of these answers." in said(as_parent.post(member_page(case), form))
    assert training_of(case).name == "one-hour webinar"


@pytest.mark.parametrize("do", ["training-certified", "training-not-certified", "training-remove"])
def test_one_taken_away_in_another_tab_is_said_kindly(as_parent, case, do):
    url, pk = member_page(case), training_of(case).pk
    Training.objects.all().delete()
    page = as_parent.post(url, {"do": do, "training_id": pk}, follow=True)
    assert "This training was taken away meanwhile. You can add it again." in said(page)


@pytest.mark.parametrize("do", ["looked-up", "not-looked-up", "resolve", "unresolve"])
def test_letters_that_read_otherwise_by_now_are_said_kindly(as_parent, case, do):
    page = as_parent.post(member_page(case), {"do": do, "credential": "9999"}, follow=True)
    assert "These letters read otherwise now. Look at them once more." in said(page)


def test_a_training_of_somebody_elses_room_is_told_from_none_by_nobody(as_parent, case, stranger):
    other = build(stranger, ROOMS["B1"])
    theirs = Training.objects.get(member__case=other)
    for pk in (theirs.pk, 9999):
        form = {"do": "training-certified", "training_id": pk, "kind": "full"}
        page = as_parent.post(member_page(case), form, follow=True)
        assert "This training was taken away meanwhile." in said(page)
    theirs.refresh_from_db()
    assert theirs.standing == "told"
