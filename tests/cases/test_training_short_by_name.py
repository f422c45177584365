"""A training that is short by its own name and down as a full course lifts once the parent says which."""

import pytest

from cases.models import Training
from cases.reader import read
from cases.services.asks import reopen_ask
from cases.services.trainings import add_training, certify_training, uncertify_training
from tests.cases.pages import said, values_of, words
from tests.cases.questions.test_told import answer, kind_of, page_of, room_of, sam
from tests.cases.walked import asked, flag_of, looked_at
from tests.reading import MAX_GRADE, banned_words, grade
from web.clock import now

pytestmark = pytest.mark.django_db
FOR = "trauma-treatment"
WEBINAR, COURSE = "Two-hour trauma webinar", "Trauma course (40 hours)"


@pytest.fixture
def case(catalogue, parent):
    return room_of(parent, "LPC", "trauma", agreed=["trauma"])


def leads(case) -> bool:
    return read(case, now=now()).coverage.row("trauma").has_lead


def add(client, case, name, **more):
    form = {"do": "training", "training": name, "capability": FOR, "standing": "certified", "kind": "full"}
    return client.post(f"/room/{case.key}/team/{sam(case).key}/", {**form, **more}, follow=True)


def again(client, case, **more):
    pk = Training.objects.get(member__case=case).pk
    form = {"do": "training-certified", "training_id": pk, **more}
    return client.post(f"/room/{case.key}/team/{sam(case).key}/", form, follow=True)


@pytest.mark.parametrize(
    "name", [COURSE, "PSB-CBT", "Introduction to EMDR and EMDR basic training, certified"]
)
def test_a_course_by_its_name_lifts_at_once(as_parent, case, name):
    page = said(add(as_parent, case, name))
    assert leads(case)
    assert "sounds short" not in page


@pytest.mark.parametrize("name", ["expired TF-CBT", "TF-CBT 2027", "TF-CBT 2010-2012"])
def test_what_is_over_or_to_come_is_asked_about_as_well(as_parent, case, name):
    page = add(as_parent, case, name)
    assert not leads(case)
    assert "Saved. Its name sounds short, over or still to come." in said(page)
    again(as_parent, case, kind="full", sure="1")
    assert leads(case)


def test_a_webinar_lifts_nothing_and_is_asked_about_once(as_parent, case):
    page = add(as_parent, case, WEBINAR)
    assert not leads(case)
    assert "Saved. Its name sounds short, over or still to come." in said(page)
    assert "A full course, and its name sounds short, over or still to come." in said(page)
    assert 'value="full" checked' not in words(page)
    assert (flag_of(case, "training_unproven").why, Training.objects.get().name) == ("name", WEBINAR)
    page = again(as_parent, case, kind="full", sure="1")
    assert leads(case)
    assert "Saved. The grid counts on this training now." in said(page)
    assert "sounds short" not in said(page)


def test_it_was_short_after_all(as_parent, case):
    add(as_parent, case, WEBINAR)
    page = said(again(as_parent, case, kind="short", sure="1"))
    assert not leads(case)
    assert "Saved. A short course helps" in page


@pytest.mark.parametrize("more", [{}, {"kind": "full"}])
def test_sent_twice_it_is_not_an_answer(as_parent, case, more):
    """A tab from before it was asked says nothing about which is right."""
    add(as_parent, case, WEBINAR)
    again(as_parent, case, **more)
    assert not leads(case)


def test_the_answer_page_asks_which_is_right_and_undo_takes_that_back(as_parent, parent, case):
    add_training(member=sam(case), by=parent, capability=FOR, name=WEBINAR)
    first = asked(flag_of(case, "training_unproven"), parent)
    answer(as_parent, first, **{kind_of(case): "seen"})
    assert not leads(case)
    second = asked(flag_of(case, "training_unproven"), parent)
    page = as_parent.get(page_of(second))
    which = (
        f"“{WEBINAR}” sounds short, over or still to come, and it is down as a full course. Which is right?"
    )
    assert which in said(page)
    assert values_of(page, kind_of(case)) == ["seen", "short", ""]
    answer(as_parent, second, **{kind_of(case): "seen"})
    assert leads(case)
    reopen_ask(ask=type(second).objects.get(pk=second.pk), by=parent)
    row = Training.objects.get()
    assert (leads(case), row.standing, row.kind, row.says_short) == (False, "certified", "full", True)
    reopen_ask(ask=type(first).objects.get(pk=first.pk), by=parent)
    row.refresh_from_db()
    assert (row.standing, row.kind, row.says_short) == ("told", "", True)


def test_undo_of_the_certificate_asks_again(parent, case):
    row = add_training(member=sam(case), by=parent, capability=FOR, name=WEBINAR)
    certify_training(training=row, by=parent, kind="full", sure=True)
    assert leads(case)
    uncertify_training(training=row, by=parent)
    certify_training(training=row, by=parent, kind="full")
    assert not leads(case)


def test_a_row_from_before_is_read_as_it_is_looked_at(parent, case):
    row = add_training(member=sam(case), by=parent, capability=FOR, name=WEBINAR)
    certify_training(training=row, by=parent, kind="full", sure=True)
    Training.objects.update(says_short=None)
    assert not leads(case)


def test_parent_and_coach_are_told(client, parent, coach, catalogue, case):
    row = add_training(member=sam(case), by=parent, capability=FOR, name=WEBINAR)
    certify_training(training=row, by=parent, kind="full")
    names = [role.name for role in catalogue.roles.values()]
    looked_at(client, flag_of(case, "training_unproven"), parent, coach, names)


@pytest.mark.parametrize(
    "told",
    [
        "Saved. Its name sounds short, over or still to come. "
        "It counts once you tell us below which of the two is right.",
        "A full course, and its name sounds short, over or still to come. "
        "It counts once we know which is right.",
    ],
)
def test_what_is_said_is_plain(told):
    assert grade(told) <= MAX_GRADE
    assert banned_words(told) == []
