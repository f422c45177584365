"""Questions a parent can put, in an order that touches each subject before it returns to one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, zip_longest

from roles.models import Question


@dataclass(frozen=True, slots=True)
class Bank:
    """One subject and its questions. ``key`` is the place on the page."""

    key: str
    title: str
    questions: tuple[Question, ...]


def by_subject(questions: Iterable[Question]) -> tuple[Bank, ...]:
    """The whole bank; ``questions`` come by position, each subject in one piece."""
    found = ((title, tuple(rows)) for title, rows in groupby(questions, key=lambda question: question.group))
    return tuple(Bank(f"about-{number}", title, rows) for number, (title, rows) in enumerate(found, start=1))


def in_turn(questions: Iterable[Question]) -> tuple[Question, ...]:
    """One question of each subject, then a second of each, and so on.

    >>> [q.text for q in in_turn([Question(group="a", text="1"), Question(group="a", text="2"),
    ...                           Question(group="b", text="3")])]
    ['1', '3', '2']
    """
    subjects: dict[str, list[Question]] = {}
    for question in questions:
        subjects.setdefault(question.group, []).append(question)
    return tuple(question for turn in zip_longest(*subjects.values()) for question in turn if question)
