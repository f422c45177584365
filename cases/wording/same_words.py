"""Do the words for a part of a need say the need again, or some of it? Only the sentence rests on it."""

from __future__ import annotations

_SAY_LITTLE = frozenset(
    ("a", "an", "and", "at", "care", "clear", "for", "help", "in", "of", "on", "or", "plan", "support")
    + ("the", "with", "work")
)
_OF_A_STEM = 6
"""Letters that make a word the same in another form: 'sexualized' and 'sexual', 'screens' and 'screen'."""


def says_again(noun: str, part: str) -> bool:
    """'help with sexualized behavior' in 'help with sexualized or harmful sexual behavior'."""
    own, other = _stems(noun), _stems(part)
    return bool(own) and own <= other


def shares_words(noun: str, part: str) -> bool:
    """'the safety plan at home' and 'risk assessment and the safety plan': to name both says it twice."""
    return bool(_stems(noun) & _stems(part))


def _stems(words: str) -> set[str]:
    return {word[:_OF_A_STEM] for word in words.casefold().split() if word not in _SAY_LITTLE}
