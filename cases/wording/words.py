"""What a flag says, part by part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """In the tone guide's order. ``brings`` '' when no person is named."""

    title: str
    why: str
    say: str
    clear_answer: str
    if_not: str
    brings: str = ""
