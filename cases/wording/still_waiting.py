"""The words of ``still_waiting``: about the question. Nobody is told that they did not answer."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.mismatch import Finding
from cases.wording.names import by_name
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import owner


def still_waiting(finding: Finding, scene: Scene, voice: Voice) -> Words:
    return _unclear(finding, scene) if finding.why == "unclear" else _late(finding, scene, voice)


def _whom(finding: Finding, scene: Scene) -> str:
    """So that two of these are told apart; '' when nobody was named."""
    kept = str(finding.params["whom"])
    return scene.name(finding.member) or (by_name(kept) if kept else "")


def _late(finding: Finding, scene: Scene, voice: Voice) -> Words:
    nudge = _("A kind nudge is okay. So is asking someone else.")
    return Words(
        title=_how_long(finding, scene, voice),
        why=" ".join([*voice.only_warm(_("People get busy.")), nudge]),
        brings=scene.brings(finding),
        say=_checking_back(finding, scene),
        clear_answer=_("A date."),
        if_not=_("Ask the supervisor or the agency."),
    )


def _how_long(finding: Finding, scene: Scene, voice: Voice) -> str:
    days, whom = int(str(finding.params["days"])), _whom(finding, scene)
    if not whom:
        title = ngettext(
            "A question still waits. It has been %(days)s day.",
            "A question still waits. It has been %(days)s days.",
            days,
        )
    elif voice.parent:
        title = ngettext(
            "%(parents)s question to %(whom)s still waits. It has been %(days)s day.",
            "%(parents)s question to %(whom)s still waits. It has been %(days)s days.",
            days,
        )
    else:
        title = ngettext(
            "Your question to %(whom)s still waits. It has been %(days)s day.",
            "Your question to %(whom)s still waits. It has been %(days)s days.",
            days,
        )
    return title % {"days": days, "whom": whom, "parents": owner(voice.parent)}


def _checking_back(finding: Finding, scene: Scene) -> str:
    if not finding.need:
        return _("I’m checking back on my question. When could I hear from you?")
    about = _("I’m checking back on my question about %(need)s. When could I hear from you?")
    return about % {"need": scene.need(finding.need).noun}


def _unclear(finding: Finding, scene: Scene) -> Words:
    whom = _whom(finding, scene)
    title = _("The answer from %(whom)s is not clear yet") % {"whom": whom}
    need = scene.need(finding.need) if finding.need else None
    return Words(
        title=title if whom else _("The answer is not clear yet"),
        why=_("That happens. You can ask again in shorter words. You can also ask someone else."),
        brings=scene.brings(finding),
        say=_coming_back(finding, scene),
        clear_answer=scene.said(need.clear_answer) if need else _("A yes or a no, or a date."),
        if_not=_("Ask the supervisor or the agency."),
    )


def _coming_back(finding: Finding, scene: Scene) -> str:
    if not finding.need:
        return _(
            "I’m coming back to my question. The answer is not clear to me yet. "
            "Could you say it in other words?"
        )
    about = _(
        "I’m coming back to my question about %(need)s. The answer is not clear to me yet. "
        "Could you say it in other words?"
    )
    return about % {"need": scene.need(finding.need).noun}
