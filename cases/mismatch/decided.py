"""A decision holds for the facts it was made on: what they were, and whether they got worse since.

Only what a parent decides about counts: the level, whether somebody leads, whether the need is picked, what
the person is, and who can help. Other words, another version of the catalogue or another name change nothing,
and a change for the better keeps the decision. What was better meanwhile and is lost again is worse than it
was: the lead who came and left, the need that was taken off the list, the supervisor who was named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from cases.mismatch.finding import Finding, Params
from cases.mismatch.rules import TABLE, Level, Rule
from cases.snapshot import Coverage, RoomSnapshot
from roles.catalogue import RANK, Reach
from roles.lexicon import fold

FOR_NEEDS = ("also", "waits", "needs")
"""Params that name needs which wait for the same answer."""
NOBODY = -1


class Change(StrEnum):
    """What got worse since a decision; '' where a code is kept stands for nothing."""

    LEVEL = "level"
    LEAD = "lead"
    NEED = "need"
    PERSON = "person"
    SUPERVISOR = "supervisor"
    HELPERS = "helpers"
    DECLINED = "declined"
    NEEDS = "needs"
    MORE = "more"
    AGAIN = "again"
    CHECK = "check"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Basis:
    """The facts behind one finding, as far as a decision rests on them.

    ``about`` is what it says of the person: letters as they compare, or slugs of roles; ``reach`` how far
    these go at worst, ``NOBODY`` when no fact says. ``led``, ``away``, ``backed`` and ``checked``: at some
    time since the decision somebody led, the need was not picked, a supervisor was named, what it is about
    was looked up. ``count``: of how many needs it spoke at best since then, 0 when it was not there.
    """

    level: Level
    about: tuple[str, ...] = ()
    reach: int = NOBODY
    helpers: tuple[int, ...] = ()
    declined: tuple[int, ...] = ()
    waits: bool = False
    alone: bool = False
    question: int = 0
    led: bool = False
    away: bool = False
    backed: bool = False
    checked: bool = False
    count: int = 0

    @classmethod
    def of(cls, finding: Finding) -> Basis:
        """``evidence`` counts for the person it is about."""
        reaches = [e.reach for e in finding.evidence if e.member is not None and e.member == finding.member]
        return cls.stored(finding.rule, finding.level, finding.why, finding.params, reaches)

    @classmethod
    def stored(cls, rule: Rule, level: Level, why: str, params: Params, reaches: Iterable[Reach]) -> Basis:
        """The same from the values a flag keeps."""
        return cls(
            level=level,
            about=_about(params),
            reach=max((RANK[reach] for reach in reaches), default=NOBODY),
            helpers=_ids(params, "helpers"),
            declined=_ids(params, "declined"),
            waits=any(params.get(name) for name in FOR_NEEDS),
            alone=TABLE[rule].of_the_role and why == "alone",
            question=_number(params.get("ask")),
            led=bool(params.get("leads")),
            count=_number(params.get("count")),
        )

    @classmethod
    def load(cls, kept: Mapping[str, Any]) -> Basis:
        lists = {name: tuple(value) for name, value in kept.items() if isinstance(value, list)}
        return cls(**{**kept, **lists, "level": Level(kept["level"])})

    def dump(self) -> dict[str, Any]:
        """JSON-ready, and the same for equal facts."""
        return {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(self).items()}


def _about(params: Params) -> tuple[str, ...]:
    """Letters as written where the finding is about them, else the role, else all it may be."""
    written = params.get("texts") or ([params["text"]] if params.get("text") else [])
    if isinstance(written, list) and written:
        return tuple(fold(str(text)) for text in written)
    if params.get("role"):
        return (str(params["role"]),)
    roles = params.get("roles")
    return tuple(str(role) for role in roles) if isinstance(roles, list) else ()


def _ids(params: Params, name: str) -> tuple[int, ...]:
    found = params.get(name)
    return tuple(int(one) for one in found) if isinstance(found, list) else ()


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


# -- worse than it was --------------------------------------------------------------------------------


def worse(before: Basis, now: Basis) -> Change | None:
    """What changed for the worse since a decision on ``before``, the most telling first; None: nothing."""
    changed = {
        Change.LEVEL: now.level.rank < before.level.rank,
        Change.LEAD: before.led and not now.led,
        Change.NEED: before.away,
        Change.PERSON: _person(before, now),
        Change.SUPERVISOR: before.backed,
        Change.HELPERS: bool(set(before.helpers) - set(now.helpers)),
        Change.DECLINED: bool(set(now.declined) - set(before.declined)),
        Change.NEEDS: now.waits and not before.waits,
        Change.CHECK: before.checked,
        Change.MORE: now.count > before.count > 0,
        Change.AGAIN: now.count > before.count == 0,
        Change.QUESTION: bool(before.question) and now.question != before.question,
    }
    return next((change for change, holds in changed.items() if holds), None)


def _person(before: Basis, now: Basis) -> bool:
    """Do the letters say something else now, and nothing better? Or the same letters reach less far?"""
    if now.alone and not before.alone:
        return True
    known = NOBODY not in (before.reach, now.reach)
    if known and now.reach != before.reach:
        return now.reach > before.reach
    return bool(before.about and now.about) and now.about != before.about


def still_found(before: Basis, now: Basis) -> Basis:
    """What a decision rests on from here on, when the finding is there and nothing got worse."""
    return replace(before, led=before.led or now.led, count=min(before.count, now.count))


def not_found(
    before: Basis, rule: Rule, need: str, member: int | None, room: RoomSnapshot, coverage: Coverage
) -> Basis:
    """The same when it is not there: what is better now, and would be worse when it is lost again."""
    led = TABLE[rule].chair and any(row.need == need and row.has_lead for row in coverage.rows)
    backed = TABLE[rule].of_the_role and any(m.id == member and m.supervisor == "named" for m in room.members)
    return replace(
        before,
        led=before.led or led,
        away=before.away or bool(need and need not in room.needs),
        backed=before.backed or backed,
        checked=_checked(before, rule, member, room),
        count=_count_meanwhile(before, member, room),
    )


def _checked(before: Basis, rule: Rule, member: int | None, room: RoomSnapshot) -> bool:
    """Has somebody looked up the letters, or seen the certificate, that it was about?"""
    if before.checked or not TABLE[rule].proof:
        return before.checked
    here = [m for m in room.members if m.id == member]
    proven = {fold(c.text) for m in here for c in m.credentials if c.verified}
    proven |= {
        fold(training.name) for m in here for training in m.trainings if training.certified and training.lifts
    }
    return bool(proven.intersection(before.about))


def _count_meanwhile(before: Basis, member: int | None, room: RoomSnapshot) -> int:
    """None while somebody is here and it does not speak; who left and comes back brings what they had."""
    left = member is not None and all(m.id != member for m in room.members)
    return before.count if left else 0
