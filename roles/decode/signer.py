"""Whose signature a paste is: the name beside the letters, not a name in the mail above it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from roles.decode.found import Find
from roles.decode.names import name_in
from roles.decode.segments import Segment
from roles.lexicon import fold


@dataclass(frozen=True, slots=True)
class Named:
    """A name at the start of a line, and the piece it stands in."""

    name: str
    segment: Segment

    @property
    def line(self) -> int:
        return self.segment.line

    @property
    def is_weak(self) -> bool:
        """'Renee,' alone on its line greets; 'Liam (born in May) ...' begins a sentence."""
        return not self.segment.whole

    @property
    def is_full(self) -> bool:
        return " " in self.name


def named_in(segment: Segment, found: tuple[Find, ...], states: Collection[str]) -> Named | None:
    """The name a line begins with, None when its first piece is none. ``states``: names, not of people."""
    name, _ = name_in(segment, found, first=False)
    words = set(fold(name).split())
    if not name or "state" in words or any(fold(state) in fold(name) for state in states):
        return None
    return Named(name, segment)


def signs_instead(new: Named, old: Named | None, letters: Segment) -> bool:
    """Is the name beside the first letters the signer's, where another name stands further up?

    A name on a line of its own is only given up for a name on the line of the letters that is fuller or
    further away from it: between "Jane Doe" and her letters may stand where she works.
    """
    if old is None or old.is_weak:
        return True
    if new.line != letters.line:
        return False
    return new.line - old.line > 1 or (new.is_full and not old.is_full)


def is_second(new: Named, old: Named | None, letters: Segment, found: tuple[Find, ...]) -> bool:
    """Does a whole name with letters of its own stand on a later line? Then the paste is about two people."""
    own_letters = any(item.letters and item.sure for item in found)
    if not own_letters or not new.is_full or new.line != letters.line or (old and old.line == new.line):
        return False
    return old is None or not set(fold(new.name).split()) & set(fold(old.name).split())
