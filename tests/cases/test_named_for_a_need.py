"""Whom an answer named for a need is offered where the need is looked at, until somebody is called so."""

import pytest

from cases.models import Flag
from cases.services.asks import answer_ask, decline_ask, unclear_ask
from cases.services.rooms import set_needs
from cases.services.team import add_member
from tests import factories
from tests.cases.pages import said

pytestmark = pytest.mark.django_db
TOLD, ADD = "named Rita Moss for this.", "Add Rita Moss to the team"


@pytest.fixture
def ask(room, parent):
    flag = Flag.objects.filter(case=room, rule="fit_not_asked", member__name="Jane").open().first()
    return factories.waiting_ask(room, parent, flag=flag)


def pages(case, ask, client):
    need = said(client.get(f"/room/{case.key}/needs/{ask.need.slug}/"))
    flags = Flag.objects.filter(case=case, need=ask.need).open()
    assert flags
    return [need, *(said(client.get(f"/room/{case.key}/asks/{flag.key}/")) for flag in flags)]


@pytest.mark.parametrize("answer", [decline_ask, unclear_ask])
def test_the_need_says_who_was_named_and_how_to_add_them(room, ask, parent, as_parent, answer):
    answer(ask=ask, by=parent, named="Rita Moss")
    for page in pages(room, ask, as_parent):
        assert TOLD in page
        assert ADD in page
    add_member(case=room, by=parent, name="Rita Moss, LCSW")
    for page in pages(room, ask, as_parent):
        assert TOLD not in page


def test_a_coach_reads_it_and_adds_nobody(shared_room, ask, parent, as_coach):
    decline_ask(ask=ask, by=parent, named="Rita Moss")
    page = pages(shared_room, ask, as_coach)[0]
    assert TOLD in page
    assert ADD not in page


def test_who_was_named_about_tonight_is_named_for_no_lead(room, parent, as_parent):
    set_needs(case=room, by=parent, needs=["home-aggression", "sibling-impact"])
    flag = Flag.objects.get(case=room, rule="sibling_safety")
    tonight = factories.waiting_ask(room, parent, "Who stays near?", flag=flag)
    decline_ask(ask=tonight, by=parent, named="Rita Moss")
    assert not [page for page in pages(room, tonight, as_parent) if TOLD in page]


def test_the_next_step_says_whom_the_answer_named(room, ask, parent, as_parent):
    answer_ask(ask=ask, by=parent, named="Rita Moss")
    page = said(as_parent.get(f"/room/{room.key}/"))
    step = page.partition("One thing to do next")[2].partition("Who can do what")[0]
    assert "You asked Jane, and an answer came." in step
    assert "Jane named Rita Moss for this. Add Rita Moss to the team" in step


def test_somebody_here_who_was_named_is_to_be_asked(room, ask, parent, as_parent):
    answer_ask(ask=ask, by=parent, named="Luis")
    luis = factories.member(room, "Luis")
    link = f'href="/room/{room.key}/questions/new/?n={ask.need.slug}&amp;m={luis.key}"'
    address = f"/room/{room.key}/needs/{ask.need.slug}/"
    page = as_parent.get(address).content.decode()
    assert "Jane named Luis for this." in page
    assert link in page
    assert as_parent.get(f"/room/{room.key}/questions/new/?n={ask.need.slug}&m={luis.key}").status_code == 200
    factories.waiting_ask(room, parent, name="Luis", need=ask.need)
    assert "Jane named Luis for this." not in as_parent.get(address).content.decode()
