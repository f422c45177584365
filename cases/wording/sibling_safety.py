"""The words of ``sibling_safety``: about a plan for the night, and no child is blamed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.sibling_safety import AGAIN
from cases.wording.scene import CRISIS_LINE, Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import listed


def sibling_safety(finding: Finding, scene: Scene, voice: Voice) -> Words:
    return Words(
        title=_("Ask how every child at home is safe tonight"),
        why=" ".join(
            [_picked(finding, scene, voice), *voice.only_warm(_("No one is to blame.")), _plan(scene)]
        ),
        say=_say(finding),
        clear_answer=_("Where each child sleeps, who stays near, and a number for the night."),
        if_not=_(
            "Until someone answers, keep a grown-up near. In danger, call 911. "
            "If it can’t wait, call or text %(line)s."
        )
        % {"line": CRISIS_LINE},
    )


def _say(finding: Finding) -> str:
    """Other words where somebody was asked before: they may be the next ones to read them, too."""
    if finding.why == AGAIN:
        return _(
            "I asked about a safety plan for tonight, and we have none yet. "
            "Who can help us make one today? Who do we call tonight?"
        )
    return _(
        "What is our safety plan for tonight? "
        "Where does each child sleep, who stays near, and who do we call?"
    )


def _picked(finding: Finding, scene: Scene, voice: Voice) -> str:
    risks = finding.params["risks"]
    assert isinstance(risks, list)
    nouns = [scene.need(slug).noun for slug in (*risks, finding.need)]
    picked = voice.by_reader(_("You picked %(needs)s."), _("%(parent)s picked %(needs)s."))
    return picked % {"needs": listed(nouns), "parent": voice.parent}


def _plan(scene: Scene) -> str:
    return _("A plan for the night keeps every child safe, and %(child)s too.") % {"child": scene.child}
