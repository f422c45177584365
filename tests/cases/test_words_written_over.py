"""What a parent wrote of somebody and then wrote over can still be read in the log."""

import pytest

from cases.models import CaseEvent, Flag
from cases.services import asks
from cases.services.team import edit_member
from cases.services.told import Told
from tests import factories
from tests.cases.pages import said

KINDS = {"believed": "belief-changed", "agency": "agency-changed", "supervisor_name": "backing-changed"}
FORM = ("name", "said", "believed", "agency", "supervisor", "supervisor_name")
pytestmark = pytest.mark.django_db


def write(member, by, **words):
    if "supervisor_name" in words:
        words["supervisor"] = "named" if words["supervisor_name"] else "unknown"
    member.refresh_from_db()
    return edit_member(member=member, by=by, version=None, **{f: getattr(member, f) for f in FORM} | words)


def lines(room):
    kept = CaseEvent.objects.filter(case=room, kind__in=KINDS.values())
    return [(line.kind, line.params["was"], line.params["now"]) for line in kept.order_by("pk")]


@pytest.mark.parametrize("field", KINDS)
def test_what_stood_there_before_is_read_in_the_log(as_parent, room, parent, field):
    jane = factories.member(room, "Jane")
    write(jane, parent, **{field: "Cedar Way"})
    assert lines(room) == []  # nothing was written over
    write(jane, parent, **{field: "River House"})
    write(jane, parent, **{field: "River House"})
    write(jane, parent, **{field: ""})
    assert lines(room) == [(KINDS[field], "Cedar Way", "River House"), (KINDS[field], "River House", "")]
    log = said(as_parent.get(f"/room/{room.key}/log/"))
    assert log.count("Cedar Way") == 1
    assert log.count("River House") == 2


@pytest.fixture
def ask(room, parent):
    flag = Flag.objects.filter(case=room, need__slug="self-harm-suicide").open().get()
    return factories.waiting_ask(room, parent, flag=flag)


@pytest.mark.parametrize(
    ("field", "told"), [("believed", Told(believed="River House")), ("supervisor_name", Told("River House"))]
)
def test_an_answer_that_writes_over_it_keeps_it_until_it_is_undone(room, parent, ask, field, told):
    write(factories.member(room, "Jane"), parent, **{field: "Cedar Way"})
    asks.answer_ask(ask=ask, by=parent, told=told)
    assert lines(room) == [(KINDS[field], "Cedar Way", "River House")]
    asks.reopen_ask(ask=ask, by=parent)
    assert lines(room) == []
    assert getattr(factories.member(room, "Jane"), field) == "Cedar Way"
