"""CONTRIBUTING's "Add a mismatch rule", followed to the letter in a copy of the tree."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import clean_environment

pytestmark = pytest.mark.services
ROOT = Path(__file__).resolve().parents[2]
MORE = Path(__file__).with_name("one_rule_more")
FINDS, SAYS, TRY = (
    "cases/mismatch/many_letters.py",
    "cases/wording/many_letters.py",
    "tests/cases/test_mismatch_many_letters.py",
)
ROW = '    MANY_LETTERS = "many_letters", Traits(Asks.MEMBER)\n'
LAST = '    STILL_WAITING = "still_waiting"'
SAMPLES, LAST_SAMPLE = "tests/cases/tone_rooms.py", "*care_at_school(),"
SAMPLE = '*[sample("everyday-skills", (person(40, "Kim", "lcsw", "qmhp", "msw"),), ())],'
CHECKS = (
    TRY,
    "tests/cases/test_rules_table.py",
    "tests/cases/test_mismatch_tone.py",
    "tests/cases/decided/test_wording.py",
    "tests/architecture/test_sizes.py",
    "tests/architecture/test_decisions_read_no_prose.py",
)
QUICK = "not any_room and not real_catalogue and not who_left and not every_need"
LEFT = shutil.ignore_patterns(".*", "var", "build", "__pycache__", "journeys", "browser")


@pytest.fixture
def tree(tmp_path) -> Path:
    return shutil.copytree(ROOT, tmp_path / "room", ignore=LEFT)


def put(tree: Path, file: str, before: str, line: str) -> None:
    whole = (tree / file).read_text()
    assert whole.count(before) == 1
    (tree / file).write_text(whole.replace(before, line + before))


def a_rule_in(tree: Path, *, row: bool = True, words: bool = True) -> None:
    """One new file, one row in the table, one wording, its tests."""
    shutil.copy(MORE / "finds.txt", tree / FINDS)
    shutil.copy(MORE / "tests.txt", tree / TRY)
    if words:
        shutil.copy(MORE / "says.txt", tree / SAYS)
    if row:
        put(tree, "cases/mismatch/rules.py", LAST, ROW)
    put(tree, SAMPLES, LAST_SAMPLE, SAMPLE)


def run(tree: Path, *argv: str) -> tuple[int, str]:
    """In the copy, with the copy's own code."""
    env = clean_environment(tree / "var", PYTHONPATH=f"{tree}:{tree / 'platform'}")
    done = subprocess.run([sys.executable, *argv], cwd=tree, env=env, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_one_file_one_row_one_wording_and_its_tests_turn_nothing_red(tree):
    a_rule_in(tree)
    code, told = run(tree, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-k", QUICK, *CHECKS)
    assert code == 0, told
    assert "passed" in told
    code, told = run(tree, "manage.py", "makemigrations", "--check", "--dry-run")
    assert code == 0, told


def test_a_rule_without_words_is_told_by_its_name(tree):
    a_rule_in(tree, words=False)
    code, told = run(tree, "manage.py", "check")
    assert code != 0
    assert 'The rule "many_letters" has a row in the table.' in told
    assert "cases.wording.many_letters has no function of this name." in told


def test_a_rule_without_a_row_is_told_by_its_file(tree):
    a_rule_in(tree, row=False)
    (tree / TRY).unlink()
    code, told = run(tree, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", CHECKS[1])
    assert code != 0
    assert "no row of cases/mismatch/rules.py names cases/mismatch: ['many_letters']" in told
    assert "no row of cases/mismatch/rules.py names cases/wording: ['many_letters']" in told
