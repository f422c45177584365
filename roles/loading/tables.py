"""The whole catalogue as it will stand in the database, checked and still without a database."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

SHAPE = 3
"""Count this up when the loader stores the same files differently: that makes a new version."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row to be: its plain columns, and the keys its lists of sources (or roles) point at."""

    columns: dict[str, Any] = field(default_factory=dict)
    links: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role: where it stands in lists, what its revision says, and the facts of that revision."""

    position: int
    revision: dict[str, Any]
    facts: tuple[Entry, ...]

    @property
    def digest(self) -> str:
        return digest_of([self.revision, [[fact.columns, fact.links] for fact in self.facts]])


Key = tuple[Any, ...]


@dataclass(slots=True)
class Tables:
    """Each table by its natural key. A key's parts are slugs and codes; '' for "no state"."""

    checked_on: date = date.min
    sources: dict[Key, Entry] = field(default_factory=dict)
    jurisdictions: dict[Key, Entry] = field(default_factory=dict)
    titles: dict[Key, Entry] = field(default_factory=dict)
    boards: dict[Key, Entry] = field(default_factory=dict)
    collisions: dict[Key, Entry] = field(default_factory=dict)
    readings: dict[Key, Entry] = field(default_factory=dict)
    capabilities: dict[Key, Entry] = field(default_factory=dict)
    roles: dict[str, RoleEntry] = field(default_factory=dict)
    names: dict[Key, Entry] = field(default_factory=dict)
    fits: dict[Key, Entry] = field(default_factory=dict)
    needs: dict[Key, Entry] = field(default_factory=dict)
    calls: dict[Key, Entry] = field(default_factory=dict)
    questions: dict[Key, Entry] = field(default_factory=dict)
    crisis_lines: dict[Key, Entry] = field(default_factory=dict)
    notices: dict[Key, Entry] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes when anything that is stored changes; not with comments, quotes or the order of files."""
        plain: list[Any] = [SHAPE, self.checked_on]
        for name in self.__slots__:
            table = getattr(self, name)
            if isinstance(table, dict) and name != "roles":
                plain.append(
                    [name, [[key, e.columns, e.links] for key, e in sorted(table.items(), key=_order)]]
                )
        plain.append([[slug, role.position, role.digest] for slug, role in sorted(self.roles.items())])
        return digest_of(plain)


def digest_of(plain: Any) -> str:
    """SHA-256 over the sorted JSON of plain values; days are written as text."""
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()


def _order(item: tuple[Key, Entry]) -> str:
    return json.dumps(item[0])
