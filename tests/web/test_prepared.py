"""A query whose SQL is made once gives what the query set itself gives."""

import pytest

from cases import rows
from cases.models import Ask, Case
from tests import factories
from web.prepared import Prepared

QUERIES = {name: found for name, found in vars(rows).items() if isinstance(found, Prepared)}


@pytest.fixture
def full_room(shared_room, parent):
    """Something in every table a room is read from."""
    factories.waiting_ask(shared_room, parent)
    return shared_room


@pytest.mark.parametrize("name", QUERIES)
def test_it_gives_what_the_query_set_gives(full_room, name):
    prepared = QUERIES[name]
    assert prepared(full_room.pk) == list(prepared.make(full_room.pk))
    assert prepared(full_room.pk + 1) == []


def test_dates_times_and_json_come_as_they_are_kept(full_room):
    ask, (row,) = Ask.objects.get(), map(rows.AskRow._make, rows.ASKS(full_room.pk))
    assert row == rows.AskRow.of(ask)
    beliefs = [rows.MemberRow._make(row).belief for row in rows.MEMBERS(full_room.pk)]
    assert beliefs == [one.belief for one in full_room.members.all()]


def test_the_next_room_is_another_one(full_room, other_parent):
    prepared = Prepared(lambda case, owner: Case.objects.filter(pk=case, owner=owner).values_list("pk"))
    assert prepared(full_room.pk, full_room.owner_id) == [(full_room.pk,)]
    assert prepared(full_room.pk, other_parent.pk) == []


def test_as_many_keys_as_it_asks_for(full_room):
    with pytest.raises(ValueError, match="argument"):
        rows.MEMBERS(full_room.pk, 7)
