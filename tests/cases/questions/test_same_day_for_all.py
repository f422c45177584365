"""Days are counted on the family's clock, for the parent and for a coach in another time zone."""

import pytest

from cases.models import Flag
from tests import factories
from tests.cases.pages import said

pytestmark = pytest.mark.django_db
ISLAND = "Pacific/Kiritimati"  # a day ahead of Oregon for most of the day


@pytest.fixture
def ask(days, shared_room, parent, coach):
    coach.time_zone = ISLAND
    coach.save()
    flag = Flag.objects.filter(case=shared_room, need__slug="family-conflict").open().first()
    return factories.waiting_ask(shared_room, parent, need=flag.need, flag=flag)


def pages_of(room, ask):
    home = f"/room/{room.key}/"
    yield f"{home}questions/"
    yield f"{home}team/{ask.member.key}/"
    yield f"{home}asks/{ask.flag.key}/"
    yield f"{home}questions/{ask.key}/"
    yield home


@pytest.mark.parametrize("place", range(5))
def test_parent_and_coach_read_the_same_day(client, days, shared_room, ask, parent, coach, place):
    days.live("2026-03-05 01:00")
    url = list(pages_of(shared_room, ask))[place]
    for reader in (parent, coach):
        client.force_login(reader)
        assert "3 days ago" in said(client.get(url))
