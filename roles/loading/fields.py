"""Checks one row of a file against the model it will fill, and says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models

from roles.loading.files import Ask, Row
from roles.loading.problems import Problems, did_you_mean
from web.english import curly

LARGEST = 32_767
"""What a small whole number can be in every database we run on."""
SLUG = "[-a-zA-Z0-9_]+"
NO_PROSE = (models.SlugField, models.URLField)
"""What is read by machines; everything else is words, with apostrophes as a book prints them."""


class Fields:
    """Takes values out of a row. Each ``take`` names the model column whose kind, length and choices hold."""

    def __init__(self, row: Row, problems: Problems) -> None:
        self.row = row
        self.problems = problems
        self.asked = row.asked

    def says(self, key: str, text: str) -> None:
        self.problems.add(self.row.path, self.row.lines.get(key, self.row.line), text)

    def columns(self, model: type[models.Model], keys: str | Iterable[str], **renamed: str) -> dict[str, Any]:
        """Values for the model's columns. ``renamed`` is column=key, where the file uses another word."""
        pairs = [(key, key) for key in (keys.split() if isinstance(keys, str) else keys)]
        pairs += renamed.items()
        return {column: self.take(key, column_of(model, column)) for column, key in pairs}

    def take(self, key: str, column: models.Field[Any, Any]) -> Any:
        """The value for one column: missing is fine only where the column may be blank or has a default."""
        self._asks(key, column=column, needed=is_needed(column))
        value = self.row.get(key, "")
        if value == "":
            return self._nothing(key, column)
        if isinstance(column, models.BooleanField):
            return self._of_kind(key, value, bool, "true or false")
        if isinstance(column, models.PositiveSmallIntegerField):
            return self._number(key, value)
        if isinstance(column, models.DateField):
            return self.day(key)
        return _printed(self._text(key, value, column), column)

    def day(self, key: str) -> date:
        self._asks(key, day=True, needed=True)
        try:
            return date.fromisoformat(str(self.row.get(key, "")))
        except ValueError:
            self.says(key, f'"{key}" has to be a day such as 2026-11-22.')
            return date.min

    def refs(self, key: str, what: str, known: Collection[str], *, split: str = "") -> tuple[str, ...]:
        """The names listed under a key, each of which has to be known. In the order of the file."""
        self._asks(key, names=what, many=True)
        value = self.row.get(key) or []
        names = _parts(value, split) if isinstance(value, str) and split else value
        if not isinstance(names, list):
            self.says(key, f'"{key}" has to be a list.')
            return ()
        lines = self.row.items_at.get(key, [])
        for position, name in enumerate(names):
            line = lines[position] if lines else self.row.lines.get(key, self.row.line)
            if not isinstance(name, str):
                self.problems.add(self.row.path, line, f'"{key}" has to be a list of plain names.')
            elif name not in known:
                self.problems.unknown(self.row.path, line, what, str(name), known)
            elif name in names[:position]:
                self.problems.add(self.row.path, line, f'{what} "{name}" stands here twice.')
        return _known_once(names, known)

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """The plain texts listed under a key."""
        self._asks(key, many=True, needed=not optional)
        value = self.row.get(key, [] if optional else "")
        fits = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
        if not fits or not (value or optional):
            self.says(key, f'"{key}" has to be a list of plain names.')
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

    def ref(self, key: str, what: str, known: Collection[str], *, optional: bool = False) -> str:
        self._asks(key, names=what, needed=not optional)
        value = self.row.get(key, "")
        if value == "" and not optional:
            self.says(key, f'"{key}" is missing.')
        elif not isinstance(value, str):
            self.says(key, f'"{key}" has to be one name. Put it in quotes.')
        elif value in known:
            return value
        elif value:
            self.problems.unknown(self.row.path, self.row.lines[key], what, value, known)
        return ""

    def also(self, *keys: str) -> Fields:
        """Keys that are read elsewhere, or only kept for curators."""
        for key in keys:
            self._asks(key)
        return self

    def among(self, key: str, value: str, choices: Collection[str]) -> None:
        """A value that was taken is one of these words, where the column itself would take any."""
        told = value == "" and self.asked[key].needed
        if value not in choices and not told:
            self.problems.unknown(self.row.path, self.row.lines.get(key, self.row.line), key, value, choices)
        self._asks(key, choices=tuple(sorted(choices)), needed=True)

    def present(self, key: str, value: str) -> None:
        """A value that was taken is not empty, where the column itself may be."""
        self._asks(key, needed=True)
        if not value:
            self.says(key, f'"{key}" is missing.')

    def begins(self, key: str, value: str, words: str) -> None:
        """A value that was taken starts with these words."""
        self._asks(key, starts=words)
        if not value.startswith(words):
            self.says(key, f'"{key}" has to start with "{words}".')

    def done(self) -> None:
        """Report the keys nobody asked for: most are slips of the pen."""
        for key in self.row:
            if key not in self.asked:
                self.says(key, f'field "{key}" is not known.{did_you_mean(key, self.asked)}')

    def _asks(self, key: str, **wants: Any) -> None:
        self.asked[key] = replace(self.asked.get(key, Ask()), **wants)

    def _nothing(self, key: str, column: models.Field[Any, Any]) -> Any:
        if is_needed(column):
            self.says(key, f'"{key}" is missing.')
        elif not may_be_blank(column):
            return column.get_default()
        return ""

    def _of_kind(self, key: str, value: Any, kind: type, words: str) -> Any:
        if type(value) is not kind:
            self.says(key, f'"{key}" has to be {words}.')
            return kind()
        return value

    def _number(self, key: str, value: Any) -> int:
        number: int = self._of_kind(key, value, int, "a whole number")
        if not 0 <= number <= LARGEST:
            self.says(key, f'"{key}" has to be a number from 0 to {LARGEST}.')
        return number

    def _text(self, key: str, value: Any, column: models.Field[Any, Any]) -> str:
        if not isinstance(value, str):
            self.says(key, f'"{key}" has to be text. Put it in quotes.')
            return ""
        limit = column.max_length or 0
        if limit and len(value) > limit:
            self.says(key, f'"{key}" has {len(value)} characters. It can have {limit}.')
        if isinstance(column, models.SlugField) and not re.fullmatch(SLUG, value):
            self.says(key, f'"{key}" can have letters, digits, "-" and "_", and no spaces.')
        choices = [str(choice) for choice, _ in column.flatchoices]
        if choices and value not in choices:
            self.problems.unknown(self.row.path, self.row.lines[key], key, value, choices)
        return value


def _printed(value: str, column: models.Field[Any, Any]) -> str:
    return value if isinstance(column, NO_PROSE) or "://" in value else curly(value)


def column_of(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    column = model._meta.get_field(name)
    if not isinstance(column, models.Field):
        raise TypeError(f"{model.__name__}.{name} is not a column")
    return column


def _parts(value: str, split: str) -> list[str]:
    return [part.strip() for part in value.split(split) if part.strip()]


def _known_once(names: list[Any], known: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str) and name in known))


def may_be_blank(column: models.Field[Any, Any]) -> bool:
    return column.blank and not isinstance(column, models.BooleanField)


def is_needed(column: models.Field[Any, Any]) -> bool:
    """Does every row have to say something here?"""
    return not may_be_blank(column) and not column.has_default()
