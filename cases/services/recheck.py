"""Reconciles a room's flags with what the rules find: new opens, gone settles, a person's decision stays."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from cases.mismatch import Finding, find
from cases.models import Case, Flag, FlagMove, Telling
from cases.reader import Reading, read
from cases.services.credentials import read_again
from cases.wording import Scene, Voice, say
from roles.models import Need
from roles.reader import current_catalogue
from web.clock import now as clock_now


@transaction.atomic
def recheck(*, case: Case, now: datetime | None = None, first: bool = False) -> Reading:
    """Run the rules and write what changed. Returns the reading it was based on. Safe to run twice.

    A room nobody has looked at yet keeps no flags: while people are still being named, most findings would
    settle within the minute. ``first`` says that somebody looks now.
    """
    at = now or clock_now()
    if not case.evaluated_version and not first:
        return read(case, now=at)
    # One writer per room: two tabs that save at once must not open the same flag twice.
    Case.objects.select_for_update().get(pk=case.pk)
    if case.evaluated_version != current_catalogue().number:
        read_again(case=case)
    reading = read(case, now=at)
    found = {f.fingerprint: f for f in find(reading.room, reading.catalogue, reading.coverage)}
    known = {flag.fingerprint: flag for flag in _flags_held(case)}
    opened = _open_new([f for key, f in found.items() if key not in known], case=case, at=at)
    changed = _refresh([(known[key], f) for key, f in found.items() if key in known], at=at)
    _tell([*opened, *changed], case=case, reading=reading, at=at)
    _settle_gone([flag for key, flag in known.items() if key not in found], at=at)
    _stamp(case, reading)
    return reading


def _flags_held(case: Case) -> QuerySet[Flag]:
    """All flags of a room, until the end held against what brings put-off ones back: that holds no room."""
    return Flag.objects.filter(case=case).order_by("pk").select_for_update()


def _stamp(case: Case, reading: Reading) -> None:
    """Remember what the flags were made from: the catalogue, and the day (a question can become late)."""
    stamp = {"evaluated_version": reading.catalogue.number, "evaluated_on": reading.room.today}
    if any(getattr(case, name) != value for name, value in stamp.items()):
        Case.objects.filter(pk=case.pk).update(**stamp)
        for name, value in stamp.items():
            setattr(case, name, value)


Pair = tuple[Flag, Finding]


def _tell(pairs: list[Pair], *, case: Case, reading: Reading, at: datetime) -> None:
    """Keep the words a flag is told to the parent in, when they are new."""
    if not pairs:
        return
    scene, voice = Scene.of(reading.room, reading.catalogue), Voice(language=case.owner.language)
    last = {t.flag_id: t for t in Telling.objects.filter(flag__in=[flag.pk for flag, _ in pairs])}
    told = [(flag, finding, asdict(say(finding, scene, voice))) for flag, finding in pairs]
    Telling.objects.bulk_create(
        Telling(flag=flag, at=at, level=f.level, words=words, catalogue_number=f.catalogue)
        for flag, f, words in told
        if flag.pk not in last or (last[flag.pk].words, last[flag.pk].level) != (words, f.level)
    )


def _open_new(findings: list[Finding], *, case: Case, at: datetime) -> list[Pair]:
    if not findings:
        return []
    slugs = {f.need for f in findings if f.need}
    needs = dict(Need.objects.filter(slug__in=slugs).values_list("slug", "pk")) if slugs else {}
    flags = [
        Flag(
            case=case,
            fingerprint=f.fingerprint,
            rule=f.rule,
            need_id=needs.get(f.need),
            member_id=f.member,
            opened_at=at,
            **content(f),
        )
        for f in findings
    ]
    return list(zip(Flag.objects.bulk_create(flags), findings, strict=True))


CONTENT = ("level", "why", "params", "as_told", "evidence", "catalogue_number")


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


def _refresh(pairs: list[Pair], *, at: datetime) -> list[Pair]:
    """The same finding again: its values may be new, a settled one opens again, a person's decision stays."""
    changed = []
    for flag, finding in pairs:
        found = content(finding)
        if any(getattr(flag, name) != value for name, value in found.items()):
            changed.append((flag, finding))
        for name, value in found.items():
            setattr(flag, name, value)
    if changed:
        Flag.objects.bulk_update([flag for flag, _ in changed], CONTENT)
    _open_again([flag for flag, _ in pairs if flag.state == Flag.State.SETTLED], at=at)
    return changed


def _open_again(flags: list[Flag], *, at: datetime) -> None:
    if flags:
        Flag.objects.filter(pk__in=[f.pk for f in flags]).update(state=Flag.State.OPEN, settled_at=None)
        FlagMove.objects.bulk_create(
            [FlagMove(flag=f, was=f.state, became=Flag.State.OPEN, at=at) for f in flags]
        )


def _settle_gone(flags: list[Flag], *, at: datetime) -> None:
    """What is no longer found settles by itself; what a person decided keeps their decision."""
    gone = [f for f in flags if f.state not in (Flag.State.SETTLED, Flag.State.SORTED, Flag.State.DIFFERENT)]
    FlagMove.objects.bulk_create(
        [FlagMove(flag=f, was=f.state, became=Flag.State.SETTLED, at=at) for f in gone]
    )
    if gone:
        Flag.objects.filter(pk__in=[f.pk for f in gone]).update(
            state=Flag.State.SETTLED, settled_at=at, returns_at=None
        )
