"""The words of ``gap``, ``helpers_no_lead`` and ``no_prescriber``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, is_many, owner


def gap(finding: Finding, scene: Scene, voice: Voice) -> Words:
    need = scene.need(finding.need)
    return Words(
        title=_no_lead_yet(need.noun),
        why=_looked_at(finding, scene, voice),
        say=scene.said(need.asks),
        clear_answer=scene.said(need.clear_answer),
        if_not=scene.if_not(need),
    )


def _no_lead_yet(noun: str) -> str:
    title = _("%(need)s have no lead yet") if is_many(noun) else _("%(need)s has no lead yet")
    return title % {"need": capital(noun)}


def _looked_at(finding: Finding, scene: Scene, voice: Voice) -> str:
    told = voice.by_reader(
        _("You told us this matters for %(child)s. We looked at every role on the team."),
        _("%(parent)s told us this matters for %(child)s. We looked at every role on the team."),
    ) % {"child": scene.child, "parent": voice.parent}
    no, nobody = finding.params["declined"], _("No one leads it right now.")
    if not isinstance(no, list) or not no:
        return f"{told} {nobody}"
    return " ".join((told, _("%(names)s said no.") % {"names": scene.listed(no)}, nobody))


def helpers_no_lead(finding: Finding, scene: Scene, voice: Voice) -> Words:
    need, helpers = scene.need(finding.need), finding.params["helpers"]
    assert isinstance(helpers, list)
    title = _has_helpers(need.noun)
    why = _("%(names)s can help with a part of this. To lead it takes a role that covers all of it.")
    why %= {"names": scene.listed(helpers)}
    if finding.why != "plan":
        return Words(
            title=title,
            why=why,
            say=scene.said(need.asks),
            clear_answer=scene.said(need.clear_answer),
            if_not=scene.if_not(need),
        )
    return Words(
        title=title,
        why=f"{why} " + _("That person also keeps the plan up to date."),
        say=_("Who is %(of_child)s lead for %(need)s? Who do I call when it isn’t working?")
        % {"of_child": owner(scene.child), "need": need.noun},
        clear_answer=_("A name, the steps, and a number for after hours."),
        if_not=_("Call 988 or your county crisis line for help with a plan for now."),
    )


def _has_helpers(noun: str) -> str:
    many, one = _("%(need)s have helpers, but no lead"), _("%(need)s has helpers, but no lead")
    return (many if is_many(noun) else one) % {"need": capital(noun)}


def no_prescriber(finding: Finding, scene: Scene, voice: Voice) -> Words:
    if finding.why != "whole":
        return _takes_a_doctor(finding, scene, voice)
    need = scene.need(finding.need)
    named = {"child": scene.child, "need": need.noun, "parent": voice.parent}
    help_for_now = _("Your child’s doctor can help. Don’t stop a medicine before you talk to one.")
    return Words(
        title=_("No one on the team can prescribe medicine"),
        why=voice.by_reader(
            _(
                "You told us medicine matters for %(child)s. "
                "A doctor or nurse practitioner needs to check it."
            ),
            _(
                "%(parent)s told us medicine matters for %(child)s. "
                "A doctor or nurse practitioner needs to check it."
            ),
        )
        % named,
        say=_("Who checks %(child)s’s medicine? When is the next visit?") % named,
        clear_answer=_("A name and a date."),
        if_not=scene.if_not(need, help_for_now),
    )


def _takes_a_doctor(finding: Finding, scene: Scene, voice: Voice) -> Words:
    """Medicine is a part of the need: nobody told us that the child takes any."""
    need = scene.need(finding.need)
    one, many = _("%(need)s needs a doctor, too"), _("%(need)s need a doctor, too")
    why = voice.by_reader(
        _(
            "You picked %(need)s for %(child)s. "
            "A doctor or nurse practitioner has to look at the body and health, too. "
            "No one on the team can do that part."
        ),
        _(
            "%(parent)s picked %(need)s for %(child)s. "
            "A doctor or nurse practitioner has to look at the body and health, too. "
            "No one on the team can do that part."
        ),
    ) % {"child": scene.child, "need": need.noun, "parent": voice.parent}
    return Words(
        title=(many if is_many(need.noun) else one) % {"need": capital(need.noun)},
        why=" ".join(filter(None, (why, _who_leads_the_rest(finding, scene)))),
        say=scene.said(need.asks),
        clear_answer=scene.said(need.clear_answer),
        if_not=scene.if_not(need),
    )


def _who_leads_the_rest(finding: Finding, scene: Scene) -> str:
    rest = finding.params.get("rest")
    if not isinstance(rest, list) or not rest:
        return ""
    return _("%(names)s could lead the rest.") % {"names": scene.listed(rest)}
