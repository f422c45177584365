"""What entries may point at, and the checks that every sourced entry shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from roles.loading.fields import Fields, column_of
from roles.loading.files import Row
from roles.loading.problems import Problems
from roles.models import Confidence, Source

NATIONWIDE = "US"
Column = tuple[type[models.Model], str]
"""A model and the name of one of its columns."""


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the files, collected before anything is checked. ``read`` are the sources read by us."""

    sources: frozenset[str]
    read: frozenset[str]
    roles: frozenset[str]
    capabilities: frozenset[str]
    needs: frozenset[str]
    states: frozenset[str]


def keys_of(rows: list[Row], key: str) -> frozenset[str]:
    return frozenset(str(row[key]) for row in rows if row.get(key))


def sources_read(rows: list[Row]) -> frozenset[str]:
    """Sources that can carry a verified fact: read by us, and more than one person's experience."""
    return keys_of([r for r in rows if r.get("seen") is True and r.get("kind") != Source.Kind.LIVED], "id")


def each(
    rows: list[Row], key: str, what: str, column: Column, problems: Problems
) -> Iterator[tuple[str, Fields]]:
    """Every row with its own key, which has to fit its column; one that comes twice is left out."""
    first: dict[str, Row] = {}
    for row in rows:
        name, fields = row.get(key, ""), Fields(row, problems)
        if not isinstance(name, str) or not name:
            problems.add(row.path, row.lines.get(key, row.line), f'"{key}" is missing.')
        elif name in first:
            earlier = first[name]
            problems.add(
                row.path, row.lines[key], f'{what} "{name}" is already in line {earlier.lines[key]}.'
            )
        else:
            first[name] = row
            fields.take(key, column_of(*column))
            yield name, fields


def evidence(fields: Fields, known: Known) -> tuple[str, ...]:
    """The sources of an entry. For one not read yet they are the places believed to settle it."""
    sources = fields.refs("sources", "source", known.sources)
    to_check = fields.refs("check_at", "source", known.sources)
    if fields.row.get("confidence") == Confidence.VERIFIED:
        if to_check:
            fields.says("check_at", "a verified entry has nothing left to check. Move this to sources.")
        if not known.read.intersection(sources):
            fields.says(
                "confidence", "verified needs a source that we read, other than a guide from experience."
            )
    return tuple(dict.fromkeys(sources + to_check))
