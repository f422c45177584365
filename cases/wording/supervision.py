"""The words of ``no_supervisor`` and ``license_on_the_way``."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import Finding
from cases.mismatch.supervision import LEFT
from cases.supervisors import Doubt
from cases.wording.scene import Scene
from cases.wording.several import few_at_a_time
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, either, owner, with_article


def no_supervisor(finding: Finding, scene: Scene, voice: Voice) -> Words:
    return Words(
        title=_title(finding, scene),
        why=_why(finding, scene, voice),
        brings=scene.brings(finding),
        say=_who_is_it(finding, scene),
        clear_answer=_clear_answer(finding),
        if_not=without_a_name(finding, scene),
    )


def _clear_answer(finding: Finding) -> str:
    if finding.why in (Doubt.ROLE, Doubt.UNCLEAR):
        return _("A name, the license behind it, and a way to reach them.")
    return _("A name and a way to reach them.")


def _title(finding: Finding, scene: Scene) -> str:
    """That somebody works alone, and that the role does not, are told as two facts."""
    name = scene.name(finding.member)
    if finding.why != "alone":
        by = _by(finding, scene) or _may_be(finding, scene)
        title = TITLES.get(finding.why, gettext_noop("We don’t have the name of %(whose)s supervisor"))
        return _(title) % {"whose": owner(name), "name": name, "by": by}
    both = _("%(name)s is said to work alone, and %(role)s works under someone")
    return both % {"name": name, "role": _a_role(finding, scene)}


TITLES: dict[str, str] = {
    Doubt.SELF: gettext_noop("%(whose)s supervisor is said to have the name of %(name)s"),
    Doubt.CIRCLE: gettext_noop("%(by)s and %(name)s are each said to supervise the other"),
    Doubt.ROLE: gettext_noop("%(by)s is said to supervise %(name)s, and the roles may not fit"),
    Doubt.NAMESAKE: gettext_noop("We don’t know yet if %(whose)s supervisor is %(by)s"),
    Doubt.UNCLEAR: gettext_noop("%(by)s is said to supervise %(name)s, and the role is not clear yet"),
    Doubt.OPEN: gettext_noop("We don’t know yet if %(by)s is %(whose)s supervisor now"),
}
"""Of a name that was told and does not count. It is about the roles, and both may be well said."""


def _by(finding: Finding, scene: Scene) -> str:
    """Who is said to be behind the work: somebody of the room, or a name that was told; '' for nobody."""
    return scene.name(finding.params.get("backed_by")) or str(finding.params.get("called", ""))


def _two_facts(finding: Finding) -> bool:
    return finding.why in ("alone", Doubt.SELF, Doubt.CIRCLE, Doubt.ROLE)


def _who_is_it(finding: Finding, scene: Scene) -> str:
    gone, by = scene.name(finding.params.get("backed_by")), _may_be(finding, scene)
    if finding.why == LEFT:
        return _("%(gone)s has left. Who is your supervisor now? Could I have their number?") % {"gone": gone}
    if finding.why == Doubt.NAMESAKE:
        ask = _("Is %(by)s your supervisor, or somebody else of that name? Could I have their number?")
        return ask % {"by": by}
    if finding.why == Doubt.UNCLEAR:
        ask = _("Which license does %(by)s have? If someone else is your supervisor, who is it?")
        return ask % {"by": _by(finding, scene)}
    return _("Who is your supervisor? Could I have their number?")


def _may_be(finding: Finding, scene: Scene) -> str:
    """Everybody whose name it may be: 'Pat L. or Pat D.'."""
    ids = finding.params.get("may_be")
    return either([scene.name(one) for one in ids]) if isinstance(ids, list) and ids else ""


def _why(finding: Finding, scene: Scene, voice: Voice) -> str:
    role = capital(_a_role(finding, scene))
    under = _("%(role)s works under someone. That person can change the plan when it isn’t working.")
    mixed_up = _("One of the two may be a mix-up, so it is worth asking.") if _two_facts(finding) else ""
    told, chair = what_was_told(finding, scene, voice), chair_it_fills(finding, scene)
    return " ".join(filter(None, (told, under % {"role": role}, mixed_up, chair)))


def _a_role(finding: Finding, scene: Scene) -> str:
    """As they wear it: of letters that only the state's own list explains, these letters."""
    letters = finding.params.get("letters")
    return with_article(str(letters)) if letters else scene.a_role(finding.member, finding.params["role"])


def what_was_told(finding: Finding, scene: Scene, voice: Voice) -> str:
    """That they work alone, who it is said to be or was till now; '' when nothing was told."""
    if finding.why == LEFT:
        names = {"gone": scene.name(finding.params["backed_by"]), "name": scene.name(finding.member)}
        return _("%(gone)s was the supervisor of %(name)s, and has left the team.") % names
    if finding.why in TOLD:
        return _told_by_name(finding, scene)
    if finding.why != "alone":
        return ""
    told = voice.by_reader(
        _("You told us %(name)s works alone."), _("%(parent)s told us %(name)s works alone.")
    )
    return told % {"name": scene.name(finding.member), "parent": voice.parent}


TOLD = {
    Doubt.NO_NAME: gettext_noop("What stands there now is not a name yet, and that is fine."),
    Doubt.SELF: gettext_noop("The name we have for %(whose)s supervisor is the name of %(name)s."),
    Doubt.CIRCLE: gettext_noop("By the names we have, each of %(by)s and %(name)s works under the other."),
    Doubt.ROLE: gettext_noop("We don’t know %(above)s as a role that supervises %(role)s."),
    Doubt.UNCLEAR: gettext_noop("We don’t know yet if the role of %(by)s is one that supervises %(role)s."),
    Doubt.FAMILY: gettext_noop(
        "The name we have for %(whose)s supervisor is one from the family. "
        "If it is someone else, a last name helps."
    ),
    Doubt.OPEN: gettext_noop("The words with the name leave open if %(by)s is behind the work now."),
    Doubt.NAMESAKE: gettext_noop(
        "The name we have for %(whose)s supervisor may be that of %(may_be)s. "
        "It may also be somebody else of that name."
    ),
}


def _told_by_name(finding: Finding, scene: Scene) -> str:
    by = finding.params.get("backed_by")
    who = by if isinstance(by, int) else None
    name, above = scene.name(finding.member), finding.params.get("above")
    return _(TOLD[Doubt(finding.why)]) % {
        "by": _by(finding, scene),
        "may_be": _may_be(finding, scene),
        "name": name,
        "whose": owner(name),
        "above": scene.a_role(who, above) if above else _("that role"),
        "role": _a_role(finding, scene),
    }


def chair_it_fills(finding: Finding, scene: Scene) -> str:
    """The needs that only wait for the name, '' when none does."""
    waits, also = finding.params["waits"], finding.params.get("also")  # a row may be from before that
    if not isinstance(waits, list) or not waits:
        return ""
    name = scene.name(finding.member)
    first = _("%(name)s agreed to be the lead for %(need)s.") % {
        "name": name,
        "need": scene.need(waits[0]).noun,
    }
    few = few_at_a_time(also, scene)
    if not few:
        return first + " " + _("The name would fill that chair.")
    too = (_("%(name)s agreed to lead %(needs)s, too.") % {"name": name, "needs": needs} for needs in few)
    return " ".join([first, *too, _("The name would fill these chairs.")])


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
