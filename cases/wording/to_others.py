"""The question of a finding for somebody it was not written for: nobody is asked "you" in another's place."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import TABLE, Finding
from cases.mismatch.rules import Fact
from cases.wording.scene import Scene
from web.english import owner


def to_others(finding: Finding, scene: Scene) -> str:
    """With the need in it where there is one; '' where the words are for anybody as they are.

    Where it is open if a need is in somebody's role, it is their role that is asked about.
    """
    if finding.member is None:
        return ""
    named = {"whose": owner(scene.name(finding.member)), "of_child": owner(scene.child)}
    if Fact.SCOPE in TABLE[finding.rule].settled_by:
        ask = _("Is it in %(whose)s role to lead %(need)s? If not, who could?")
        return ask % (named | {"need": scene.need(finding.need).noun})
    if finding.need:
        return scene.said(scene.need(finding.need).asks)
    if TABLE[finding.rule].of_the_role:
        return _("Who supervises %(whose)s work on %(of_child)s team? Could I have their number?") % named
    return _("What is %(whose)s role on %(of_child)s team? What training or license goes with it?") % named
