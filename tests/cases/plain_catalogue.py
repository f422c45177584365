"""Small catalogues as plain values: the real needs and capabilities, and roles and cells made for tests."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import yaml

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

DATA = Path(__file__).parents[2] / "roles" / "data"
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
OREGON = {
    "qmha": Kind.QUALIFICATION,
    "qmhp": Kind.QUALIFICATION,
    "cswa": Kind.REGISTRATION,
    "lcsw": Kind.LICENCE,
}
"""The state's own list of titles; national letters stand in no state's."""
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
            **{("OR", letters): LocalTitle(kind, "") for letters, kind in OREGON.items()},
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
