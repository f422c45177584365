"""Questions: written, put to someone, chased kindly, answered. Each act starts or stops the clock."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from cases.models import Agreement, Ask, AskEvent, Case, CaseEvent, Flag, Member
from cases.permissions import Act, Rights, Section
from cases.reminders import REPLIES
from cases.services.agreements import agree_as_before_answer, agree_by_answer
from cases.services.answers import as_before, flag_after_answer, flag_waits_again, flag_waits_no_more
from cases.services.ask_steps import (
    Seen,
    event_of,
    finish,
    hold_under_way,
    reply_of,
    tell,
    written_in,
)
from cases.services.errors import Refused
from cases.services.flags import ask_about_flag
from cases.services.locking import hold, hold_room, must_be_as_shown, save_version
from cases.services.reminder_clock import calendar_of, wait_of
from cases.services.reminder_past import waiting_of
from cases.services.rooms import unsay
from cases.services.told import NOTHING_TOLD, Told, as_before_told, told_by_a_yes, write_told
from cases.services.twins import must_be_the_first
from roles.models import Need, Question
from web.clock import now

ON_ITS_WAY = _("This question is already on its way. You can write a new one.")


@transaction.atomic
def draft_ask(
    *,
    case: Case,
    by: Any,
    text: str,
    say: str = "",
    tone: str = "",
    member: Member | None = None,
    to_whom: str = "",
    flag: Flag | None = None,
    need: Need | None = None,
    question: Question | None = None,
) -> Ask:
    """Keep a question in the parent's words; nothing is sent and no clock runs.

    ``say`` is the bare question where our ready words stand around it, ``tone`` theirs unless changed.
    """
    Rights(by, case).must(Act.WRITE, Section.DRAFTS)
    hold_room(case.pk)
    ask = Ask.objects.create(
        case=case,
        member=member,
        to_whom=to_whom,
        flag=flag,
        need=need or (flag.need if flag else None),
        question=question,
        text=text,
        say=say,
        tone=tone,
        wait_days=wait_of(question, flag, need),
        created_at=now(),
    )
    record(by=by, verb="drafted", on=ask, case_id=case.pk)
    return ask


@transaction.atomic
def edit_ask(
    *,
    ask: Ask,
    by: Any,
    version: int | None,
    text: str,
    member: Member | None,
    to_whom: str = "",
    say: str = "",
    tone: str = "",
) -> Ask:
    """Change the words or whom they go to, while the question has not been sent."""
    Rights(by, ask.case).must(Act.WRITE, Section.DRAFTS)
    hold(ask)
    if ask.state != Ask.State.DRAFT:
        raise Refused(ON_ITS_WAY)
    save_version(ask, version=version, text=text, say=say, tone=tone, member=member, to_whom=to_whom)
    record(by=by, verb="edited", on=ask, case_id=ask.case_id)
    return ask


@transaction.atomic
def remove_draft(*, ask: Ask, by: Any, version: int | None = None) -> None:
    """Words that were never sent go for good."""
    Rights(by, ask.case).must(Act.WRITE, Section.DRAFTS)
    hold(ask)
    if ask.state != Ask.State.DRAFT:
        raise Refused(ON_ITS_WAY)
    must_be_as_shown(ask, version)
    record(by=by, verb="removed", on=ask, case_id=ask.case_id)
    ask.delete()


@transaction.atomic
def send_ask(
    *,
    ask: Ask,
    by: Any,
    channel: str,
    wait_days: int | None = None,
    remind: bool = True,
    seen: Seen = None,
    knowingly: bool = False,
) -> Ask:
    """The parent sent it. The clock starts now, not on the day it was written.

    ``knowingly``: they were told that the same waits already, and want both.
    """
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold(ask)
    if ask.state != Ask.State.DRAFT:
        return ask
    if not knowingly:
        must_be_the_first(ask)
    ask.state, ask.channel, ask.asked_at, ask.remind = Ask.State.WAITING, channel, now(), remind
    ask.wait_days = wait_days or ask.wait_days
    tell(event_of(ask, AskEvent.Kind.ASKED, by=by), kind=CaseEvent.Kind.ASKED)
    if ask.flag and ask.flag.state in (Flag.State.OPEN, Flag.State.PUT_OFF):
        ask_about_flag(flag=ask.flag, by=by)
    finish(ask, by=by, seen=seen)
    return ask


@transaction.atomic
def unsend_ask(*, ask: Ask, by: Any) -> Ask:
    """Undo "I sent it": the question is ready to send again, and no clock runs."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold(ask)
    newest = ask.events.last()
    if ask.asked_at is None or newest is None or newest.kind != AskEvent.Kind.ASKED:
        raise Refused(_("This question has moved on meanwhile. Open it to see what happened."))
    unsay(newest)
    ask.state, ask.asked_at, ask.due_on, ask.promised_on = Ask.State.DRAFT, None, None, None
    event_of(ask, AskEvent.Kind.UNSENT, by=by)
    flag_waits_no_more(ask, by=by)
    finish(ask, by=by)
    return ask


@transaction.atomic
def nudge_ask(*, ask: Ask, by: Any) -> Ask:
    """The parent asked again. A chaser starts the clock anew, so the page stops saying "ask again"."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold_under_way(ask)
    tell(event_of(ask, AskEvent.Kind.NUDGED, by=by), kind=CaseEvent.Kind.NUDGED)
    finish(ask, by=by)
    return ask


@transaction.atomic
def promise_ask(*, ask: Ask, by: Any, day: date) -> Ask:
    """They named a day; it replaces the schedule, and stays when the parent asks again."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    return _later(ask, by=by, day=day, kind=AskEvent.Kind.PROMISED)


@transaction.atomic
def snooze_ask(*, ask: Ask, by: Any, day: date) -> Ask:
    """Remind me on that day instead."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    return _later(ask, by=by, day=day, kind=AskEvent.Kind.SNOOZED)


def _later(ask: Ask, *, by: Any, day: date, kind: str) -> Ask:
    hold_under_way(ask)
    if ask.member and ask.member.left_on:
        raise Refused(_("They have left the team, so no reminder will come."))
    one = waiting_of(ask)
    if one.off_the_list:
        raise Refused(_("This need is off the list, so no reminder will come."))
    today = calendar_of(one, now=now()).local(now()).date()
    if not today < day <= today + timedelta(days=366):
        raise Refused(_("Pick a day after today, within the next year."))
    event = event_of(ask, kind, by=by, day=day)
    if kind == AskEvent.Kind.PROMISED:
        ask.promised_on = day
        tell(event, kind=CaseEvent.Kind.PROMISED, day=day.isoformat())
    finish(ask, by=by)
    return ask


@transaction.atomic
def acknowledge_ask(*, ask: Ask, by: Any) -> Ask:
    """They said they got it. Not an answer, and no day: the clock goes on as it was."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold_under_way(ask)
    event_of(ask, AskEvent.Kind.ACKNOWLEDGED, by=by)
    finish(ask, by=by)
    return ask


@transaction.atomic
def answer_ask(
    *,
    ask: Ask,
    by: Any,
    answer: str = "",
    leads: bool | None = None,
    settles: bool = False,
    told: Told = NOTHING_TOLD,
    named: str = "",
    version: int | None = None,
) -> Ask:
    """They answered. Without words, what they said before stays.

    ``leads``: the person asked leads the need, so the chair fills and the flag settles by itself; False: it
    is somebody else, so this person is not asked again; None: that is open. ``told`` are facts a rule reads,
    such as the name of a supervisor; ``named`` is somebody they named. With ``settles`` the parent says it is
    enough where no rule can see it.
    """
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold_under_way(ask, version)
    event = reply_of(ask, AskEvent.Kind.ANSWERED, by=by, state=Ask.State.ANSWERED, answer=answer, named=named)
    if leads is not None:
        agree_by_answer(event=event, by=by, kind=Agreement.Kind.AGREED if leads else Agreement.Kind.DECLINED)
    write_told(event, told_by_a_yes(ask, told) if leads else told, by=by)
    tell(event, kind=CaseEvent.Kind.ANSWERED)
    finish(ask, by=by)
    flag_after_answer(event, settles=settles)
    return ask


@transaction.atomic
def decline_ask(*, ask: Ask, by: Any, answer: str = "", named: str = "", version: int | None = None) -> Ask:
    """They said no. That is an answer: the person is not asked again, the flag is open for the next door."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold_under_way(ask, version)
    event = reply_of(ask, AskEvent.Kind.DECLINED, by=by, state=Ask.State.DECLINED, answer=answer, named=named)
    agree_by_answer(event=event, by=by, kind=Agreement.Kind.DECLINED)
    tell(event, kind=CaseEvent.Kind.SAID_NO)
    finish(ask, by=by)
    flag_after_answer(event, settles=False)
    return ask


@transaction.atomic
def unclear_ask(*, ask: Ask, by: Any, answer: str = "", named: str = "", version: int | None = None) -> Ask:
    """Something came back, but it is not clear yet: keep waiting, with what was said."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold_under_way(ask, version)
    written = written_in(answer=answer, named=named)
    ask.state, ask.answer, ask.named = Ask.State.UNCLEAR, answer or ask.answer, named or ask.named
    ask.promised_on = None
    tell(event_of(ask, AskEvent.Kind.UNCLEAR, by=by, written=written), kind=CaseEvent.Kind.UNCLEAR)
    finish(ask, by=by)
    return ask


@transaction.atomic
def withdraw_ask(*, ask: Ask, by: Any, version: int | None = None) -> Ask:
    """No longer needed: silent for good. What was answered stays answered."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold_under_way(ask, version)
    before = ask.state
    ask.state = Ask.State.WITHDRAWN
    event_of(ask, AskEvent.Kind.WITHDRAWN, by=by, state_before=before, answer_before=ask.answer)
    flag_waits_no_more(ask, by=by)
    finish(ask, by=by)
    return ask


@transaction.atomic
def reopen_ask(*, ask: Ask, by: Any, version: int | None = None) -> Ask:
    """Undo an answer, a no or a withdrawal: it is as it was, and what the answer changed is taken back."""
    Rights(by, ask.case).must(Act.WRITE, Section.QUESTIONS)
    hold(ask)
    if ask.state not in (Ask.State.ANSWERED, Ask.State.DECLINED, Ask.State.WITHDRAWN) or not ask.asked_at:
        raise Refused(_("This question is still waiting."))
    must_be_as_shown(ask, version)
    reply = ask.events.filter(kind__in=REPLIES).last()
    if reply and ask.state != Ask.State.WITHDRAWN:
        ask.left = (*agree_as_before_answer(event=reply, by=by), *as_before_told(reply, by=by))
        unsay(reply)
    as_before(ask, reply)
    event_of(ask, AskEvent.Kind.REOPENED, by=by)
    finish(ask, by=by)
    flag_waits_again(ask, reply, by=by)
    return ask
