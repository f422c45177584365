"""What was asked about a flag that is open: who has answered, and how far a question who leads has come."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cases.asked import ReplyFact
from cases.mismatch import Finding
from cases.mismatch.asking import ASKED, PLANNED, UNSETTLED
from cases.wording.names import by_name
from cases.wording.scene import CRISIS_LINE, Scene
from cases.wording.voice import Voice
from web.english import listed

NO, OPEN = "no", "open"


def asked_before(finding: Finding, flag: int | None, scene: Scene, voice: Voice) -> str:
    """'Ed said no. You asked Dana, and an answer came. It is not settled yet.', '' where nobody was asked."""
    replies = [(reply, _stands(reply, scene)) for reply in _about(finding, flag, scene)]
    no = _names((r for r, stands in replies if stands == NO), scene)
    told = _names((r for r, stands in replies if stands == OPEN), scene)
    sentences = [_("%(names)s said no.") % {"names": no}] if no else []
    if told:
        sentences.append(_left_open(finding, voice) % {"names": told, "parent": voice.parent})
    if sentences and finding.rule.traits.tonight:
        line = _("If it can’t wait, call or text %(line)s.") % {"line": CRISIS_LINE}
        sentences.append(line)
    return " ".join(sentences)


def _about(finding: Finding, flag: int | None, scene: Scene) -> list[ReplyFact]:
    """On this flag; of an empty chair on any other question who leads it, too."""
    chair = finding.rule.traits.chair and finding.need
    own = (r for r in scene.room.replies if flag and r.flag == flag)
    same = (r for r in scene.room.replies if chair and r.lead and r.need == finding.need)
    return list(dict.fromkeys((*own, *same)))


def _stands(reply: ReplyFact, scene: Scene) -> str:
    """A no to leading it can be taken back, and a yes is one: what was agreed since counts."""
    if not reply.lead or reply.member is None or not reply.need:
        return NO if reply.no else OPEN
    agreed = scene.room.agreement(reply.member, reply.need)
    if agreed == "declined":
        return NO
    return "" if reply.no or agreed == "agreed" else OPEN


def _names(replies: Iterable[ReplyFact], scene: Scene) -> str:
    """Who left the team is named no more."""
    here = {member.id for member in scene.room.members}
    found = [
        by_name(r.whom) if r.member is None else scene.name(r.member)
        for r in replies
        if r.member is None or r.member in here
    ]
    return listed(list(dict.fromkeys(found)))


def _left_open(finding: Finding, voice: Voice) -> str:
    if finding.rule.traits.tonight:
        return voice.by_reader(
            _("You asked %(names)s. There is no plan for the night yet."),
            _("%(parent)s asked %(names)s. There is no plan for the night yet."),
        )
    return voice.by_reader(
        _("You asked %(names)s, and an answer came. It is not settled yet."),
        _("%(parent)s asked %(names)s, and an answer came. It is not settled yet."),
    )


def could_you(finding: Finding) -> str:
    """The question who leads, in other words to somebody who has read it already."""
    if finding.why == UNSETTLED:
        return _("I asked about %(of_child)s lead for %(need)s. Can you say yes or no? If not you, who?")
    return _("Could you be %(of_child)s lead for %(need)s? If not, who could?")


def how_far_it_came(why: str, named: dict[str, str], voice: Voice) -> tuple[str, str]:
    """The title of a role that fits, and what follows why it does."""
    if why == ASKED:
        told = named | {"parent": voice.parent}
        title = voice.by_reader(
            _("%(whose)s role fits %(need)s, and you have asked"),
            _("%(whose)s role fits %(need)s, and %(parent)s has asked"),
        )
        return title % told, _("An answer can take a few days.")
    if why == UNSETTLED:
        settled = _("%(whose)s role fits %(need)s, and it is not settled yet")
        return settled % named, _("A yes or a no is still open.")
    if why == PLANNED:
        title = _("The plan lists %(name)s for %(need)s, and no one has asked %(name)s yet") % named
        return title, _("Being on the plan is not the same as being asked.")
    title = _("%(whose)s role fits %(need)s, and no one has asked %(name)s yet") % named
    return title, _("A good fit is not the same as being asked.")
