"""What a room's flags would be by now: worked out on the rows, and nothing is written.

A page shows it where the rows are behind; ``cases.services.recheck`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from cases.keys import key_for
from cases.mismatch import Finding, find
from cases.models import Case, Flag
from cases.reader import Reading
from roles.models import Need

Pair = tuple[Flag, Finding]
CONTENT = ("level", "why", "params", "as_told", "evidence", "catalogue_number")


@dataclass(slots=True)
class Reconciled:
    """Flags as they are by now, and how they came to be so.

    ``flags`` are all of the room, the ``opened`` without a row last; ``changed`` say something else than
    before; ``moved`` are in another state, each with the one it was in.
    """

    flags: list[Flag] = field(default_factory=list)
    opened: list[Pair] = field(default_factory=list)
    changed: list[Pair] = field(default_factory=list)
    moved: list[tuple[Flag, str]] = field(default_factory=list)

    def move(self, flag: Flag, to: str, **fields: Any) -> None:
        self.moved.append((flag, flag.state))
        flag.state = to
        for name, value in fields.items():
            setattr(flag, name, value)


def reconcile(case: Case, reading: Reading, held: Iterable[Flag], *, at: datetime) -> Reconciled:
    """New findings open, gone ones settle, a person's decision stays. ``held`` is every flag of the room.

    The flags given are changed in memory. No query, but one for the needs of what opens.
    """
    found = {f.fingerprint: f for f in find(reading.room, reading.catalogue, reading.coverage)}
    known = {flag.fingerprint: flag for flag in held}
    done = Reconciled(flags=list(known.values()))
    done.opened = _opened(case, [f for key, f in found.items() if key not in known])
    for key, finding in found.items():
        if key in known:
            _refresh(done, known[key], finding)
    for key, flag in known.items():
        if key not in found and flag.state in SETTLES:
            done.move(flag, Flag.State.SETTLED, settled_at=at, returns_at=None)
    done.flags += [flag for flag, _ in done.opened]
    return done


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


def _refresh(done: Reconciled, flag: Flag, finding: Finding) -> None:
    """The same finding again: its values may be new, and a settled one opens again."""
    found = content(finding)
    if any(getattr(flag, name) != value for name, value in found.items()):
        done.changed.append((flag, finding))
    for name, value in found.items():
        setattr(flag, name, value)
    if flag.state == Flag.State.SETTLED:
        done.move(flag, Flag.State.OPEN, settled_at=None)


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
