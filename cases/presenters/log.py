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
    Kind.AGREED: "check",
    Kind.LEADS_NO_MORE: "user-round",
    Kind.SETTLED: "check",
    Kind.CERTIFIED: "badge-check",
    Kind.COACH_JOINED: "users",
    Kind.COACH_DECLINED: "users",
    Kind.COACH_LEFT: "users",
    Kind.SHARING_ENDED: "users",
}
DONE = frozenset({Kind.AGREED, Kind.SETTLED, Kind.CERTIFIED})


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened. ``done`` fills the dot."""

    icon: str
    done: bool
    when: str
    text: str


def log_line(event: CaseEvent, *, now: datetime, zone: tzinfo, voice: Voice) -> LogLine:
    """A line for one reader. A note, and an older line that was kept as a sentence, stay as they are."""
    kind = Kind(event.kind)
    return LogLine(
        icon=ICONS[kind],
        done=kind in DONE,
        when=moment(event.at, now, zone),
        text=event.text or say(kind, event.params, voice),
    )
