"""A query whose SQL is made once gives what the query set itself gives."""

import pytest

from cases.models import Ask, Case, Flag
from cases.rows import OF_A_ROOM, AskRow, MemberRow
from cases.services.agreements import agree
from cases.services.asks import answer_ask
from cases.services.told import Told
from cases.services.trainings import add_training
from roles.models import Need
from tests import factories
from web.prepared import Prepared, Together


@pytest.fixture
def full_room(shared_room, parent):
    """Something in every table a room is read from, and some of it more than once."""
    jane = factories.member(shared_room, "Jane")
    add_training(member=jane, by=parent, capability="trauma-treatment", name="TF-CBT")
    agree(member=jane, need=Need.objects.get(slug="everyday-skills"), by=parent, kind="plan")
    flag = Flag.objects.filter(case=shared_room, member=jane).open().first()
    told = {"told": Told(letters="LCSW")}
    answer_ask(ask=factories.waiting_ask(shared_room, parent, text="Who?", flag=flag), by=parent, **told)
    factories.waiting_ask(shared_room, parent)
    return shared_room


@pytest.mark.parametrize("name", OF_A_ROOM.makes)
def test_it_gives_what_each_query_set_gives(full_room, name):
    rows = OF_A_ROOM(full_room.pk)[name]
    assert rows == list(OF_A_ROOM.makes[name](full_room.pk))
    assert rows


def test_nobodys_room_is_empty(full_room):
    found = OF_A_ROOM(full_room.pk + 1)
    assert [name for name, rows in found.items() if rows] == ["newest"]


def test_dates_times_and_json_come_as_they_are_kept(full_room):
    rows = OF_A_ROOM(full_room.pk)
    asks = [AskRow._make(row) for row in rows["asks"]]
    assert asks == [AskRow.of(ask) for ask in Ask.objects.all()]
    assert [MemberRow._make(row).belief for row in rows["members"]] == [
        one.belief for one in full_room.members.all()
    ]


def test_it_asks_the_database_once(full_room, django_assert_num_queries):
    with django_assert_num_queries(1):
        OF_A_ROOM(full_room.pk)


@pytest.fixture
def prepared():
    return Prepared(lambda case, owner: Case.objects.filter(pk=case, owner=owner).values_list("pk"))


@pytest.fixture
def together():
    return Together(
        cases=lambda case, owner: Case.objects.filter(pk=case, owner=owner).values_list("pk"),
        owners=lambda case, owner: Case.objects.filter(pk=case, owner=owner).values_list("owner_id"),
    )


def test_the_next_room_is_another_one(full_room, other_parent, prepared, together):
    case, owner = full_room.pk, full_room.owner_id
    assert prepared(case, owner) == [(case,)]
    assert prepared(case, other_parent.pk) == []
    assert together(case, owner) == {"cases": [(case,)], "owners": [(owner,)]}
    assert together(case, other_parent.pk) == {"cases": [], "owners": []}


@pytest.mark.parametrize("made", ["prepared", "together"])
def test_as_many_keys_as_it_asks_for(full_room, request, made):
    with pytest.raises(ValueError, match="argument"):
        request.getfixturevalue(made)(full_room.pk)
