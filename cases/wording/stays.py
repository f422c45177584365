"""What a flag still waits for once somebody answered, and the facts of its rule leave it open."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import Finding
from cases.mismatch.rules import Fact
from cases.wording.scene import Scene
from web.english import filled, owner

UNTIL: dict[Fact, str] = {
    Fact.SUPERVISOR: gettext_noop("This stays on the list until there is a name for %(whose)s supervisor."),
    Fact.LETTERS: gettext_noop("This stays on the list until %(whose)s letters or job title are clear."),
    Fact.ROLE: gettext_noop("This stays on the list until it is clear which role %(name)s has."),
    Fact.BELIEF: gettext_noop("This stays on the list until you write down what you think %(name)s is now."),
    Fact.REGISTER: gettext_noop("This stays on the list until you have looked the letters up."),
    Fact.TRAINING: gettext_noop("This stays on the list until you have seen a certificate."),
    Fact.SCOPE: gettext_noop("This stays on the list until %(name)s says if it is in the role."),
}
"""What would settle it, beside a lead."""


def stays(finding: Finding, scene: Scene) -> str:
    """One sentence on what is missing, never on who. An empty chair waits for whoever leads it."""
    traits = finding.rule.traits
    if traits.chair and finding.need:
        until = _("This stays on the list until you know who leads %(need)s.")
        return filled(until, {"need": scene.need(finding.need).noun})
    if not traits.settled_by:
        return _("This stays on the list until you say that it is sorted.")
    named = {"name": scene.name(finding.member), "whose": owner(scene.name(finding.member))}
    return filled(_(UNTIL[traits.settled_by[0]]), named)
