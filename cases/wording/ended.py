"""What ended a question that nobody answered."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.ended import Ended, another_role, who_left
from cases.wording.scene import Scene
from cases.wording.voice import Voice, speaking
from web.english import capital, owner


def how_it_ended(ended: str, finding: Finding, scene: Scene, voice: Voice) -> str:
    """'Dana left the team. This needs no answer any more.'; '' when who or what was gone is back."""
    with speaking(voice):
        if ended == Ended.NEED and finding.need not in scene.room.needs:
            named = {"need": capital(scene.need(finding.need).noun)}
            return _("%(need)s is not on the list any more. This needs no answer.") % named
        gone = who_left(finding, scene.room)
        if ended == Ended.LEFT and gone:
            return _("%(names)s left the team. This needs no answer any more.") % {
                "names": scene.listed(gone)
            }
        if ended == Ended.STATE:
            return _("The state has changed. This needs no answer any more.")
        if ended == Ended.ROLE and another_role(finding, scene.room):
            told = _("%(whose)s letters have changed. This needs no answer any more.")
            return told % {"whose": owner(scene.name(finding.member))}
        return ""
