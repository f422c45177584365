"""A query whose SQL is made once: for what is read so often that making it takes longer than the answer.

Django makes the SQL of a query set anew each time it is asked, which takes several times as long as a look-up
by key. The query stays an ordinary query set, and its values come back as that would give them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any

from django.db import connection
from django.db.models import QuerySet

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
            cursor.execute(made.sql, [here.get(param, param) for param in made.params])
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


def _converted(row: tuple[Any, ...], made: _Made) -> tuple[Any, ...]:
    if not made.columns:
        return row
    values = list(row)
    for place, converters, column in made.columns:
        for convert in converters:
            values[place] = convert(values[place], column, connection)
    return tuple(values)
