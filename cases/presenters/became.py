"""What became of a flag, in one sentence: who decided what about it, and when."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from django.utils.translation import gettext as _

from cases.mismatch.ended import still_settled
from cases.models import Flag
from cases.presenters.words import day
from cases.reader import Reading
from cases.reconcile import finding_of
from cases.wording import Scene, Voice
from cases.wording.ended import how_it_ended


def what_became(flag: Flag, scene: Scene, voice: Voice, *, now: datetime, zone: tzinfo) -> str:
    """What became of it, in one sentence; '' while it is new."""
    today = now.astimezone(zone).date()
    named = {"parent": voice.parent}
    if flag.state == Flag.State.PUT_OFF and flag.returns_at:
        back = day(flag.returns_at.astimezone(zone).date(), today)
        return _("Not now. It comes back on %(day)s.") % {"day": back}
    if flag.settled_at and flag.state in (Flag.State.SETTLED, Flag.State.SORTED):
        if _said_no(flag, scene):
            return _("%(name)s said no.") % {"name": scene.name(flag.member_id)}
        ended = how_it_ended(flag.ended, finding_of(flag), scene, voice)
        return ended or _sorted_out(flag, voice, flag.settled_at.astimezone(zone).date(), today)
    if flag.state == Flag.State.DIFFERENT:
        return voice.by_reader(_("You see it differently."), _("%(parent)s sees it differently.")) % named
    if flag.state == Flag.State.ASKED:
        return _asked(flag, scene, voice) % named
    return ""


def look_again(flags: list[Flag], reading: Reading) -> list[Flag]:
    """The same, each that settled by itself told if it still is (``holds``): the room may have changed."""
    scene = Scene.of(reading.room, reading.catalogue)
    for flag in flags:
        by_itself = flag.state == Flag.State.SETTLED and not (flag.ended or flag.led_to)
        if by_itself and not _said_no(flag, scene):
            flag.holds = still_settled(finding_of(flag), reading.room, reading.coverage)
    return flags


def _said_no(flag: Flag, scene: Scene) -> bool:
    """A no ends the question to this person, and settles no chair."""
    if flag.state != Flag.State.SETTLED or flag.need is None or flag.member_id is None:
        return False
    return scene.room.agreement(flag.member_id, flag.need.slug) == "declined"


def _asked(flag: Flag, scene: Scene, voice: Voice) -> str:
    """Words that came back and are not clear yet are an answer, too."""
    theirs = [ask for ask in scene.room.asks if flag.pk and ask.flag == flag.pk]
    if theirs and all(ask.unclear for ask in theirs):
        return voice.by_reader(
            _("You asked. The answer is not clear yet."), _("%(parent)s asked. The answer is not clear yet.")
        )
    return voice.by_reader(_("You asked. No answer yet."), _("%(parent)s asked. No answer yet."))


def _sorted_out(flag: Flag, voice: Voice, on: date, today: date) -> str:
    """What the parent said stays said; what settled by itself and led on is answered, and no more."""
    if not flag.led_to:
        return _settled(flag, voice, on, today)
    told = _("Answered today.") if on == today else _("Answered on %(day)s.") % {"day": day(on, today)}
    if flag.state == Flag.State.SORTED:
        told = _settled(flag, voice, on, today)
    return f"{told} {flag.led_to}"


def _settled(flag: Flag, voice: Voice, on: date, today: date) -> str:
    named = {"parent": voice.parent, "day": day(on, today)}
    if flag.state == Flag.State.SETTLED:
        told = (_("Settled today.") if on == today else _("Settled on %(day)s.")) % named
        return told if flag.holds else f"{told} " + _("What it rests on has changed since.")
    if on == today:
        return (
            voice.by_reader(_("You said it is sorted today."), _("%(parent)s said it is sorted today."))
            % named
        )
    return (
        voice.by_reader(_("You said it is sorted on %(day)s."), _("%(parent)s said it is sorted on %(day)s."))
        % named
    )
