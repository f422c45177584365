"""The room changed while somebody wrote an answer: what has no place now is shown, and nothing is saved."""

import pytest

from cases.models import Agreement, Ask
from cases.services.rooms import set_needs
from cases.services.team import member_left
from tests.cases.pages import main_of, said
from tests.cases.questions.test_told import answer, room_of, sam
from tests.cases.walked import asked, flag_of

pytestmark = pytest.mark.django_db
NOT_SAVED = "You wrote this, and it is not saved:"
NO_PLACE = "Something changed while you wrote. Part of your answer has no place now."


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"supervisor_name": "New Boss, LPC"}, "Supervisor: New Boss, LPC"),
        ({"letters": "LCSW"}, "Letters or job title: LCSW"),
        ({"role": "qmha"}, "Which role it is: Qualified Mental Health Associate"),
        ({"believed": "therapist"}, "What you think they are: A therapist"),
        ({"looked_up": ["LPC", "LCSW"]}, "You looked up: LPC, LCSW"),
        ({"training_7": "under-way"}, "What kind of training it is: It is still under way"),
        (
            {"training_7": "under-way", "asked_training_7": "TF-CBT"},
            "What kind of training “TF-CBT” is: It is still under way",
        ),
        (
            {"training_8": "seen", "asked_training_8": "EMDR", "training_9": "", "asked_training_9": "DBT"},
            "What kind of training “EMDR” is: A full course, and I saw the certificate",
        ),
        (
            {"new_training": "TF-CBT", "new_training_how": "full"},
            "A training: TF-CBT What kind of training it is: A full course. I have not seen a certificate",
        ),
    ],
)
def test_a_fact_nobody_asks_for_any_more_is_shown_and_nothing_is_saved(
    catalogue, as_parent, parent, told, words
):
    ask = asked(flag_of(room_of(parent, "QMHA"), "no_supervisor"), parent)
    ask.flag.state = "settled"
    ask.flag.save()
    page = answer(as_parent, ask, answer="She told me on Monday.", **told)
    assert NO_PLACE in said(page)
    assert f"{NOT_SAVED} {words} Copy it" in said(page)
    assert "She told me on Monday." in main_of(page)
    assert Ask.objects.get().state == "waiting"


def test_saved_once_more_the_rest_is_an_answer(catalogue, as_parent, parent):
    ask = asked(flag_of(room_of(parent, "QMHA"), "no_supervisor"), parent)
    ask.flag.state = "settled"
    ask.flag.save()
    answer(as_parent, ask, answer="On Monday.", supervisor_name="New Boss")
    answer(as_parent, ask, answer="On Monday.")
    assert (Ask.objects.get().state, Ask.objects.get().answer) == ("answered", "On Monday.")


def left(case, parent):
    member_left(member=sam(case), by=parent, on=case.created_at.date())


def no_longer_needed(case, parent):
    set_needs(case=case, by=parent, needs=["everyday-skills"])


@pytest.fixture
def who_leads(catalogue, parent):
    case = room_of(parent, "LCSW", "family-conflict", "everyday-skills")
    return asked(case.flags.filter(need__slug="family-conflict", member=sam(case)).open().first(), parent)


@pytest.mark.parametrize("meanwhile", [left, no_longer_needed])
@pytest.mark.parametrize(
    ("leads", "words"), [("yes", "Yes, they lead it."), ("no", "No, they do not lead it.")]
)
def test_who_leads_is_shown_when_nobody_can_now(as_parent, parent, who_leads, meanwhile, leads, words):
    meanwhile(who_leads.case, parent)
    page = said(answer(as_parent, who_leads, leads=leads))
    assert f"{NOT_SAVED} {words} Copy it" in page
    assert not Agreement.objects.exists()
    assert Ask.objects.get().state == "waiting"


@pytest.mark.parametrize("leads", ["open", ""])
def test_what_says_nothing_is_not_missed(as_parent, parent, who_leads, leads):
    left(who_leads.case, parent)
    answer(as_parent, who_leads, leads=leads)
    assert Ask.objects.get().state == "answered"


def test_of_a_question_that_is_over_everything_told_stays_on_the_page(catalogue, as_parent, parent):
    ask = asked(flag_of(room_of(parent, "QMHA"), "no_supervisor"), parent)
    answer(as_parent, ask, answer="Done.")
    form = {"do": "answer", "outcome": "answered", "answer": "Pat does.", "supervisor_name": "Pat Lund"}
    page = as_parent.post(f"/room/{ask.case.key}/questions/{ask.key}/", form, follow=True)
    assert f"{NOT_SAVED} Pat does. Supervisor: Pat Lund Copy it" in said(page)


BESIDE = "You also ticked who leads it, or that this settles it."


@pytest.mark.parametrize(
    ("outcome", "more"),
    [
        ("declined", {"leads": "yes"}),
        ("declined", {"settles": "on"}),
        ("unclear", {"leads": "yes"}),
        ("unclear", {"leads": "no"}),
        ("unclear", {"settles": "on"}),
    ],
)
def test_boxes_that_say_two_things_are_asked_back(as_parent, who_leads, outcome, more):
    page = answer(as_parent, who_leads, outcome=outcome, answer="My words.", **more)
    assert BESIDE in said(page)
    assert "My words." in main_of(page)
    assert Ask.objects.get().state == "waiting"


@pytest.mark.parametrize(
    ("outcome", "more", "state"),
    [
        ("declined", {"leads": "no"}, "declined"),
        ("declined", {"leads": "open"}, "declined"),
        ("unclear", {"leads": "open"}, "unclear"),
        ("unclear", {}, "unclear"),
    ],
)
def test_boxes_that_go_together_are_taken(as_parent, who_leads, outcome, more, state):
    answer(as_parent, who_leads, outcome=outcome, **more)
    assert Ask.objects.get().state == state
