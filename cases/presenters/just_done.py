"""The line that says what a tap just did, with its undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Agreement, Ask, Flag, Member
from cases.presenters.flags import finding_of, while_it_waits, words_of
from cases.presenters.opened import NO_MORE, NOTHING, Opened, say_opened
from cases.presenters.words import day
from cases.reader import Reading
from cases.snapshot import NeedRow, RowWhy
from cases.wording import Scene, Voice
from cases.wording.grid import say_row
from cases.wording.names import here_as, names_in
from cases.wording.stays import stays
from web.english import closed, filled


@dataclass(frozen=True, slots=True)
class JustDone:
    """``kind`` is 'flag' or 'ask': which page the undo belongs to. ``undo`` is its act. ``named``: did they
    name somebody who is not in the room?"""

    kind: str
    key: str
    text: str
    undo: str = "undo"
    named: bool = False


FLAG_WORDS = {
    Flag.State.SORTED: gettext_lazy("You said this is sorted."),
    Flag.State.PUT_OFF: gettext_lazy("Put off. It comes back by itself in two weeks."),
    Flag.State.DIFFERENT: gettext_lazy("Kept the way you see it."),
}


def just_done(
    flag: Flag | None, ask: Ask | None, reading: Reading, voice: Voice, opened: Opened = NOTHING
) -> JustDone | None:
    """What the flag or the question in the address became; None when there is nothing to say."""
    if ask is not None and ask.state == Ask.State.WAITING:
        return JustDone("ask", ask.key, sent_words(ask, reading.room.today), "unsend")
    if ask is not None and ask.state in (Ask.State.ANSWERED, Ask.State.DECLINED):
        more = say_opened(opened.by_ask.get(ask.pk, NO_MORE), reading, voice)
        told = _ask_words(ask, reading, voice, settled=not more), more
        named = bool(ask.named) and not here_as(ask.named, reading.room)
        return JustDone("ask", ask.key, " ".join(filter(None, told)), named=named)
    if flag is not None and flag.state in FLAG_WORDS:
        told = _flag_words(flag, reading, voice), while_it_waits(flag, reading.catalogue)
        return JustDone("flag", flag.key, " ".join(filter(None, told)))
    return None


def _flag_words(flag: Flag, reading: Reading, voice: Voice) -> str:
    """What is sorted is named; that it is sorted puts nobody on an empty chair, and that is said."""
    first = flag.level == Flag.Level.FIRST  # back within days, so the day itself is said
    if flag.state == Flag.State.PUT_OFF and first and flag.returns_at and reading.room.today:
        back = day(flag.returns_at.astimezone(get_current_timezone()).date(), reading.room.today)
        return _("Put off. It comes back by itself on %(day)s.") % {"day": back}
    if flag.state != Flag.State.SORTED:
        return str(FLAG_WORDS[Flag.State(flag.state)])
    title = words_of(flag, Scene.of(reading.room, reading.catalogue), voice).title
    done = filled(_("You said this is sorted: %(title)s."), {"title": closed(title).rstrip(".")})
    if flag.need and any(row.need == flag.need.slug for row in reading.coverage.empty):
        lead = _("The table still shows no lead for %(need)s. If someone leads it now, say so on their page.")
        return f"{done} " + filled(lead, {"need": flag.need.noun})
    return done


def sent_words(ask: Ask, today: date | None) -> str:
    if ask.member and ask.member.left_on:
        return _("Written down. %(name)s has left the team, so no reminder will come.") % {
            "name": ask.member.name
        }
    if not ask.remind or not ask.due_on or not ask.next_reminder_at or not today:
        return _("Written down. We won’t remind you about this one.")
    if ask.due_on == today:
        return _("Written down. If no answer comes, we will remind you today.")
    words = _("Written down. If no answer comes, we will remind you on %(day)s.")
    return words % {"day": day(ask.due_on, today)}


def _ask_words(ask: Ask, reading: Reading, voice: Voice, *, settled: bool) -> str:
    """'Settled. Jane leads the safety plan.'; an agreement that fills no chair yet says what is missing.

    ``settled``: the answer opened nothing that is open still, so that the word is true.
    """
    if ask.state == Ask.State.DECLINED:
        if ask.member:
            return _("Written down. %(name)s said no.") % {"name": ask.member.name}
        return _("Written down. They said no.")
    flag = ask.flag
    if flag and flag.settled_at and ask.answered_at and flag.settled_at >= ask.answered_at:
        return _settled(ask, reading, voice, settled=settled)
    answered = _("Written down. They answered.")
    if flag and flag.state in Flag.UNDECIDED:
        return f"{answered} {stays(finding_of(flag), Scene.of(reading.room, reading.catalogue))}"
    return answered


def _settled(ask: Ask, reading: Reading, voice: Voice, *, settled: bool) -> str:
    """By this answer: what settled long before it was no news."""
    if ask.flag and ask.flag.state == Flag.State.SORTED:
        return _flag_words(ask.flag, reading, voice)
    lead = _lead_words(ask, reading, voice, settled=settled)
    return lead or (_("Settled.") if settled else _("Written down."))


def _lead_words(ask: Ask, reading: Reading, voice: Voice, *, settled: bool) -> str:
    """What the person asked and the need have come to; '' when the question is about no lead."""
    row = next((row for row in reading.coverage.rows if ask.need and row.need == ask.need.slug), None)
    if row is None or ask.member is None or ask.need is None:
        return ""
    if ask.member.pk in row.leads:
        leads = _("Written down. %(name)s leads %(need)s.")
        if settled:
            leads = _("Settled. %(name)s leads %(need)s.")
        return filled(leads, {"name": ask.member.name, "need": ask.need.noun})
    kind = reading.room.agreement(ask.member.pk, ask.need.slug)
    if kind == Agreement.Kind.AGREED:
        return _yes_words(ask.member, ask.need.noun, row, reading, voice)
    return _no_words(ask.member, row, reading, voice) if kind == Agreement.Kind.DECLINED else ""


def _no_words(member: Member, row: NeedRow, reading: Reading, voice: Voice) -> str:
    """A no ends the question to this person and fills no chair: what the table says comes next."""
    said = _("Written down.")
    if row.why is not RowWhy.SAID_NO:
        said = _("Written down. %(name)s said no.") % {"name": member.name}
    return f"{said} {say_row(row, names_in(reading.room), voice)}"


def _tells_what_lacks(row: NeedRow, member: int) -> bool:
    """Does the sentence of the table name this person, and what their yes still waits for?"""
    if row.why in (RowWhy.SUPERVISOR_OPEN, RowWhy.TRAINING_OPEN, RowWhy.ROLE_OPEN):
        return row.whom == member
    return row.why is not RowWhy.SAID_YES and member in row.named


def _yes_words(member: Member, noun: str, row: NeedRow, reading: Reading, voice: Voice) -> str:
    """A yes that fills no chair yet: as the table has it, where that names the person and what lacks."""
    if _tells_what_lacks(row, member.pk):
        return " ".join((_("Written down."), say_row(row, names_in(reading.room), voice)))
    yes = _("Written down. %(name)s said yes to %(need)s.")
    if not row.has_lead:
        yes = _("Written down. %(name)s said yes to %(need)s. The table shows no lead for it yet.")
    return filled(yes, {"name": member.name, "need": noun})
