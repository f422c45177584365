"""What is the parent's is told to a coach by the parent's name, and what only a parent does is left out."""

import pytest

from cases.models import Member
from tests import factories
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


def test_a_belief_is_told_by_name(client, shared_room, parent, coach):
    tasha = factories.member(shared_room, "Tasha")
    Member.objects.filter(pk=tasha.pk).update(believed="therapist")
    address = f"/room/{shared_room.key}/team/{tasha.key}/"
    for person, words, between in (
        (parent, "You think this person is", "What was agreed is up to the two of you."),
        (coach, "Renee thinks this person is", "What was agreed is up to Renee and Tasha."),
    ):
        client.force_login(person)
        page = said(client.get(address))
        assert words in page
        assert between in page


def test_a_reminder_is_for_the_parent_alone(client, shared_room, parent, coach):
    ask = factories.waiting_ask(shared_room, parent)
    for person, told in ((parent, True), (coach, False)):
        client.force_login(person)
        page = said(client.get(f"/room/{shared_room.key}/questions/{ask.key}/"))
        assert ("we will remind you" in page) is told


@pytest.mark.parametrize("person", ["parent", "coach"])
def test_why_the_one_thing_comes_first_is_a_page_for_both(client, shared_room, request, person):
    client.force_login(request.getfixturevalue(person))
    page = client.get(f"/room/{shared_room.key}/")
    flag = page.context["page"].next.flag
    address = f"/room/{shared_room.key}/asks/{flag}/"
    assert page.content.decode().count(f'href="{address}"') == 1
    assert client.get(address).status_code == 200
