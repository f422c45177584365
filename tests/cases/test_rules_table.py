"""The table of rules and what stands beside it: every row has its file and its words, every file its row."""

from pathlib import Path

import pytest

from cases.mismatch.rules import NotWritten, Rule, Traits, function_of
from cases.wording.flags import SAY

ROOT = Path(__file__).resolve().parents[2]
FRAMES = {
    "mismatch": (
        "addressee answering awake decided empty_chairs ended engine facts finding merge next_step "
        "open_point outlook place rules"
    ),
    "wording": (
        "asked_before decided ended flags grid letters log messages names open_point roles_for same_words "
        "scene scope seen_as several silence stays to_others tonight trainings voice words"
    ),
}
"""Files that are of no rule."""


@pytest.mark.parametrize("folder", FRAMES)
def test_every_file_has_its_row(folder):
    files = {path.stem for path in (ROOT / "cases" / folder).glob("*.py")} - {
        "__init__",
        *FRAMES[folder].split(),
    }
    strays = files - {rule.traits.family or str(rule) for rule in Rule}
    assert not strays, f"no row of cases/mismatch/rules.py names cases/{folder}: {sorted(strays)}"


def test_every_row_has_its_function_and_its_words():
    assert all(callable(function_of(rule, "cases.mismatch")) for rule in Rule)
    assert set(SAY) == set(Rule)


def test_a_row_rests_only_for_rules_there_are():
    unknown = {name for rule in Rule for name in rule.traits.rests_for} - set(Rule)
    assert not unknown, f"rests_for names no rule: {sorted(unknown)}"


def test_what_is_missing_is_told_by_its_name():
    with pytest.raises(NotWritten, match='"gap" has a row in the table. roles.nobody has no function'):
        function_of(Rule.GAP, "roles")
    with pytest.raises(NotWritten, match="cases.snapshot"):
        function_of(Rule.GAP, "cases.snapshot")


def test_a_row_without_traits_is_refused():
    with pytest.raises(TypeError, match="The rule tired has no traits in its row."):
        Rule.__new_member__(Rule, "tired")


def test_a_row_says_at_least_whom_it_asks():
    with pytest.raises(TypeError):
        Traits()
