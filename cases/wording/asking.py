"""The words of ``fit_not_asked`` and ``fit_unknown``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.asking import (
    AGENCY,
    DOCTOR,
    PRESCRIBER,
    SHARED,
    STATE,
    SUPERVISED,
)
from cases.person_fit import MEDICINE
from cases.wording.asked_before import could_you, how_far_it_came
from cases.wording.open_point import clear_answer, is_it_theirs, why_open
from cases.wording.scene import Scene
from cases.wording.several import few_at_a_time
from cases.wording.voice import Voice
from cases.wording.words import Words
from roles.catalogue import NeedInfo
from web.english import capital, closed, owner


def fit_not_asked(finding: Finding, scene: Scene, voice: Voice) -> Words:
    if finding.why == SHARED:
        return _shared(finding, scene)
    return _supervised(finding, scene) if finding.why == SUPERVISED else _alone(finding, scene, voice)


def _named(finding: Finding, scene: Scene) -> dict[str, str]:
    name, need = scene.name(finding.member), scene.need(finding.need)
    return {
        "name": name,
        "whose": owner(name),
        "need": need.noun,
        "child": scene.child,
        "of_child": owner(scene.child),
    }


def _ask_the_agency(scene: Scene, need: NeedInfo) -> str:
    return scene.if_not(need, _("Ask the agency who can."))


def _alone(finding: Finding, scene: Scene, voice: Voice) -> Words:
    named = _named(finding, scene)
    title, last = how_far_it_came(finding.why, named, voice)
    return Words(
        title=title,
        why=f"{_trained(finding, scene)} {last}",
        brings=scene.brings(finding),
        say=could_you(finding) % named,
        clear_answer=_("Yes with a date, or the name of someone else."),
        if_not=_ask_the_agency(scene, scene.need(finding.need)),
    )


def _trained(finding: Finding, scene: Scene) -> str:
    params = finding.params
    who = capital(scene.a_role(finding.member, params["role"]))
    if params["training"]:
        named = {"role": who, "training": params["training"]}
        return closed(_("%(role)s with this training can lead this: %(training)s") % named)
    if params["supervised"]:
        return _("%(role)s with a supervisor can lead this.") % {"role": who}
    return _("%(roles)s role covers this.") % {"roles": owner(who)}


def _supervised(finding: Finding, scene: Scene) -> Words:
    named = _named(finding, scene)
    role = {"role": capital(scene.a_role(finding.member, finding.params["role"]))}
    say = _("Could you be %(of_child)s lead for %(need)s? Who would supervise the work?")
    clear = _("Yes with a date, and the name of the supervisor.")
    if finding.params.get("backing") is False:
        say = _("Could you be %(of_child)s lead for %(need)s?")
        clear = _("Yes with a date, or the name of someone else.")
    return Words(
        title=_("With a supervisor, %(whose)s role fits %(need)s") % named,
        why=_("%(role)s can lead this when a supervisor backs the work. We don’t have that name yet.") % role,
        brings=scene.brings(finding),
        say=say % named,
        clear_answer=clear,
        if_not=_ask_the_agency(scene, scene.need(finding.need)),
    )


def _shared(finding: Finding, scene: Scene) -> Words:
    """A yes to a part is told, and the rest is asked for."""
    people, yes = finding.params["people"], finding.params.get("agreed")
    names = yes or people
    assert isinstance(names, list)
    named = _named(finding, scene) | {"names": scene.listed(names)}
    title = _("%(names)s could share %(need)s")
    why = _("Each of these roles covers a part. Together they cover all of it.")
    say = _("Could you be the lead for a part of %(need)s? Who could do the rest for %(child)s?")
    if yes:
        title = _("%(names)s said yes to a part of %(need)s. The rest is open")
        why = _("%(whose)s role covers a part that is still open. Together they cover all of it.")
        say = _("%(names)s said yes to a part of %(need)s for %(child)s. Could you be the lead for the rest?")
    return Words(
        title=title % named,
        why=why % named,
        brings=scene.brings(finding),
        say=say % named,
        clear_answer=_("A name for each part."),
        if_not=scene.if_not(scene.need(finding.need), _("Ask for a meeting to agree on who does what.")),
    )


# -- we do not know -----------------------------------------------------------------------------------


def fit_unknown(finding: Finding, scene: Scene, voice: Voice) -> Words:
    if finding.why in (DOCTOR, PRESCRIBER, AGENCY, STATE):
        return _nobody_named(finding, scene, voice)
    return _open_words(finding, scene)


def _nobody_named(finding: Finding, scene: Scene, voice: Voice) -> Words:
    need, named = scene.need(finding.need), _named(finding, scene)
    if finding.why == DOCTOR:
        why = _no_letters_of_a_doctor(need)
        clear = scene.said(need.clear_answer)
    elif finding.why == PRESCRIBER:
        why = _(
            "Somebody here can prescribe. We can’t tell yet who could be the lead. Not known is not a no. "
            "The child’s doctor or the agency can tell."
        )
        clear = scene.said(need.clear_answer)
    else:
        why = _waits_for_the_state(scene, voice) if finding.why == STATE else _from_elsewhere(finding, scene)
        clear = _("A name, and the training they have for it.")
        if finding.why != STATE and finding.params.get("also"):
            clear = _("A name for each, and the training they have for it.")
    known = finding.why == DOCTOR and need.required == (MEDICINE,)
    title = _("We can’t tell yet who could be the lead for %(need)s")
    return Words(
        title=_("No one on the team is known to prescribe medicine") if known else title % named,
        why=" ".join(filter(None, (why, _also_open(finding, scene)))),
        say=_who_could(finding, scene),
        clear_answer=clear,
        if_not=scene.if_not(need),
    )


def _who_could(finding: Finding, scene: Scene) -> str:
    """Of all the needs it stands for; what waits for the state is not asked of anybody yet."""
    ask = _("Who could be %(of_child)s lead for %(need)s?") % _named(finding, scene)
    few = few_at_a_time(finding.params.get("also"), scene) if finding.why != STATE else []
    more = (_("And who could be the lead for %(needs)s?") % {"needs": needs} for needs in few)
    return " ".join([ask, *more])


def _no_letters_of_a_doctor(need: NeedInfo) -> str:
    """Where medicine is a part of the need, nobody told us that the child takes any."""
    if need.required == (MEDICINE,):
        return _(
            "No letters here tell us who can prescribe. Not known is not a no. "
            "The child’s doctor or the agency can tell."
        )
    return _(
        "A doctor has to look at the body and health, too. No letters here tell us who can. "
        "Not known is not a no. The child’s doctor or the agency can tell."
    )


def _waits_for_the_state(scene: Scene, voice: Voice) -> str:
    tell = voice.by_reader(
        _("Tell us yours, and we can say more."), _("When %(parent)s tells it, we can say more.")
    )
    return f"{_changes(scene)} {tell % {'parent': voice.parent}}"


def _changes(scene: Scene) -> str:
    if scene.wears_letters():
        return _("What we know about these letters changes from state to state.")
    return _("What we know about these titles changes from state to state.")


def _from_elsewhere(finding: Finding, scene: Scene) -> str:
    rest = _("Not known is not a no. The agency can tell who fits.")
    if finding.params.get("elsewhere") is False and not finding.params.get("here"):
        return _("We don’t know yet if a role here covers this.") + f" {rest}"
    return f"{_what_is_missing(finding, scene)} {rest}"


def _what_is_missing(finding: Finding, scene: Scene) -> str:
    letters, state = scene.wears_letters(), scene.state(scene.room.state)
    if finding.params.get("here"):
        of_letters = _("We have no facts yet on these letters in %(state)s.")
        return (of_letters if letters else _("We have no facts yet on these titles in %(state)s.")) % {
            "state": state
        }
    if not scene.room.state:
        return _changes(scene)
    of_letters = _("What we know about these letters comes from another state.")
    return of_letters if letters else _("What we know about these titles comes from another state.")


def _also_open(finding: Finding, scene: Scene) -> str:
    few = few_at_a_time(finding.params.get("also"), scene)
    return " ".join(_("The same is open for %(needs)s.") % {"needs": needs} for needs in few)


def _open_words(finding: Finding, scene: Scene) -> Words:
    need = scene.need(finding.need)
    return Words(
        title=_who_may_be_nearer(finding, scene),
        why=why_open(finding, scene),
        brings=scene.brings(finding),
        say=f"{is_it_theirs(finding, scene)} {or_else(finding, scene)}",
        clear_answer=clear_answer(finding, scene),
        if_not=scene.if_not(need),
    )


def _who_may_be_nearer(finding: Finding, scene: Scene) -> str:
    """Where somebody else could lead, that is told: what is open is whether this person fits better."""
    named = _named(finding, scene) | {"others": scene.listed(_others(finding), most=2)}
    if not named["others"]:
        return _("We can’t tell yet who could be the lead for %(need)s") % named
    if finding.params.get("share"):
        return _("%(others)s could share %(need)s, and %(name)s may be a closer fit") % named
    return _("%(others)s could lead %(need)s, and %(name)s may be a closer fit") % named


def _others(finding: Finding) -> list[object]:
    others = finding.params.get("others")
    return list(others) if isinstance(others, list) else []


def or_else(finding: Finding, scene: Scene) -> str:
    """Who could, if it is not theirs: whoever we know of."""
    named = _named(finding, scene) | {"others": scene.listed(_others(finding), most=2)}
    if named["others"]:
        return _("If you don’t lead %(need)s for %(child)s, could %(others)s?") % named
    return _("If you don’t lead %(need)s for %(child)s, who could?") % named
