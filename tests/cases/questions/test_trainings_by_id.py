"""Trainings that come and go while somebody answers: each answer lands on the training it was given for."""

import pytest

from cases.models import Ask, Training
from cases.services.asks import answer_ask
from cases.services.errors import Refused
from cases.services.told import Told, ToldTraining
from cases.services.trainings import add_training, remove_training
from tests.cases.pages import main_of, said, values_of
from tests.cases.questions.test_told import answer, kind_of, page_of, room_of, sam
from tests.cases.walked import asked, flag_of

pytestmark = pytest.mark.django_db
FOR = "trauma-treatment"
HOWS = {"seen": ("certified", "full"), "short": ("told", "short"), "under-way": ("under-way", "")}


@pytest.fixture
def case(catalogue, parent):
    """Two trainings nobody knows are told of."""
    room = room_of(parent, "LPC", "trauma", agreed=["trauma"], training={FOR: "Course A"})
    tell(room, parent, "Course B")
    return room


@pytest.fixture
def ask(case, parent):
    return asked(flag_of(case, "training_unproven"), parent)


def tell(case, parent, name):
    add_training(member=sam(case), by=parent, capability=FOR, name=name)


def take_away(case, parent, name):
    remove_training(training=sam(case).trainings.get(name=name), by=parent)


def field(case, name):
    return f"training_{sam(case).trainings.get(name=name).pk}"


def stand(case):
    return {row.name: (row.standing, row.kind) for row in Training.objects.filter(member__case=case)}


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("meanwhile", ["Course 0", "Course AA", "Course Z"])
def test_one_added_meanwhile_shifts_none(case, parent, as_parent, ask, how, meanwhile):
    told = {field(case, "Course B"): how}
    tell(case, parent, meanwhile)
    answer(as_parent, ask, **told)
    assert stand(case) == {"Course A": ("told", ""), "Course B": HOWS[how], meanwhile: ("told", "")}


def test_one_taken_away_meanwhile_shifts_none(case, parent, as_parent, ask):
    told = {field(case, "Course B"): "seen"}
    take_away(case, parent, "Course A")
    answer(as_parent, ask, **told)
    assert stand(case) == {"Course B": ("certified", "full")}


@pytest.mark.parametrize("again", [False, True])
def test_an_answer_about_one_that_is_gone_is_shown_by_its_name(case, parent, as_parent, ask, again):
    """One of the same name that was written down since is another row: nobody was asked about it."""
    name = field(case, "Course A")
    shown = values_of(as_parent.get(page_of(ask)), f"asked_{name}")
    take_away(case, parent, "Course A")
    if again:
        tell(case, parent, "Course A")
    page = answer(as_parent, ask, answer="She has it.", **{name: "seen", f"asked_{name}": shown})
    words = "What kind of training “Course A” is: A full course, and I saw the certificate"
    assert f"You wrote this, and it is not saved: {words} Copy it" in said(page)
    assert "She has it." in main_of(page)
    assert (Ask.objects.get().state, set(stand(case).values())) == ("waiting", {("told", "")})


def test_nothing_is_said_of_one_that_is_gone_and_was_not_answered(case, parent, as_parent, ask):
    name = field(case, "Course A")
    told = {name: "", f"asked_{name}": "Course A", field(case, "Course B"): "seen"}
    take_away(case, parent, "Course A")
    answer(as_parent, ask, **told)
    assert (Ask.objects.get().state, stand(case)) == ("answered", {"Course B": ("certified", "full")})


def test_one_that_goes_at_the_same_moment_is_not_added_again(case, parent, ask):
    """Between the reading of the form and the act: the answer is refused, and nothing of it is kept."""
    row = sam(case).trainings.get(name="Course A")
    told = Told(supervisor="Pat Lund", trainings=(ToldTraining(FOR, "Course A", row=row.pk),))
    take_away(case, parent, "Course A")
    with pytest.raises(Refused, match="taken away meanwhile"):
        answer_ask(ask=ask, by=parent, told=told)
    assert (Ask.objects.get().state, set(stand(case)), sam(case).supervisor_name) == (
        "waiting",
        {"Course B"},
        "",
    )


def test_a_training_of_somebody_else_is_not_changed(case, parent, as_parent, ask):
    theirs = room_of(parent, "LPC", "trauma", agreed=["trauma"], training={FOR: "Their course"})
    page = answer(as_parent, ask, **{kind_of(theirs): "seen"})
    assert "Part of your answer has no place now." in said(page)
    assert stand(theirs) == {"Their course": ("told", "")}
