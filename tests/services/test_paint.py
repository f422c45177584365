"""What the bench makes of a first paint: on a machine that cannot keep time, nothing."""

import pytest

from tests.bench.paint import bytes_, first_paint, timing
from tests.figures import Figures
from tests.slow_phone import Cost, Timing

STEADY, UNSTEADY = Timing([300, 310, 359]), Timing([300, 310, 373])


@pytest.fixture
def figures():
    return Figures()


def visits(*paints, kib=35.0):
    return [Cost(kib, 5, paint, 0) for paint in paints]


def test_spread_is_told_in_parts_of_the_middle_run():
    assert Timing([90, 100, 130]).spread == pytest.approx(0.4)
    assert str(Timing([90.4, 100, 130])) == "90 to 130 ms"


def test_the_visit_that_warms_up_is_left_out():
    assert timing(visits(5000, 600, 610)).middle == 605


@pytest.mark.parametrize(("paints", "sum_"), [((640, 650, 660), {"met": 1}), ((640, 651, 660), {"short": 1})])
def test_a_first_paint_is_judged_on_a_steady_machine(figures, paints, sum_):
    assert STEADY.spread < 0.2
    first_paint(figures, "home", Timing(paints), STEADY)
    assert dict(figures.sum) == sum_


@pytest.mark.parametrize("paints", [(100, 100, 100), (900, 900, 900)], ids=["fast", "slow"])
def test_a_first_paint_is_not_judged_on_an_unsteady_one(figures, paints, capsys):
    assert UNSTEADY.spread > 0.2
    first_paint(figures, "home", Timing(paints), UNSTEADY)
    assert dict(figures.sum) == {"not judged": 1}
    said = capsys.readouterr().out
    assert "NOT JUDGED" in said
    assert "300 to 373 ms" in said
    assert str(paints[0]) in said


@pytest.mark.parametrize(("kib", "sum_"), [(85, {"met": 1}), (85.1, {"short": 1})])
def test_bytes_are_judged_on_any_machine_by_the_heaviest_visit(figures, kib, sum_):
    bytes_(figures, "home", [*visits(600), *visits(600, kib=kib)])
    assert dict(figures.sum) == sum_
