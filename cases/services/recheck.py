"""Writes what a room's flags have become, in the words they are told in."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from cases.models import Case, Flag, FlagMove, Telling
from cases.reader import Reading, next_day, read
from cases.reconcile import CONTENT, MOVED, Pair, Reconciled, reconcile
from cases.services.credentials import read_again
from cases.wording import Scene, Voice, say
from roles.reader import current_catalogue
from web.clock import now as clock_now


@transaction.atomic
def recheck(
    *,
    case: Case,
    now: datetime | None = None,
    first: bool = False,
    before: Reading | None = None,
    moved: bool = False,
) -> Reading:
    """Run the rules and write what changed. Returns the reading it was based on. Safe to run twice.

    A room nobody has looked at yet keeps no flags: while people are still being named, most findings would
    settle within the minute. ``first`` says that somebody looks now. ``before`` is what was read before the
    act: its grid is taken where the act has not changed it. ``moved``: the family's state is
    another one.
    """
    at = now or clock_now()
    if not case.evaluated_version and not first:
        return read(case, now=at)
    # One writer per room: two tabs that save at once must not open the same flag twice.
    Case.objects.select_for_update().get(pk=case.pk)
    if case.evaluated_version != current_catalogue().number:
        read_again(case=case)
    reading = read(case, now=at, before=before)
    done = reconcile(case, reading, _flags_held(case), at=at, moved=moved)
    _write(done, at=at)
    _tell([*done.opened, *done.changed], case=case, reading=reading, at=at)
    _stamp(case, reading)
    return reading


def _flags_held(case: Case) -> QuerySet[Flag]:
    """All flags of a room, until the end held against what brings put-off ones back: that holds no room."""
    held = Flag.objects.filter(case=case).select_related("need").order_by("pk")
    return held.select_for_update(of=("self",))


def _write(done: Reconciled, *, at: datetime) -> None:
    """Open what is new, keep what changed, and remember each move so that it can be told from a person's."""
    Flag.objects.bulk_create([flag for flag, _ in done.opened])
    Flag.objects.bulk_update([flag for flag, _ in done.changed], CONTENT)
    FlagMove.objects.bulk_create(
        [
            FlagMove(flag=flag, was=was, became=flag.state, at=at, changed=flag.changed)
            for flag, was in done.moved
        ]
    )
    Flag.objects.bulk_update([flag for flag, _ in done.moved], MOVED)
    Flag.objects.bulk_update(done.rested, ["basis"])


def _stamp(case: Case, reading: Reading) -> None:
    """Remember what the flags were made from: the catalogue, and the day (a question can become late)."""
    today = reading.room.today
    stamp = {
        "evaluated_version": reading.catalogue.number,
        "evaluated_on": today,
        "recheck_at": next_day(case, today) if today else None,
    }
    if any(getattr(case, name) != value for name, value in stamp.items()):
        Case.objects.filter(pk=case.pk).update(**stamp)
        for name, value in stamp.items():
            setattr(case, name, value)


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
