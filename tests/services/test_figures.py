"""The skeleton of the three figure commands: what they count, and how they close."""

import pytest

from tests.figures import Figures, close, run_parts


@pytest.fixture
def figures():
    return Figures()


def test_figure_within_its_aim_is_met(figures, capsys):
    figures.measured("queries of the room page", 20, "<= 20")
    assert close("bench", figures)
    assert capsys.readouterr().out.splitlines() == [
        "  queries of the room page: 20, aim <= 20, met",
        "bench: 1 met, 0 short",
    ]


def test_figure_beyond_its_aim_is_short(figures, capsys):
    figures.measured("size", 31.5, "<= 30", unit=" kB")
    assert not close("bench", figures)
    assert capsys.readouterr().out.splitlines()[-1] == "bench: 0 met, 1 short"


def test_figure_that_cannot_be_judged_is_neither_met_nor_short(figures, capsys):
    figures.not_judged("first paint", "the machine is busy")
    assert close("bench", figures)
    assert capsys.readouterr().out.splitlines() == [
        "  first paint: NOT JUDGED, the machine is busy",
        "bench: 0 met, 0 short, 1 not judged",
    ]


@pytest.mark.parametrize(("lost", "duplicated"), [(1, 0), (0, 1)])
def test_one_reminder_lost_or_told_twice_is_a_failure(figures, capsys, lost, duplicated):
    figures.drilled("worker killed", faults=3, due=20, lost=lost, duplicated=duplicated)
    assert not close("drills", figures)
    assert (
        capsys.readouterr().out.splitlines()[-1] == f"drills: 3 faults, lost {lost}, duplicated {duplicated}"
    )


def test_leak_is_named_and_counted(figures, capsys):
    figures.walked("addresses", cells=35, leaks=["GET room as stranger: 200"])
    assert not close("access", figures)
    out = capsys.readouterr().out
    assert "LEAK GET room as stranger: 200" in out
    assert out.splitlines()[-1] == "access: 35 cells, 1 leaks"


def test_part_that_breaks_is_a_failure_and_does_not_stop_the_others(figures, capsys):
    def broken(figures):
        raise ZeroDivisionError

    def sound(figures):
        figures.measured("something", 1, "== 1")

    assert not run_parts("bench", {"broken": broken, "sound": sound}, figures)
    assert figures.sum["met"] == 1
    assert "BROKE: broken" in capsys.readouterr().out
