"""Whom they named is a field of its own, whatever came back, and leads to adding or asking that person."""

import pytest

from cases.models import Ask, Member
from cases.services.asks import reopen_ask
from cases.services.team import add_member
from tests.cases.pages import main_of, said, values_of, words
from tests.cases.questions.test_told import answer, page_of, room_of, sam
from tests.cases.walked import asked

pytestmark = pytest.mark.django_db
OUTCOMES = {
    "a yes": {"outcome": "answered", "leads": "yes"},
    "it is somebody else": {"outcome": "answered", "leads": "no"},
    "not settled yet": {"outcome": "answered", "leads": "open"},
    "a no": {"outcome": "declined"},
    "not clear yet": {"outcome": "unclear"},
}
NAMED = {
    "Dr. Sand": ("Dr. Sand", "Dr. Sand"),
    "Maria Lopez, LCSW": ("Maria Lopez, LCSW", "Maria Lopez"),
    "Ann, our OT": ("Ann, our OT", "Ann"),
}
"""What the parent wrote, what stands in the paste, and the name that was read in it."""
ADD = "Add who they named"


@pytest.fixture
def ask(catalogue, parent):
    case = room_of(parent, "LCSW", "family-conflict")
    return asked(case.flags.filter(need__slug="family-conflict", member=sam(case)).open().first(), parent)


def add_page(ask) -> str:
    return f"/room/{ask.case.key}/team/add/?named={ask.key}"


def now(ask) -> Ask:
    return Ask.objects.get(pk=ask.pk)


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_whatever_came_back_who_was_named_can_be_added(as_parent, ask, outcome, name):
    landed = answer(as_parent, ask, answer="Ask her.", named=name, **OUTCOMES[outcome])
    assert now(ask).named == name
    for page in (landed, as_parent.get(page_of(ask))):
        assert f'href="{add_page(ask)}"' in main_of(page)
        assert ADD in said(page)
    assert f"They named {name}" in said(as_parent.get(page_of(ask)))
    form = as_parent.get(add_page(ask))
    text, called = NAMED[name]
    assert f">{text}</textarea>" in words(form)
    assert values_of(form, "name") == [called] or name.startswith("Ann")


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES if one != "a no"])
def test_nothing_is_offered_where_nobody_was_named(as_parent, ask, outcome):
    """A name among the words of an answer is not looked for."""
    landed = answer(as_parent, ask, answer="Yes, ask Maria Lopez, LCSW.", **OUTCOMES[outcome])
    for page in (landed, as_parent.get(page_of(ask))):
        assert ADD not in said(page)


def test_after_a_no_somebody_may_be_added_without_a_name(as_parent, ask):
    answer(as_parent, ask, outcome="declined")
    page = as_parent.get(page_of(ask))
    assert said(page).count(ADD) == 1
    assert f'href="/room/{ask.case.key}/team/add/"' in main_of(page)


@pytest.mark.parametrize("words_", ["nobody", "no", "She would not say", "I don't know"])
def test_words_that_name_nobody_stay_with_the_answer(as_parent, ask, words_):
    answer(as_parent, ask, answer="On Monday.", named=words_, outcome="unclear")
    assert (now(ask).named, now(ask).answer) == ("", f"On Monday.\n{words_}")


@pytest.mark.parametrize("name", ["Kim Fox", "kim fox, LPC", "Kim Fox LPC"])
def test_who_is_in_the_room_is_asked_and_not_added_twice(as_parent, parent, ask, name):
    kim = add_member(case=ask.case, by=parent, name="Kim Fox", said="Kim Fox, LPC")
    landed = answer(as_parent, ask, named=name, outcome="answered", leads="no")
    assert ADD not in said(landed)
    page = as_parent.get(page_of(ask))
    assert ADD not in said(page)
    assert f"/questions/new/?m={kim.key}&amp;n=family-conflict" in main_of(page)


@pytest.mark.parametrize("name", ["Kim", "Kim Foxx", "Fox Kim", "Kim Lee"])
def test_another_name_is_another_person(as_parent, parent, ask, name):
    add_member(case=ask.case, by=parent, name="Kim Fox", said="Kim Fox, LPC")
    answer(as_parent, ask, named=name, outcome="unclear")
    assert ADD in said(as_parent.get(page_of(ask)))


def test_they_are_added_from_there(as_parent, ask):
    answer(as_parent, ask, named="Maria Lopez, LCSW", outcome="answered", leads="no")
    form = {"do": "add", "text": "Maria Lopez, LCSW", "name": "Maria Lopez"}
    as_parent.post(add_page(ask), form)
    assert Member.objects.filter(case=ask.case, name="Maria Lopez").count() == 1
    assert "Ask Maria Lopez, LCSW" in said(as_parent.get(page_of(ask)))


@pytest.mark.parametrize("before", ["", "Dr. Sand"])
@pytest.mark.parametrize("reply", ["a yes", "a no"])
def test_undo_takes_the_name_back(as_parent, parent, ask, before, reply):
    if before:
        answer(as_parent, ask, named=before, outcome="unclear")
    answer(as_parent, ask, named="Maria Lopez", **OUTCOMES[reply])
    reopen_ask(ask=now(ask), by=parent)
    assert now(ask).named == before


def test_a_later_answer_without_a_name_keeps_it(as_parent, parent, ask):
    answer(as_parent, ask, named="Dr. Sand", outcome="unclear")
    answer(as_parent, ask, **OUTCOMES["a yes"])
    assert now(ask).named == "Dr. Sand"
    reopen_ask(ask=now(ask), by=parent)
    assert now(ask).named == "Dr. Sand"


def test_a_name_that_is_too_long_stays_on_the_page(as_parent, ask):
    page = answer(as_parent, ask, named="x" * 121, **OUTCOMES["a yes"])
    assert f'value="{"x" * 121}"' in words(page)
    assert now(ask).state == "waiting"


def test_a_question_of_somebody_elses_room_begins_nothing(as_parent, ask, stranger):
    answer(as_parent, ask, named="Dr. Sand", outcome="unclear")
    other = room_of(stranger, "LCSW")
    as_parent.force_login(stranger)
    page = as_parent.get(f"/room/{other.key}/team/add/?named={ask.key}")
    assert "Dr. Sand" not in words(page)
