"""One question on its way: how long it waits, what may have come back, and the next door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from django.utils.translation import gettext as _

from cases.mismatch.answering import Offer, offer
from cases.models import Ask, AskEvent, Flag, Member
from cases.presenters.asking import mail_link
from cases.presenters.flags import finding_of, words_of
from cases.presenters.next_door import behind_next_door, has_left
from cases.presenters.people import team_of
from cases.presenters.questions import clear_answer_of, core_of, is_off, promised_in
from cases.presenters.words import ago, bare, day
from cases.reader import Reading
from cases.services.agreements import may_lead
from cases.snapshot import Cell, Mark, NeedRow
from cases.wording import PARENT, Scene
from cases.wording.messages import nudge_words
from cases.wording.names import here_as, names_in, whom
from web.english import filled


@dataclass(frozen=True, slots=True)
class Said:
    """What came back before the answer that stands, in the words the parent wrote down then."""

    when: str
    words: str
    named: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """``leads`` is the answer "Yes, Jane leads ..." that can be said, '' when the answer names no lead.

    ``leads_likely``: the role fits, so an answer says yes, no or not settled yet.
    ``nudge`` are ready words to ask again with. ``named``: whom they named, ``named_here`` their key if they
    are in the room. ``next_here``: who of the room is behind the next door. ``need_gone``: what it is about
    is no longer on the list. ``promised``: the day they named, in a sentence. ``earlier``: what came back
    before the answer that stands.
    """

    text: str
    whom: str
    member: str
    state: str
    words: str
    asked: str
    channel: str
    under_way: bool
    late: bool
    reminder: str
    nudge: str
    nudge_mail: str
    leads: str
    leads_likely: bool
    about: str
    flag: str
    flag_title: str
    clear_answer: str
    answered: str
    supervisor: str
    left: bool
    next_here: str
    need_gone: bool
    named: str
    named_here: str
    need: str
    promised: str
    earlier: tuple[Said, ...] = ()

    @property
    def waits(self) -> bool:
        """Is somebody here to answer it, about a need that is on the list?"""
        return self.under_way and not self.left and not self.need_gone

    @property
    def told(self) -> str:
        """Where it stands, in one sentence or two."""
        if self.under_way:
            told = _("Asked %(when)s.")
            if self.left:
                told = _("%(name)s left the team before an answer came. Asked %(when)s.")
            elif self.need_gone:
                told = _("The need is off the list, so no answer is waited for. Asked %(when)s.")
            elif self.state == Ask.State.UNCLEAR:
                told = _("Not clear yet. Asked %(when)s.")
            return told % {"when": self.asked, "name": self.whom}
        told = _("%(state)s, %(when)s.") if self.answered else _("%(state)s.")
        return told % {"state": self.words, "when": self.answered}

    @property
    def door(self) -> str:
        if self.next_here:
            return _("Ask %(name)s") % {"name": self.next_here}
        if self.supervisor:
            return _("Ask %(supervisor)s") % {"supervisor": self.supervisor}
        return _("Ask the next door")

    @property
    def door_note(self) -> str:
        """Who is behind the next door, and how they can help."""
        if self.next_here:
            return _("%(name)s is the one to ask about this now.") % {"name": self.next_here}
        if self.supervisor:
            told = _("%(supervisor)s supervises %(name)s and can help.")
            if self.left:
                told = _("%(supervisor)s worked with %(name)s and can help.")
            return told % {"supervisor": self.supervisor, "name": self.whom}
        if self.left:
            return _("The agency can say who takes over.")
        if self.state == Ask.State.UNCLEAR:
            return _("A supervisor or the agency can help when an answer is not clear.")
        return _("A supervisor or the agency can help when no answer comes.")


def question_page(
    ask: Ask, reading: Reading, *, zone: tzinfo, leaves: datetime | None = None
) -> QuestionPage:
    """Puts the page together from the question and the room as it is now.

    ``leaves``: when the mail leaves that is in the outbox already.
    """
    team = team_of(reading)
    today = reading.room.today or ask.created_at.date()
    person = team.get(ask.member_id) if ask.member_id else None
    called = person.short if person else whom(ask)
    likely = _could_lead(ask, reading)
    nudge = _nudge(ask, name=person.short if person else "", likely=likely)
    under_way, nearest = ask.state in Ask.UNDER_WAY, behind_next_door(ask, reading, team)
    off = is_off(ask, reading.room.needs)
    return QuestionPage(
        **_as_kept(ask, today, zone, off=off),
        **_about(ask, called, reading),
        **_named(ask, reading),
        whom=called,
        member=person.key if person else "",
        next_here=nearest.short if nearest else "",
        under_way=under_way,
        late=under_way and ask.due_on is not None and ask.due_on <= today,
        reminder=_reminder(ask, leaves, today, zone, off=off) if under_way else "",
        nudge=nudge,
        nudge_mail=mail_link(nudge),
        leads_likely=likely,
        clear_answer=clear_answer_of(ask, reading),
    )


def _as_kept(ask: Ask, today: date, zone: tzinfo, *, off: bool) -> dict[str, Any]:
    """What stands in the row itself, in words."""
    return {
        "text": bare(ask.text),
        "state": ask.state,
        "words": ask.get_state_display(),
        "channel": ask.get_channel_display(),
        "asked": ago(ask.asked_at, today, zone) if ask.asked_at else "",
        "answered": ago(ask.answered_at, today, zone) if ask.answered_at else "",
        "promised": "" if off else promised_in(ask, today),
        "earlier": tuple(_said_before(ask, today, zone)),
    }


def _replies(ask: Ask) -> list[AskEvent]:
    kinds = (AskEvent.Kind.UNCLEAR, AskEvent.Kind.ANSWERED, AskEvent.Kind.DECLINED)
    return [event for event in ask.events.all() if event.kind in kinds]


def _said_before(ask: Ask, today: date, zone: tzinfo) -> Iterator[Said]:
    """Words that came back and were not taken back; the ones that stand are on the page already."""
    for event in _replies(ask):
        words, named = event.written.get("answer", ""), event.written.get("named", "")
        words, named = (words if words != ask.answer else ""), (named if named != ask.named else "")
        if event.kind == AskEvent.Kind.UNCLEAR and (words or named):
            yield Said(ago(event.at, today, zone), words, named)


def taken_back(ask: Ask) -> dict[str, str]:
    """What the parent wrote in a form whose answer was undone, by field: it stands there again.

    A reply that was not undone since is newer than it, and leaves nothing to restore.
    """
    if ask.state not in Ask.UNDER_WAY:
        return {}
    kept: dict[str, str] = {}
    for event in _replies(ask):
        if event.kind == AskEvent.Kind.UNCLEAR:
            kept = {}
        elif event.written:
            kept = dict(event.written)
    return kept


def _supervisor(member: Member, reading: Reading) -> str:
    """Who stands behind their work, '' where that is not known: a name can be of one who has left."""
    here = next((one for one in reading.room.members if one.id == member.pk), None)
    if here:
        return here.supervisor_name
    return member.supervisor_name if member.supervisor == Member.Supervisor.NAMED else ""


def _about(ask: Ask, called: str, reading: Reading) -> dict[str, Any]:
    """The need, the flag and the person it is about, each as far as there is one."""
    scene = Scene.of(reading.room, reading.catalogue)
    gone = ask.need is not None and ask.need.slug not in reading.room.needs
    return {
        "leads": _leads(ask, called, reading) if ask.need and may_lead(ask) and not gone else "",
        "about": ask.need.title if ask.need else "",
        "flag": ask.flag.key if ask.flag else "",
        "flag_title": words_of(ask.flag, scene, PARENT).title if ask.flag else "",
        "supervisor": _supervisor(ask.member, reading) if ask.member else "",
        "need_gone": gone,
        "left": has_left(ask),
    }


def _named(ask: Ask, reading: Reading) -> dict[str, Any]:
    """Whom they named, and for which need to ask them if they are here."""
    here = here_as(ask.named, reading.room) if ask.named else ""
    return {"named": ask.named, "named_here": here, "need": ask.need.slug if ask.need else ""}


def offer_of(ask: Ask, reading: Reading) -> Offer:
    """The facts that would settle the flag of this question, while it is open; of no flag, none."""
    flag = ask.flag
    if flag is None or flag.state not in (*Flag.UNDECIDED, Flag.State.PUT_OFF) or flag.as_told:
        return Offer()
    member = next((one for one in reading.room.members if one.id == flag.member_id), None)
    return offer(finding_of(flag), member, reading.catalogue)


def about_in(offered: Offer, reading: Reading) -> str:
    """What the person is called whom an offer is about."""
    return names_in(reading.room)[offered.member.id] if offered.member else ""


def _leads(ask: Ask, name: str, reading: Reading) -> str:
    """The yes that can be said: to a part, where they could share the need with others."""
    assert ask.need
    if _could_share(ask, reading):
        return filled(_("Yes, %(name)s does that part."), {"name": name})
    return filled(_("Yes, %(name)s leads %(need)s."), {"name": name, "need": ask.need.noun})


def _nudge(ask: Ask, *, name: str, likely: bool) -> str:
    lead_of = ask.need.noun if ask.need and likely else ""
    return nudge_words(core_of(ask), name=name, unclear=ask.state == Ask.State.UNCLEAR, lead_of=lead_of)


def _reminder(ask: Ask, leaves: datetime | None, today: date, zone: tzinfo, *, off: bool) -> str:
    at = leaves or ask.next_reminder_at
    if ask.remind and at and not off:
        on = max(today, at.astimezone(zone).date())
        return _reminded(unclear=ask.state == Ask.State.UNCLEAR, today=on == today) % {"day": day(on, today)}
    return _("No reminder is planned.")


def _reminded(*, unclear: bool, today: bool) -> str:
    if unclear and today:
        return _("If no clear answer comes, we will remind you today.")
    if unclear:
        return _("If no clear answer comes, we will remind you on %(day)s.")
    if today:
        return _("If no answer comes, we will remind you today.")
    return _("If no answer comes, we will remind you on %(day)s.")


def _could_lead(ask: Ask, reading: Reading) -> bool:
    """Is the question about who leads the need, and does the role of the person asked fit it, or a part?"""
    if not may_lead(ask):
        return False
    cell = _cell(ask, reading)
    return bool(cell and (cell.mark in (Mark.COULD, Mark.LEAD) or _could_share(ask, reading)))


def _could_share(ask: Ask, reading: Reading) -> bool:
    """Can they lead a part of the need beside others, and not all of it?"""
    cell = _cell(ask, reading)
    return bool(cell and cell.part)


def _row(ask: Ask, reading: Reading) -> NeedRow | None:
    return next((row for row in reading.coverage.rows if ask.need and row.need == ask.need.slug), None)


def _cell(ask: Ask, reading: Reading) -> Cell | None:
    row = _row(ask, reading)
    return next((cell for cell in row.cells if cell.member == ask.member_id), None) if row else None
