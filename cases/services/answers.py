"""What an answer changes around its question: how it stands, and the flag it is about. And back again."""

from typing import Any

from django.utils.translation import gettext as _

from cases.models import Ask, AskEvent, Flag
from cases.services.ask_steps import NAMED, open_flags
from cases.services.flags import (
    ask_about_flag,
    open_flag_again,
    sort_flag,
    sorted_by,
    sorted_by_another,
    undo_flag,
)
from cases.services.followed import standing_answers

SETTLES = "settles"
"""In the facts of an answer: the parent said that it is enough."""
OPENED = "opened"
"""In the facts of an answer: the flags that it opened."""


def as_before(ask: Ask, reply: AskEvent | None) -> None:
    """The question waits as it did before it was over, with what had been said by then.

    Replies written before they kept that leave no words: nobody knows whose they were.
    """
    over, ask.state, ask.answered_at = ask.state, Ask.State.WAITING, None
    if reply and reply.state_before:
        ask.state, ask.answer = reply.state_before, reply.answer_before
        ask.named = reply.facts.get(NAMED, [ask.named])[0]
    elif over != Ask.State.WITHDRAWN:
        ask.answer = ""


def flag_after_answer(event: AskEvent, *, settles: bool) -> None:
    """What the rules did not settle by themselves is sorted if the parent says so, else open again."""
    flag = event.ask.flag
    if flag:
        flag.refresh_from_db()
    if flag and settles and flag.state == Flag.State.ASKED:
        sort_flag(flag=flag, by=event.by, reason=_("They answered."), because=event)
    else:
        flag_waits_no_more(event.ask, by=event.by)
    _keep(event, settles=settles and flag is not None)


def _keep(event: AskEvent, *, settles: bool) -> None:
    """What it opened, and that it settles: also where another answer had sorted it before, which may go."""
    opened = sorted(open_flags(event.ask) - event.open_before)
    facts = {**({OPENED: opened} if opened else {}), **({SETTLES: True} if settles else {})}
    if facts:
        event.facts = {**event.facts, **facts}
        event.save(update_fields=["facts"])


def flag_waits_no_more(ask: Ask, *, by: Any) -> None:
    """Nothing is on its way any more about the flag of this question, unless another one still waits."""
    flag = ask.flag
    if flag and flag.state == Flag.State.ASKED and not flag.asks.answerable().exclude(pk=ask.pk).exists():
        open_flag_again(flag=flag, by=by)


def flag_waits_again(ask: Ask, reply: AskEvent | None, *, by: Any) -> None:
    """The question waits again, so its flag does; but for one the parent sorted in another way."""
    if not ask.flag:
        return
    ask.flag.refresh_from_db()
    if reply and sorted_by(ask.flag, reply):
        others = standing_answers(reply, ask__flag=ask.flag, facts__settles=True)
        if other := others.first():
            sorted_by_another(ask.flag, other)
        else:
            undo_flag(flag=ask.flag, by=by)
    elif ask.flag.state == Flag.State.OPEN:
        ask_about_flag(flag=ask.flag, by=by)
