"""Rooms and catalogues as plain values, for the pure decisions: no database.

The catalogue comes from ``plain_catalogue``.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from cases.coverage import cover
from cases.mismatch import Finding, find
from cases.snapshot import (
    AgreementFact,
    AskFact,
    CredentialFact,
    DepartedFact,
    MemberFact,
    NeedRow,
    RoomSnapshot,
    TrainingFact,
)
from cases.wording import PARENT, Scene, Voice, Words, say
from cases.wording.grid import say_cell, say_mark, say_row
from cases.wording.names import names_in
from roles.catalogue import (
    Catalogue,
    Kind,
)
from roles.decode.belief import is_called_doctor, read_belief
from tests.cases.plain_catalogue import ROLES, SEED_ROLES, catalogue
from web.english import capital

TODAY = date(2026, 3, 10)


# -- people and rooms ---------------------------------------------------------------------------------


def letters(role: str, text: str = "") -> CredentialFact:
    """Letters that stand for one role."""
    shown, _, kind, *_ = (ROLES | SEED_ROLES)[role]
    return CredentialFact(text or shown.split(" / ")[0], kind, role)


def trained(capability: str, name: str = "TF-CBT", **more) -> TrainingFact:
    """An extra training that was told and that the catalogue knows, if not said otherwise."""
    return TrainingFact(capability, name, **{"known": True} | more)


def person(id: int, name: str, *roles: str | CredentialFact, **more) -> MemberFact:
    worn = tuple(r if isinstance(r, CredentialFact) else letters(r) for r in roles)
    called = is_called_doctor(name)
    member = MemberFact(id=id, key=f"m{id}", name=name, credentials=worn, called_doctor=called)
    return believing(replace(member, **more), more.get("believed", ""))


def believing(member: MemberFact, words: str, known: Catalogue | None = None) -> MemberFact:
    """What the parent wrote they believe, read as it is when it is saved."""
    return replace(member, believed=words, belief=read_belief(words, known or catalogue()))


TASHA = person(1, "Tasha", "qmha", supervisor="named")
JANE = person(2, "Jane", "qmhp")
OKAFOR = person(3, "Dr. Okafor", "psychiatrist")
LUIS = person(4, "Luis", CredentialFact("Therapist", Kind.TITLE, candidates=("qmha", "lcsw", "psychiatrist")))
ANA = person(5, "Ana", "lcsw")


def room(needs: str, *members: MemberFact, **more) -> RoomSnapshot:
    facts = {"child": "Sunny", "state": "OR", "today": TODAY} | more
    return RoomSnapshot(needs=tuple(needs.split()), members=members, **facts)


def agreed(member: MemberFact, need: str, kind: str = "agreed") -> AgreementFact:
    return AgreementFact(member.id, need, kind)


def left(member: MemberFact, on: str = "2026-02-20", **kinds: str) -> DepartedFact:
    """Somebody who left, by what had been agreed: ``left(ANA, family_conflict="agreed")``."""
    agreements = tuple(agreed(member, need.replace("_", "-"), kind) for need, kind in kinds.items())
    return DepartedFact(member, date.fromisoformat(on), agreements)


def ask(
    id: int,
    need: str = "",
    member: MemberFact | None = None,
    on: str = "2026-03-01",
    due: str = "2026-03-06",
    state: str = "waiting",
):
    at = datetime.fromisoformat(f"{on}T18:00").replace(tzinfo=UTC)
    return AskFact(
        id=id,
        key=f"a{id}",
        state=state,
        text="Who leads this?",
        need=need,
        member=member.id if member else None,
        asked_at=at,
        due_on=date.fromisoformat(due),
    )


def row(needs: str, *members: MemberFact, which: str = "small", **more) -> NeedRow:
    """The row of the first need."""
    return cover(room(needs, *members, **more), catalogue(which)).row(needs.split()[0])


def row_told(row: NeedRow, *members: MemberFact) -> str:
    """The sentence under a need, as the parent reads it."""
    return say_row(row, names_in(room("", *members)), PARENT)


def cells_told(row: NeedRow, *members: MemberFact) -> list[str]:
    """What stands beside each mark, or else the mark in words."""
    called = names_in(room("", *members))
    return [say_cell(cell, called, PARENT) or say_mark(cell, PARENT) for cell in row.cells]


def marks(row: NeedRow) -> list[str]:
    return [cell.mark.value for cell in row.cells]


@dataclass(frozen=True)
class Told:
    """A finding beside what it says; it answers for the finding's own values too.

    ``letters``: what the facts it stands on were read from, as shown.
    """

    finding: Finding
    words: Words
    letters: tuple[str, ...] = ()

    def __getattr__(self, name: str):
        return getattr(self.finding, name)


def told(facts: RoomSnapshot, known: Catalogue, voice: Voice = PARENT) -> tuple[Told, ...]:
    """Everything worth asking about in a room, with its words."""
    scene = Scene.of(facts, known)
    return tuple(
        Told(f, say(f, scene, voice), tuple(capital(scene.letters_of(e)) for e in f.evidence))
        for f in find(facts, known, cover(facts, known))
    )


def findings(facts: RoomSnapshot, which: str = "small") -> tuple[Told, ...]:
    return told(facts, catalogue(which))


def rules(facts: RoomSnapshot, need: str | None = None, which: str = "small") -> list[str]:
    return [f.rule for f in findings(facts, which) if need is None or f.need == need]


def the(rule: str, facts: RoomSnapshot) -> Told:
    """The only finding of a rule."""
    (found,) = [f for f in findings(facts) if f.rule == rule]
    return found
