"""Ready-made questions follow the child's needs and the people here."""

import pytest

from cases.models import Agreement
from cases.services.agreements import agree
from cases.services.rooms import start_room
from roles.models import Need, Question
from tests import factories
from tests.cases.pages import main_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank(as_parent, room):
    """The part of the page with ready-made questions."""
    return lambda: main_of(as_parent.get(f"/room/{room.key}/questions/")).split('id="bank-h"')[1]


def test_what_nobody_leads_comes_first_in_the_order_of_the_grid(bank, catalogue):
    asks = [catalogue.needs[slug].asks.replace("{child}", "Sunny") for slug in factories.NEEDS]
    shown = bank()
    assert all(words in shown for words in asks)
    assert shown.index(asks[0]) < min(shown.index(words) for words in asks[1:])


def test_a_need_that_is_led_or_asked_about_is_left_out(bank, room, parent, catalogue):
    skills = Need.objects.get(slug="everyday-skills")
    agree(member=factories.member(room, "Tasha"), need=skills, by=parent, kind=Agreement.Kind.AGREED)
    factories.waiting_ask(room, parent, need=Need.objects.get(slug="family-conflict"))
    shown = bank()
    assert "?n=everyday-skills" not in shown
    assert "?n=family-conflict" not in shown
    assert "?n=self-harm-suicide" in shown


def test_questions_for_a_role_name_the_person_who_has_it(bank, room):
    tasha = factories.member(room, "Tasha")
    assert "For Tasha" in bank()
    assert f"&amp;m={tasha.key}" in bank()


def test_a_question_already_begun_is_not_offered_again(bank, room, parent):
    first = Question.objects.get(key=bank().split("?q=")[1].split("&")[0].split('"')[0])
    factories.waiting_ask(room, parent, question=first)
    assert f"?q={first.key}" not in bank()


def test_the_question_starts_with_its_person(as_parent, room):
    tasha = factories.member(room, "Tasha")
    question = Question.objects.filter(for_roles__slug="qmha").first()
    page = as_parent.get(f"/room/{room.key}/questions/new/?q={question.key}&m={tasha.key}")
    assert f'value="{tasha.key}" checked' in words(page)


def test_a_room_without_people_offers_questions_for_anyone(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny")
    assert "For anyone here" in words(as_parent.get(f"/room/{case.key}/questions/"))
