"""Which tests run which line, found by running each once under coverage; and which are to try a fault."""

import ast
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutate.faults import Fault

Lines = Mapping[str, Mapping[int, Iterable[str]]]
ITSELF = " itself"  # behind the id of a test for what it runs after its fixtures are made


@dataclass
class Known:
    """What one run of all tests told. Tests go by their ids, lines by file and number.

    A line knows who runs it: the id alone, for fixtures of a test, or with ``ITSELF`` behind it.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    lines: dict[str, dict[int, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )

    def take(self, seconds: Mapping[str, float], failed: Iterable[str], lines: Lines) -> None:
        self.seconds.update(seconds)
        self.failed.extend(failed)
        for file, numbers in lines.items():
            for number, tests in numbers.items():
                passed = {test for test in tests if test.removesuffix(ITSELF) in self.seconds}
                self.lines[file][number].update(passed)

    def running(self, file: str, numbers: Iterable[int]) -> set[str]:
        return set().union(*(self.lines[file][number] for number in numbers)) if file in self.lines else set()


@dataclass(frozen=True)
class Tree:
    """The files as the parser sees them: statements, and who speaks of a name."""

    root: Path
    files: Sequence[str]
    trees: dict[str, ast.Module] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.trees.update({file: ast.parse((self.root / file).read_text()) for file in self.files})

    def statement(self, file: str, line: int) -> ast.stmt:
        """The innermost one that has the line."""
        found = [
            node
            for node in ast.walk(self.trees[file])
            if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
        ]
        return min(found, key=lambda node: (node.end_lineno or 0) - node.lineno)

    def lines_naming(self, names: set[str]) -> Iterable[tuple[str, int]]:
        """Each line on which one of the names is read."""
        for file in self.files:
            for node in ast.walk(self.trees[file]):
                name = getattr(node, "id", None) or getattr(node, "attr", None)
                if name in names:
                    yield file, node.lineno  # type: ignore[attr-defined]


def head(node: ast.stmt) -> range:
    """The lines of a statement without those of the statements in it."""
    inner = [
        part.lineno
        for name in ("body", "cases")
        for part in getattr(node, name, ())
        if hasattr(part, "lineno")
    ]
    last = max(node.lineno, min(inner) - 1) if inner else node.end_lineno or node.lineno
    return range(node.lineno, last + 1)


def names_made(node: ast.stmt) -> set[str]:
    """What a statement outside of functions gives a name to."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
    return set()


def tests_of(fault: Fault, known: Known, tree: Tree) -> set[str]:
    """Those that run the line. Of what is outside of functions: those that run a line which speaks of it."""
    statement = tree.statement(fault.file, fault.place.first)
    if fault.place.function:
        return known.running(fault.file, {*head(statement), *range(fault.place.first, fault.place.last + 1)})
    found: set[str] = set()
    for file, line in tree.lines_naming(names_made(statement)):
        found |= known.running(file, [line])
    return found or known.running(fault.file, list(known.lines[fault.file]))


LAST = 9
"""From this rank on a test leaves nothing behind that others could start with."""


def in_order(tests: Mapping[str, int], known: Known, *, patience: float) -> list[str]:
    """Those of a lower rank first, of one rank the fastest, for half of ``patience`` seconds. Then the
    fastest of all others, so that slow ones do not stand before those that take no time; ``LAST`` ones last.
    """
    by_rank = sorted(tests, key=lambda test: (tests[test], known.seconds[test], test))
    first = _within(by_rank, known, patience / 2)
    rest = sorted(set(by_rank) - set(first), key=lambda test: (known.seconds[test], test))
    spent = sum(known.seconds[test] for test in first)
    chosen = first + _within(rest, known, patience - spent, at_least=0)
    return sorted(chosen, key=lambda test: tests[test] >= LAST)


def _within(tests: Iterable[str], known: Known, seconds: float, *, at_least: int = 1) -> list[str]:
    """The first of them that take no longer together."""
    chosen, spent = list[str](), 0.0
    for test in tests:
        spent += known.seconds[test]
        if len(chosen) >= at_least and spent > seconds:
            break
        chosen.append(test)
    return chosen


def sample(faults: Sequence[Fault], count: int, seed: int) -> list[Fault]:
    """So many of them; the same ones for the same seed and the same files."""
    return faults if len(faults) <= count else sorted_as_before(random.Random(seed).sample(faults, count))


def sorted_as_before(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.file, fault.number))
