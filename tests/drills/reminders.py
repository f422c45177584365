"""Reminders under faults: each one goes out, and goes out once."""

import shutil
import time
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from cases.models import Ask
from notify.models import Delivery
from tests.drills._families import SIZE, Drill, burning, drill, family
from tests.figures import Figures, part
from tests.servers import wait_until

PATIENCE = 180  # never needed on a machine that is not busy with something else


def report(figures: Figures, what: str, run: Drill, *, excused: int = 0) -> None:
    figures.drilled(
        what,
        faults=run.faults,
        due=run.families,
        lost=run.lost,
        duplicated=max(run.duplicated - excused, 0),
    )


@part("worker-killed")
def worker_killed(figures: Figures) -> None:
    """SIGKILL between claim and send, again and again, while the mail server keeps the worker at the door."""
    with drill() as run:
        env = run.late()
        run.crew.beat(**env)
        for _ in range(max(2, SIZE // 4)):
            run.sink.mode, run.sink.at_door = "door", 0
            worker = run.worker(env)
            wait_until(lambda: run.sink.at_door and run.sending(), seconds=PATIENCE, what="a claimed row")
            run.crew.kill(worker)
            run.faults += 1
            run.sink.mode = "well"
            time.sleep(0.2)
        run.worker(env)
        run.settle()
        report(figures, "worker killed between claim and send", run)


@part("killed-unmarked")
def killed_unmarked(figures: Figures) -> None:
    """SIGKILL when the mail is out and not yet marked: it may be repeated, then under the same Message-ID."""
    with drill() as run:
        env = run.late()
        run.crew.beat(**env)
        in_doubt = 0
        for _ in range(max(2, SIZE // 10)):
            had, run.sink.mode = len(run.sink.messages), "hush"
            worker = run.worker(env)
            wait_until(lambda had=had: len(run.sink.messages) > had, seconds=PATIENCE, what="a mail")
            run.crew.kill(worker)
            in_doubt += len(run.sink.messages) - had
            run.faults += 1
            run.sink.mode = "well"
        run.worker(env)
        run.settle()
        repeats = sum(count - 1 for count in run.sink.by_id.values())
        figures.line(f"mails in doubt at a kill: {in_doubt}; repeated under the same Message-ID: {repeats}")
        report(figures, "worker killed between send and mark", run, excused=min(repeats, in_doubt))


@part("two-beats")
def two_beats(figures: Figures) -> None:
    """Two schedules and two workers at once, with a mail server slow enough for them to meet."""
    _two_at_once(figures, "two beats and two workers at once", beside=nullcontext())


@part("busy-machine")
def busy_machine(figures: Figures) -> None:
    """The same while something else keeps every core busy: a lease may run out under a run that waits for
    its turn, and who takes over must not send what the other still sends."""
    _two_at_once(figures, "two beats and two workers, every core busy", beside=burning())


def _two_at_once(figures: Figures, what: str, *, beside: AbstractContextManager[object]) -> None:
    with drill() as run, beside:
        run.sink.mode = "slow"
        env = run.late()
        for _ in range(2):
            run.crew.beat(**env)
            run.worker(env)
        run.faults += 1
        run.settle()
        report(figures, what, run)


@part("beat-stopped")
def beat_stopped(figures: Figures) -> None:
    """The schedule stands still for two days in which reminders fall due on different days."""
    with drill(wait_days=(1, 2, 3)) as run:
        due = sorted(set(Ask.objects.values_list("next_reminder_at", flat=True)))
        env = run.live_at(due[0] - timedelta(hours=1))
        beat, worker = run.crew.beat(**env), run.worker(env)
        time.sleep(4)
        early = len(run.sink.messages)
        run.crew.stop(beat)
        run.crew.stop(worker)
        run.faults += 1
        env = run.live_at(max(due[-1], due[0] + timedelta(days=2)) + timedelta(hours=1))
        run.crew.beat(**env)
        run.worker(env)
        run.settle()
        figures.line(f"sent before they were due: {early}")
        report(figures, "beat stopped for two days", run, excused=0)
        figures.sum["duplicated"] += early


@part("broker-wiped")
def broker_wiped(figures: Figures) -> None:
    """The broker's folder is deleted under worker and beat; families who come after are told too."""
    with drill(SIZE // 2) as run:
        env = run.late()
        run.crew.beat(**env)
        run.worker(env)
        wait_until(run.everyone_told, seconds=PATIENCE, what="the first families' mail")
        for number in range(SIZE // 2, SIZE):
            shutil.rmtree(Path(settings.VAR) / "broker", ignore_errors=True)
            run.faults += 1
            family(number)
            run.families += 1
            time.sleep(0.5)
        run.settle()
        report(figures, "broker folder deleted", run)


@part("mail-away")
def mail_away(figures: Figures) -> None:
    """Nobody answers at the mail server's door for a while: no row is charged a try."""
    with drill() as run:
        run.sink.shut()
        env = run.late()
        run.crew.beat(**env)
        run.worker(env)
        wait_until(lambda: Delivery.objects.count() == run.families, seconds=PATIENCE, what="the sweep")
        time.sleep(4)
        tries = max(Delivery.objects.values_list("attempts", flat=True))
        run.faults += 1
        run.sink.open()
        run.settle()
        figures.line(f"tries charged while it was away: {tries}")
        report(figures, "mail server away, then back", run)


@part("mail-busy")
def mail_busy(figures: Figures) -> None:
    """The mail server turns every message away with 421, then takes them a few minutes later."""
    with drill() as run:
        run.sink.mode = "busy"
        env = run.late()
        beat, worker = run.crew.beat(**env), run.worker(env)
        tried = Delivery.objects.filter(turned_away_since__isnull=False, state=Delivery.State.WAITING)
        wait_until(lambda: tried.count() == run.families, seconds=PATIENCE, what="a first try of each")
        run.crew.stop(beat)
        run.crew.stop(worker)
        run.faults += 1
        run.sink.mode = "well"
        env = run.live_at(run.moment + timedelta(minutes=10))
        run.crew.beat(**env)
        run.worker(env)
        run.settle()
        report(figures, "mail server busy, then not", run)


@part("bad-address")
def bad_address(figures: Figures) -> None:
    """One address in five is refused for good; the others are not kept waiting."""
    with drill() as run:
        run.sink.gone = {f"family-{number}@example.org" for number in range(0, run.families, 5)}
        env = run.late()
        run.crew.beat(**env)
        run.worker(env)
        run.families -= len(run.sink.gone)
        run.faults = len(run.sink.gone)
        wait_until(lambda: len(run.arrived()) >= run.families, seconds=PATIENCE, what="the others' mail")
        time.sleep(3)
        twice = sum(count - 1 for count in run.arrived().values())
        waiting = Delivery.objects.filter(attempts__gte=1).exclude(state=Delivery.State.SENT).count()
        figures.line(f"refused and waiting for another try: {waiting} of {run.faults}")
        figures.drilled(
            "one address in five refused",
            faults=run.faults,
            due=run.families,
            lost=run.lost,
            duplicated=twice,
        )
