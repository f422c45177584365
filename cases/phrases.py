"""The words of the grammar module under the names the rules still use."""

from __future__ import annotations

from web.english import capital, closed, curly, in_words, is_many, listed, owner, shortened, with_article

a, stop = with_article, closed


def are(noun: str) -> str:
    return "are" if is_many(noun) else "is"


def have(noun: str) -> str:
    return "have" if is_many(noun) else "has"


def short(text: str) -> str:
    return curly(shortened(text))


__all__ = [
    "a",
    "are",
    "capital",
    "curly",
    "have",
    "in_words",
    "is_many",
    "listed",
    "owner",
    "short",
    "stop",
]
