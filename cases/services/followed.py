"""Answers that follow one another about the same fact: one that is taken back hands on what it had found.

An answer keeps a fact as it stood before it and after it. Where the next answer found what this one left, and
this one goes, the next one stands on what stood before both: so each can be taken back, in any order, and
what the others said stays.
"""

from collections.abc import Callable
from typing import Any

from cases.models import AskEvent, CaseEvent
from cases.models.asks import AskEventQuerySet

WHO_LEADS = (CaseEvent.Kind.AGREED, CaseEvent.Kind.LEADS_NO_MORE)


def standing_answers(event: AskEvent, **of: Any) -> AskEventQuerySet:
    """The other answers in this room that nobody took back, in their order; ``of``: more about them."""
    here = AskEvent.objects.filter(ask__case=event.ask.case_id, **of)
    return here.standing().exclude(pk=event.pk)


def next_of(event: AskEvent, found: Callable[[AskEvent], bool], **of: Any) -> AskEvent | None:
    """The first answer after this one that ``found`` what this one had left; None: nobody built on it."""
    return next((later for later in standing_answers(event, pk__gt=event.pk, **of) if found(later)), None)


def found_it(name: str, left: Any) -> Callable[[AskEvent], bool]:
    """Did an answer that tells this fact find it as it was ``left``?"""
    return lambda later: name in later.facts and later.facts[name][0] == left


def stands_on(later: AskEvent, name: str, was: Any) -> None:
    """From now on, this is what stood there before that answer."""
    later.facts = {**later.facts, name: [was, later.facts[name][1]]}
    later.save(update_fields=["facts"])


def hand_on_who_leads(event: AskEvent, later: AskEvent) -> None:
    """The line that tells of it belongs to the next answer; two that say the opposite go both."""
    mine, theirs = (one.lines.filter(kind__in=WHO_LEADS) for one in (event, later))
    if mine.exists() and theirs.exists():
        theirs.delete()
    else:
        mine.update(ask_event=later)
