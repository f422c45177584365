"""The words of ``training_unproven``: about the training, never about who has it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import Finding
from cases.mismatch.training_unproven import NAME, NEW, SHORT, TOLD, UNDER_WAY, WHAT_KIND
from cases.wording.letters import as_title
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, listed, owner

WHAT: dict[str, tuple[str, str]] = {
    NEW: (
        gettext_noop(
            "We don’t know the training %(training)s yet. Not known is not a no, so it is worth asking."
        ),
        gettext_noop(
            "We don’t know the trainings %(training)s yet. Not known is not a no, so it is worth asking."
        ),
    ),
    UNDER_WAY: (
        gettext_noop("The training %(training)s is still under way. Until it is done, the chair is open."),
        gettext_noop("The trainings %(training)s are not done yet. Until then, the chair is open."),
    ),
    WHAT_KIND: (
        gettext_noop("There is a certificate for %(training)s. We don’t know yet if it was a full course."),
        gettext_noop("There is a certificate. We don’t know yet which was a full course: %(training)s."),
    ),
    NAME: (
        gettext_noop(
            "The name %(training)s sounds short, over or still to come, "
            "and it is down as a full course. Both may be."
        ),
        gettext_noop(
            "The names %(training)s sound short, over or still to come, "
            "and one is down as a full course. Both may be."
        ),
    ),
    SHORT: (
        gettext_noop("The training %(training)s was short. It helps, and to lead it takes a full course."),
        gettext_noop("The trainings %(training)s were short. They help, and to lead it takes a full course."),
    ),
}
"""What is so, for one training and for several."""
HOW_LONG = (
    gettext_noop(
        "How long was the training %(training)s? Is there a certificate? "
        "If it is not for %(need)s, who could lead that?"
    ),
    gettext_noop(
        "How long were the trainings %(training)s? Is there a certificate? "
        "If they are not for %(need)s, who could lead that?"
    ),
)
SAY: dict[str, tuple[str, str]] = {
    NEW: HOW_LONG,
    UNDER_WAY: (
        gettext_noop(
            "Are you done with the training %(training)s? If not, who could lead %(need)s until then?"
        ),
        gettext_noop(
            "Are you done with the trainings %(training)s? If not, who could lead %(need)s until then?"
        ),
    ),
    WHAT_KIND: HOW_LONG,
    NAME: HOW_LONG,
    SHORT: (
        gettext_noop("Do you have a full course with a certificate for %(need)s? If not, who could lead it?"),
        gettext_noop("Do you have a full course with a certificate for %(need)s? If not, who could lead it?"),
    ),
}


def training_unproven(finding: Finding, scene: Scene, voice: Voice) -> Words:
    return _told(finding, scene, voice) if finding.why == TOLD else _open(finding, scene)


def _trainings(finding: Finding) -> list[str]:
    texts = finding.params["texts"]
    return [as_title(str(text)) for text in texts] if isinstance(texts, list) else []


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
    need, many = scene.need(finding.need), len(_trainings(finding)) > 1
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
        why=" ".join((can % named, _(WHAT[finding.why][many]) % named)),
        brings=scene.brings(finding),
        say=_(SAY[finding.why][many]) % named,
        clear_answer=_("A certificate of a full course, or the name of someone else."),
        if_not=scene.if_not(need, _("Ask the agency who can.")),
    )
