"""The words of ``training_unproven``: about the training, never about who has it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.training_unproven import TOLD, UNDER_WAY
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, curly, listed, owner, shortened


def training_unproven(finding: Finding, scene: Scene, voice: Voice) -> Words:
    return _told(finding, scene, voice) if finding.why == TOLD else _open(finding, scene)


def _trainings(finding: Finding) -> list[str]:
    texts = finding.params["texts"]
    return [curly(shortened(str(text))) for text in texts] if isinstance(texts, list) else []


def _told(finding: Finding, scene: Scene, voice: Voice) -> Words:
    """The chair is filled, and it is good to know how the training was checked."""
    needs, trainings = finding.params["needs"], _trainings(finding)
    led = [scene.need(need).noun for need in needs] if isinstance(needs, list) else []
    named = {
        "training": listed([f"“{name}”" for name in trainings]),
        "whose": owner(scene.name(finding.member)),
        "needs": listed(led),
    }
    one, many = (
        _("No one has checked the training %(training)s yet"),
        _("No one has checked the trainings %(training)s yet"),
    )
    why = [
        _("With this training, %(whose)s role can lead %(needs)s.") % named,
        _("A training can take one day, or one year. The name alone does not tell."),
        *voice.only_warm(_("Many people are glad to be asked.")),
    ]
    return Words(
        title=(one if len(trainings) == 1 else many) % named,
        why=" ".join(why),
        brings=scene.brings(finding),
        say=_("You have training in %(training)s. Is there a certificate I could see?") % named,
        clear_answer=_("A certificate, or a list with the name on it."),
        if_not=_if_not(finding, scene),
    )


def _if_not(finding: Finding, scene: Scene) -> str:
    instead, safety = _("Ask the agency who checked it."), finding.params["safety"]
    return scene.if_not(scene.need(safety[0]), instead) if isinstance(safety, list) and safety else instead


def _open(finding: Finding, scene: Scene) -> Words:
    """The chair waits for the training."""
    need = scene.need(finding.need)
    named = {
        "training": listed([f"“{name}”" for name in _trainings(finding)]),
        "name": scene.name(finding.member),
        "need": need.noun,
        "child": scene.child,
        "of_child": owner(scene.child),
        "noun": scene.capability(finding.params["capability"]).noun,
        "role": capital(scene.a_role(finding.member, finding.params["role"])),
    }
    agreed, not_yet = (
        _("%(name)s agreed to be the lead for %(need)s, and the training is not clear yet"),
        _("One training is not clear yet for %(need)s"),
    )
    can = _("%(role)s can lead this with training for %(noun)s.")
    return Words(
        title=(agreed if finding.params["agreed"] else not_yet) % named,
        why=" ".join((can % named, _what(finding) % named)),
        brings=scene.brings(finding),
        say=_say(finding) % named,
        clear_answer=_("A certificate, or the name of someone else."),
        if_not=scene.if_not(need, _("Ask the agency who can.")),
    )


def _what(finding: Finding) -> str:
    if finding.why == UNDER_WAY:
        return _("The training %(training)s is still under way. Until it is done, the chair is open.")
    return _("We don’t know the training %(training)s yet. Not known is not a no, so it is worth asking.")


def _say(finding: Finding) -> str:
    if finding.why == UNDER_WAY:
        return _("Are you done with the training %(training)s? If not, who could lead %(need)s until then?")
    return _(
        "How long was the training %(training)s? Is there a certificate? "
        "If it is not for %(need)s, who could lead that?"
    )
