"""What is wrong in the data files: file, line, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from rapidfuzz import process
from rapidfuzz.distance import OSA

CLOSE_ENOUGH = 0.6
"""A known name is offered from this likeness on: 1 is the same, 0 has nothing in common."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """In the order a curator mends them: what cannot be read comes first, as the others may hang on it."""

    after_reading: bool
    path: Path
    line: int
    says: str

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}: {self.says}"


@dataclass(slots=True)
class Problems:
    """Every problem of one reading, so that a curator mends them in one go."""

    found: list[Problem] = field(default_factory=list)

    def add(self, path: Path, line: int, says: str) -> None:
        self.found.append(Problem(True, path, line, says))

    def unread(self, path: Path, line: int, says: str) -> None:
        """The file, or all of it, is not there for the other checks."""
        self.found.append(Problem(False, path, line, says))

    def unknown(self, path: Path, line: int, what: str, value: str, known: Collection[str]) -> None:
        self.add(path, line, f'{what} "{value}" is not known.{did_you_mean(value, known)}')


class BrokenData(Exception):
    """The data files have problems; nothing was written."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(value: str, known: Collection[str]) -> str:
    """' Did you mean "family-therapy"?', or '' when nothing known is close."""
    likeness = OSA.normalized_similarity  # counts two letters changed about as one slip
    best = process.extractOne(value, sorted(known), scorer=likeness, score_cutoff=CLOSE_ENOUGH)
    return f' Did you mean "{best[0]}"?' if best else ""


def shown(path: Path) -> Path:
    """The path as a curator types it: from the top of the repository where that is possible."""
    return path.relative_to(settings.ROOT) if path.is_relative_to(settings.ROOT) else path
