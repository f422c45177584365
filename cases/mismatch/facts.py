"""What the rules look at: the room, the grid and the catalogue, indexed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cases import person_fit
from cases.mismatch.place import place_of
from cases.mismatch.worn import worn
from cases.phrases import a, capital, curly, stop
from cases.snapshot import (
    Coverage,
    CredentialFact,
    Evidence,
    Finding,
    MemberFact,
    RoomSnapshot,
    Words,
)
from roles.catalogue import Catalogue, FitInfo, FitResult, Kind, NeedInfo, Reach, RoleInfo
from roles.fit import why_not_here

SPEAKS_FOR = (Kind.LICENCE, Kind.QUALIFICATION, Kind.REGISTRATION, Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
"""Which letters say best what somebody does here, best first."""


CRISIS_LINE = "988"
MOST_ROLES = 6
"""So many roles a word can mean are shown with a fact each."""
Known = tuple[CredentialFact, RoleInfo]


@dataclass(frozen=True, slots=True)
class Facts:
    """One room under the rules, everybody in it called by the first name."""

    room: RoomSnapshot
    catalogue: Catalogue
    coverage: Coverage
    members: Mapping[int, MemberFact]
    agreements: Mapping[tuple[int, str], str]
    reaches: Mapping[int, person_fit.PersonFit]
    known: Mapping[int, tuple[Known, ...]]
    _letters: dict[tuple[int, str], str] = field(default_factory=dict)

    @classmethod
    def at(cls, room: RoomSnapshot, catalogue: Catalogue, coverage: Coverage) -> Facts:
        called = room.called
        room = replace(room, members=tuple(replace(m, name=called[m.id]) for m in room.members))
        return cls(
            room,
            catalogue,
            coverage,
            members={m.id: m for m in room.members},
            agreements={(x.member, x.need): x.kind for x in room.agreements},
            reaches={m.id: person_fit.person(m, catalogue, room.state) for m in room.members},
            known={m.id: _known(m, catalogue) for m in room.members},
        )

    def need(self, slug: str) -> NeedInfo:
        return self.catalogue.needs[slug]

    def is_asked(self, need: str, member: int) -> bool:
        return any(x.need == need and x.member == member for x in self.room.asks)

    def fit(self, member: MemberFact, capability: str) -> FitResult:
        """What the cells say on a person and a capability the catalogue knows."""
        return self.reaches[member.id].fits[capability]

    def worth_asking(self, member: int, need: NeedInfo, *, named: bool = False) -> int | None:
        """How near this person's answer may be to a lead, 0 nearest; None when it is not theirs to give.

        ``named``: as if the plan, or their own yes, named them for it.
        """
        named = named or self.agreements.get((member, need.slug)) in ("plan", "agreed")
        return person_fit.worth_asking(
            self.members[member], need, self.catalogue, self.room.state, named=named
        )

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

    def letters(self, member: MemberFact, slug: str) -> str:
        """How to call a role of this person in a sentence: 'QMHA', 'MD' as they wear it, 'skills trainer'."""
        known = self._letters.get((member.id, slug))
        if known is None:
            role = self.catalogue.roles.get(slug)
            known = self._letters[member.id, slug] = worn(member, role) if role else "role"
        return known

    def brings(self, member: MemberFact) -> str:
        """The strength to name before any question; '' while no known role tells one."""
        known = self.clear_roles(member)
        what = curly(known[0][1].brings) if known else ""
        return stop(f"What {member.name} brings: {what}") if what else ""

    def evidence(self, member: MemberFact, fits: Iterable[FitResult]) -> tuple[Evidence, ...]:
        """The cells some results stand on; what nothing decides leaves no evidence."""
        decided = ((f.decided_by, f.reach) for f in fits)
        return tuple(
            self._evidence(self.letters(member, cell.role), cell, reach) for cell, reach in decided if cell
        )

    def cell(self, member: MemberFact, cell: FitInfo) -> tuple[Evidence, ...]:
        """One cell as evidence, as it stands."""
        return (self._evidence(self.letters(member, cell.role), cell, cell.reach),)

    def could_be(
        self, member: MemberFact, capabilities: Iterable[str] = (), *, most: int = MOST_ROLES
    ) -> tuple[Evidence, ...]:
        """One fact about each role a person's letters can mean: the roles to look up."""
        slugs = dict.fromkeys(slug for c in member.credentials for slug in (c.role, *c.candidates) if slug)
        found = (self._first_fact(slug, capabilities) for slug in slugs if slug in self.catalogue.roles)
        cells = [cell for cell in found if cell][:most]
        return tuple(self._evidence(self.catalogue.roles[c.role].name, c, c.reach) for c in cells)

    def _first_fact(self, role: str, capabilities: Iterable[str]) -> FitInfo | None:
        needed = (slug for row in self.coverage.rows for slug in self.need(row.need).required)
        for slug in dict.fromkeys((*capabilities, *needed, *self.catalogue.capabilities)):
            cell = self.catalogue.fits.get((role, slug, self.room.state or "-"))
            cell = cell or self.catalogue.fits.get((role, slug, ""))
            if cell:
                return cell
        return None

    def _evidence(self, letters: str, cell: FitInfo, reach: Reach) -> Evidence:
        source = cell.sources[0] if cell.sources else None
        return Evidence(
            role=cell.role,
            letters=capital(letters),
            capability=cell.capability,
            reach=reach,
            claim=cell.claim,
            reason=cell.reason,
            confidence=cell.confidence,
            reviewed_on=cell.reviewed_on,
            source_title=source.title if source else "",
            source_address=source.address if source else "",
            place=place_of(cell, self.catalogue, self.room.state),
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

    def if_not(self, need: NeedInfo, instead: str = "") -> str:
        """What is left without an answer. For safety always with a line that answers day and night."""
        own = self.say(need.if_not)
        if not need.safety:
            return instead or own
        if instead:
            own = f"{instead} {own.replace('If no one does,', 'If no one can,', 1)}"
        return own if CRISIS_LINE in own else f"{own} If it can’t wait, call or text {CRISIS_LINE}."

    def a_role(self, member: MemberFact, slug: str) -> str:
        return a(self.letters(member, slug))


def _known(member: MemberFact, catalogue: Catalogue) -> tuple[Known, ...]:
    found = [(c, catalogue.roles[c.role]) for c in member.credentials if c.role in catalogue.roles]
    return tuple(sorted(found, key=lambda pair: SPEAKS_FOR.index(pair[1].kind)))


def level_of(need: NeedInfo) -> str:
    """Safety and medicine come first."""
    return "first" if is_urgent(need) else "soon"


def is_urgent(need: NeedInfo) -> bool:
    return need.safety or person_fit.MEDICINE in need.all_of
