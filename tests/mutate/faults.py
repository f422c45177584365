"""The faults there can be in a file: mutmut's, also under decorators and outside functions, and two more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from typing import Any

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators, operator_string
from mutmut.mutation.pragma_handling import IgnoredCode

NOWHERE = IgnoredCode(set(), set(), set())
#: What decides nothing: what only types need, and the names a module gives out.
BESIDE = m.If(test=m.Name("TYPE_CHECKING")) | m.Assign(targets=[m.AssignTarget(target=m.Name("__all__"))])

NO = m.Name("False") | m.Name("None")
ROW_LOCK = m.Call(func=m.Attribute(attr=m.Name("select_for_update")))
SAME = m.Arg(keyword=m.Name("strict") | m.Name("skip_locked")) | m.Arg(keyword=m.Name("of"), value=m.Tuple())
"""What changes nothing a test could tell: ``zip(strict=...)``, as the lists are made to be of one length,
and how a row is held, as SQLite, on which faults are tried, holds the whole file."""

ANY_CASE = m.Call(args=[m.ZeroOrMore(), m.Arg(value=m.Attribute(attr=m.Name("IGNORECASE"))), m.ZeroOrMore()])
"""A pattern that takes small letters for large ones: it is the same in the other case."""

Way = Callable[[Any], Iterable[cst.CSTNode]]


def words_apart(node: cst.BaseString) -> Iterable[cst.BaseString]:
    """Names, keys and verbs get other letters. How a sentence is spelled decides nothing."""
    return () if isinstance(node, cst.SimpleString) and " " in node.value else operator_string(node)


def left_out(node: cst.Expr) -> Iterator[cst.Expr]:
    """A call that stands for itself, such as taking a lock or writing to the record, does not happen."""
    if isinstance(node.value, cst.Call) and not m.findall(node, ROW_LOCK):
        yield node.with_changes(value=cst.Name("None"))


def turned_round(node: cst.If | cst.CompIf | cst.While) -> Iterator[cst.CSTNode]:
    """What holds for one holds for all others instead."""
    if isinstance(node.test, cst.Name | cst.Attribute | cst.Call):
        yield node.with_changes(test=cst.UnaryOperation(cst.Not(), node.test))


def one_can_tell(way: Way) -> Way:
    """The faults of a call but those that change nothing, whatever the tests are: ``SAME``."""

    def told(node: cst.Call) -> Iterator[cst.CSTNode]:
        if not m.matches(node, ROW_LOCK):
            yield from (changed for changed in way(node) if _says(changed) != _says(node))

    return told


def _says(call: cst.CSTNode) -> object:
    """What a call says: None in place of False is as much a no."""
    if not isinstance(call, cst.Call):
        return call
    return call.func, [
        NO if m.matches(arg.value, NO) else arg for arg in call.args if not m.matches(arg, SAME)
    ]


def _ours(kind: type, way: Way) -> Way:
    return words_apart if way is operator_string else one_can_tell(way) if kind is cst.Call else way


OPERATORS: list[tuple[type, Way]] = [
    *((kind, _ours(kind, way)) for kind, way in mutation_operators),
    (cst.Expr, left_out),
    (cst.If, turned_round),
    (cst.CompIf, turned_round),
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is: the function it is in ('' outside), and its first and last line."""

    function: str
    first: int
    last: int


class Visitor(MutationVisitor):
    """Goes also where mutmut, which has to copy functions, does not; and remembers where it is."""

    def __init__(self) -> None:
        super().__init__(OPERATORS, NOWHERE)
        self.inside: list[tuple[cst.CSTNode, str]] = []
        self.any_case: cst.CSTNode | None = None
        self.places: list[Place] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self.inside.append((node, node.name.value))
        elif isinstance(node, cst.Parameters):
            self.inside.append((node, ""))
        elif self.any_case is None and m.matches(node, ANY_CASE):
            self.any_case = node
        return super().on_visit(node)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        super().on_leave(original_node)
        if self.inside and self.inside[-1][0] is original_node:
            self.inside.pop()
        if self.any_case is original_node:
            self.any_case = None

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef):
            return False
        return m.matches(node, BESIDE | SAME) or super()._skip_node_and_children(node)

    def _create_mutations(self, node: cst.CSTNode) -> None:
        before = len(self.mutations)
        super()._create_mutations(node)
        if self.any_case is not None:
            self.mutations[before:] = [one for one in self.mutations[before:] if not _differs_in_case(one)]
        if len(self.places) < len(self.mutations):
            span = self.get_metadata(PositionProvider, node)
            place = Place(self._function(), span.start.line, span.end.line)
            self.places.extend(place for _ in self.mutations[len(self.places) :])

    def _function(self) -> str:
        """The outermost function whose body this is in. A default value is worked out outside of it."""
        names: list[str] = []
        for at, (node, name) in enumerate(self.inside):
            names.append(name)
            if isinstance(node, cst.FunctionDef):
                default = at + 1 < len(self.inside) and isinstance(self.inside[at + 1][0], cst.Parameters)
                return "" if default else ".".join(names)
        return ""


def _differs_in_case(mutation: Any) -> bool:
    was, now = mutation.original_node, mutation.mutated_node
    strings = isinstance(was, cst.SimpleString) and isinstance(now, cst.SimpleString)
    return strings and was.value.lower() == now.value.lower()


@dataclass(frozen=True, eq=False)
class Fault:
    """One change of one place. ``number`` counts those of a file."""

    file: str
    number: int
    place: Place
    module: cst.Module = field(repr=False)
    before: cst.CSTNode = field(repr=False)
    after: cst.CSTNode = field(repr=False)

    @cached_property
    def source(self) -> str:
        """The whole file with the fault in it."""
        return self.module.deep_replace(self.before, self.after).code

    @cached_property
    def lines(self) -> tuple[str, str]:
        """What the changed lines were and what they are now, each on one line."""
        was, now = self.module.code.splitlines(), self.source.splitlines()
        changes = [
            c for c in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if c[0] != "equal"
        ]
        first, last = changes[0], changes[-1]
        return _on_one_line(was[first[1] : last[2]]), _on_one_line(now[first[3] : last[4]])

    def __str__(self) -> str:
        where = f" {self.place.function}" if self.place.function else ""
        return f"{self.file}:{self.place.first}{where}"


def _on_one_line(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines).strip()


def faults_in(root: Path, file: str) -> list[Fault]:
    """Every fault of a file, in its order. The same file gives the same ones."""
    wrapper = MetadataWrapper(cst.parse_module((root / file).read_text()))
    visitor = Visitor()
    module = wrapper.visit(visitor)
    pairs = zip(visitor.mutations, visitor.places, strict=True)
    return [
        Fault(file, number, place, module, mutation.original_node, mutation.mutated_node)
        for number, (mutation, place) in enumerate(pairs)
    ]
