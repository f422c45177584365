"""A calendar to walk through, and rooms to look into."""

from collections.abc import Callable

import pytest

from tests.cases.built import ROOMS, Seen, build
from tests.cases.days import Days


@pytest.fixture
def days(time_machine, mailoutbox):
    """It is the Monday morning of the tests; ``days.live`` and ``days.run`` go on from there."""
    days = Days(lambda moment: time_machine.move_to(moment, tick=False), mailoutbox)
    days.live("2026-03-02 10:00")
    return days


@pytest.fixture
def the_room(catalogue, parent) -> Callable[[str], Seen]:
    """A room of ``rooms_of_experts.yaml`` by its name, built as a parent builds it."""
    return lambda name: Seen(build(parent, ROOMS[name]))
