"""One extra training of a person as a plain value, and if it is enough to lead by."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TrainingFact:
    """Extra training of one person for one capability.

    ``standing``: 'told', 'under-way' or 'certified' (the parent saw the certificate or looked it up).
    ``known``: the catalogue has a training of this name for the capability. ``kind``: 'full' (a course in a
    method, with a certificate at the end), 'short' (a webinar, a talk) or '' (not known). ``says_short``: its
    own name says so, or that it is over or still to come, and nobody told otherwise. ``id`` is that of its
    row; two that differ in it are equal.
    """

    capability: str
    name: str
    standing: str = "told"
    known: bool = False
    kind: str = ""
    says_short: bool = False
    id: int | None = field(default=None, compare=False, repr=False)

    @property
    def certified(self) -> bool:
        return self.standing == "certified"

    @property
    def lifts(self) -> bool:
        """Is it enough to turn a "depends" into a lead?

        What the catalogue does not know has to be a full course whose certificate somebody saw: one for a
        webinar proves an hour. A short one never is, nor one whose name and kind tell two things.
        """
        if self.kind == "short" or self.standing == "under-way":
            return False
        return self.known or (self.certified and self.kind == "full" and not self.says_short)

    @property
    def differs(self) -> bool:
        """Was a certificate of a full course seen for what is short by its name?"""
        return self.certified and self.kind == "full" and self.says_short and not self.known

    @property
    def weight(self) -> tuple[bool, bool, bool, bool]:
        """What says most stands highest: one that is enough, then not short, certified, or under way."""
        return (self.lifts, self.kind != "short", self.certified, self.standing == "under-way")
