"""The log's lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from cases.models import CaseEvent
from cases.presenters.words import moment
from cases.wording import Voice
from cases.wording.log import say

Kind = CaseEvent.Kind
ICONS = {
    Kind.NOTE: "notebook-pen",
    Kind.MEMBER_ADDED: "user-round-plus",
    Kind.MEMBER_LEFT: "user-round",
    Kind.NEEDS_CHANGED: "list",
    Kind.ASKED: "send",
    Kind.NUDGED: "bell",
    Kind.ANSWERED: "message-circle",
    Kind.SAID_NO: "message-circle",
    Kind.UNCLEAR: "message-circle-question-mark",
    Kind.PROMISED: "clock",
    Kind.AGREED: "check",
    Kind.LEADS_NOT: "message-circle",
    Kind.PUT_OFF: "clock",
    Kind.DIFFERENT: "message-circle",
    Kind.CHILD_RENAMED: "pencil",
    Kind.STATE_CHANGED: "pencil",
    Kind.MEMBER_RENAMED: "pencil",
    Kind.LETTERS_CHANGED: "pencil",
    Kind.BELIEF_CHANGED: "pencil",
    Kind.AGENCY_CHANGED: "pencil",
    Kind.BACKING_CHANGED: "pencil",
    Kind.LEADS_NO_MORE: "user-round",
    Kind.SETTLED: "check",
    Kind.CERTIFIED: "badge-check",
    Kind.COACH_JOINED: "users",
    Kind.COACH_DECLINED: "users",
    Kind.COACH_LEFT: "users",
    Kind.SHARING_ENDED: "users",
}
WITH_WORDS = frozenset({Kind.ANSWERED, Kind.SAID_NO, Kind.UNCLEAR, Kind.DIFFERENT})
DONE = frozenset({Kind.AGREED, Kind.SETTLED, Kind.CERTIFIED})


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened. ``done`` fills the dot; ``said`` are the words that came with it."""

    icon: str
    done: bool
    when: str
    text: str
    said: str = ""


def log_line(event: CaseEvent, *, now: datetime, zone: tzinfo, voice: Voice) -> LogLine:
    """A line for one reader. A note, and an older line that was kept as a sentence, stay as they are."""
    kind = Kind(event.kind)
    return LogLine(
        icon=ICONS[kind],
        done=kind in DONE,
        when=moment(event.at, now, zone),
        text=event.text or say(kind, event.params, voice),
        said=_said(event) if kind in WITH_WORDS else "",
    )


def _said(event: CaseEvent) -> str:
    """As the parent wrote it down. Kept beside what can be taken back, and read with it."""
    if event.ask_event:
        return str(event.ask_event.written.get("answer", ""))
    return event.flag_move.reason if event.flag_move else ""
