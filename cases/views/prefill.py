"""What a new question begins with: a flag, a person, a ready question, or an earlier question's next door."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Ask, Case, Flag
from cases.presenters.asking import AGENCY, SUPERVISOR, Addressee, addressee, recipients
from cases.presenters.flags import FlagCard, card, heading
from cases.presenters.next_door import behind_next_door, has_left
from cases.presenters.people import Person
from cases.presenters.questions import clear_answer_of, core_of
from cases.presenters.whom import whom_about
from cases.presenters.words import ago, bare
from cases.reader import Reading
from cases.services.reminder_clock import wait_of
from cases.views.access import flag_now, with_flag_now
from cases.views.compose import Start
from cases.wording import PARENT, Scene
from cases.wording.messages import (
    WARM,
    left_words,
    next_door_words,
    ready_words,
    said_no_words,
    unclear_words,
)
from cases.wording.names import whom
from cases.wording.to_others import to_others
from roles.models import Need, Question
from web.clock import now


def start_of(request: HttpRequest, case: Case, reading: Reading, team: dict[int, Person]) -> Start:
    """Read from the address: ``next`` (earlier question), ``f`` (flag), ``q`` (ready one), ``n``, ``m``."""
    of = request.GET.get
    person = next((p for p in team.values() if p.key == of("m", "")), None)
    if of("next"):
        earlier = get_object_or_404(_asks(case, request.user), key=of("next"))
        return next_door(with_flag_now(earlier, request.user, case, reading), reading, team)
    if of("f"):
        return from_flag(flag_now(request.user, case, reading, of("f", "")), reading, team, person)
    question = Question.objects.filter(key=of("q")).first() if of("q") else None
    need = Need.objects.filter(slug=of("n")).first() if of("n") else None
    return plain(reading, team, person, question, need)


def _asks(case: Case, user: Any) -> QuerySet[Ask]:
    return (
        Ask.objects.editable_by(user)
        .filter(case=case)
        .select_related("member", "flag__need", "need", "question")
    )


def from_flag(flag: Flag, reading: Reading, team: dict[int, Person], person: Person | None) -> Start:
    shown = _card(flag, reading)
    usual = addressee(shown, reading, team)
    to = Addressee(person.key, person.short, person) if person else usual
    start = Start(
        heading=heading(shown, reading),
        say=shown.say,
        text="",
        people=tuple(recipients(reading, team, shown.need, first=to.value)),
        first=to.value,
        clear_answer=shown.clear_answer,
        wait_days=wait_of(None, flag),
        flag=flag,
        need=flag.need,
        to_others=bare(to_others(shown.finding, Scene.of(reading.room, reading.catalogue))),
        written_for=usual.value,
    )
    name = to.name if to.value != AGENCY else ""
    return replace(start, text=_warm(start.say_to(to.value), name, reading))


def plain(
    reading: Reading,
    team: dict[int, Person],
    person: Person | None,
    question: Question | None,
    need: Need | None,
) -> Start:
    """A ready question from the bank, a need's own question, or an empty page."""
    person = person or (whom_about(need.slug, reading, team) if need else None)
    key, name = (person.key, person.short) if person else ("", "")
    say, clear = _bare(question, need, child=reading.room.child)
    people = tuple(recipients(reading, team, need.slug if need else "", first=key))
    return Start(
        heading=_heading(need, name),
        say=say,
        text=_warm(say, name, reading) if say else "",
        people=people,
        first=key or (AGENCY if need else people[0].value),
        clear_answer=clear,
        wait_days=wait_of(question, need=need),
        need=need,
        question=question,
    )


def _heading(need: Need | None, name: str) -> str:
    if need:
        return _("Ask who leads %(need)s") % {"need": need.noun}
    return _("Ask %(name)s") % {"name": name} if name else _("Ask a question")


def _bare(question: Question | None, need: Need | None, *, child: str) -> tuple[str, str]:
    """The bare question, and what an answer to it has to say to be clear."""
    if question:
        return question.text, question.clear_answer
    return (need.asks.replace("{child}", child), need.clear_answer) if need else ("", "")


def next_door(ask: Ask, reading: Reading, team: dict[int, Person]) -> Start:
    """Late, or a no: the same question for the supervisor, for whoever fits next, or for the agency."""
    everybody = recipients(reading, team, ask.need.slug if ask.need else "")
    people = tuple(r for r in everybody if r.member is None or r.member != ask.member_id)
    core, asked = core_of(ask), whom(ask)
    said_no = ask.state == Ask.State.DECLINED
    say = said_no_words(core, asked=asked) if said_no else _not_answered(ask, core, reading)
    nearest = behind_next_door(ask, reading, team)
    boss = f"{SUPERVISOR}{ask.member.key}" if ask.member and not said_no else ""
    supervisor = boss if boss in [p.value for p in people] else ""
    first = nearest.key if nearest else supervisor or AGENCY
    return Start(
        heading=_("Ask the next door"),
        say=say,
        text=say,
        people=people,
        first=first,
        clear_answer=clear_answer_of(ask, reading),
        wait_days=wait_of(ask.question, ask.flag, ask.need),
        flag=ask.flag,
        need=ask.need,
        question=ask.question,
    )


def _not_answered(ask: Ask, core: str, reading: Reading) -> str:
    if ask.state == Ask.State.UNCLEAR:
        return unclear_words(core, asked=whom(ask))
    today, zone = reading.room.today or now().date(), timezone.get_current_timezone()
    told = left_words if has_left(ask) else next_door_words
    return told(core, asked=whom(ask), when=ago(ask.asked_at or ask.created_at, today, zone))


def kept(ask: Ask, reading: Reading, team: dict[int, Person]) -> Start:
    """A question that was saved for later."""
    people = tuple(recipients(reading, team, ask.need.slug if ask.need else ""))
    supervised = {
        m.supervisor_name: f"{SUPERVISOR}{m.key}" for m in reading.room.members if m.supervisor_name
    }
    first = ask.member.key if ask.member else supervised.get(ask.to_whom, AGENCY)
    flag = ask.flag
    written = from_flag(flag, reading, team, None) if flag else None
    start = Start(
        heading=written.heading if written else _("Ask a question"),
        say=core_of(ask),
        text=ask.text,
        people=people,
        first=first,
        clear_answer=clear_answer_of(ask, reading),
        wait_days=ask.wait_days,
        flag=flag,
        need=ask.need,
        question=ask.question,
    )
    if written is None or start.say not in written.says:
        return start
    return replace(start, say=written.say, to_others=written.to_others, written_for=written.written_for)


def _card(flag: Flag, reading: Reading) -> FlagCard:
    scene = Scene.of(reading.room, reading.catalogue)
    return card(flag, scene, PARENT, now=now(), zone=timezone.get_current_timezone())


def _warm(say: str, name: str, reading: Reading) -> str:
    return ready_words(say, tone=WARM, name=name, child=reading.room.child)
