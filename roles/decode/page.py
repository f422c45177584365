"""What has been read of a paste so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from roles.catalogue import Catalogue
from roles.decode.credential import Credential, Training
from roles.decode.segments import Segment
from roles.decode.signer import Named
from roles.lexicon import Lexicon

MAX_GUESSES = 12
"""Segments that are tried for a misspelt title; each costs a look at all titles."""


@dataclass(slots=True)
class Page:
    """The reading, segment by segment: what was found, and what the next segment has to know."""

    catalogue: Catalogue
    lexicon: Lexicon
    state: str
    name: str = ""
    named_at: Segment | None = None
    beside: Named | None = None
    others: tuple[str, ...] = ()
    before: Segment | None = None
    before_is_plain: bool = False
    front: str = ""
    taking: Segment | None = None
    given: Segment | None = None
    guesses: int = MAX_GUESSES
    credentials: dict[str, Credential] = field(default_factory=dict)
    row: list[str] = field(default_factory=list)
    trainings: dict[str, Training] = field(default_factory=dict)
    trained: Segment | None = None
