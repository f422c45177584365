"""A question to one of two people of one name says which, as the table does."""

import pytest

from cases.services.asks import draft_ask, send_ask
from cases.services.team import add_member
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


def ask(room, parent, member):
    draft = draft_ask(case=room, by=parent, text="Who leads this?", member=member)
    return send_ask(ask=draft, by=parent, channel="copied")


def test_the_list_tells_them_apart_as_the_room_does(as_parent, room, parent):
    lees = [add_member(case=room, by=parent, name="Dr. Lee", said=f"Dr. Lee, {x}") for x in ("MD", "PsyD")]
    ask(room, parent, lees[1])
    for path in ("", "questions/"):
        assert "Dr. Lee 2." in said(as_parent.get(f"/room/{room.key}/{path}")), path


def test_the_log_tells_them_apart_as_well(as_parent, room, parent):
    lees = [add_member(case=room, by=parent, name="Dr. Lee", said=f"Dr. Lee, {x}") for x in ("MD", "PsyD")]
    for lee in lees:
        ask(room, parent, lee)
    log = said(as_parent.get(f"/room/{room.key}/log/"))
    assert ("You asked Dr. Lee 1 a question." in log, "You asked Dr. Lee 2 a question." in log) == (
        True,
        True,
    )


def test_one_of_a_name_is_called_in_full(as_parent, room, parent):
    ask(room, parent, add_member(case=room, by=parent, name="Kim Lee", said="Kim Lee, LCSW"))
    assert "Kim Lee. Waiting for an answer, today." in said(as_parent.get(f"/room/{room.key}/questions/"))
