"""Every page of a room asks the database as often with thirty people, needs and flags as with three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Flag, Member
from cases.services.asks import draft_ask, send_ask
from cases.services.recheck import recheck
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from roles.models import Need
from tests import factories

pytestmark = pytest.mark.django_db
PAGES = (
    "",
    "child/",
    "team/",
    "team/add/",
    "team/add/?by=title",
    "team/{member}/",
    "needs/",
    "needs/{need}/",
    "asks/",
    "asks/{flag}/",
    "questions/",
    "questions/new/",
    "questions/new/?f={flag}",
    "questions/{ask}/",
    "sheet/",
    "log/",
)
SIGNATURES = ("{0}, QMHA", "{0}, MSW, CSWA, QMHP", "{0}, Family Support Specialist", "{0}, LCSW", "{0}, MD")


def room_of(parent, size):
    """A room with ``size`` people and, as far as there are so many, needs; a question for each person."""
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=list(Need.objects.values_list("slug", flat=True)[:size]))
    for n in range(size):
        name = f"Person{n} Last"
        add_member(case=case, by=parent, name=name, said=SIGNATURES[n % 5].format(name))
    for member in case.members.all():
        ask = draft_ask(case=case, by=parent, text="Who leads this?", member=member)
        send_ask(ask=ask, by=parent, channel="copied")
    finish_setup(case=case, by=parent)
    recheck(case=case)
    return case


def counts(client, case):
    words = {
        "member": Member.objects.filter(case=case).first().key,
        "need": case.needs.first().slug,
        "flag": Flag.objects.filter(case=case, state="open").exclude(need=None).first().key,
        "ask": case.asks.last().key,
    }
    found = {}
    for page in PAGES:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(f"/room/{case.key}/{page.format(**words)}").status_code == 200
        found[page] = len(queries)
    return found


def test_every_page_asks_as_often_at_three_as_at_thirty(as_parent, parent, catalogue):
    small, large = room_of(parent, 3), room_of(parent, 30)
    assert counts(as_parent, small) == counts(as_parent, large)


def test_the_room_asks_at_most_eight_times(as_parent, parent, catalogue):
    assert counts(as_parent, room_of(parent, 3))[""] <= 8


def test_the_steps_ask_as_often_at_three_as_at_thirty(as_parent, parent, catalogue):
    found = []
    for size in (3, 30):
        case = room_of(parent, size)
        type(case).objects.update(setup="done")
        type(case).objects.filter(pk=case.pk).update(setup="team")
        with CaptureQueriesContext(connection) as queries:
            for page in ("child", "needs", "team"):
                as_parent.get(f"/start/{page}/")
        found.append(len(queries))
    assert found[0] == found[1]


def test_a_room_of_seven_needs_and_five_people_is_a_light_page(as_parent, room, parent):
    set_needs(case=room, by=parent, needs=list(Need.objects.values_list("slug", flat=True)[:7]))
    for name, said in (("Dr. Okafor", "Ada Okafor, MD"), ("Ms. Bell", "MEd")):
        add_member(case=room, by=parent, name=name, said=said)
    factories.waiting_ask(room, parent)
    assert len(as_parent.get(f"/room/{room.key}/").content) < 57 * 1024
