"""Decisions about a flag of a room that has helpers and no lead."""

import pytest

from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from tests.cases.decided.deciding import SAFETY, told


@pytest.fixture
def case(catalogue, parent):
    """Oregon, self-harm, and a QMHA with a supervisor: helpers, and no lead."""
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=[SAFETY])
    tasha = add_member(case=case, by=parent, name="Tasha Bell", said="Tasha Bell, QMHA")
    told(tasha, parent, supervisor="named", supervisor_name="Lee")
    return finish_setup(case=case, by=parent)
