"""Which faults are made of a file: also under decorators and in tables, and the same ones each time."""

import pytest

from tests.mutate import which
from tests.mutate.faults import faults_in
from tests.mutate.scope import PRODUCT, ROOT, Scope
from tests.mutate.warm import Living
from tests.mutate.which import LAST, Known, Tree, head, in_order, sample

SOURCE = '''
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal

DAYS = 14

__all__ = ["Door"]


class Door:
    """Ours."""

    @property
    def open(self) -> bool:
        return self.days >= DAYS

    def knock(self, by: Any, times: int = 3) -> list:
        lock(self)
        if by:
            record("knocked", by=by)
        return [
            self.bell
            for _ in range(times)
        ]


def refuse() -> None:
    raise Refused("Nobody is here. Come back.")
'''


@pytest.fixture
def here(tmp_path):
    (tmp_path / "door.py").write_text(SOURCE)
    return tmp_path


@pytest.fixture
def faults(here):
    return faults_in(here, "door.py")


def changes(faults, function):
    return {fault.lines for fault in faults if fault.place.function == function}


def test_a_function_under_a_decorator_gets_faults(faults):
    assert ("return self.days >= DAYS", "return self.days > DAYS") in changes(faults, "Door.open")


def test_what_is_outside_of_functions_gets_faults_and_a_default_value_is_outside(faults):
    outside = changes(faults, "")
    assert ("DAYS = 14", "DAYS = 15") in outside
    knock = "def knock(self, by: Any, times: int = {}) -> list:"
    assert (knock.format(3), knock.format(4)) in outside


def test_a_call_of_its_own_is_left_out(faults):
    assert ("lock(self)", "None") in changes(faults, "Door.knock")


SAME = """
def hold(rows, numbers):
    Row.objects.select_for_update(of=("self",)).get(pk=1)
    held = rows.select_for_update(skip_locked=True, of=("self",))[:9]
    pairs = zip(held, numbers, strict=True)
    return show(pairs, named=False, of=(), by=None)
"""


def test_what_no_test_could_tell_gets_none(tmp_path):
    (tmp_path / "hold.py").write_text(SAME)
    found = {now for _, now in changes(faults_in(tmp_path, "hold.py"), "hold")}
    assert not [line for line in found if line == "None" or "strict" not in line and "zip" in line]
    assert {line for line in found if "zip" in line} == {
        "pairs = zip(None, numbers, strict=True)",
        "pairs = zip(held, None, strict=True)",
        "pairs = zip(numbers, strict=True)",
        "pairs = zip(held, strict=True)",
    }
    assert {line for line in found if "select_for_update" in line} == {
        'Row.objects.select_for_update(of=("self",)).get(pk=None)',
        'Row.objects.select_for_update(of=("self",)).get(pk=2)',
        'held = rows.select_for_update(skip_locked=True, of=("self",))[:10]',
    }
    assert "return show(pairs, named=None, of=(), by=None)" not in found
    assert "return show(pairs, named=True, of=(), by=None)" in found


def test_a_pattern_in_any_case_is_not_written_in_the_other(tmp_path):
    pattern = 're.compile("in" r"[a-z]", {})'
    for flags, others in (("re.IGNORECASE", False), ("re.MULTILINE", True)):
        (tmp_path / "pattern.py").write_text(f"FOUND = {pattern.format(flags)}\nGO = 'go'\n")
        found = {now for _, now in changes(faults_in(tmp_path, "pattern.py"), "")}
        assert (f'FOUND = re.compile("IN" r"[a-z]", {flags})' in found) == others
        assert f'FOUND = re.compile("XXinXX" r"[a-z]", {flags})' in found
        assert "GO = 'GO'" in found


def test_a_plain_condition_is_turned_round(faults):
    assert ("if by:", "if not by:") in changes(faults, "Door.knock")


def test_keys_get_other_letters_and_sentences_do_not(faults):
    assert ('record("knocked", by=by)', 'record("XXknockedXX", by=by)') in changes(faults, "Door.knock")
    assert changes(faults, "refuse") == {
        ('raise Refused("Nobody is here. Come back.")', "raise Refused(None)")
    }


def test_what_only_types_or_importers_need_gets_none(faults):
    assert not {line for line, _ in changes(faults, "") if "TYPE_CHECKING" in line or "__all__" in line}


def test_every_fault_is_python(faults, here):
    for fault in faults:
        compile(fault.source, "door.py", "exec")
        assert fault.source != SOURCE


def test_the_draw_is_the_same_for_the_same_seed(faults, here):
    again = faults_in(here, "door.py")
    first, second, other = sample(faults, 9, 1), sample(again, 9, 1), sample(faults, 9, 2)
    assert [f.number for f in first] == [f.number for f in second] != [f.number for f in other]
    assert len(first) == 9
    assert sample(faults, 1000, 1) == faults


# -- which tests try a fault --------------------------------------------------------------------------


def known(**lines):
    found = Known()
    tests = {test for numbers in lines.values() for test in numbers}
    found.take(
        {"slow": 30.0, "quick": 0.1, **dict.fromkeys(tests - {"slow", "quick"}, 1.0)},
        [],
        {"door.py": {int(number[1:]): tests for number, tests in lines.items()}},
    )
    return found


def tried(faults, here, known, function, was):
    fault = next(f for f in faults if f.place.function == function and f.lines[0] == was)
    return which.tests_of(fault, known, Tree(here, ["door.py"]))


def test_a_fault_is_tried_by_who_runs_its_line(faults, here):
    line = SOURCE.splitlines().index("        lock(self)") + 1
    runs = known(**{f"l{line}": ["quick"], f"l{line + 1}": ["slow"]})
    assert tried(faults, here, runs, "Door.knock", "lock(self)") == {"quick"}


def test_a_fault_in_a_constant_is_tried_by_who_runs_a_line_that_names_it(faults, here):
    line = SOURCE.splitlines().index("        return self.days >= DAYS") + 1
    runs = known(**{f"l{line}": ["quick"], f"l{line + 4}": ["slow"]})
    assert tried(faults, here, runs, "", "DAYS = 14") == {"quick"}


def test_a_line_nobody_runs_is_tried_by_nobody(faults, here):
    assert tried(faults, here, known(l1=["quick"]), "Door.knock", "lock(self)") == set()


def test_the_head_of_a_statement_ends_before_what_is_in_it(here):
    statement = Tree(here, ["door.py"]).statement("door.py", SOURCE.splitlines().index("        if by:") + 1)
    assert list(head(statement)) == [statement.lineno]


def test_by_rank_then_fastest_and_no_longer_than_patience():
    runs = known(l1=["slow", "quick", "middle", "empties"])
    ranks = {"slow": 1, "quick": 1, "middle": 1, "empties": LAST}
    assert in_order(ranks, runs, patience=70) == ["quick", "middle", "slow", "empties"]
    assert in_order(ranks, runs, patience=30) == ["quick", "middle", "empties"]
    assert in_order({**ranks, "middle": 0}, runs, patience=1.5) == ["middle", "quick"]
    assert in_order({"slow": 1}, runs, patience=2) == ["slow"]
    far = {"slow": 1, "middle": 2, "quick": 8, "empties": LAST}
    assert in_order(far, runs, patience=40) == ["slow", "quick", "middle", "empties"]


def test_what_only_a_fixture_runs_is_told_apart():
    runs = Known()
    runs.take({"one": 1.0}, [], {"door.py": {3: ["one"], 4: ["one", "one itself"], 5: ["failed"]}})
    assert [runs.running("door.py", [line]) for line in (3, 4, 5)] == [{"one"}, {"one", "one itself"}, set()]


# -- the scope ----------------------------------------------------------------------------------------


def test_a_file_is_found_by_path_name_and_module():
    for name in ("cases/permissions.py", "cases.permissions"):
        assert PRODUCT.only(name) == ["cases/permissions.py"]
    assert PRODUCT.only("permissions.py") == ["cases/permissions.py", "coaching/permissions.py"]
    assert PRODUCT.only("nobody_knows.py") == []


def test_files_and_tests_of_the_product_are_there():
    named = (*PRODUCT.decides, *PRODUCT.tests, *PRODUCT.outside)
    assert [name for name in named if not list(ROOT.glob(name))] == []
    assert str(ROOT / "tests/roles/test_decode_letters.py") in PRODUCT.paths_of_tests()
    assert {"cases/mismatch/rules.py", "roles/decode/letters.py"} <= set(PRODUCT.files())


def test_a_scope_takes_files_and_folders(here):
    (here / "rooms").mkdir()
    (here / "rooms" / "one.py").write_text("")
    assert Scope(here, ("rooms", "door.py"), ()).files() == ["door.py", "rooms/one.py"]


# -- the functions that live in a process -------------------------------------------------------------


class Lazy:
    """Wakes up when it is asked what it is, and cannot any more."""

    @property
    def __class__(self):
        raise RuntimeError


def test_looking_for_functions_wakes_nothing(here):
    asleep = Lazy()
    names = {name for _, name, _ in Living(ROOT, ["tests/mutate/test_faults.py"]).functions}
    assert "test_looking_for_functions_wakes_nothing" in names
    assert "Lazy.__class__" in names
    assert type(asleep) is Lazy
