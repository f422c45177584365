"""Finds, by reading the code, every query for a row that leads to a room, and whether it asks who looks."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from cases.models import Case

#: Calls that leave only the rows of rooms somebody may look into or change.
SCOPES = frozenset({"visible_to", "editable_by", "unread_by"})
MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
FETCHES = frozenset({"get_object_or_404", "get_list_or_404"})


def scoped_models() -> set[type[models.Model]]:
    """Every model from whose rows foreign keys lead to a room."""
    found: set[type[models.Model]] = {Case}
    while more := {model for model in apps.get_models() if model not in found and _leads_to(model, found)}:
        found |= more
    return found


def _leads_to(model: type[models.Model], found: set[type[models.Model]]) -> bool:
    forward = (field for field in model._meta.get_fields() if field.concrete and field.is_relation)
    return any(field.related_model in found for field in forward)


def accessors() -> set[str]:
    """Names by which one gets from a row to rows that lead to a room: ``case.members``."""
    links = (link for model in apps.get_models() for link in model._meta.related_objects)
    return {link.get_accessor_name() or "" for link in links if link.related_model in scoped_models()} - {""}


def query_words() -> set[str]:
    """What makes an attribute of that name a query, and not a list that happens to have the same name."""
    return {word for model in scoped_models() for word in dir(model._default_manager) if word[0] != "_"}


@dataclass(frozen=True)
class Query:
    """``what`` is asked for in ``where``, the name of a function or '' at the top of a file."""

    where: str
    what: str


def unscoped(source: str) -> Iterator[Query]:
    """Queries of one file for rows of a room that do not ask who looks."""
    names = {model.__name__ for model in scoped_models()}
    yield from _Reader(names, accessors(), query_words()).read(ast.parse(source))


class _Reader:
    def __init__(self, names: set[str], accessors: set[str], words: set[str]) -> None:
        self.names, self.accessors, self.words = names, accessors, words

    def read(self, tree: ast.AST, where: str = "", chain: frozenset[str] = frozenset()) -> Iterator[Query]:
        """``chain``: names called on what stands here, as in ``<here>.visible_to(user).filter()``."""
        if isinstance(tree, ast.FunctionDef | ast.ClassDef):
            where = f"{where}.{tree.name}" if where else tree.name
        if what := self._asked_for(tree, chain):
            yield Query(where, what)
        for child in ast.iter_child_nodes(tree):
            goes_on = _is_called_on(tree, child)
            more = chain | {tree.attr} if isinstance(tree, ast.Attribute) else chain
            yield from self.read(child, where, more if goes_on else frozenset())

    def _asked_for(self, node: ast.AST, chain: frozenset[str]) -> str:
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS and not chain & SCOPES:
            return self._model(node.value)
        if isinstance(node, ast.Attribute) and node.attr in self.accessors and not chain & SCOPES:
            return f".{node.attr}" if chain & self.words else ""
        if isinstance(node, ast.Call) and _name_of(node.func) in FETCHES and node.args:
            found = _name_of(node.args[0])
            return found if found in self.names else ""
        return ""

    def _model(self, owner: ast.AST) -> str:
        """Whose manager it is; '?' when only running would tell."""
        if isinstance(owner, ast.Name):
            return owner.id if owner.id in self.names else "" if owner.id[:1].isupper() else "?"
        if isinstance(owner, ast.Attribute) and owner.attr == "through":
            return next((n.id for n in ast.walk(owner) if isinstance(n, ast.Name) and n.id in self.names), "")
        return "?"


def _is_called_on(node: ast.AST, child: ast.AST) -> bool:
    """Whether the names called on ``node`` are called on ``child`` too."""
    return (isinstance(node, ast.Attribute) and child is node.value) or (
        isinstance(node, ast.Call) and child is node.func
    )


def _name_of(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""
