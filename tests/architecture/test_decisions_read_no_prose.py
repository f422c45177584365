"""Nothing decides by reading prose: a change of words changes nothing that is decided."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECIDING = [
    *sorted((ROOT / "cases/mismatch").glob("*.py")),
    *(ROOT / "cases" / f"{name}.py" for name in ("coverage", "person_fit", "reminders", "seats", "snapshot")),
    ROOT / "roles/fit.py",
]
PROSE = frozenset(
    ["reason", "words", "text", "title", "noun", "does", "can", "brings", "asks", "if_not", "why"]
)
METHODS = frozenset(
    ["startswith", "endswith", "find", "replace", "partition", "removeprefix", "removesuffix"]
)
PATTERNS = frozenset({"re", "regex", "fnmatch"})


def readings(tree: ast.AST) -> list[str]:
    """Where the code of one module looks into sentences: patterns, and parts of a text that is prose."""
    return [f"line {node.lineno}: {said}" for node in ast.walk(tree) for said in _readings_of(node)]


def _readings_of(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [f"import {alias.name}" for alias in node.names if alias.name in PATTERNS]
    if isinstance(node, ast.ImportFrom):
        return [f"import {node.module}"] if node.module in PATTERNS else []
    if isinstance(node, ast.Compare):
        return _compared(node)
    asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return [node.func.attr] if asks and node.func.attr in METHODS and _is_prose(node.func.value) else []


def _compared(node: ast.Compare) -> list[str]:
    """Looking for a part of prose, or comparing it with a sentence: a code such as 'agreed' has no space."""
    found = []
    for op, there in zip(node.ops, node.comparators, strict=True):
        if isinstance(op, ast.In | ast.NotIn) and _is_prose(there):
            found.append(f"in {there.attr}")
        if isinstance(there, ast.Constant) and " " in str(there.value) and _is_prose(node.left):
            found.append(f"== {there.value!r}")
    return found


def _is_prose(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in PROSE


@pytest.mark.parametrize("path", DECIDING, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_deciding_module_looks_into_sentences(path):
    assert readings(ast.parse(path.read_text())) == []


@pytest.mark.parametrize(
    "code",
    [
        "import re",
        "from re import search",
        "'license' in cell.reason",
        "'x' not in row.words",
        "cell.reason.startswith('This role')",
        "row.words == 'Ask the agency.'",
    ],
)
def test_the_check_sees_each_way_to_read_prose(code):
    assert len(readings(ast.parse(code))) == 1


def test_values_may_be_compared():
    assert readings(ast.parse("row.state == 'led' or ask.why in CODES or x in row.could")) == []
