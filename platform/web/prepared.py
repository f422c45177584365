"""A query whose SQL is made once: for what is read so often that making it takes longer than the answer.

Django makes the SQL of a query set anew each time it is asked, which takes several times as long as a look-up
by key. The query stays an ordinary query set, and its values come back as that would give them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from inspect import signature
from typing import Any

from django.db import connection
from django.db.models import F, IntegerField, QuerySet, Value, Window
from django.db.models.functions import JSONArray, RowNumber

PLACE = 2_147_480_000
"""Stands for the first key while the SQL is made, the next ones count on from it: no key of a row."""

Convert = Callable[[Any, Any, Any], Any]


@dataclass(frozen=True, slots=True)
class _Made:
    """``params`` has the places of the keys; ``columns`` are those whose values have to be converted."""

    sql: str
    params: tuple[Any, ...]
    columns: tuple[tuple[int, tuple[Convert, ...], Any], ...]


class Prepared:
    """``Prepared(lambda case: Row.objects.filter(case=case).values_list("pk", "name"))`` is called with whole
    numbers, one for each argument, and gives a list of tuples."""

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self.make = make
        self.places = tuple(PLACE + number for number in range(len(signature(make).parameters)))
        self.made: _Made | None = None

    def __call__(self, *keys: int) -> list[tuple[Any, ...]]:
        made = self.made = self.made or self._make()
        here = dict(zip(self.places, keys, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(made.sql, _filled(made.params, here))
            return [_converted(row, made) for row in cursor.fetchall()]

    def _make(self) -> _Made:
        compiler = self.make(*self.places).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        return _Made(
            sql,
            tuple(params),
            tuple((place, tuple(by), column) for place, (by, column) in converters.items()),
        )


def _filled(params: Iterable[Any], here: Mapping[int, int]) -> list[Any]:
    """The keys in their places. PostgreSQL takes a list as one value."""
    return [here.get(param, param) if isinstance(param, int) else param for param in params]


def _converted(row: tuple[Any, ...], made: _Made) -> tuple[Any, ...]:
    if not made.columns:
        return row
    values = list(row)
    for place, converters, column in made.columns:
        for convert in converters:
            values[place] = convert(values[place], column, connection)
    return tuple(values)


# -- several at once ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """``columns`` are those whose values travel as text or as a number: their place, and what makes them."""

    name: str
    columns: tuple[tuple[int, Callable[[Any], Any]], ...]


class Together:
    """Several queries by the same keys in one: ``Together(needs=lambda case: ..., people=lambda case: ...)``
    gives for each name the list of tuples that its query set gives, in its order.

    A database is asked once, however many kinds of rows there are: each row travels as an array of JSON.
    """

    def __init__(self, **makes: Callable[..., QuerySet[Any, Any]]) -> None:
        self.makes = makes
        (count,) = {len(signature(make).parameters) for make in makes.values()}
        self.places = tuple(PLACE + number for number in range(count))
        self.made: tuple[str, tuple[Any, ...], tuple[_Part, ...]] | None = None

    def __call__(self, *keys: int) -> dict[str, list[tuple[Any, ...]]]:
        sql, params, parts = self.made = self.made or self._make()
        here = dict(zip(self.places, keys, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(sql, _filled(params, here))
            rows = sorted(cursor.fetchall(), key=_in_place)
        found: dict[str, list[tuple[Any, ...]]] = {part.name: [] for part in parts}
        for number, _, row in rows:
            found[parts[number].name].append(_from_json(row, parts[number]))
        return found

    def _make(self) -> tuple[str, tuple[Any, ...], tuple[_Part, ...]]:
        made = [self._part(number, name) for number, name in enumerate(self.makes)]
        params = (param for _, theirs, _ in made for param in theirs)
        return (
            "\nUNION ALL\n".join(sql for sql, _, _ in made),
            tuple(params),
            tuple(part for *_, part in made),
        )

    def _part(self, number: int, name: str) -> tuple[str, tuple[Any, ...], _Part]:
        asked = self.makes[name](*self.places)
        fields = [column.target for column, *_ in _selected(asked)]
        columns = ((place, TRAVELS.get(field.get_internal_type())) for place, field in enumerate(fields))
        sql, params = _as_arrays(asked, number).query.get_compiler(connection=connection).as_sql()
        return sql, tuple(params), _Part(name, tuple((place, by) for place, by in columns if by))


def _selected(asked: QuerySet[Any, Any]) -> list[Any]:
    compiler = asked.query.get_compiler(connection=connection)
    compiler.as_sql()
    return compiler.select


def _as_arrays(asked: QuerySet[Any, Any], number: int) -> QuerySet[Any, Any]:
    """Each row: which query it is of, its place in the order of that query, and its values."""
    order = asked.query.order_by or asked.model._meta.ordering
    arrays = asked.order_by().annotate(
        _part=Value(number, IntegerField()),
        _place=Window(RowNumber(), order_by=[*order] or None),
        _row=JSONArray(*map(F, asked.query.values_select)),
    )
    return arrays.values_list("_part", "_place", "_row")


def _in_place(row: tuple[int, int, Any]) -> tuple[int, int]:
    return row[:2]


def _from_json(row: Any, part: _Part) -> tuple[Any, ...]:
    values = json.loads(row) if isinstance(row, str) else row
    for place, convert in part.columns:
        if values[place] is not None:
            values[place] = convert(values[place])
    return tuple(values)


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _json(value: Any) -> Any:
    """SQLite keeps it as a text, and puts that into the array."""
    return json.loads(value) if isinstance(value, str) else value


TRAVELS: dict[str, Callable[[Any], Any]] = {
    "BooleanField": bool,
    "DateField": date.fromisoformat,
    "DateTimeField": _moment,
    "JSONField": _json,
}
"""How a value of a field is made of what stands in an array of JSON; of all others it is the same."""
