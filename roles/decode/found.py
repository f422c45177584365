"""Words of a segment that are letters or a title."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roles.lexicon import fold


@dataclass(frozen=True, slots=True)
class Find:
    """Words ``start`` to ``end`` (not included) of a segment. ``key`` is '' when we do not know them.

    ``telling``: words beside that say "on the way" or "not", so the letters alone would say too much;
    ``front``: those of them that stand in front.
    """

    start: int
    end: int
    text: str
    key: str = ""
    letters: bool = False
    sure: bool = False
    telling: str = ""
    front: str = ""

    def behind(self, front: str) -> Find:
        """The same letters with words in front of a break that hold for them too: "not an LCSW or LPC"."""
        if not front or self.telling or not self.key:
            return self
        return replace(self, text=f"{front} {self.text}", telling=fold(front), front=front)
