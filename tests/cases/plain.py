"""Rooms and catalogues as plain values, for the pure decisions: no database.

Needs and capabilities are the real ones (their words matter); roles and cells are small and made for tests.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import yaml

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
    CapabilityInfo,
    Catalogue,
    CollisionInfo,
    FitInfo,
    Kind,
    LocalTitle,
    NameEntry,
    NeedInfo,
    Reach,
    Reading,
    RoleInfo,
    SourceRef,
)
from roles.decode.belief import is_called_doctor, read_belief
from web.english import capital

DATA = Path(__file__).parents[2] / "roles" / "data"
TODAY = date(2026, 3, 10)
SOURCE = SourceRef("OAR-309-019-0125", "Staff rule for programs", "https://example.org/rule", "law")
REACHES = {"T": Reach.TRAINED, "S": Reach.SUPERVISED, "D": Reach.DEPENDS, "N": Reach.NOT_TRAINED}

EVERYDAY = "rapport active-listening skills-modelling behavior-charts daily-living care-coordination"
PLANS = "safety-planning de-escalation parent-sibling-support"
CLINICAL = (
    "individual-psychotherapy family-therapy family-systems clinical-assessment diagnosis tailor-to-diagnosis"
)

ROLES = {
    "qmha": ("QMHA", "Qualified Mental Health Associate", Kind.QUALIFICATION, "paraprofessional", "OR", "no",
        {"T": EVERYDAY, "S": PLANS, "N": f"{CLINICAL} trauma-treatment medication behavior-analysis"}),
    "qmhp": ("QMHP", "Qualified Mental Health Professional", Kind.QUALIFICATION, "clinician-in-agency", "OR",
        "depends", {"T": f"{EVERYDAY} {PLANS}", "S": CLINICAL, "D": "trauma-treatment", "N": "medication"}),
    "cswa": ("CSWA", "Clinical Social Work Associate", Kind.REGISTRATION, "pre-license", "OR", "on-the-way",
        {"T": EVERYDAY, "S": f"{PLANS} {CLINICAL}", "D": "trauma-treatment", "N": "medication"}),
    "lcsw": ("LCSW", "Licensed Clinical Social Worker", Kind.LICENCE, "independent-clinician", "OR", "yes",
        {"T": f"{EVERYDAY} {PLANS} {CLINICAL}", "D": "trauma-treatment", "N": "medication"}),
    "psychiatrist": ("MD / DO", "Psychiatrist", Kind.LICENCE, "prescriber", "OR", "yes",
        {"T": "medication clinical-assessment diagnosis safety-planning",
         "D": "family-therapy trauma-treatment", "N": "family-systems parent-sibling-support"}),
    "msw": ("MSW", "Master of Social Work", Kind.DEGREE, "degree-only", "US", "no",
        {"T": EVERYDAY, "D": f"{PLANS} {CLINICAL} trauma-treatment", "N": "medication"}),
    "skills-trainer": ("Skills trainer", "Skills trainer", Kind.TITLE, "paraprofessional", "US", "no",
        {"T": EVERYDAY, "S": PLANS, "N": f"{CLINICAL} trauma-treatment medication"}),
    "therapist-title": ("Therapist", "Therapist (spoken title)", Kind.TITLE, "ambiguous-title", "US",
        "depends", {"D": CLINICAL}),
    "slp": ("SLP", "Speech-language pathologist", Kind.LICENCE, "allied-health", "US", "yes",
        {"T": "educational-assessment", "N": f"{CLINICAL} trauma-treatment medication safety-planning"}),
    "school-psychologist": ("NCSP", "School psychologist", Kind.LICENCE, "school", "US", "yes",
        {"T": f"{EVERYDAY} educational-assessment", "D": f"{PLANS} {CLINICAL}",
         "N": "trauma-treatment medication"}),
}  # fmt: skip
"""By slug: letters, name, kind, tier, state, licence, and the cells by reach."""

SEED_ROLES = {
    "qmha": ("QMHA", "Qualified Mental Health Associate", Kind.QUALIFICATION, "paraprofessional", "OR", "no",
        {"T": "rapport active-listening skills-modelling behavior-charts daily-living",
         "N": "trauma-treatment family-therapy family-systems substance-use-treatment screen-problem"
         " sexual-behavior tailor-to-diagnosis de-escalation safety-planning parent-sibling-support"
         " clinical-assessment individual-psychotherapy"}),
    "qmhp": ("QMHP", "Qualified Mental Health Professional", Kind.QUALIFICATION, "clinician-in-agency", "OR",
        "depends", {"T": "individual-psychotherapy"}),
    "msw": ("MSW", "Master of Social Work", Kind.DEGREE, "degree-only", "US", "no", {}),
    "lcsw": ("LCSW", "Licensed Clinical Social Worker", Kind.LICENCE, "independent-clinician", "OR", "yes",
        {"T": "individual-psychotherapy diagnosis"}),
    "lpc": ("LPC", "Licensed Professional Counselor", Kind.LICENCE, "independent-clinician", "OR", "yes", {}),
    "lmft": ("LMFT", "Licensed Marriage and Family Therapist", Kind.LICENCE, "independent-clinician", "OR",
        "yes", {}),
    "psychologist": ("PhD / PsyD", "Licensed Psychologist", Kind.LICENCE, "independent-clinician", "OR",
        "yes", {"T": "individual-psychotherapy clinical-assessment"}),
    "psychiatrist": ("MD / DO", "Psychiatrist", Kind.LICENCE, "prescriber", "OR", "yes", {"T": "medication"}),
}  # fmt: skip
"""What a parents' guide really says on eight roles. Where it is silent there is no cell at all."""

QMHP_READINGS = (
    Reading("OR", "Usually a master's degree.", frozenset({"OR"})),
    Reading("VA", "a bachelor's degree", frozenset({"VA"})),
    Reading("IL", "includes a master's degree", frozenset({"IL"})),
)
UNDER_SOMEONE = {"paraprofessional", "clinician-in-agency", "pre-license", "degree-only"}
SUPERVISED_BY = {"qmha": "qmhp lcsw", "skills-trainer": "qmhp lcsw", "qmhp": "lcsw"}
NAMES = (
    NameEntry("therapist", "therapist-title", "spoken"),
    NameEntry("therapist", "qmha", "spoken"),
    NameEntry("speech therapist", "slp", "title"),
    NameEntry("skills trainer", "skills-trainer", "title"),
)


@cache
def catalogue(which: str = "small", number: int = 7) -> Catalogue:
    roles = {"small": ROLES, "seed": SEED_ROLES}[which]
    cells = [cell for slug, role in roles.items() for cell in _cells(slug, role[-1])]
    names: dict[str, tuple[NameEntry, ...]] = {}
    for entry in NAMES:
        if entry.role in roles:
            names[entry.name] = (*names.get(entry.name, ()), entry)
    return Catalogue(
        number=number,
        roles={slug: _role(slug, *role[:-1]) for slug, role in roles.items()},
        capabilities={c["slug"]: _capability(c) for c in _rows("capabilities")},
        needs={n["slug"]: _need(n, place) for place, n in enumerate(_rows("needs"))},
        fits={(cell.role, cell.capability, ""): cell for cell in cells},
        names=names,
        states={"OR": "Oregon", "ID": "Idaho", "VA": "Virginia", "NV": "Nevada", "IL": "Illinois"},
        collisions={"qmhp": CollisionInfo("QMHP", QMHP_READINGS)},
        local={
            ("NV", "qmha"): LocalTitle(Kind.QUALIFICATION, ""),
            ("VA", "lmhp"): LocalTitle(Kind.LICENCE, ""),
        },
    )


def _rows(name: str) -> list[dict]:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text())[name]


def _role(slug, letters, name, kind, tier, state, licence) -> RoleInfo:
    return RoleInfo(
        slug=slug,
        letters=letters,
        name=name,
        kind=kind,
        tier=tier,
        state=state,
        licence=licence,
        brings=f"practice that {name.split()[0].lower()} work gives",
        needs_supervisor=tier in UNDER_SOMEONE,
        ambiguous=tier == "ambiguous-title",
        at_school=tier == "school",
        supervised_by=frozenset(SUPERVISED_BY.get(slug, "").split()),
    )


def _cells(role: str, cells: dict[str, str]) -> Iterable[FitInfo]:
    for letter, slugs in cells.items():
        for slug in slugs.split():
            yield FitInfo(
                role,
                slug,
                REACHES[letter],
                "rule",
                "The rule says so.",
                "verified",
                date(2026, 2, 1),
                (SOURCE,),
            )


def _capability(c: dict) -> CapabilityInfo:
    return CapabilityInfo(
        **{
            k: c[k]
            for k in ("slug", "title", "noun", "does", "does_not", "can", "clinical", "opened_by_training")
        }
    )


def _need(n: dict, place: int) -> NeedInfo:
    same = {k: n[k] for k in ("slug", "title", "noun", "urgency", "asks", "clear_answer", "if_not")}
    return NeedInfo(
        **same,
        safety=n.get("safety", False),
        all_of=tuple(n["requires_all"]),
        any_of=tuple(n["requires_any"]),
        helpful=tuple(n["helpful"]),
        position=place,
        mental_health=n.get("mental_health", False),
        keep_safe=frozenset(n.get("keep_safe", ())),
    )


def noun(need: str) -> str:
    """How a sentence calls a need; the words belong to the catalogue, not to the tests."""
    return catalogue().needs[need].noun


FAMILY, SAFETY, SKILLS, TRAUMA, SEVERE, DIAGNOSIS, MEDICINE = (
    "family-conflict",
    "self-harm-suicide",
    "everyday-skills",
    "trauma",
    "severe-symptoms",
    "unclear-diagnosis",
    "medication-questions",
)


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
    id: int, need: str = "", member: MemberFact | None = None, on: str = "2026-03-01", due: str = "2026-03-06"
):
    at = datetime.fromisoformat(f"{on}T18:00").replace(tzinfo=UTC)
    return AskFact(
        id=id,
        key=f"a{id}",
        state="waiting",
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
