"""The drills themselves: they see what they are there to see."""

import pytest

pytestmark = [pytest.mark.services, pytest.mark.timeout(900)]
FORGETFUL = "tests.drills._forgetful"


def test_unique_key_of_the_outbox_holds_a_sweep_that_remembers_nothing(run_drill):
    code, _, lost, duplicated = run_drill("two-beats", DRILL_WORKER_APP=FORGETFUL)
    assert (code, lost, duplicated) == (0, 0, 0)


def test_drill_reports_duplicates_without_the_unique_key(run_drill):
    code, _, _, duplicated = run_drill("two-beats", DRILL_WORKER_APP=FORGETFUL, DRILL_WITHOUT_KEY="1")
    assert duplicated > 0
    assert code == 1


def test_drill_reports_duplicates_when_nobody_asks_whether_a_row_is_free(run_drill):
    code, _, _, duplicated = run_drill("two-beats", DRILL_WORKER_APP="tests.drills._sabotaged")
    assert duplicated > 0
    assert code == 1
