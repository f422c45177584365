"""Makes the JSON Schemas of the data files from what the loader asks for while it reads them.

A role or source is checked for its form only, so that a new one can be used before the schemas are made anew;
whether it is there is the loader's to say. States and capabilities hardly change: their names are listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db import models

from roles.loading import described
from roles.loading.fields import LARGEST, SLUG
from roles.loading.files import Ask, Row
from roles.loading.people import FIT_COLUMNS
from roles.loading.problems import Problems
from roles.loading.reading import Files, tables_of
from roles.models import Confidence, Fit

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
NAME = {"type": "string", "minLength": 1}
SOME = {"minItems": 1}
CELL = {"type": "string", "pattern": "^[^;]*(;[^;]+)*$"}
"""Several names in one cell of a table, with ";" between them."""


def schemas(data: Path) -> dict[str, Schema]:
    """A schema for each kind of file, by its file name. Raises BrokenData when the loader would."""
    files = Files(data, Problems())
    tables_of(files)
    known = files.known()
    lists = {"state": sorted(known.states), "capability": sorted(known.capabilities)}
    return {f"{name}.json": Maker(name, lists).file(rows) for name, rows in sorted(files.parsed.items())}


def written(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


class Maker:
    """Makes the schema of one kind of file. ``listed`` has the names that an editor may offer."""

    def __init__(self, kind: str, listed: dict[str, list[str]]) -> None:
        self.kind = kind
        self.table = kind == "fits"
        self.listed = listed
        self.defs: Schema = {}

    def file(self, rows: Sequence[Row]) -> Schema:
        title, description = described.file(self.kind)
        head = {"$schema": DRAFT, "$id": f"{self.kind}.json", "title": title, "description": description}
        return {**head, **self.entry(rows), **({"$defs": self.defs} if self.defs else {})}

    def entry(self, rows: Sequence[Row]) -> Schema:
        """One mapping: what may stand in it is what the loader asked of any row like it."""
        asked: dict[str, Ask] = {}
        for row in rows:
            asked |= row.asked
        if self.table:
            asked = {key: asked[key] for key in FIT_COLUMNS}
        values = {key: [row[key] for row in rows if row.get(key)] for key in asked}
        needed = [key for key in asked if self.table or asked[key].needed or _holds_entries(values[key])]
        entry = {
            "type": "object",
            "properties": {key: self.property(key, asked[key], values[key]) for key in asked},
            "required": needed,
            "additionalProperties": False,
        }
        rules = CELL_RULES if self.table else RULES
        told = [rule for keys, rule in rules if asked.keys() >= set(keys)]
        return entry | ({"allOf": told} if told else {})

    def property(self, key: str, ask: Ask, values: list[Any]) -> Schema:
        title, description = described.key(self.kind, key, ask)
        told = {"title": title, "description": description}
        if any(isinstance(value, Row) for value in values):
            return told | self.entry(values)
        if ask.many and self.table:
            return told | CELL
        if ask.names or ask.many:
            return told | self.name(ask)
        if _holds_entries(values):
            return told | {"type": "array", "items": self.entry([row for rows in values for row in rows])}
        return told | plain(ask)

    def name(self, ask: Ask) -> Schema:
        one = self.one(ask)
        if not ask.many:
            return one if ask.needed else {"anyOf": [one, {"const": ""}]}
        return {"type": "array", "items": one, "uniqueItems": True} | (SOME if ask.needed else {})

    def one(self, ask: Ask) -> Schema:
        """The name of another entry: one of a list, or anything that could be one."""
        if ask.names not in self.listed:
            return NAME | text(ask)
        self.defs[ask.names] = {"enum": self.listed[ask.names]}
        return {"$ref": f"#/$defs/{ask.names}"}


def _holds_entries(values: Iterable[Any]) -> bool:
    return any(isinstance(v, Row) or (isinstance(v, list) and v and isinstance(v[0], Row)) for v in values)


def plain(ask: Ask) -> Schema:
    """A value that names nothing: a day, yes or no, a number, one of a few words, or text."""
    column = ask.column
    if ask.day or isinstance(column, models.DateField):
        return dict(DAY)
    if isinstance(column, models.BooleanField):
        return {"type": "boolean"}
    if isinstance(column, models.PositiveSmallIntegerField):
        return {"type": "integer", "minimum": 0, "maximum": LARGEST}
    choices = ask.choices or tuple(str(choice) for choice, _ in (column.flatchoices if column else ()))
    if choices:
        return {"enum": [*choices, *([] if ask.needed else [""])]}
    return {"type": "string"} | text(ask)


def text(ask: Ask) -> Schema:
    limit = getattr(ask.column, "max_length", None)
    form = f"^{SLUG}$" if isinstance(ask.column, models.SlugField) else f"^{ask.starts}" * bool(ask.starts)
    return (
        ({"minLength": 1} if ask.needed else {})
        | ({"maxLength": limit} if limit else {})
        | ({"pattern": form} if form else {})
    )


def _if(key: str, value: str, then: Schema, otherwise: Schema | None = None) -> Schema:
    whether = {"properties": {key: {"const": value}}, "required": [key]}
    return {"if": whether, "then": then} | ({"else": otherwise} if otherwise else {})


def _has(key: str) -> Schema:
    return {"required": [key], "properties": {key: SOME}}


RULES: tuple[tuple[tuple[str, ...], Schema], ...] = (
    (
        ("confidence", "check_at"),
        _if(
            "confidence",
            Confidence.VERIFIED.value,
            {"required": ["sources"], "properties": {"sources": SOME, "check_at": {"maxItems": 0}}},
        ),
    ),
    (("known_in", "only_in"), {"not": {"allOf": [_has("known_in"), _has("only_in")]}}),
    (("requires_all", "requires_any"), {"anyOf": [_has("requires_all"), _has("requires_any")]}),
)
"""What the loader says of several keys together, where an entry has all of these keys."""

CELL_RULES: tuple[tuple[tuple[str, ...], Schema], ...] = (
    (
        ("confidence", "sources"),
        _if("confidence", Confidence.VERIFIED.value, {"properties": {"sources": {"minLength": 1}}}),
    ),
    (
        ("value", "ground"),
        _if(
            "value",
            Fit.Value.TRAINED.value,
            {"properties": {"ground": {"const": ""}}},
            {"properties": {"ground": {"enum": Fit.Ground.values}}},
        ),
    ),
)
"""The same for the cells of a table, where every column is there."""
