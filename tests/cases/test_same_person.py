"""A name written over another one: a new name of the same person asks nothing, somebody else's does."""

import pytest

from cases.models import Agreement, Member, Training
from cases.same_person import Called, may_be_somebody_else
from cases.services.agreements import agree
from cases.services.asks import answer_ask, decline_ask
from cases.services.team import edit_member
from cases.services.trainings import add_training
from roles.models import Need
from tests import factories
from tests.cases.pages import said, values_of, words
from tests.cases.questions.test_told import room_of, sam
from tests.reading import MAX_GRADE, banned_words, grade

SAME = [
    ("Ed Po, LCSW", "Ed Poe, LCSW"),
    ("Jhon Smith, LCSW", "John Smith, LCSW"),
    ("Marie Roe", "Maria Roe"),
    ("Ann Fox, QMHA", "Ann Fox-Lee, QMHA"),
    ("Ann Fox, QMHA", "Ann Fox-Lee, LCSW"),
    ("Ann Fox, QMHA", "Ann Lee, QMHA"),
    ("Ann Fox, MSW", "Ann Lee, MSW LCSW"),
    ("Ed", "Ed Poe, LCSW"),
    ("Ed, QMHA", "Ed Poe, LCSW"),
    ("Ed Poe, LCSW", "Ed, LCSW"),
    ("Ed Poe, LCSW", "Edward Poe, LCSW"),
    ("Dr. K, MD", "Karen Kim, MD"),
    ("Ed Poe, LCSW", "Ed Poe, QMHA"),
    ("Ed Poe", "Ed Poe, LCSW"),
    ("José Díaz", "Jose Diaz"),
    ("Poe Ed", "Ed Poe"),
    ("ED POE", "Ed Poe"),
    ("Sean O'Neil", "Sean O’Neil"),
]
ANOTHER = [
    ("Ed Poe, LCSW", "Ann Fox, QMHA"),
    ("Ed Poe, LCSW", "Ann Fox, LCSW"),
    ("Ed Poe", "Ann Fox"),
    ("Ed Poe, LCSW", "Ann Fox"),
    ("Ed Poe, LCSW", "Ed Fox, QMHA"),
    ("Ann Fox, QMHA", "Ann Lee, LCSW"),
    ("Ann Fox, QMHA", "Ann Lee"),
    ("Dan, QMHA", "Don, LCSW"),
    ("Tasha, QMHA", "Marcus, QMHA"),
    ("Dr. Sand, MD", "Dr. Okafor, MD"),
]


def called(text) -> Called:
    name, _, letters = text.partition(", ")
    return Called(name, frozenset(letters.casefold().split()))


@pytest.mark.parametrize(("was", "now"), SAME)
def test_a_correction_or_a_new_name_is_not_asked_about(was, now):
    assert not may_be_somebody_else(called(was), called(now))


@pytest.mark.parametrize(("was", "now"), ANOTHER)
def test_another_name_may_be_somebody_else(was, now):
    assert may_be_somebody_else(called(was), called(now))


# -- on the page --------------------------------------------------------------------------------------

ASKED = "Is this the same person?"


@pytest.fixture
def case(catalogue, parent):
    """Sam said no to one need, is counted on for another, told of a training and answered a question."""
    room = room_of(parent, "Sam Lee, LCSW", "family-conflict", "trauma", believed="therapist")
    agree(member=sam(room), need=Need.objects.get(slug="trauma"), by=parent, kind="plan")
    add_training(member=sam(room), by=parent, capability="trauma-treatment", name="TF-CBT")
    need = Need.objects.get(slug="family-conflict")
    decline_ask(ask=factories.waiting_ask(room, parent, name="Sam Lee", need=need), by=parent)
    answer_ask(
        ask=factories.waiting_ask(room, parent, name="Sam Lee", text="And now?"), by=parent, answer="Yes."
    )
    return room


@pytest.fixture
def save(as_parent, case):
    """``save(name="Ann Fox", who="new")``: the form as it stands, with these changed."""
    member = sam(case)
    url = f"/room/{case.key}/team/{member.key}/"
    member.refresh_from_db()
    form = {name: getattr(member, name) for name in ("name", "said", "believed", "version")}

    def send(**changed):
        return as_parent.post(url, {"do": "edit", **form, **changed}, follow=True)

    return send


def of(case, name):
    """What we know about somebody."""
    member = Member.objects.get(case=case, name=name)
    return {
        "agreed": sorted(Agreement.objects.filter(member=member).values_list("need__slug", "kind")),
        "trainings": list(Training.objects.filter(member=member).values_list("name", flat=True)),
        "asks": member.asks.count(),
        "letters": list(member.credentials.values_list("text", flat=True)),
        "believed": member.believed,
        "left": member.left_on is not None,
    }


HIS = {
    "agreed": [("family-conflict", "declined"), ("trauma", "plan")],
    "trainings": ["TF-CBT"],
    "asks": 2,
    "letters": ["LCSW"],
    "believed": "therapist",
}
ANN = {"name": "Ann Fox", "said": "Ann Fox, QMHA"}


def test_another_name_and_letters_are_asked_about_and_nothing_is_saved_or_lost(case, save):
    page = save(**ANN, agency="River House")
    assert ASKED in said(page)
    assert values_of(page, "name") == ["Ann Fox"]
    assert "Ann Fox, QMHA</textarea>" in words(page)
    assert values_of(page, "agency") == ["River House"]
    assert set(values_of(page, "who")) == {"same", "new"}
    assert 'name="who" value="same" checked' not in words(page)
    assert of(case, "Sam Lee") == {**HIS, "left": False}


def test_somebody_new_begins_with_nothing_and_the_first_has_left(case, save):
    page = save(**ANN, who="new")
    assert "Sam Lee left the team. Ann Fox is in the room." in said(page)
    assert of(case, "Sam Lee") == {**HIS, "left": True}
    nothing = {"agreed": [], "trainings": [], "asks": 0, "believed": "", "left": False}
    assert of(case, "Ann Fox") == {**nothing, "letters": ["QMHA"]}


def test_the_letters_of_the_first_are_not_the_new_ones(case, save):
    save(name="Ann Fox", who="new", agency="River House")
    assert of(case, "Ann Fox")["letters"] == []
    assert Member.objects.get(case=case, name="Ann Fox").agency == "River House"


def test_the_same_person_keeps_everything(case, save):
    save(**ANN, who="same")
    assert of(case, "Ann Fox") == {**HIS, "letters": ["QMHA"], "left": False}
    assert Member.objects.filter(case=case).count() == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Sam Leigh"},
        {"name": "Sam Lee-Fox", "said": "Sam Lee-Fox, LCSW"},
        {"name": "Sam"},
        {"said": "Sam Lee, QMHA"},
        {"agency": "River House"},
    ],
)
def test_what_is_no_other_name_is_saved_at_once(case, save, changed):
    page = save(**changed)
    assert ASKED not in said(page)
    assert "Saved." in said(page)
    assert Member.objects.filter(case=case).count() == 1


@pytest.mark.parametrize("who", ["new", "same"])
def test_with_the_name_as_it_was_it_is_the_same_person(case, save, who):
    save(said="Sam Lee, QMHA", who=who)
    assert of(case, "Sam Lee") == {**HIS, "letters": ["QMHA"], "left": False}


def test_a_form_that_is_out_of_date_puts_nobody_in_their_place(case, parent, save):
    member = sam(case)
    edit_member(member=member, by=parent, version=None, name="Sam Lee", said=member.said, agency="Elsewhere")
    page = save(**ANN, who="new")
    assert "This was changed meanwhile." in said(page)
    assert list(case.members.values_list("name", "left_on")) == [("Sam Lee", None)]


def test_what_is_asked_is_plain(case, save):
    page = said(save(**ANN))
    for told in (
        "The name is another one. What you know of Sam Lee stays with the same person only.",
        "Yes. Ann Fox is a new name, or the old one was wrong.",
        "No. Ann Fox is new here, and Sam Lee has left the team.",
    ):
        assert told in page
        assert grade(told, ["Ann Fox", "Sam Lee"]) <= MAX_GRADE
        assert banned_words(told) == []
