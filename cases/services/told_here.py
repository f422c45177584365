"""A yes or a no told on somebody's page answers the questions that asked them exactly this.

Both tell the same, so a question does not wait for what the room knows already, and no reminder goes out for
it. What is taken back there lets the question wait again, as undoing its answer takes the agreement back.
"""

from typing import Any

from cases.models import Agreement, Ask, AskEvent, CaseEvent, Member
from cases.permissions import Act, Rights, Section
from cases.reminders import REPLIES
from cases.services.answers import as_before, flag_after_answer, flag_waits_again
from cases.services.ask_steps import event_of, reply_of, save_with_clock, tell
from cases.services.rooms import unsay
from roles.models import Need

HERE = "here"
"""Among the facts of a reply: it was told on the page of the person."""
REPLY = {
    Agreement.Kind.AGREED: (AskEvent.Kind.ANSWERED, Ask.State.ANSWERED, CaseEvent.Kind.ANSWERED),
    Agreement.Kind.DECLINED: (AskEvent.Kind.DECLINED, Ask.State.DECLINED, CaseEvent.Kind.SAID_NO),
}
"""What each of the two is to a question: its event, its state and its line in the log. A plan is none."""


def answered_here(asks: list[Ask], *, kind: str, by: Any) -> list[AskEvent]:
    """End the waiting of these questions; the act that asked writes what was agreed before."""
    return [_answered(ask, kind, by=by) for ask in asks] if kind in REPLY else []


def _answered(ask: Ask, kind: str, *, by: Any) -> AskEvent:
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    came, state, said = REPLY[Agreement.Kind(kind)]
    event = reply_of(ask, came, by=by, state=state, answer="", named="")
    event.facts = {HERE: True}
    event.save(update_fields=["facts"])
    tell(event, kind=said)
    save_with_clock(ask, by=by)
    return event


def waiting_for(member: Member, need: Need) -> list[Ask]:
    """Questions to this person about who leads the need, in our words or theirs; a ready one asks more."""
    return list(
        member.asks.answerable().filter(need=need, question=None).select_related("flag", "case__owner")
    )


def replies_here(member: Member, need: Need) -> list[AskEvent]:
    """The newest reply of each question that was answered on the page of this person, and has been since."""
    asks = member.asks.filter(need=need, state__in=Ask.REPLIED).select_related("flag", "case__owner")
    newest = ((ask, ask.events.filter(kind__in=REPLIES).last()) for ask in asks)
    return [_of(ask, reply) for ask, reply in newest if reply and reply.facts.get(HERE)]


def _of(ask: Ask, reply: AskEvent) -> AskEvent:
    reply.ask = ask
    return reply


def waits_again(reply: AskEvent, *, by: Any) -> None:
    """The question is as it was before this reply, and the log no longer tells of it."""
    Rights(by, reply.ask.case).must(Act.WRITE, Section.QUESTIONS)
    unsay(reply)
    as_before(reply.ask, reply)
    event_of(reply.ask, AskEvent.Kind.REOPENED, by=by)
    save_with_clock(reply.ask, by=by)


def flags_follow(answered: list[AskEvent], again: list[AskEvent], *, by: Any) -> None:
    """What the flags of these questions become, once they are rechecked."""
    for event in answered:
        flag_after_answer(event, settles=False)
    over = {event.ask_id for event in answered}
    for reply in again:
        if reply.ask_id not in over:
            flag_waits_again(reply.ask, reply, by=by)
