"""Faults nobody has to notice: each still fits the code, and has its reason."""

import pytest

from tests.mutate.accepted import Accepted, read, reason, that_fit_no_more
from tests.mutate.faults import faults_in
from tests.mutate.scope import ROOT

HERE = {"file": "door.py", "function": "is_open", "was": "return days > 1", "why": "days are whole"}


@pytest.fixture
def door(tmp_path):
    (tmp_path / "door.py").write_text("def is_open(days):\n    return days > 1\n")
    return tmp_path


def test_every_entry_of_the_list_fits_the_code_and_has_its_reason():
    assert [str(entry) for entry in that_fit_no_more(read(), ROOT)] == []


def test_an_entry_gives_its_reason_to_its_fault_alone(door):
    entry = Accepted(**HERE, now="return days >= 1")
    told = {fault.lines[1]: reason(fault, [entry]) for fault in faults_in(door, "door.py")}
    assert told == {"return days >= 1": "days are whole", "return days > 2": ""}
    assert that_fit_no_more([entry], door) == []


@pytest.mark.parametrize(
    "change",
    [
        {"was": "return days > 3"},
        {"now": "return days < 1"},
        {"function": "is_shut"},
        {"file": "gone.py"},
        {"why": " "},
    ],
)
def test_an_entry_that_fits_no_more_is_found(change, door):
    entry = Accepted(**{**HERE, "now": "return days >= 1", **change})
    assert that_fit_no_more([entry], door) == [entry]
