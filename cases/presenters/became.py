"""What became of a flag, in one sentence: who decided what about it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from django.utils.translation import gettext as _

from cases.mismatch.ended import still_settled
from cases.models import Flag
from cases.presenters.words import day
from cases.reader import Reading
from cases.reconcile import finding_of
from cases.wording import Scene, Voice
from cases.wording.ended import how_it_ended


@dataclass(frozen=True, slots=True)
class Since:
    """How it stands by now. ``led_to``: what the answer that settled it opened, and is open still, in a
    sentence; ``holds``: what settled it is still so."""

    led_to: str = ""
    holds: bool = True


NOTHING_SINCE = Since()


def what_became(
    flag: Flag, scene: Scene, voice: Voice, *, now: datetime, zone: tzinfo, since: Since = NOTHING_SINCE
) -> str:
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
        return ended or _sorted_out(flag, voice, since, flag.settled_at.astimezone(zone).date(), today)
    if flag.state == Flag.State.DIFFERENT:
        return voice.by_reader(_("You see it differently."), _("%(parent)s sees it differently.")) % named
    if flag.state == Flag.State.ASKED:
        return _asked(flag, scene, voice) % named
    return ""


def look_again(flag: Flag, reading: Reading, *, led_to: str = "") -> Since:
    """Is what settled by itself still so? The room may have changed."""
    by_itself = flag.state == Flag.State.SETTLED and not (flag.ended or led_to)
    if not by_itself or _said_no(flag, Scene.of(reading.room, reading.catalogue)):
        return Since(led_to)
    return Since(led_to, still_settled(finding_of(flag), reading.room, reading.coverage))


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


def _sorted_out(flag: Flag, voice: Voice, since: Since, on: date, today: date) -> str:
    """What the parent said stays said; what settled by itself and led on is answered, and no more."""
    if not since.led_to:
        return _settled(flag, voice, since, on, today)
    told = _("Answered today.") if on == today else _("Answered on %(day)s.") % {"day": day(on, today)}
    if flag.state == Flag.State.SORTED:
        told = _settled(flag, voice, since, on, today)
    return f"{told} {since.led_to}"


def _settled(flag: Flag, voice: Voice, since: Since, on: date, today: date) -> str:
    named = {"parent": voice.parent, "day": day(on, today)}
    if flag.state == Flag.State.SETTLED:
        told = (_("Settled today.") if on == today else _("Settled on %(day)s.")) % named
        return told if since.holds else f"{told} " + _("What it rests on has changed since.")
    if on == today:
        return (
            voice.by_reader(_("You said it is sorted today."), _("%(parent)s said it is sorted today."))
            % named
        )
    return (
        voice.by_reader(_("You said it is sorted on %(day)s."), _("%(parent)s said it is sorted on %(day)s."))
        % named
    )
