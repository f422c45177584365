"""What the rules look at: the room, the grid and the catalogue, indexed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cases import reach
from cases.phrases import a, curly, stop
from cases.snapshot import (
    AskFact,
    Coverage,
    CredentialFact,
    Evidence,
    Finding,
    MemberFact,
    RoomSnapshot,
    Words,
)
from roles.catalogue import Catalogue, FitInfo, FitResult, Kind, NeedInfo, Reach, RoleInfo
from roles.lexicon import role_holds

WAITING = frozenset({"waiting", "unclear"})
SPEAKS_FOR = (Kind.LICENCE, Kind.QUALIFICATION, Kind.REGISTRATION, Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
"""Which letters say best what somebody does here, best first."""


Known = tuple[CredentialFact, RoleInfo]


@dataclass(frozen=True, slots=True)
class Look:
    """One room under the rules."""

    room: RoomSnapshot
    catalogue: Catalogue
    coverage: Coverage
    members: Mapping[int, MemberFact]
    agreements: Mapping[tuple[int, str], str]
    reaches: Mapping[int, reach.Person]
    known: Mapping[int, tuple[Known, ...]]
    waiting: tuple[AskFact, ...]
    _letters: dict[tuple[int, str], str] = field(default_factory=dict)

    @classmethod
    def at(cls, room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage) -> Look:
        return cls(
            room,
            catalogue,
            coverage,
            members={m.id: m for m in room.members},
            agreements={(x.member, x.need): x.kind for x in room.agreements},
            reaches={m.id: reach.person(m, catalogue, room.state) for m in room.members},
            known={m.id: _known(m, catalogue) for m in room.members},
            waiting=tuple(x for x in room.asks if x.state in WAITING),
        )

    def need(self, slug: str) -> NeedInfo:
        return self.catalogue.needs[slug]

    def is_asked(self, need: str, member: int) -> bool:
        return any(x.need == need and x.member == member for x in self.waiting)

    def fit(self, member: MemberFact, capability: str) -> FitResult:
        """What the cells say on a person and a capability the catalogue knows."""
        return self.reaches[member.id].fits[capability]

    def worth_asking(self, member: int, need: NeedInfo) -> int | None:
        """How near this person's answer may be to a lead, 0 nearest; None when it is not theirs to give."""
        return reach.worth_asking(self.members[member], need, self.catalogue, self.room.state)

    def roles(self, member: MemberFact) -> tuple[Known, ...]:
        """The person's letters that stand for one known role, the most telling first."""
        return self.known[member.id]

    def clear_roles(self, member: MemberFact) -> list[Known]:
        """The same without titles that can mean several jobs and roles we only know from another state."""
        return [
            (c, role)
            for c, role in self.known[member.id]
            if not role.ambiguous and role_holds(self.catalogue, role.slug, self.room.state)
        ]

    def letters(self, member: MemberFact, slug: str) -> str:
        """How to call a role of this person in a sentence: 'QMHA', 'MD' as they wear it, 'skills trainer'."""
        known = self._letters.get((member.id, slug))
        if known is None:
            role = self.catalogue.roles.get(slug)
            known = self._letters[member.id, slug] = _worn(member, role) if role else "role"
        return known

    def brings(self, member: MemberFact) -> str:
        """The strength to name before any question; '' while no known role tells one."""
        known = self.clear_roles(member)
        what = curly(known[0][1].brings) if known else ""
        return stop(f"What {member.name} brings: {what}") if what else ""

    def evidence(self, member: MemberFact, fits: Iterable[FitResult]) -> tuple[Evidence, ...]:
        """The cells some results stand on; what nothing decides leaves no evidence."""
        decided = ((f.decided_by, f.reach) for f in fits)
        return tuple(self._evidence(member, cell, reach) for cell, reach in decided if cell)

    def cell(self, member: MemberFact, cell: FitInfo) -> tuple[Evidence, ...]:
        """One cell as evidence, as it stands."""
        return (self._evidence(member, cell, cell.reach),)

    def _evidence(self, member: MemberFact, cell: FitInfo, reach: Reach) -> Evidence:
        source = cell.sources[0] if cell.sources else None
        return Evidence(
            role=cell.role,
            letters=self.letters(member, cell.role),
            capability=cell.capability,
            reach=reach,
            claim=cell.claim,
            reason=cell.reason,
            confidence=cell.confidence,
            reviewed_on=cell.reviewed_on,
            source_title=source.title if source else "",
            source_address=source.address if source else "",
        )

    def finding(
        self,
        rule: str,
        level: str,
        words: Words,
        *,
        need: str = "",
        member: int | None = None,
        evidence: tuple[Evidence, ...] = (),
    ) -> Finding:
        return Finding(
            rule=rule,
            fingerprint=f"{rule}:{need or '-'}:{'-' if member is None else member}",
            level=level,
            words=words,
            need=need,
            member=member,
            evidence=tuple({(e.role, e.capability): e for e in evidence}.values()),
            catalogue=self.catalogue.number,
        )

    def say(self, text: str) -> str:
        """A sentence of the catalogue with the child's nickname in it."""
        return curly(text).replace("{child}", self.room.child)

    def a_role(self, member: MemberFact, slug: str) -> str:
        return a(self.letters(member, slug))


def _worn(member: MemberFact, role: RoleInfo) -> str:
    parts = role.letters.split(" / ")
    worn = next((c.text for c in member.credentials if c.role == role.slug and c.text in parts), parts[0])
    spelled_out = worn == role.name and not worn[1:2].isupper()
    return worn[:1].lower() + worn[1:] if spelled_out else worn


def _known(member: MemberFact, catalogue: Catalogue) -> tuple[Known, ...]:
    found = [(c, catalogue.roles[c.role]) for c in member.credentials if c.role in catalogue.roles]
    return tuple(sorted(found, key=lambda pair: SPEAKS_FOR.index(pair[0].kind)))


def level_of(need: NeedInfo) -> str:
    """Safety and medicine come first."""
    return "first" if is_urgent(need) else "soon"


def is_urgent(need: NeedInfo) -> bool:
    return need.safety or "medication" in need.all_of


def short(text: str, most: int = 40) -> str:
    """What somebody wrote, cut to fit a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"
