"""The words of ``outside_training``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, closed, is_many, owner

ROOM_FOR_CANS = 14
"""Words two "can" phrases may have together before the sentence gets long."""


def outside_training(finding: Finding, scene: Scene, voice: Voice) -> Words:
    name, need = scene.name(finding.member), scene.need(finding.need)
    named = {"name": name, "need": need.noun}
    if finding.why == "plan":
        asked = _("The plan lists %(name)s for %(need)s.") % named
    else:
        asked = _("%(name)s said yes to leading %(need)s.") % named
    part = ""
    if _is_a_part(finding, scene):
        part = _("That part is %(noun)s.") % {"noun": scene.capability(finding.params["capability"]).noun}
    takes = _("To lead this takes someone with training for that part.")
    return Words(
        title=_title(finding, scene),
        why=" ".join(filter(None, (asked, part, _can(finding, scene), takes))),
        brings=scene.brings(finding),
        say=_say(finding, scene),
        clear_answer=_("A name, and how %(name)s will still be part of it.") % named,
        if_not=scene.if_not(need, _("Ask the supervisor to change the plan.")),
    )


def _is_a_part(finding: Finding, scene: Scene) -> bool:
    """Is the rest of the need not outside, and the part called something else than the need?"""
    noun = scene.capability(finding.params["capability"]).noun
    return bool(finding.params.get("part")) and scene.need(finding.need).noun not in noun


def _title(finding: Finding, scene: Scene) -> str:
    """What is outside; where it is only a part of the need, of which need."""
    if not _is_a_part(finding, scene):
        return outside_what(finding, scene)
    if finding.params["ground"] == "scope":
        title = _("A part of %(need)s is outside %(whose)s role")
    else:
        title = _("A part of %(need)s is outside %(whose)s training")
    whose = owner(scene.a_role(finding.member, finding.params["role"]))
    return title % {"need": scene.need(finding.need).noun, "whose": whose}


def outside_what(finding: Finding, scene: Scene) -> str:
    """'Family therapy is outside a QMHA’s training', or '… role' where a profession leaves it to others."""
    noun = scene.capability(finding.params["capability"]).noun
    if finding.params["ground"] == "scope":
        title = (
            _("%(noun)s are outside %(whose)s role")
            if is_many(noun)
            else _("%(noun)s is outside %(whose)s role")
        )
    elif is_many(noun):
        title = _("%(noun)s are outside %(whose)s training")
    else:
        title = _("%(noun)s is outside %(whose)s training")
    whose = owner(scene.a_role(finding.member, finding.params["role"]))
    return title % {"noun": capital(noun), "whose": whose}


def _say(finding: Finding, scene: Scene) -> str:
    others = finding.params["others"]
    named = {
        "name": scene.name(finding.member),
        "need": scene.need(finding.need).noun,
        "child": scene.child,
    }
    if isinstance(others, list) and others:
        ask = _("Could you be the lead for %(need)s? Could %(name)s help us practice in between?")
        return ask % named
    value = _("We value the time %(name)s gives %(child)s. Who could be the lead for %(need)s?") % named
    return f"{value} " + closed(_("Then it is not all on %(name)s") % named)


def _can(finding: Finding, scene: Scene) -> str:
    """'A QMHA can teach daily-living skills and coordinate care.', '' when we know nothing to name.

    What the role leads comes last: the next sentence says who is to lead this.
    """
    slugs = finding.params["can"]
    cans = [scene.capability(slug).can for slug in slugs] if isinstance(slugs, list) else []
    cans = sorted(cans, key=lambda can: can.startswith("lead "))[:2]
    if sum(len(can.split()) for can in cans) > ROOM_FOR_CANS:
        cans = cans[:1]
    named = {"role": capital(scene.a_role(finding.member, finding.params["role"]))}
    if len(cans) == 2:
        return _("%(role)s can %(one)s and %(other)s.") % (named | {"one": cans[0], "other": cans[1]})
    return _("%(role)s can %(one)s.") % (named | {"one": cans[0]}) if cans else ""
