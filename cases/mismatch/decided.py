"""A decision holds for the facts it was made on: what they were, and whether they got worse since.

Only what a parent decides about counts: the level, whether somebody leads, who could lead or be asked,
whether the need is picked, what the person is, who can help and who could supervise. Other words, another
version of the catalogue or another name change nothing, and a change for the better keeps the decision. What
was better meanwhile and is lost again is worse than it was: the lead who came and left, the last who could
lead, the need that was taken off the list, the supervisor who was named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from cases.mismatch.asking import SHARED
from cases.mismatch.finding import Finding, Params
from cases.mismatch.outlook import COULD, MIGHT, SHARE, outlook
from cases.mismatch.rules import TABLE, Level, Rule
from cases.snapshot import Coverage, RoomSnapshot
from roles.catalogue import RANK, Reach
from roles.lexicon import fold

FOR_NEEDS = ("also", "waits", "needs")
"""Params that name needs which wait for the same answer."""
CARRIED = ("also", "waits")
"""Those of them that nothing else is told of."""
Carried = tuple[str, ...] | None
NOBODY = -1


class Change(StrEnum):
    """What got worse since a decision; '' where a code is kept stands for nothing."""

    LEVEL = "level"
    LEAD = "lead"
    NEED = "need"
    PERSON = "person"
    SUPERVISOR = "supervisor"
    COULD = "could"
    MIGHT = "might"
    BACKERS = "backers"
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
    ``carries`` are needs that only this tells of, as few as they were since, None where that was not kept;
    ``could``, ``share`` and ``might`` are as ``outlook`` has them and ``backers`` who could supervise: all
    who were there at some time since; ``named`` are those the finding itself said could lead or supervise.
    """

    level: Level
    about: tuple[str, ...] = ()
    reach: int = NOBODY
    helpers: tuple[int, ...] = ()
    named: tuple[int, ...] = ()
    could: tuple[int, ...] = ()
    share: tuple[int, ...] = ()
    might: tuple[int, ...] = ()
    backers: tuple[int, ...] = ()
    declined: tuple[int, ...] = ()
    waits: bool = False
    carries: Carried = None
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
            named=_named(why, params),
            could=_ids(params, COULD),
            share=_ids(params, SHARE),
            might=_ids(params, MIGHT),
            backers=_ids(params, "by"),
            declined=_ids(params, "declined"),
            waits=any(params.get(name) for name in FOR_NEEDS),
            carries=tuple(sorted(slug for name in CARRIED for slug in _slugs(params, name))),
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


def _named(why: str, params: Params) -> tuple[int, ...]:
    """Who could, by the words of the finding: lead it, share it, supervise."""
    sharers = _ids(params, "people") if why == SHARED else ()
    return (*_ids(params, "others"), *sharers, *_ids(params, "by"))


def _ids(params: Params, name: str) -> tuple[int, ...]:
    found = params.get(name)
    return tuple(int(one) for one in found) if isinstance(found, list) else ()


def _slugs(params: Params, name: str) -> tuple[str, ...]:
    found = params.get(name)
    return tuple(str(one) for one in found) if isinstance(found, list) else ()


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
        Change.DECLINED: bool(set(now.declined) - set(before.declined)),
        Change.COULD: _fewer_could(before, now),
        Change.MIGHT: bool(before.might) and not (now.could or now.share or now.might),
        Change.BACKERS: _lost(before, before.backers, now.backers),
        Change.HELPERS: bool(set(before.helpers) - set(now.helpers)),
        Change.NEEDS: _more_needs(before, now),
        Change.CHECK: before.checked,
        Change.MORE: now.count > before.count > 0,
        Change.AGAIN: now.count > before.count == 0,
        Change.QUESTION: bool(before.question) and now.question != before.question,
    }
    return next((change for change, holds in changed.items() if holds), None)


def _more_needs(before: Basis, now: Basis) -> bool:
    """Is there a need that nothing else tells of, and that this did not tell of then?"""
    if now.waits and not before.waits:
        return True
    return before.carries is not None and bool(set(now.carries or ()) - set(before.carries))


def _fewer_could(before: Basis, now: Basis) -> bool:
    """Alone, or a part of it beside others: who could only share it now could lead it no more."""
    nobody_alone = bool(before.could) and not now.could
    return nobody_alone or _lost(before, (*before.could, *before.share), (*now.could, *now.share))


def _lost(before: Basis, had: tuple[int, ...], have: tuple[int, ...]) -> bool:
    """Is one of these gone whom the finding named, or the last of them?"""
    return bool(had and not have) or bool(set(before.named).intersection(had) - set(have))


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
    return replace(
        _with_hopes(before, now),
        led=before.led or now.led,
        count=min(before.count, now.count),
        carries=_still_carried(before.carries, now.carries),
    )


def _still_carried(before: Carried, now: Carried) -> Carried:
    return now if before is None or now is None else tuple(slug for slug in before if slug in now)


def _with_hopes(before: Basis, now: Basis) -> Basis:
    """With everybody who could make it better now: all of them are remembered, for the last one may go."""
    return replace(
        before,
        could=_either(before.could, now.could),
        share=_either(before.share, now.share),
        might=_either(before.might, now.might),
        backers=_either(before.backers, now.backers),
    )


def _either(some: Iterable[int], others: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({*some, *others}))


def not_found(
    before: Basis,
    rule: Rule,
    need: str,
    member: int | None,
    room: RoomSnapshot,
    coverage: Coverage,
    found: Iterable[Finding] = (),
) -> Basis:
    """The same when it is not there: what is better now, and would be worse when it is lost again.

    ``found`` is what is told of the room instead.
    """
    led = TABLE[rule].chair and any(row.need == need and row.has_lead for row in coverage.rows)
    backed = TABLE[rule].of_the_role and any(m.id == member and m.supervisor == "named" for m in room.members)
    return replace(
        _with_hopes(before, _hopes_meanwhile(before.level, rule, need, member, coverage, found)),
        led=before.led or led,
        away=before.away or bool(need and need not in room.needs),
        backed=before.backed or backed,
        checked=_checked(before, rule, member, room),
        count=_count_meanwhile(before, member, room),
    )


def _hopes_meanwhile(
    level: Level, rule: Rule, need: str, member: int | None, coverage: Coverage, found: Iterable[Finding]
) -> Basis:
    """Who could lead, or supervise, while something else was told of the same chair or the same person."""
    now: Params = outlook(coverage, need) if TABLE[rule].chair else {}
    theirs = (f for f in found if TABLE[rule].of_the_role and f.member == member)
    backers = [one for f in theirs for one in _ids(f.params, "by")]
    return replace(Basis.stored(rule, level, "", now, ()), backers=tuple(backers))


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
