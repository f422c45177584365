"""Many plain values inside one statement, on PostgreSQL and on SQLite alike: they travel as one JSON text.

An ``IN`` of ten thousand numbers and an ``UPDATE`` of ten thousand rows cost most of their time in making the
statement; so does a model object for every row.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

Columns = Mapping[str, type]
Rows = Iterable[Sequence[Any]]

TYPES: Mapping[type, str] = {
    int: "bigint",
    str: "text",
    datetime: "timestamptz",
    date: "date",
    dict: "jsonb",
}


def among(values: Iterable[int]) -> RawSQL:
    """The right side of ``__in``, for any number of ids."""
    return picked({"id": int}, ([value] for value in values), "SELECT id FROM {given}")


def picked(columns: Columns, rows: Rows, select: str, *values: Any) -> RawSQL:
    """The same for what a ``SELECT`` finds that has the rows as the table ``given`` in place of ``{given}``.
    Its other values come after that."""
    statement = select.replace("{given}", _table(columns, "%s"))
    return RawSQL(statement, [_text(columns, rows), *map(_adapted, values)])  # noqa: S611


def write(columns: Columns, rows: Rows, statement: str, **values: Any) -> int:
    """Run an ``INSERT`` or ``UPDATE`` with such a table; returns how many rows it wrote. ``%(name)s`` stands
    for one of the other values."""
    more = {name: _adapted(value) for name, value in values.items()}
    with connection.cursor() as cursor:
        cursor.execute(
            statement.replace("{given}", _table(columns, "%(rows)s")), {"rows": _text(columns, rows), **more}
        )
        return cursor.rowcount


def _table(columns: Columns, rows: str) -> str:
    """Only names from the code get in here; every value is in the JSON."""
    if connection.vendor == "postgresql":
        typed = ", ".join(f"{name} {TYPES[kind]}" for name, kind in columns.items())
        return f"json_to_recordset({rows}::json) AS given({typed})"
    each = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name in columns)
    return f"(SELECT {each} FROM json_each({rows})) AS given"  # noqa: S608


def _text(columns: Columns, rows: Rows) -> str:
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], default=_moment)


@lru_cache(maxsize=4096)
def _moment(value: date) -> str:
    """A moment or a day as this database writes it. Thousands of rows share a few."""
    return str(_adapted(value))


def _adapted(value: Any) -> Any:
    """SQLite keeps moments as text, without a zone."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
