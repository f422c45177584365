"""The words of ``no_supervisor`` and ``license_on_the_way``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, owner


def no_supervisor(finding: Finding, scene: Scene, voice: Voice) -> Words:
    name = scene.name(finding.member)
    return Words(
        title=_("We don’t have the name of %(whose)s supervisor") % {"whose": owner(name)},
        why=_why(finding, scene, voice),
        brings=scene.brings(finding),
        say=_("Who is your supervisor? Could I have their number?"),
        clear_answer=_("A name and a way to reach them."),
        if_not=without_a_name(finding, scene),
    )


def _why(finding: Finding, scene: Scene, voice: Voice) -> str:
    role = capital(scene.a_role(finding.member, finding.params["role"]))
    under = _("%(role)s works under someone. That person can change the plan when it isn’t working.")
    parts = (alone(finding, scene, voice), under % {"role": role}, chair_it_fills(finding, scene))
    return " ".join(filter(None, parts))


def alone(finding: Finding, scene: Scene, voice: Voice) -> str:
    """What the parent told, '' when they did not say that this person works alone."""
    if finding.why != "alone":
        return ""
    told = voice.by_reader(
        _("You told us %(name)s works alone."), _("%(parent)s told us %(name)s works alone.")
    )
    return told % {"name": scene.name(finding.member), "parent": voice.parent}


def chair_it_fills(finding: Finding, scene: Scene) -> str:
    """The need that only waits for the name, '' when none does."""
    waits = finding.params["waits"]
    if not isinstance(waits, list) or not waits:
        return ""
    fills = _("%(name)s agreed to be the lead for %(need)s. The name would fill that chair.")
    return fills % {"name": scene.name(finding.member), "need": scene.need(waits[0]).noun}


def without_a_name(finding: Finding, scene: Scene) -> str:
    instead, safety = _("Ask the agency for the program manager."), finding.params["safety"]
    return scene.if_not(scene.need(safety[0]), instead) if isinstance(safety, list) and safety else instead


def license_on_the_way(finding: Finding, scene: Scene, voice: Voice) -> Words:
    letters = {"letters": capital(scene.letters(finding.member, finding.params["role"]))}
    why = [_("%(letters)s means a finished degree, and work with a licensed supervisor.") % letters]
    return Words(
        title=_("%(letters)s means a license is on the way") % letters,
        why=" ".join(why + voice.only_warm(_("This is a normal step."))),
        brings=scene.brings(finding),
        say=_("Who supervises your work with %(child)s? How often do you talk?") % {"child": scene.child},
        clear_answer=_("A name, and about how often."),
        if_not=_("Ask the front desk who supervises the work."),
    )
