"""The words of ``one_person_many``: about the load of one chair, never about who sits in it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import owner


def one_person_many(finding: Finding, scene: Scene, voice: Voice) -> Words:
    named = {
        "count": finding.params["count"],
        "all": finding.params["of"],
        "name": scene.name(finding.member),
        "child": scene.child,
        "of_child": owner(scene.child),
    }
    every = finding.params["count"] == finding.params["of"]
    rest, some = (
        _("All %(count)s of %(of_child)s needs rest on one role"),
        _("%(count)s of %(of_child)s %(all)s needs rest on one role"),
    )
    return Words(
        title=(rest if every else some) % named,
        why=" ".join(filter(None, (*_why(voice, named), _others(finding, scene)))),
        brings=scene.brings(finding),
        say=_("Who steps in for %(child)s when you are away? Is this too much for one role?") % named,
        clear_answer=_("A name to step in, and which needs someone else could lead."),
        if_not=_("Ask the agency who steps in, and who could share the load."),
    )


def _why(voice: Voice, named: Mapping[str, object]) -> list[str]:
    """What is so, what is kind to say, and why it is worth a question."""
    trust = voice.only_warm(_("It says a lot about the trust in this team."))
    return [
        _("%(name)s leads them all.") % named,
        *trust,
        _("It is a lot for any one role. With a plan for sick days, care does not stop."),
    ]


def _others(finding: Finding, scene: Scene) -> str:
    helpers = finding.params["helpers"]
    if not isinstance(helpers, list) or not helpers:
        return ""
    fits = (
        _("The role of %(names)s fits some of this too.")
        if len(helpers) == 1
        else _("The roles of %(names)s fit some of this too.")
    )
    return fits % {"names": scene.listed(helpers)}
