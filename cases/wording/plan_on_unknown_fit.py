"""The words of ``plan_on_unknown_fit``: the family counts on somebody, and that is not known yet."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import Finding
from cases.mismatch.asking import OWN_LETTERS
from cases.mismatch.open_point import Settles, settles
from cases.mismatch.plan_on_unknown_fit import ELSEWHERE
from cases.wording.asking import or_else
from cases.wording.open_point import clear_answer, is_it_theirs, why_open
from cases.wording.scene import Scene
from cases.wording.titles import tells_also
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import owner

TITLES: dict[Settles, tuple[str, str]] = {
    Settles.TRAINING: (
        gettext_noop("The plan counts on %(names)s for %(need)s, and the training is open"),
        gettext_noop("%(names)s agreed to lead %(need)s, and the training is open"),
    ),
    Settles.LICENCE: (
        gettext_noop("The plan counts on %(names)s for %(need)s, and the license is open"),
        gettext_noop("%(names)s agreed to lead %(need)s, and the license is open"),
    ),
    Settles.LETTERS: (
        gettext_noop("The plan counts on %(names)s for %(need)s, and the role is open"),
        gettext_noop("%(names)s agreed to lead %(need)s, and the role is open"),
    ),
    Settles.SCOPE: (
        gettext_noop("The plan counts on %(names)s for %(need)s. Is it in the role?"),
        gettext_noop("%(names)s agreed to lead %(need)s. Is it in the role?"),
    ),
}
TITLES[Settles.NOTHING] = TITLES[Settles.SCOPE]
"""Of the plan, and of a yes: who is counted on, and what is open about them."""


def plan_on_unknown_fit(finding: Finding, scene: Scene, voice: Voice) -> Words:
    if finding.why == ELSEWHERE:
        return _not_theirs_to_tell(finding, scene, voice)
    if finding.params["silence"] in OWN_LETTERS:
        say = _role_and_lead(finding, scene)
        clear = _("The letters or the job, and a yes. Or the name of someone else.")
    else:
        say = f"{is_it_theirs(finding, scene)} {or_else(finding, scene)}"
        clear = clear_answer(finding, scene)
    why = (_counts(finding, scene, voice), why_open(finding, scene), tells_also(finding, scene))
    return Words(
        title=_title(finding, scene),
        why=" ".join(filter(None, why)),
        brings=scene.brings(finding),
        say=say,
        clear_answer=clear,
        if_not=scene.if_not(scene.need(finding.need)),
    )


def _named(finding: Finding, scene: Scene) -> dict[str, str]:
    people, others = finding.params["people"], finding.params.get("others")
    assert isinstance(people, list)
    return {
        "names": scene.listed(people),
        "other": scene.listed(others) if isinstance(others, list) else "",
        "need": scene.need(finding.need).noun,
        "child": scene.child,
        "of_child": owner(scene.child),
    }


def _title(finding: Finding, scene: Scene) -> str:
    planned, opens = TITLES[settles(finding, scene.catalogue)]
    title = planned if finding.params["kind"] == "plan" else opens
    return _(title) % _named(finding, scene)


def _counts(finding: Finding, scene: Scene, voice: Voice) -> str:
    counts = voice.by_reader(
        _("You count on %(names)s for this. It is not known yet if the role fits."),
        _("%(parent)s counts on %(names)s for this. It is not known yet if the role fits."),
    )
    return counts % (_named(finding, scene) | {"parent": voice.parent})


def _role_and_lead(finding: Finding, scene: Scene) -> str:
    """Somebody whose letters are open is asked for them once, with the need."""
    named = _named(finding, scene)
    if named["other"]:
        ask = _("What is your role on %(child)s’s team? Do you lead %(need)s? If not, could %(other)s?")
    else:
        ask = _("What is your role on %(child)s’s team? Do you lead %(need)s? If not, who could?")
    return ask % named


def _not_theirs_to_tell(finding: Finding, scene: Scene, voice: Voice) -> Words:
    """Nobody asks a helper about medicine: the child's doctor or the agency can tell."""
    need = scene.need(finding.need)
    who = _("The child’s doctor or the agency can tell.")
    return Words(
        title=_title(finding, scene),
        why=f"{_counts(finding, scene, voice)} {who}",
        say=_("Who could be %(of_child)s lead for %(need)s?") % _named(finding, scene),
        clear_answer=scene.said(need.clear_answer),
        if_not=scene.if_not(need),
    )
