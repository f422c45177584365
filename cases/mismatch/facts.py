"""What the rules look at: the room, the grid and the catalogue, indexed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cases import person_fit, worth
from cases.mismatch.finding import Evidence, Finding, Value
from cases.mismatch.place import place_of
from cases.mismatch.rules import Level, Rule
from cases.person_fit import is_urgent as is_urgent
from cases.snapshot import Cell, Coverage, CredentialFact, MemberFact, NeedRow, RoomSnapshot
from roles.catalogue import Catalogue, FitInfo, FitResult, Kind, NeedInfo, Reach, RoleInfo
from roles.fit import why_not_here

SPEAKS_FOR = (Kind.LICENCE, Kind.QUALIFICATION, Kind.REGISTRATION, Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
"""Which letters say best what somebody does here, best first."""
MOST_ROLES = 6
"""So many roles a word can mean are shown with a fact each."""
Known = tuple[CredentialFact, RoleInfo]


@dataclass(frozen=True, slots=True)
class Facts:
    """One room under the rules."""

    room: RoomSnapshot
    catalogue: Catalogue
    coverage: Coverage
    members: Mapping[int, MemberFact]
    agreements: Mapping[tuple[int, str], str]
    fits: Mapping[int, person_fit.PersonFit]
    known: Mapping[int, tuple[Known, ...]]

    @classmethod
    def at(cls, room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage) -> Facts:
        room = room.in_order()
        place = {member.id: place for place, member in enumerate(room.members)}
        return cls(
            room,
            catalogue,
            _seated(coverage, place),
            members={m.id: m for m in room.members},
            agreements={(x.member, x.need): x.kind for x in room.agreements},
            fits={m.id: person_fit.person(m, catalogue, room.state) for m in room.members},
            known={m.id: _known(m, catalogue) for m in room.members},
        )

    def need(self, slug: str) -> NeedInfo:
        return self.catalogue.needs[slug]

    def is_asked(self, need: str, member: int) -> bool:
        """Was this person asked who leads the need, and has not answered?"""
        return any(x.need == need and x.member == member and x.lead for x in self.room.asks)

    def has_replied(self, need: str, member: int) -> bool:
        """Was this person asked who leads the need, and has said neither yes nor no?"""
        return any(r.need == need and r.member == member and r.lead for r in self.room.replies)

    def agreed(self, member: int, need: str) -> bool:
        return self.agreements.get((member, need)) == "agreed"

    def cell(self, row: NeedRow, member: int) -> Cell:
        return next(cell for cell in row.cells if cell.member == member)

    def fit(self, member: MemberFact, capability: str) -> FitResult:
        """What the cells say on a person and a capability the catalogue knows."""
        return self.fits[member.id].fits[capability]

    def worth_asking(self, member: int, need: NeedInfo, *, named: bool = False) -> int | None:
        """How near this person's answer may be to a lead, 0 nearest; None when it is not theirs to give.

        ``named``: as if the plan, or their own yes, named them for it.
        """
        named = named or self.agreements.get((member, need.slug)) in ("plan", "agreed")
        one, state = self.members[member], self.room.state
        return worth.worth_asking(one, need, self.catalogue, state, named=named)

    def may_prescribe(self, member: int) -> bool:
        return worth.may_prescribe(self.members[member], self.catalogue, self.room.state)

    def awaits_state(self, member: int, need: NeedInfo) -> bool:
        """May this person's letters tell more as soon as the family's state is told?"""
        return person_fit.awaits_state(self.members[member], need, self.catalogue, self.room.state)

    def roles(self, member: MemberFact) -> tuple[Known, ...]:
        """The person's letters that stand for one known role, the most telling first."""
        return self.known[member.id]

    def clear_roles(self, member: MemberFact) -> list[Known]:
        """The same without titles that can mean several jobs and roles we only know from another state."""
        return [
            (c, role)
            for c, role in self.known[member.id]
            if not role.ambiguous and not why_not_here(self.catalogue, role.slug, self.room.state, c.text)
        ]

    def kind(self, letters: CredentialFact) -> Kind:
        """What letters are: of a role the parent has told, what that role's letters are."""
        role = self.catalogue.roles.get(letters.role)
        return role.kind if role else letters.kind

    def kinds(self, member: MemberFact) -> set[Kind]:
        return {self.kind(letters) for letters in member.credentials}

    # -- evidence -------------------------------------------------------------------------------------

    def evidence(self, member: MemberFact, fits: Iterable[FitResult]) -> tuple[Evidence, ...]:
        """The cells some results stand on; what nothing decides leaves no evidence."""
        decided = ((f.decided_by, f.reach) for f in fits)
        return tuple(self._evidence(member.id, cell, reach) for cell, reach in decided if cell)

    def evidence_of(self, member: MemberFact, cell: FitInfo) -> tuple[Evidence, ...]:
        """One cell as evidence, as it stands."""
        return (self._evidence(member.id, cell, cell.reach),)

    def could_be(
        self, member: MemberFact, capabilities: Iterable[str] = (), *, most: int = MOST_ROLES
    ) -> tuple[Evidence, ...]:
        """One fact about each role a person's letters can mean: the roles to look up, so nobody's own yet."""
        slugs = dict.fromkeys(slug for c in member.credentials for slug in (c.role, *c.candidates) if slug)
        found = (self._first_fact(slug, capabilities) for slug in slugs if slug in self.catalogue.roles)
        return tuple(self._evidence(None, c, c.reach) for c in [cell for cell in found if cell][:most])

    def _first_fact(self, role: str, capabilities: Iterable[str]) -> FitInfo | None:
        needed = (slug for row in self.coverage.rows for slug in self.need(row.need).required)
        for slug in dict.fromkeys((*capabilities, *needed, *self.catalogue.capabilities)):
            cell = self.catalogue.fits.get((role, slug, self.room.state or "-"))
            cell = cell or self.catalogue.fits.get((role, slug, ""))
            if cell:
                return cell
        return None

    def _evidence(self, member: int | None, cell: FitInfo, reach: Reach) -> Evidence:
        source = cell.sources[0] if cell.sources else None
        return Evidence(
            role=cell.role,
            capability=cell.capability,
            reach=reach,
            claim=cell.claim,
            reason=cell.reason,
            confidence=cell.confidence,
            reviewed_on=cell.reviewed_on,
            source_title=source.title if source else "",
            source_address=source.address if source else "",
            place=place_of(cell, self.catalogue, self.room.state),
            member=member,
        )

    # -- findings -------------------------------------------------------------------------------------

    def finding(
        self,
        rule: Rule,
        level: Level,
        why: str = "",
        *,
        need: str = "",
        member: MemberFact | None = None,
        evidence: tuple[Evidence, ...] = (),
        **params: Value,
    ) -> Finding:
        """A finding about this room. What a person brings is named with every question about them."""
        return Finding(
            rule=rule,
            level=level,
            why=why,
            need=need,
            member=member.id if member else None,
            params=params | self._brings(member),
            evidence=tuple({(e.role, e.capability): e for e in evidence}.values()),
            catalogue=self.catalogue.number,
        )

    def _brings(self, member: MemberFact | None) -> dict[str, Value]:
        known = self.clear_roles(member) if member else []
        return {"brings": known[0][1].slug} if known and known[0][1].brings else {}


def _seated(coverage: Coverage, place: Mapping[int, int]) -> Coverage:
    """The grid with everybody in the order of the room."""
    rows = (
        replace(row, cells=tuple(sorted(row.cells, key=lambda cell: place[cell.member])))
        for row in coverage.rows
    )
    return Coverage(tuple(rows))


def _known(member: MemberFact, catalogue: Catalogue) -> tuple[Known, ...]:
    found = [(c, catalogue.roles[c.role]) for c in member.credentials if c.role in catalogue.roles]
    return tuple(sorted(found, key=lambda pair: SPEAKS_FOR.index(pair[1].kind)))


def level_of(need: NeedInfo) -> Level:
    """Safety and medicine come first."""
    return Level.FIRST if is_urgent(need) else Level.SOON
