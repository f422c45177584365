"""What sentences about one room name: its people, its letters, its needs, by their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.mismatch import Evidence, Finding
from cases.snapshot import MemberFact, RoomSnapshot
from cases.wording.letters import are_letters, worn
from cases.wording.names import names_in, short_names
from roles.catalogue import CapabilityInfo, Catalogue, NeedInfo
from web.english import closed, curly, listed, with_article

CRISIS_LINE = "988"


@dataclass(frozen=True, slots=True)
class Scene:
    """One room to speak about. Everybody in it is called by a short name that differs from the others'.

    Those who left have a name too, which differs from all of these.
    """

    room: RoomSnapshot
    catalogue: Catalogue
    names: Mapping[int, str]
    members: Mapping[int, MemberFact]

    @classmethod
    def of(cls, room: RoomSnapshot, catalogue: Catalogue) -> Scene:
        everybody = [*room.members, *(gone.member for gone in room.departed)]
        told_apart = short_names([m.name for m in everybody])
        names = {m.id: name for m, name in zip(everybody, told_apart, strict=True)} | names_in(room)
        return cls(room, catalogue, names, {m.id: m for m in everybody})

    @property
    def child(self) -> str:
        return self.room.child

    def name(self, member: object) -> str:
        """The short name of a member's id; of somebody who is gone from the room, no name."""
        return self.names.get(member, _("this person")) if isinstance(member, int) else ""

    def listed(self, members: Iterable[object], *, most: int = 3) -> str:
        return listed([self.name(member) for member in members], most=most)

    def need(self, slug: object) -> NeedInfo:
        return self.catalogue.needs[str(slug)]

    def capability(self, slug: object) -> CapabilityInfo:
        return self.catalogue.capabilities[str(slug)]

    def state(self, code: object) -> str:
        return self.catalogue.states.get(str(code), str(code))

    def letters(self, member: int | None, slug: object) -> str:
        """How to call a role of this person in a sentence: 'QMHA', 'MD' as they wear it, 'skills trainer'."""
        role = self.catalogue.roles.get(str(slug))
        if role is None:
            return _("role")
        here = self.members.get(member) if member is not None else None
        return worn(here, role, self.catalogue, self.room.state) if here else role.name

    def a_role(self, member: int | None, slug: object) -> str:
        return with_article(self.letters(member, slug))

    def letters_of(self, evidence: Evidence) -> str:
        """The letters a fact was read from; of a role that letters may mean, its own name."""
        return self.letters(evidence.member, evidence.role)

    def wears_letters(self, member: int | None = None) -> bool:
        """Does the person, or anybody here, have letters? A job title that is told is none."""
        one = self.members.get(member) if member is not None else None
        some = [one] if one else self.room.members
        return any(are_letters(c, self.catalogue) for fact in some for c in fact.credentials)

    def said(self, text: str) -> str:
        """A sentence of the catalogue with the child's nickname in it."""
        return curly(text).replace("{child}", self.child)

    def brings(self, finding: Finding) -> str:
        """The strength to name before any question; '' while no known role tells one."""
        role = self.catalogue.roles.get(str(finding.params.get("brings", "")))
        if role is None or finding.member is None:
            return ""
        named = {"name": self.name(finding.member), "what": curly(role.brings)}
        return closed(_("What %(name)s brings: %(what)s") % named)

    def if_not(self, need: NeedInfo, instead: str = "") -> str:
        """What is left without an answer. For safety always with a line that answers day and night."""
        own = self.said(need.if_not)
        if not need.safety:
            return instead or own
        if instead:
            own = f"{instead} {own}"
        if CRISIS_LINE in own:
            return own
        return f"{own} " + _("If it can’t wait, call or text %(line)s.") % {"line": CRISIS_LINE}
