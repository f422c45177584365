"""Counts what a reader has to hold in mind: branches of a function, its lines, the lines of a file."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings

ROOTS = ("cases", "coaching", "roles", "platform")
BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.Assert,
    ast.match_case,
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files() -> Iterator[Path]:
    """The product's own code; what a migration did stays as it is."""
    for root in ROOTS:
        for path in sorted((settings.ROOT / root).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def functions(source: str) -> Iterator[Function]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            yield node


def complexity(function: Function) -> int:
    """Ways through a function: one more for every branch, and for what ruff does not count: every ``and`` and
    ``or``, every choice in an expression, every condition of a comprehension. Its loop decides nothing."""
    ways = 1
    for node in ast.walk(function):
        if isinstance(node, BRANCHES):
            ways += 1
        if isinstance(node, ast.BoolOp):
            ways += len(node.values) - 1
        if isinstance(node, ast.comprehension):
            ways += len(node.ifs)
    return ways


def lines_of(function: Function) -> int:
    """Lines of the body, without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def beyond(limit: int, measure: Callable[[Function], int]) -> dict[str, int]:
    """``file:function`` of each function above the limit, with how far it goes."""
    found = {}
    for path in files():
        name = path.relative_to(settings.ROOT).as_posix()
        for function in functions(path.read_text()):
            if (many := measure(function)) > limit:
                found[f"{name}:{function.name}"] = many
    return found
