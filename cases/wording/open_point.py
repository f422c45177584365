"""What leaves a fit open, in words: why, the question that settles it, and what a clear answer has."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.asking import DEPENDS, OWN_STATE
from cases.mismatch.open_point import Settles, parts_of, settles
from cases.person_fit import MEDICINE
from cases.wording.same_words import says_again, shares_words
from cases.wording.scene import Scene
from cases.wording.silence import silence
from roles.catalogue import CapabilityInfo, NeedInfo
from web.english import capital, is_many, looks_like_letters

OF_A_PLACE = ("other-state", OWN_STATE)


def is_it_theirs(finding: Finding, scene: Scene) -> str:
    """The question that settles what is open about a role: the training, or the role itself."""
    need, what = scene.need(finding.need), settles(finding, scene.catalogue)
    named = {"noun": _called_for(scene.capability(finding.params["capability"]), need)}
    if what is Settles.TRAINING:
        return _("What training do you have for %(noun)s?") % named
    if what is Settles.LICENCE:
        return _("What license do you have for %(noun)s?") % named
    return _in_their_role(finding, scene, named["noun"])


def _in_their_role(finding: Finding, scene: Scene, noun: str) -> str:
    """Of more than one part, it asks about the need as a whole."""
    of_a_place = bool(finding.params["silence"] in OF_A_PLACE and scene.room.state)
    named = {"noun": noun, "need": scene.need(finding.need).noun, "state": scene.state(scene.room.state)}
    if len(parts_of(finding, scene.catalogue)) > 1:
        here, anywhere = (
            _("Is it in your role in %(state)s to lead %(need)s?"),
            _("Is it in your role to lead %(need)s?"),
        )
    elif is_many(noun):
        here, anywhere = _("Are %(noun)s in your role in %(state)s?"), _("Are %(noun)s in your role?")
    else:
        here, anywhere = _("Is %(noun)s in your role in %(state)s?"), _("Is %(noun)s in your role?")
    return (here if of_a_place else anywhere) % named


def _called_for(capability: CapabilityInfo, need: NeedInfo) -> str:
    """Where medicine is a part of a need, that is the part of a doctor: nobody told us of a medicine."""
    is_part = capability.slug == MEDICINE and need.required != (MEDICINE,)
    return _("medical care") if is_part else capability.noun


def clear_answer(finding: Finding, scene: Scene) -> str:
    what = settles(finding, scene.catalogue)
    if what is Settles.TRAINING:
        return _("The name of the training, or the name of someone else.")
    if what is Settles.LICENCE:
        return _("The letters of the license, or the name of someone else.")
    return _("A yes, or the name of someone else.")


def why_open(finding: Finding, scene: Scene) -> str:
    """What leaves it open, in one to three sentences."""
    return _depends(finding, scene) if finding.why == DEPENDS else _unknown(finding, scene)


def _depends(finding: Finding, scene: Scene) -> str:
    capability = scene.capability(finding.params["capability"])
    letters = scene.letters(finding.member, finding.params["role"])
    need = scene.need(finding.need).noun
    noun = _called_for(capability, scene.need(finding.need))
    if looks_like_letters(letters):
        alone = _("The letters %(letters)s alone don’t tell us.") % {"letters": letters}
    else:
        alone = _("The title “%(letters)s” alone doesn’t tell us.") % {"letters": letters}
    return " ".join(filter(None, (_calls_for(need, noun), alone, _on_what(finding, scene))))


def _calls_for(need: str, noun: str) -> str:
    """What the need takes, '' where its own words say that; no word of it is said twice."""
    if says_again(need, noun):
        return ""
    calls = _("%(need)s call for %(noun)s.") if is_many(need) else _("%(need)s calls for %(noun)s.")
    if shares_words(need, noun):
        calls = _("This calls for %(noun)s.")
    return calls % {"need": capital(need), "noun": noun}


def _on_what(finding: Finding, scene: Scene) -> str:
    trained = settles(finding, scene.catalogue) is Settles.TRAINING
    if finding.params["state_told"]:
        return (
            _("It can depend on extra training.")
            if trained
            else _("It can depend on the license or the job.")
        )
    if trained:
        return _("It can depend on extra training, or on the state.")
    return _("It can depend on the license or the job, or on the state.")


def _unknown(finding: Finding, scene: Scene) -> str:
    return f"{silence(finding, scene)} " + _("Not known is not a no, so it is worth asking.")
