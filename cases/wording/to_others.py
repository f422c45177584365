"""The question of a finding for somebody it was not written for: nobody is asked "you" in another's place."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import TABLE, Finding
from cases.wording.scene import Scene
from web.english import owner


def to_others(finding: Finding, scene: Scene) -> str:
    """With the need in it where there is one; '' where the words are for anybody as they are."""
    if finding.member is None:
        return ""
    if finding.need:
        return scene.said(scene.need(finding.need).asks)
    named = {"whose": owner(scene.name(finding.member)), "of_child": owner(scene.child)}
    if TABLE[finding.rule].of_the_role:
        return _("Who supervises %(whose)s work on %(of_child)s team? Could I have their number?") % named
    return _("What is %(whose)s role on %(of_child)s team? What training or license goes with it?") % named
