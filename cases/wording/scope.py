"""What somebody told is in their role, as their page says it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.snapshot import MemberFact
from cases.wording.scene import Scene
from cases.wording.voice import Voice, speaking
from web.english import listed_in_full


def told_of_the_role(member: MemberFact, scene: Scene, voice: Voice) -> str:
    """One sentence on what holds for the letters of this person and the family's state; '' without."""
    letters = {slug for c in member.credentials for slug in (c.role, *c.candidates)} | {""}
    here = [told for told in member.scope if told.state == scene.room.state and told.role in letters]
    if not here:
        return ""
    with speaking(voice):
        said = voice.by_reader(
            _("%(name)s told you that the role covers this: %(nouns)s."),
            _("%(name)s told %(parent)s that the role covers this: %(nouns)s."),
        )
        if scene.room.state:
            said = voice.by_reader(
                _("%(name)s told you that the role covers this in %(state)s: %(nouns)s."),
                _("%(name)s told %(parent)s that the role covers this in %(state)s: %(nouns)s."),
            )
        return said % {
            "name": scene.name(member.id),
            "parent": voice.parent,
            "state": scene.state(scene.room.state),
            "nouns": listed_in_full([scene.capability(told.capability).noun for told in here]),
        }
