"""What a room's flags would be by now: worked out on the rows, and nothing is written.

A page shows it where the rows are behind; ``cases.services.recheck`` writes it. A person's decision holds for
the facts it was made on: when they get worse, the flag is new again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from cases.keys import key_for
from cases.mismatch import Finding, Level, Rule, find
from cases.mismatch.decided import Basis, Change, not_found, still_found, worse
from cases.mismatch.ended import why_ended
from cases.models import Case, Flag
from cases.reader import Reading, is_current
from roles.catalogue import Reach
from roles.models import Need

Pair = tuple[Flag, Finding]
CONTENT = ("level", "why", "params", "as_told", "evidence", "catalogue_number")
MOVED = ("state", "settled_at", "ended", "returns_at", "reason", "basis", "changed", "changed_from")
DECIDED = frozenset({Flag.State.SORTED, Flag.State.PUT_OFF, Flag.State.DIFFERENT})


@dataclass(slots=True)
class Reconciled:
    """Flags as they are by now, and how they came to be so.

    ``flags`` are all of the room, the ``opened`` without a row last; ``changed`` say something else than
    before; ``moved`` are in another state, each with the one it was in; ``rested`` have a decision that
    stays, and what it rests on is new. ``waiting`` are those a question still waits about.
    """

    flags: list[Flag] = field(default_factory=list)
    opened: list[Pair] = field(default_factory=list)
    changed: list[Pair] = field(default_factory=list)
    moved: list[tuple[Flag, str]] = field(default_factory=list)
    rested: list[Flag] = field(default_factory=list)
    waiting: frozenset[int] = frozenset()

    def move(self, flag: Flag, to: str, **fields: Any) -> None:
        self.moved.append((flag, flag.state))
        flag.state = to
        for name, value in fields.items():
            setattr(flag, name, value)

    def rest(self, flag: Flag, basis: Basis) -> None:
        if flag.basis != basis.dump():
            flag.basis = basis.dump()
            self.rested.append(flag)


def reconcile(
    case: Case, reading: Reading, held: Iterable[Flag], *, at: datetime, moved: bool = False
) -> Reconciled:
    """New findings open, gone ones settle, a person's decision stays. ``held`` is every flag of the room.

    ``moved``: the family's state is another one since the flags were last made.

    The flags given are changed in memory. No query, but one for the needs of what opens.
    """
    known = {flag.fingerprint: flag for flag in held}
    found = _found(reading, known, at)
    waiting = frozenset(ask.flag for ask in reading.room.asks if ask.flag)
    done = Reconciled(flags=list(known.values()), waiting=waiting)
    done.opened = _opened(case, [f for key, f in found.items() if key not in known])
    for key, finding in found.items():
        if key in known:
            _refresh(done, known[key], finding, at)
    for key, flag in known.items():
        if key not in found:
            _miss(done, flag, reading, found.values(), at=at, moved=moved)
    done.flags += [flag for flag, _ in done.opened]
    return done


def _found(reading: Reading, known: Mapping[str, Flag], at: datetime) -> dict[str, Finding]:
    """By fingerprint. What got worse since a decision is decided no more: nothing is told beside it."""
    decided = {key for key, flag in known.items() if flag.state in DECIDED or _was_decided(flag)}
    found = _all_told(reading, decided)
    holds = {key for key in decided if key not in found or _holds(known[key], found[key], at)}
    return _all_told(reading, holds) if holds != decided else found


def _all_told(reading: Reading, decided: Collection[str]) -> dict[str, Finding]:
    told = find(reading.room, reading.catalogue, reading.coverage, decided)
    return {finding.fingerprint: finding for finding in told}


def _was_decided(flag: Flag) -> bool:
    """Was it decided before it settled, or got worse, by itself?"""
    return flag.state in (Flag.State.SETTLED, Flag.State.OPEN) and bool(flag.basis)


def _holds(flag: Flag, finding: Finding, at: datetime) -> bool:
    """Does the decision hold for what is found? "Not now" does until its day, though it settled meanwhile;
    anything else that had got worse only where all is as it was."""
    if flag.state == Flag.State.OPEN and Basis.of(finding) != _basis(flag):
        return False
    over = flag.state == Flag.State.SETTLED and not (flag.returns_at and flag.returns_at > at)
    return not over and not _worse(flag, finding)


def _worse(flag: Flag, finding: Finding) -> Change | None:
    """What got worse since the flag was decided about, before anything of it is written over."""
    held = _basis(flag)
    return worse(held, Basis.of(finding)) if held else None


def flags_now(case: Case, reading: Reading, rows: Iterable[Flag], *, at: datetime) -> list[Flag]:
    """Every flag of the room to be shown: as its row says or, where rows are behind, as it is by now.

    ``rows`` are all of the room, not only those in some state.
    """
    held = list(rows)
    if is_current(case, number=reading.catalogue.number, today=reading.room.today):
        return held
    return reconcile(case, reading, held, at=at).flags


#: What is no longer found settles by itself from here; what a person decided keeps their decision.
SETTLES = (Flag.State.OPEN, Flag.State.ASKED, Flag.State.PUT_OFF)


def _opened(case: Case, findings: list[Finding]) -> list[Pair]:
    slugs = {f.need for f in findings if f.need}
    needs = {need.slug: need for need in Need.objects.filter(slug__in=slugs)} if slugs else {}
    return [
        (
            Flag(
                case=case,
                key=key_for(case.key, f.fingerprint),
                fingerprint=f.fingerprint,
                rule=f.rule,
                need=needs.get(f.need),
                member_id=f.member,
                **content(f),
            ),
            f,
        )
        for f in findings
    ]


def _miss(
    done: Reconciled, flag: Flag, reading: Reading, found: Iterable[Finding], *, at: datetime, moved: bool
) -> None:
    """What is no longer found settles, or has ended with what it was about. A decision remembers what got
    better, in case it is lost again."""
    held = _basis(flag)
    if held:
        need = flag.need.slug if flag.need else ""
        room, grid = reading.room, reading.coverage
        done.rest(flag, not_found(held, Rule(flag.rule), need, flag.member_id, room, grid, found))
    if flag.state in SETTLES:
        settled = {"settled_at": at, "changed": "", "changed_from": ""}
        if flag.state != Flag.State.PUT_OFF:
            settled |= {"returns_at": None, "basis": None}
        ended = why_ended(finding_of(flag), reading.room, moved=moved) or ""
        done.move(flag, Flag.State.SETTLED, ended=ended, **settled)


def _basis(flag: Flag) -> Basis | None:
    """What a decision rests on, None where there is none. What was put off and has settled since keeps it,
    and so does what got worse.

    Right after a decision it is what the flag says: nothing was rechecked in between.
    """
    if flag.state not in DECIDED and not _was_decided(flag):
        return None
    if flag.basis:
        return Basis.load(flag.basis)
    theirs = [e for e in flag.evidence if flag.member_id and e.get("member") == flag.member_id]
    reaches = [Reach(e["reach"]) for e in theirs]
    return Basis.stored(Rule(flag.rule), Level(flag.level), flag.why, flag.params, reaches)


def _refresh(done: Reconciled, flag: Flag, finding: Finding, at: datetime) -> None:
    """The same finding again: its values may be new. One that settled, or that got worse, opens again, unless
    what was decided about it holds."""
    held, change = _basis(flag), _worse(flag, finding)
    holds = _was_decided(flag) and _holds(flag, finding, at)
    _say_anew(done, flag, finding)
    if holds:
        to = Flag.State.PUT_OFF if flag.state == Flag.State.SETTLED else flag.changed_from
        done.move(flag, to, settled_at=None, ended="", changed="", changed_from="")
    elif flag.state == Flag.State.SETTLED or (change and flag.state in DECIDED):
        _open_again(done, flag, change, held)
    if held and flag.state in DECIDED:
        done.rest(flag, still_found(held, Basis.of(finding)))


def _say_anew(done: Reconciled, flag: Flag, finding: Finding) -> None:
    found = content(finding)
    if any(getattr(flag, name) != value for name, value in found.items()):
        done.changed.append((flag, finding))
    for name, value in found.items():
        setattr(flag, name, value)


def _open_again(done: Reconciled, flag: Flag, change: Change | None, held: Basis | None) -> None:
    """New again, with a code for what changed. What settled by itself had been put off.

    While a question about it waits nobody is told to ask once more. What was decided holds again where all
    is as it was, so that is kept.
    """
    decided = Flag.State.PUT_OFF if flag.state == Flag.State.SETTLED else flag.state
    done.move(
        flag,
        Flag.State.ASKED if flag.pk in done.waiting else Flag.State.OPEN,
        settled_at=None,
        ended="",
        returns_at=None,
        basis=held.dump() if held and decided != Flag.State.PUT_OFF else None,
        reason=flag.reason if decided == Flag.State.DIFFERENT else "",
        changed=change or "",
        changed_from=decided if change else "",
    )


def finding_of(flag: Flag) -> Finding:
    """The flag as the rules found it, without what it stands on."""
    return Finding(
        rule=Rule(flag.rule),
        level=Level(flag.level),
        why=flag.why,
        need=flag.need.slug if flag.need else "",
        member=flag.member_id,
        params=flag.params,
        catalogue=flag.catalogue_number,
    )


def content(finding: Finding) -> dict[str, Any]:
    """What a flag shows, as stored: JSON-ready and the same for equal findings."""
    return {
        "level": finding.level,
        "why": finding.why,
        "params": dict(finding.params),
        "as_told": None,
        "evidence": [{**asdict(e), "reviewed_on": e.reviewed_on.isoformat()} for e in finding.evidence],
        "catalogue_number": finding.catalogue,
    }
