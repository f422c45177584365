"""A calendar to walk through."""

import pytest

from tests.cases.days import Days


@pytest.fixture
def days(time_machine, mailoutbox):
    """It is the Monday morning of the tests; ``days.live`` and ``days.run`` go on from there."""
    days = Days(lambda moment: time_machine.move_to(moment, tick=False), mailoutbox)
    days.live("2026-03-02 10:00")
    return days
