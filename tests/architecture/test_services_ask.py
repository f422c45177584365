"""Every act of the services asks by itself who may do it: a view that forgets to ask opens nothing."""

import ast

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.models import Flag
from cases.permissions import NotAllowed
from tests.architecture.acts import TRIALS
from tests.architecture.services import FOR_NOBODY, INSIDE, acts, services

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE")


def faults(act, arguments, people, *, may):
    """Who was let through and should not have been, who was kept out, and what was written for nobody."""
    found = []
    for name, person in people.items():
        with transaction.atomic(), CaptureQueriesContext(connection) as asked:
            let_in = _tried(act, arguments, person)
            transaction.set_rollback(True)
        written = [query["sql"] for query in asked if query["sql"].startswith(WRITES)]
        if let_in != (name in may):
            found.append(f"{name} {'may' if let_in else 'may not'}")
        if not let_in and written:
            found.append(f"{name} wrote {written}")
    return found


def _tried(act, arguments, person):
    try:
        act(**arguments, by=person)
    except NotAllowed:
        return False
    return True


@pytest.mark.parametrize("name", sorted(TRIALS))
def test_the_service_itself_lets_in_those_who_may_and_nobody_else(name, here):
    trial = TRIALS[name]
    trial.before(here)
    assert faults(acts()[name].act, trial.arguments(here), here.people, may=trial.may) == []


def test_every_act_is_tried():
    assert set(TRIALS) == set(acts())


def test_what_asks_nobody_says_why():
    listed = {one.name for one in services() if one.listed_in({**INSIDE, **FOR_NOBODY})}
    assert {one.name for one in services()} == listed | set(acts())
    assert not listed & set(acts())


def test_what_is_part_of_an_act_is_called_by_services_only():
    inner = {one.name for one in services() if one.listed_in(INSIDE)}
    outside = [
        path
        for root in ("cases", "coaching", "platform")
        for path in (settings.ROOT / root).rglob("*.py")
        if "services" not in path.parts
    ]
    assert len(outside) > 100
    assert {name for path in outside for name in imported(path.read_text())} & inner == set()


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)


def test_a_service_that_does_not_ask_is_noticed(here):
    def careless(*, flag, by):
        Flag.objects.filter(pk=flag.pk).update(state=Flag.State.SORTED)

    found = faults(careless, {"flag": here.flag("open")}, here.people, may=("owner",))
    assert "stranger may" in found
    assert "anonymous may" in found


def test_a_service_that_writes_before_it_asks_is_noticed(here):
    def late(*, flag, by):
        Flag.objects.filter(pk=flag.pk).update(state=Flag.State.SORTED)
        raise NotAllowed

    found = faults(late, {"flag": here.flag("open")}, {"stranger": here.people["stranger"]}, may=("owner",))
    assert len(found) == 1
    assert found[0].startswith("stranger wrote")
