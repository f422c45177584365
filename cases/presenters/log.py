"""The log's lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from cases.models import CaseEvent
from cases.presenters.words import moment

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
    Kind.SETTLED: "check",
    Kind.COACH_JOINED: "users",
    Kind.COACH_DECLINED: "users",
    Kind.COACH_LEFT: "users",
}
DONE = frozenset({Kind.AGREED, Kind.SETTLED})


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened. ``done`` fills the dot."""

    icon: str
    done: bool
    when: str
    text: str


def log_line(event: CaseEvent, *, now: datetime, zone: tzinfo, parent: str = "") -> LogLine:
    """``parent``: the parent's name, for a reader who is not the parent; '' reads "you"."""
    kind = Kind(event.kind)
    return LogLine(
        icon=ICONS[kind],
        done=kind in DONE,
        when=moment(event.at, now, zone),
        text=told_to_others(event.text, parent) if parent else event.text,
    )


def told_to_others(text: str, parent: str) -> str:
    """What the parent reads as "You asked", by the parent's name."""
    return re.sub(r"\byour\b", lambda _: f"{parent}’s", re.sub(r"^You\b", lambda _: parent, text))
