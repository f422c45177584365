"""The steps of every act on a question: hold it while it waits, note what moved it, save it and recheck."""

from typing import Any

from audit.services import record
from cases.models import Ask, AskEvent, Flag
from cases.permissions import person
from cases.reader import Reading
from cases.services.errors import NOT_WAITING, Refused
from cases.services.locking import hold, must_be_as_shown
from cases.services.recheck import recheck
from cases.services.reminder_clock import set_clock
from cases.services.rooms import log
from cases.wording.names import called_here
from web.clock import now

Seen = Reading | None
NAMED = "named"
"""In the facts of an answer: whom they had named before it, and whom they named in it."""


def hold_under_way(ask: Ask, version: int | None = None) -> None:
    hold(ask)
    if ask.state not in Ask.UNDER_WAY:
        raise Refused(NOT_WAITING)
    must_be_as_shown(ask, version)


def event_of(ask: Ask, kind: str, *, by: Any, **fields: Any) -> AskEvent:
    return AskEvent.objects.create(ask=ask, kind=kind, at=now(), by=person(by), **fields)


def reply_of(ask: Ask, kind: str, *, by: Any, state: str, answer: str, named: str) -> AskEvent:
    """What came back ends the waiting; the event keeps what stood there before, for undo."""
    before: dict[str, Any] = {"state_before": ask.state, "answer_before": ask.answer}
    before["written"] = written_in(answer=answer, named=named)
    if named:
        before["facts"] = {NAMED: [ask.named, named]}
    event = event_of(ask, kind, by=by, **before)
    event.open_before = open_flags(ask)
    ask.state, ask.answer, ask.answered_at = state, answer or ask.answer, now()
    ask.named = named or ask.named
    return event


def written_in(**fields: str) -> dict[str, str]:
    """The parent's own words, under the names of the fields they stand in."""
    return {field: words for field, words in fields.items() if words}


def open_flags(ask: Ask) -> frozenset[int]:
    return frozenset(Flag.objects.filter(case=ask.case_id).open().values_list("pk", flat=True))


def tell(event: AskEvent, *, kind: str, **more: Any) -> None:
    """A line in the room's log that goes when the event is taken back."""
    log(case=event.ask.case, by=event.by, kind=kind, because=event, whom=_asked(event.ask), **more)


def _asked(ask: Ask) -> str:
    """As the room calls them on this day; who has left by their name."""
    if ask.member is None:
        return ask.to_whom
    return called_here(ask.case_id).get(ask.member.pk, ask.member.name)


def finish(ask: Ask, *, by: Any, seen: Seen = None) -> None:
    """Save the question with its new clock, recheck the flags."""
    save_with_clock(ask, by=by)
    recheck(case=ask.case, before=seen)


def save_with_clock(ask: Ask, *, by: Any) -> None:
    """The same for an act that rechecks once, when all of it is written."""
    ask.version += 1
    set_clock(ask, now=now())
    ask.save()
    record(by=by, verb=f"ask-{ask.state}", on=ask, case_id=ask.case_id)
