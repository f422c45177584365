"""The words of ``everyone_said_no``. A no is an answer; who pays is nobody's question here."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import CRISIS_LINE, Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import owner


def everyone_said_no(finding: Finding, scene: Scene, voice: Voice) -> Words:
    named = {"need": scene.need(finding.need).noun, "of_child": owner(scene.child)}
    return Words(
        title=_("Ask the agency in writing who can be the lead for %(need)s") % named,
        why=" ".join(_why(finding, scene, voice)),
        say=_("Who else can be %(of_child)s lead for %(need)s, and from when?") % named,
        clear_answer=_("A name and a start date, in writing."),
        if_not=_if_not(finding, scene),
    )


def _why(finding: Finding, scene: Scene, voice: Voice) -> list[str]:
    declined, helpers = finding.params["declined"], finding.params["helpers"]
    assert isinstance(declined, list)
    assert isinstance(helpers, list)
    can_help = _("%(names)s can still help with a part of this.")
    return [
        _("%(names)s said no.") % {"names": scene.listed(declined)},
        *voice.only_warm(_("That is okay, and it is a clear answer.")),
        _("So no one here is left to ask. The agency can tell who else there is."),
        *([can_help % {"names": scene.listed(helpers)}] if helpers else []),
    ]


def _if_not(finding: Finding, scene: Scene) -> str:
    """Our own words: what a need says for this may name a payer."""
    if finding.why == "medicine":
        left = _("Your child’s doctor can help. Don’t stop a medicine before you talk to one.")
    elif finding.why == "doctor":
        left = _("Your child’s doctor can help.")
    else:
        left = _("Ask for the reason in writing. Ask too which other agency could help.")
    if not scene.need(finding.need).safety:
        return left
    return f"{left} " + _("If it can’t wait, call or text %(line)s.") % {"line": CRISIS_LINE}
