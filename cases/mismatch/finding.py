"""What a rule found: values only, no sentence. ``cases.wording`` says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cases.mismatch.rules import Level, Rule
from roles.catalogue import Reach

Value = str | int | bool | list[str] | list[int]
"""What a param may be: slugs, ids, numbers, codes, or words as somebody wrote them. JSON-ready."""
Params = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fit a finding stands on, with its source.

    ``member``: who wears the letters, None for a role that letters may mean. ``place``: the code of the state
    whose rule it is, '' when it is the family's own or no single state's.
    """

    role: str
    capability: str
    reach: Reach
    claim: str
    reason: str
    confidence: str
    reviewed_on: date
    source_title: str = ""
    source_address: str = ""
    place: str = ""
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth asking about.

    ``why`` is a code: which case of the rule holds. ``params`` are the values its words name: slugs of roles,
    capabilities and needs, ids of members, numbers, letters as written. ``catalogue`` is the version read.
    """

    rule: Rule
    level: Level
    why: str = ""
    need: str = ""
    member: int | None = None
    params: Params = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    catalogue: int = 0

    @property
    def fingerprint(self) -> str:
        """ "rule:need:member", '-' when absent: the same over rechecks, whatever the words say."""
        return f"{self.rule}:{self.need or '-'}:{'-' if self.member is None else self.member}"
