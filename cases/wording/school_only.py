"""The words of ``school_only``: a school's help is good, and it stops where school does."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import owner


def school_only(finding: Finding, scene: Scene, voice: Voice) -> Words:
    named = {"of_child": owner(scene.child)}
    return Words(
        title=_title(finding) % named,
        why=" ".join(_why(finding, scene, voice)),
        say=_(
            "Who could lead care for %(of_child)s mental health outside school? Who can refer us? "
            "What is the plan at school?"
        )
        % named,
        clear_answer=_("A name outside school, who refers us, and the plan at school on paper."),
        if_not=_("Ask your child’s doctor or a clinic for a name outside school."),
    )


def _title(finding: Finding) -> str:
    """Who leads, or else who could, or might where no role is known to fit: others may help all the same."""
    if finding.params["leads"]:
        return _("So far, everyone who leads care for %(of_child)s mental health works at school")
    if not finding.params.get("known", True):  # a row may be from before that
        return _("So far, everyone who might lead care for %(of_child)s mental health works at school")
    return _("So far, everyone who could lead care for %(of_child)s mental health works at school")


def _why(finding: Finding, scene: Scene, voice: Voice) -> list[str]:
    people = finding.params["helpers"]
    assert isinstance(people, list)
    belong = (
        _("The role of %(names)s is part of a school.")
        if len(people) == 1
        else _("The roles of %(names)s are part of a school.")
    )
    outside = finding.params.get("outside", [])
    assert isinstance(outside, list)
    help_too = _("%(names)s can help with a part. A lead outside school is still open.")
    return [
        belong % {"names": scene.listed(people)},
        *voice.only_warm(_("That is good to have, for school knows a child’s day.")),
        *([help_too % {"names": scene.listed(outside)}] if outside else []),
        _("School help can stop in summer, or with a change of school. Care outside goes on."),
    ]
