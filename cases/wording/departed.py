"""The words of ``successor_missing`` and ``medicine_bridge``, and who led a chair before."""

from __future__ import annotations

from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.several import few_at_a_time
from cases.wording.voice import Voice
from cases.wording.words import Words
from roles.catalogue import NeedInfo
from web.english import capital, is_many, owner


def led_until(finding: Finding, scene: Scene) -> str:
    """'Rita led this until May.', or had agreed to; '' when nobody who left did."""
    if "gone" not in finding.params:
        return ""
    if finding.params.get("would"):
        return _("%(gone)s had agreed to lead this, and left in %(until)s.") % _named(finding, scene)
    return _("%(gone)s led this until %(until)s.") % _named(finding, scene)


def _named(finding: Finding, scene: Scene) -> dict[str, str]:
    return {
        "gone": scene.name(finding.params["gone"]),
        "whose": owner(scene.name(finding.params["gone"])),
        "until": _month(str(finding.params["until"]), scene),
        "child": scene.child,
        "of_child": owner(scene.child),
        "need": scene.need(finding.need).noun,
    }


def _month(until: str, scene: Scene) -> str:
    """'May', with the year when it is another one."""
    on = date.fromisoformat(until)
    month, today = str(MONTHS[on.month]), scene.room.today
    if today and today.year == on.year:
        return month
    return _("%(month)s %(year)s") % {"month": month, "year": on.year}


def successor_missing(finding: Finding, scene: Scene, voice: Voice) -> Words:
    need, named = scene.need(finding.need), _named(finding, scene)
    other = few_at_a_time(finding.params.get("also"), scene)
    title, say, more = _still(need, other) if finding.params.get("would") else _anew(need, other)
    why = (*_led(finding, scene, other), _in_between(finding, scene))
    clear = _("A name for each, and the day of a first visit.")
    return Words(
        title=title % (named | {"title": capital(need.noun)}),
        why=" ".join(filter(None, why)),
        say=" ".join([say % named, *(more % {"needs": needs} for needs in other)]),
        clear_answer=clear if other else _("A name, and the day of a first visit."),
        if_not=scene.if_not(need),
    )


def _led(finding: Finding, scene: Scene, other: list[str]) -> list[str]:
    """Who led this, or all of these by name."""
    if not other:
        return [led_until(finding, scene)]
    named = _named(finding, scene)
    if finding.params.get("would"):
        first = _("%(gone)s had agreed to lead %(need)s, and left in %(until)s.")
        too = _("%(gone)s had agreed to lead %(needs)s, too.")
    else:
        first = _("%(gone)s led %(need)s until %(until)s.")
        too = _("%(gone)s led %(needs)s, too.")
    return [first % named, *(too % (named | {"needs": needs}) for needs in other)]


def _anew(need: NeedInfo, other: list[str]) -> tuple[str, str, str]:
    """Title and what to say, where somebody led; and what to say of each few needs more."""
    title = _("%(title)s need a new lead") if is_many(need.noun) else _("%(title)s needs a new lead")
    return (
        _("Ask who takes over now that %(gone)s has left") if other else title,
        _("%(gone)s has left. Who takes over %(need)s for %(child)s, and from when?"),
        _("And who takes over %(needs)s?"),
    )


def _still(need: NeedInfo, other: list[str]) -> tuple[str, str, str]:
    """The same where somebody was to."""
    title = _("%(title)s still need a lead") if is_many(need.noun) else _("%(title)s still needs a lead")
    return (
        _("Ask who could lead now that %(gone)s has left") if other else title,
        _("%(gone)s has left. Who could be the lead for %(need)s now, and from when?"),
        _("And who could be the lead for %(needs)s?"),
    )


def _in_between(finding: Finding, scene: Scene) -> str:
    helpers, would = finding.params["helpers"], finding.params.get("would")
    if not isinstance(helpers, list) or not helpers:
        return _("We know of no one else yet.") if would else _("We know of no one who took over.")
    help = (
        _("Until someone leads it, %(names)s can help with a part.")
        if would
        else _("Until someone takes over, %(names)s can help with a part.")
    )
    return help % {"names": scene.listed(helpers)}


def medicine_bridge(finding: Finding, scene: Scene, voice: Voice) -> Words:
    need, named = scene.need(finding.need), _named(finding, scene)
    if finding.why == "led":
        left = led_until(finding, scene)
    else:
        left = _("%(gone)s left in %(until)s. %(whose)s role can prescribe medicine.") % named
    stop = _("Please don’t stop a medicine on your own. Talk to a doctor or nurse practitioner first.")
    if finding.member is None:
        say = _("%(gone)s has left. Who prescribes for %(child)s now? What is the refill date?") % named
    else:
        say = _("%(gone)s has left. Could you prescribe for %(child)s for now? What is the refill date?")
        say %= named
    instead = _("Call the child’s doctor or the pharmacy before a medicine runs out.")
    return Words(
        title=_("Ask who prescribes now that %(gone)s has left") % named,
        why=f"{left} {stop}",
        brings=scene.brings(finding),
        say=say,
        clear_answer=_("A name, and the date of the next refill."),
        if_not=scene.if_not(need, instead),
    )
