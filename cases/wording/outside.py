"""The words of ``outside_training``."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import Finding
from cases.mismatch.outside import FREE, SHARE
from cases.wording.scene import Scene
from cases.wording.seen_as import belief_of, seen_as
from cases.wording.voice import Voice
from cases.wording.words import Words
from roles.catalogue import Ground
from web.english import capital, closed, curly, inside, is_many, owner, shortened

ROOM_FOR_CANS = 14
"""Words two "can" phrases may have together before the sentence gets long."""


def outside_training(finding: Finding, scene: Scene, voice: Voice) -> Words:
    name, need = scene.name(finding.member), scene.need(finding.need)
    named = {"name": name, "need": need.noun}
    if finding.why == "plan":
        asked = _("The plan lists %(name)s for %(need)s.") % named
    else:
        asked = _("%(name)s said yes to leading %(need)s.") % named
    takes = _("To lead %(need)s takes a role that covers all of it.") % named
    told = _believed(finding, scene, voice)
    facts = (_outside(finding, scene), still_takes(finding, scene), _can(finding, scene))
    why = (asked, told, *facts, takes, _who_else(finding, scene))
    return Words(
        title=_title(finding, scene),
        why=" ".join(filter(None, why)),
        brings=scene.brings(finding),
        say=_say(finding, scene),
        clear_answer=_("A name, and how %(name)s will still be part of it.") % named,
        if_not=scene.if_not(need, _("Ask the supervisor to change the plan.")),
    )


def _believed(finding: Finding, scene: Scene, voice: Voice) -> str:
    """What this person was taken for, where the question about that rests for this one."""
    believed = finding.params.get("believed")
    return seen_as(scene.name(finding.member), belief_of(believed), voice) if believed else ""


def still_takes(finding: Finding, scene: Scene) -> str:
    """That a certificate was seen, and why the role is still not one for it; '' without one."""
    training = finding.params.get("certified")
    if not training:
        return ""
    noun = scene.capability(finding.params["certified_for"]).noun
    still = STILL[Ground(str(finding.params["still"]))]
    return _(still) % {"training": inside(curly(shortened(str(training)))), "noun": noun}


STILL: dict[Ground, str] = {
    Ground.TRAINING: gettext_noop(
        "The certificate for “%(training)s” is real. To lead %(noun)s takes a role trained for it, too."
    ),
    Ground.SCOPE: gettext_noop(
        "The certificate for “%(training)s” is real. By the job or the law, other roles lead %(noun)s."
    ),
    Ground.LICENCE: gettext_noop(
        "The certificate for “%(training)s” is real. To lead %(noun)s takes a license, too."
    ),
}


def _beyond(finding: Finding, scene: Scene) -> list[str]:
    """What is outside, each part by name."""
    slugs = finding.params.get("beyond") or [finding.params["capability"]]
    return [scene.capability(slug).noun for slug in slugs] if isinstance(slugs, list) else []


def _is_a_part(finding: Finding, scene: Scene) -> bool:
    """Is the rest of the need not outside, and the part called something else than the need?"""
    noun = scene.capability(finding.params["capability"]).noun
    return bool(finding.params.get("part")) and scene.need(finding.need).noun != noun


def _outside(finding: Finding, scene: Scene) -> str:
    """Which parts of the need a title without their names means; '' where the title names it."""
    if not _is_a_part(finding, scene):
        return ""
    first, *more = _beyond(finding, scene)
    if not more:
        return _("The part outside is %(noun)s.") % {"noun": first}
    told = [_("One part outside is %(noun)s.") % {"noun": first}]
    return " ".join([*told, *(_("Another is %(noun)s.") % {"noun": noun} for noun in more)])


def _title(finding: Finding, scene: Scene) -> str:
    """What is outside; where it is only a part of the need, of which need."""
    if not _is_a_part(finding, scene):
        return outside_what(finding, scene)
    several, scope = len(_beyond(finding, scene)) > 1, finding.params["ground"] == "scope"
    if scope:
        one, many = (
            _("A part of %(need)s is outside %(whose)s role"),
            _("Parts of %(need)s are outside %(whose)s role"),
        )
    else:
        one, many = (
            _("A part of %(need)s is outside %(whose)s training"),
            _("Parts of %(need)s are outside %(whose)s training"),
        )
    title = many if several else one
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
    named = {
        "name": scene.name(finding.member),
        "need": scene.need(finding.need).noun,
        "child": scene.child,
    }
    if finding.params["others"]:
        ask = ASKS.get(str(finding.params.get("how", "")), ASKS[""])
        return _(ask) % named
    value = _("We value the time %(name)s gives %(child)s. Who could be the lead for %(need)s?") % named
    return f"{value} " + closed(_("Then it is not all on %(name)s") % named)


ASKS: dict[str, str] = {
    "": gettext_noop("Could you be the lead for %(need)s? Could %(name)s help us practice in between?"),
    SHARE: gettext_noop(
        "Could you be the lead for a part of %(need)s? Who could do the rest for %(child)s? "
        "Could %(name)s help us practice in between?"
    ),
    "agreed": gettext_noop(
        "You said yes to %(need)s. Is all of it in your role? Could %(name)s help us practice in between?"
    ),
    "plan": gettext_noop(
        "The plan lists you for %(need)s. Is all of it in your role? "
        "Could %(name)s help us practice in between?"
    ),
    FREE: gettext_noop(
        "Could you be the lead for %(need)s, if it is in your role? If not, who could? "
        "Could %(name)s help us practice in between?"
    ),
}
"""What to say to whom it is for, by how far their role is known to reach."""


def _who_else(finding: Finding, scene: Scene) -> str:
    """Who agreed, is planned or may fit, and what is open about it; '' for who could lead, or for nobody."""
    others, how = finding.params["others"], str(finding.params.get("how", ""))
    if not isinstance(others, list) or not others or how not in OPEN:
        return ""
    name = scene.name(others[0])
    return _(OPEN[how]) % {"other": name, "whose": owner(name)}


OPEN: dict[str, str] = {
    SHARE: gettext_noop("%(whose)s role covers a part of it."),
    "agreed": gettext_noop("%(other)s said yes to it. It is not known yet if that role covers all of it."),
    "plan": gettext_noop(
        "The plan lists %(other)s as well. It is not known yet if that role covers all of it."
    ),
    FREE: gettext_noop("It is not known yet if %(whose)s role covers all of it."),
}


def _can(finding: Finding, scene: Scene) -> str:
    """'A QMHA can bring a trauma-informed approach, and can coordinate care.', '' where nothing is known."""
    slugs = finding.params["can"]
    cans = [scene.capability(slug).can for slug in slugs] if isinstance(slugs, list) else []
    if sum(len(can.split()) for can in cans[:2]) > ROOM_FOR_CANS:
        cans = cans[1:2]
    named = {"role": capital(scene.a_role(finding.member, finding.params["role"]))}
    if len(cans) > 1:
        return _("%(role)s can %(one)s, and can %(other)s.") % (named | {"one": cans[0], "other": cans[1]})
    return _("%(role)s can %(one)s.") % (named | {"one": cans[0]}) if cans else ""
