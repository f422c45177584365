"""The parent's decisions about a flag: sorted, not now, I see it differently, and undo."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from audit.services import record
from cases.models import Ask, AskEvent, CaseEvent, Flag, FlagMove
from cases.permissions import Act, Rights, Section, person
from cases.reconcile import DECIDED
from cases.services.errors import Refused
from cases.services.locking import hold, save_version
from cases.services.recheck import recheck
from cases.services.rooms import log, unsay
from web.clock import now

NOT_NOW, NOT_NOW_FIRST = timedelta(days=14), timedelta(days=3)
"""How long something is put off; where it is to be asked first, no longer than the shortest wait offered."""
MOVED_ON = _("This has moved on meanwhile. Look at it once more.")

#: Which states a person may bring a flag to, from where.
MOVES: dict[str, frozenset[str]] = {
    Flag.State.OPEN: frozenset({"asked", "sorted", "put-off", "different"}),
    Flag.State.ASKED: frozenset({"open", "sorted", "put-off", "different"}),
    Flag.State.SORTED: frozenset({"open"}),
    Flag.State.PUT_OFF: frozenset({"open", "asked", "sorted", "different"}),
    Flag.State.DIFFERENT: frozenset({"open"}),
    Flag.State.SETTLED: frozenset(),
}


@transaction.atomic
def sort_flag(*, flag: Flag, by: Any, reason: str = "", because: AskEvent | None = None) -> Flag:
    """The parent says it is sorted, ``because`` of an answer or not; it stays so on every recheck."""
    Rights(by, flag.case).must(Act.WRITE, Section.FLAGS)
    _move(flag, Flag.State.SORTED, by=by, because=because, reason=reason, settled_at=now())
    _tell(flag, CaseEvent.Kind.SETTLED, by=by)
    return flag


def _tell(flag: Flag, kind: str, *, by: Any) -> None:
    """A line in the room's log that goes when the move is taken back."""
    log(case=flag.case, by=by, kind=kind, because=flag.moves.first(), title=_title_as_told(flag))


def _title_as_told(flag: Flag) -> str:
    """How the parent last read it: what the log says stays what was on the page."""
    last = flag.tellings.last()
    return str(last.words["title"]) if last else ""


def sorted_by(flag: Flag, answer: AskEvent) -> bool:
    """Whether this answer is what sorted the flag, and nothing happened to it since."""
    last = flag.moves.filter(undone_at=None).first()
    return flag.state == Flag.State.SORTED and last is not None and last.because_id == answer.pk


def sorted_by_another(flag: Flag, answer: AskEvent) -> None:
    """The answer that had sorted it is taken back, and this one says so, too."""
    last = flag.moves.filter(undone_at=None).first()
    if last:
        FlagMove.objects.filter(pk=last.pk).update(because=answer)


def put_off_flag(*, flag: Flag, by: Any) -> Flag:
    """Not now: it comes back by itself, quietly."""
    Rights(by, flag.case).must(Act.WRITE, Section.FLAGS)
    _move(flag, Flag.State.PUT_OFF, by=by, returns_at=now() + _not_now(flag))
    _tell(flag, CaseEvent.Kind.PUT_OFF, by=by)
    return flag


def _not_now(flag: Flag) -> timedelta:
    return NOT_NOW_FIRST if flag.level == Flag.Level.FIRST else NOT_NOW


def differ_on_flag(*, flag: Flag, by: Any, reason: str) -> Flag:
    """The parent sees it differently; one line why, never argued with."""
    Rights(by, flag.case).must(Act.WRITE, Section.FLAGS)
    if not reason.strip():
        raise Refused(_("Add one line on how you see it. A few words are enough."))
    _move(flag, Flag.State.DIFFERENT, by=by, reason=reason.strip())
    _tell(flag, CaseEvent.Kind.DIFFERENT, by=by)
    return flag


def ask_about_flag(*, flag: Flag, by: Any) -> Flag:
    """A question about this flag is on its way."""
    Rights(by, flag.case).must(Act.WRITE, Section.FLAGS)
    if flag.state == Flag.State.ASKED:
        return flag
    return _move(flag, Flag.State.ASKED, by=by)


def open_flag_again(*, flag: Flag, by: Any) -> Flag:
    """The parent wants it back on the list; as asked, while a question about it still waits."""
    Rights(by, flag.case).must(Act.WRITE, Section.FLAGS)
    meanwhile: dict[str, Any] = {} if flag.state == Flag.State.ASKED else {"changed": "", "changed_from": ""}
    return _move(flag, Flag.State.OPEN, by=by, **meanwhile)


def _new_or_asked(flag: Flag) -> str:
    """Where a flag nobody has decided stands: nobody is told to ask what is on its way already."""
    return Flag.State.ASKED if flag.asks.answerable().exists() else Flag.State.OPEN


@transaction.atomic
def _move(flag: Flag, to: str, *, by: Any, because: AskEvent | None = None, **changes: Any) -> Flag:
    hold(flag)
    if to not in MOVES[flag.state]:
        raise Refused(MOVED_ON)
    was = flag.state
    if to == Flag.State.OPEN and was != Flag.State.ASKED:
        to = _new_or_asked(flag)
    fields = {"returns_at": None, "reason": "", "settled_at": None, "basis": None, **changes}
    won = Flag.objects.filter(pk=flag.pk, state=was).update(state=to, version=F("version") + 1, **fields)
    if not won:
        raise Refused(MOVED_ON)
    FlagMove.objects.create(
        flag=flag, was=was, became=to, by=person(by), at=now(), because=because, reason=fields["reason"]
    )
    record(by=by, verb=f"flag-{to}", on=flag, case_id=flag.case_id)
    _look_again(flag, was, to)
    return flag


def _look_again(flag: Flag, *states: str) -> None:
    """With a decision, or without it any more, something else may be worth asking about."""
    if DECIDED.intersection(states):
        recheck(case=flag.case)
    flag.refresh_from_db()


@transaction.atomic
def undo_flag(*, flag: Flag, by: Any) -> Flag:
    """Take the person's last move back."""
    Rights(by, flag.case).must(Act.WRITE, Section.FLAGS)
    hold(flag)
    last = flag.moves.filter(undone_at=None).exclude(by=None).first()
    if last is None or last.became != flag.state:
        raise Refused(_("There is nothing to undo here."))
    at = now()
    was = _new_or_asked(flag) if last.was in Flag.UNDECIDED else last.was  # questions go on meanwhile
    returns = at + _not_now(flag) if was == Flag.State.PUT_OFF else None
    save_version(flag, version=None, state=was, returns_at=returns, reason="", settled_at=None, basis=None)
    FlagMove.objects.filter(pk=last.pk).update(undone_at=at)
    unsay(last)
    record(by=by, verb="flag-undone", on=flag, case_id=flag.case_id)
    _look_again(flag, last.became, was)
    return flag


def decided_as_before(*, case_id: int, at: datetime) -> list[int]:
    """What one act opened is decided again, as that act is taken back: where nothing happened since."""
    newest = FlagMove.objects.filter(flag=OuterRef("flag"), undone_at=None).order_by("-pk").values("pk")[:1]
    opened = FlagMove.objects.filter(flag__case=case_id, at=at, by=None, pk=Subquery(newest)).exclude(
        changed=""
    )
    moves = list(opened.select_related("flag"))
    for move in moves:
        returns = now() + _not_now(move.flag) if move.was == Flag.State.PUT_OFF else None
        settled = now() if move.was == Flag.State.SORTED else None
        Flag.objects.filter(pk=move.flag_id, state=move.became).update(
            state=move.was,
            returns_at=returns,
            settled_at=settled,
            changed="",
            changed_from="",
            version=F("version") + 1,
        )
    FlagMove.objects.filter(pk__in=[move.pk for move in moves]).update(undone_at=now())
    return [move.flag_id for move in moves]


def rest_on_what_they_say(flags: list[int], *, found: Iterable[str]) -> None:
    """Of these decisions, the ones about what is ``found`` hold for the facts of now."""
    Flag.objects.filter(pk__in=flags, fingerprint__in=list(found)).update(basis=None)


@transaction.atomic
def return_put_off_flags(*, now: datetime) -> int:
    """Flags put off long enough are open again, or asked. Returns how many; running it twice returns 0."""
    due = list(Flag.objects.returning(now).select_for_update().values_list("pk", flat=True)[:1000])
    asked = set(Ask.objects.answerable().filter(flag__in=due).values_list("flag_id", flat=True))
    return _bring_back([pk for pk in due if pk in asked], Flag.State.ASKED, at=now) + _bring_back(
        [pk for pk in due if pk not in asked], Flag.State.OPEN, at=now
    )


def _bring_back(flags: list[int], to: str, *, at: datetime) -> int:
    FlagMove.objects.bulk_create(
        [FlagMove(flag_id=pk, was=Flag.State.PUT_OFF, became=to, at=at) for pk in flags]
    )
    return Flag.objects.filter(pk__in=flags, state=Flag.State.PUT_OFF).update(
        state=to,
        returns_at=None,
        basis=None,
        changed="",
        changed_from="",
        version=F("version") + 1,
    )
