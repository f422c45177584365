"""The words of ``supervisor_in_the_room``: the question for a name, with an answer to offer."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.supervision import chair_it_fills, what_was_told, without_a_name
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, either, owner


def supervisor_in_the_room(finding: Finding, scene: Scene, voice: Voice) -> Words:
    named = _named(finding, scene)
    title, why, say = _one() if _is_one(finding) else _several()
    parts = (what_was_told(finding, scene, voice), why % named, chair_it_fills(finding, scene))
    return Words(
        title=title % named,
        why=" ".join(filter(None, parts)),
        brings=scene.brings(finding),
        say=say % named,
        clear_answer=_("A name and a way to reach them."),
        if_not=without_a_name(finding, scene),
    )


def _is_one(finding: Finding) -> bool:
    by = finding.params["by"]
    return isinstance(by, list) and len(by) == 1


def _named(finding: Finding, scene: Scene) -> dict[str, str]:
    by, roles = finding.params["by"], finding.params["roles"]
    assert isinstance(by, list)
    assert isinstance(roles, list)
    first = by[0] if isinstance(by[0], int) else None
    return {
        "by": scene.listed(by),
        "either": either([scene.name(one) for one in by]),
        "above": capital(scene.a_role(first, roles[0])),
        "whose": owner(scene.name(finding.member)),
        "role": capital(scene.a_role(finding.member, finding.params["role"])),
    }


def _one() -> tuple[str, str, str]:
    """Title, why and what to say, where one person is offered."""
    return (
        _("%(by)s could be %(whose)s supervisor"),
        _("%(role)s works under someone. %(above)s can be that person, and we don’t have a name yet."),
        _("Is %(by)s your supervisor? If not, who is? Could I have their number?"),
    )


def _several() -> tuple[str, str, str]:
    return (
        _("%(whose)s supervisor could be on the team"),
        _("%(role)s works under someone. The roles of %(by)s can do that, and we don’t have a name yet."),
        _("Is %(either)s your supervisor? If not, who is? Could I have their number?"),
    )
