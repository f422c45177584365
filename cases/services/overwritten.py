"""What was written of a person and then written over: it can still be read in the log."""

from collections.abc import Mapping
from typing import Any

from cases.models import AskEvent, CaseEvent, Member
from cases.services.rooms import log

KINDS = {
    "believed": CaseEvent.Kind.BELIEF_CHANGED,
    "agency": CaseEvent.Kind.AGENCY_CHANGED,
    "supervisor_name": CaseEvent.Kind.BACKING_CHANGED,
}
"""Fields in the parent's own words, and the line that keeps what stood there. Letters and the name have lines
that are told the first time, too."""


Words = Mapping[str, str]
"""What stands in each of these fields."""


def words_of(member: Member) -> Words:
    return {field: getattr(member, field) for field in KINDS}


def tell_of_words(member: Member, before: Words, *, by: Any, because: AskEvent | None = None) -> None:
    """A line for each field that had other words ``before``. ``because``: it goes with that answer."""
    for field, kind in KINDS.items():
        was, now = before[field], getattr(member, field)
        if was and was != now:
            told = {"name": member.name, "was": was, "now": now}
            log(case=member.case, by=by, kind=kind, member=member, because=because, **told)
