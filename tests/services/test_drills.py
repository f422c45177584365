"""The drills pass on the product: each reminder goes out, and goes out once."""

import pytest

pytestmark = [pytest.mark.services, pytest.mark.timeout(900)]


@pytest.mark.parametrize("name", ["worker-killed", "two-beats", "busy-machine", "beat-stopped"])
def test_each_reminder_goes_out_once_whatever_happens(run_drill, name):
    code, faults, lost, duplicated = run_drill(name)
    assert (code, lost, duplicated) == (0, 0, 0)
    assert faults > 0
