"""A catalogue small enough to read at once, made by hand, for the pure decisions."""

from dataclasses import dataclass
from datetime import date

from roles.catalogue import (
    CapabilityInfo,
    Catalogue,
    CollisionInfo,
    FitInfo,
    Kind,
    NameEntry,
    NeedInfo,
    Reading,
    RoleInfo,
)
from roles.decode import fold
from roles.state_titles import local_titles
from roles.wording.notes import say_notes

TIERS = {Kind.LICENCE: "independent-clinician", Kind.REGISTRATION: "pre-license", Kind.DEGREE: "degree-only"}
CLINICIAN = "clinician-in-agency"


@dataclass(frozen=True)
class Letters:
    """One group of letters of a person."""

    role: str = ""
    candidates: tuple[str, ...] = ()
    kind: Kind = Kind.LICENCE
    text: str = ""


UNKNOWN_LETTERS = Letters(kind=Kind.UNKNOWN)


def role(slug, letters, name, kind=Kind.LICENCE, state="OR", tier="", ambiguous=False, confused_with=""):
    return RoleInfo(
        slug=slug,
        letters=letters,
        name=name,
        kind=kind,
        tier=tier or TIERS.get(kind, "paraprofessional"),
        state=state,
        licence="yes" if kind is Kind.LICENCE else "no",
        brings="help",
        needs_supervisor=kind is not Kind.LICENCE,
        ambiguous=ambiguous,
        confused_with=confused_with,
    )


def cell(role_slug, capability, reach, state="", confidence="verified"):
    return FitInfo(
        role=role_slug,
        capability=capability,
        reach=reach,
        claim="rule",
        reason=f"{role_slug} and {capability}",
        confidence=confidence,
        reviewed_on=date(2026, 11, 22),
        state=state,
    )


def capability(slug, clinical=True, opened=False):
    can = f"do {slug.replace('-', ' ')}"
    return CapabilityInfo(slug, slug.title(), slug, f"does {slug}", f"does not {can}", can, clinical, opened)


def need(slug="a-need", all_of=(), any_of=()):
    return NeedInfo(slug, slug.title(), slug, False, "soon", tuple(all_of), tuple(any_of), (), "", "", "")


def catalogue(roles=(), cells=(), capabilities=(), names=(), collisions=(), states=(), local=()):
    by_name: dict[str, tuple[NameEntry, ...]] = {}
    for entry in names:
        by_name[fold(entry.name)] = (*by_name.get(fold(entry.name), ()), entry)
    return Catalogue(
        number=1,
        roles={info.slug: info for info in roles},
        capabilities={info.slug: info for info in capabilities},
        fits={(info.role, info.capability, info.state): info for info in cells},
        names=by_name,
        collisions={fold(info.title): info for info in collisions},
        states=dict(states),
        local=dict(local),
    )


ROLES = (
    role("qmha", "QMHA", "Qualified Mental Health Associate", Kind.QUALIFICATION),
    role("qmhp", "QMHP", "Qualified Mental Health Professional", Kind.QUALIFICATION, tier=CLINICIAN),
    role("qmhp-c", "QMHP-C", "Qualified Mental Health Professional, Certified", Kind.QUALIFICATION),
    role("msw", "MSW", "Master of Social Work", Kind.DEGREE, "US"),
    role("cswa", "CSWA", "Certified Clinical Social Work Associate", Kind.REGISTRATION, confused_with="lcsw"),
    role("pca", "PCA", "Professional Counselor Associate", Kind.REGISTRATION, confused_with="lpc"),
    role("mfta", "MFTA", "Marriage and Family Therapist Associate", Kind.REGISTRATION, confused_with="lmft"),
    role("lcsw", "LCSW", "Licensed Clinical Social Worker"),
    role("lpc", "LPC", "Licensed Professional Counselor"),
    role("lmft", "LMFT", "Licensed Marriage and Family Therapist"),
    role("psychologist", "PhD / PsyD", "Licensed Psychologist"),
    role("psychiatrist", "MD / DO", "Psychiatrist"),
    role("pediatrician", "MD / DO / NP / PA", "Pediatrician or primary care provider", state="US"),
    role("ot", "OT", "Occupational therapist"),
    role("art-therapist", "ATR-BC / LAT", "Art therapist"),
    role("cadc-i", "CADC I", "Certified Alcohol and Drug Counselor I", Kind.QUALIFICATION),
    role("cadc-ii", "CADC II", "Certified Alcohol and Drug Counselor II", Kind.QUALIFICATION),
    role("casa", "CASA", "Court appointed special advocate", Kind.TITLE, tier="legal-system"),
    role("fss", "FSS", "Family Support Specialist", Kind.QUALIFICATION, tier="peer"),
    role("skills-trainer", "Skills trainer", "Skills trainer", Kind.TITLE, "US"),
    role("fis", "FIS", "Family intervention specialist", Kind.TITLE, "US", ambiguous=True),
    role("therapist", "Therapist", "Therapist", Kind.TITLE, "US", ambiguous=True),
)
NAMES = (
    NameEntry("skills trainer", "skills-trainer", "title"),
    NameEntry("skills trainer", "qmha", "title"),
    NameEntry("registered associate", "pca", "title"),
    NameEntry("registered associate", "mfta", "title"),
    NameEntry("therapist", "therapist", "spoken"),
    NameEntry("therapist", "lcsw", "spoken"),
    NameEntry("therapist", "qmhp", "spoken"),
    NameEntry("counselor", "lpc", "spoken"),
    NameEntry("counselor", "qmhp", "spoken"),
    NameEntry("clinician", "lcsw", "spoken"),
    NameEntry("clinician", "qmhp", "spoken"),
    NameEntry("family intervention specialist", "fis", "spoken"),
    NameEntry("family intervention specialist", "qmha", "spoken"),
    NameEntry("Family Support Specialist", "fss", "name"),
    NameEntry("Family Support Specialist", "qmha", "title"),
    NameEntry("OTR/L", "ot", "letters"),
    NameEntry("LCSW", "lcsw", "letters"),
    NameEntry("LCSW", "lcsw", "letters", "OR"),
    NameEntry("LCSW", "lcsw", "letters", "VA"),
    NameEntry("LICSW", "lcsw", "letters", "MA"),
    NameEntry("LICSW", "lcsw", "letters", "WA"),
    NameEntry("LPCC", "lpc", "letters", "WA"),
    NameEntry("LPC Associate", "pca", "letters", "CO"),
    NameEntry("Licensed Clinical Psychologist", "psychologist", "name", "NJ"),
    NameEntry("Psychologist", "psychologist", "name"),
    NameEntry("Psychologist", "psychologist", "name", "OR"),
    NameEntry("LAC", "cadc-i", "letters", "CO"),
    NameEntry("LAC", "lpc", "letters", "NJ"),
)


def in_(state: str, level: str, **stage: bool) -> Reading:
    return Reading(state, level, frozenset({state}), **stage)


MOST = Reading("most states", "clinical work", most_states=True)
COLLISIONS = (
    CollisionInfo("QMHP", (in_("OR", "usually a master's degree"), in_("VA", "a bachelor's degree"))),
    CollisionInfo("LCSW", (MOST, in_("MA", "works under someone else", supervised=True))),
    CollisionInfo("BHT", (in_("AZ", "agency staff"),)),
    CollisionInfo("LPCC", (in_("CO", "a candidate", supervised=True),)),
    CollisionInfo("Intern", (in_("FL", "a graduate", registered=True), in_("OR", "a student"))),
)
STATES = {
    "AZ": "Arizona",
    "CO": "Colorado",
    "FL": "Florida",
    "MA": "Massachusetts",
    "MD": "Maryland",
    "NJ": "New Jersey",
    "OR": "Oregon",
    "VA": "Virginia",
    "WA": "Washington",
}
LOCAL = local_titles(
    (
        ("MD", "independent_licenses", "LCSW-C, XPC (LMHP group)", "", ""),
        (
            "MD",
            "pre_license_tier",
            "LGPC / LGSW (also written LXSW)",
            "Works under a supervisor. Ask who.",
            "",
        ),
        ("MD", "paraprofessional_tier", "Provisional LBSW", "", ""),
        ("MD", "title_traps", "LCSW", "The certified level here", ""),
        ("WA", "pre_license_tier", "LMFT", "Works under a supervisor", ""),
        ("WA", "pre_license_tier", "LPC Intern, MFT Intern", "Has a degree.", ""),
    )
)
TINY = catalogue(
    ROLES,
    capabilities=[capability("trauma-treatment")],
    names=NAMES,
    collisions=COLLISIONS,
    states=STATES,
    local=LOCAL,
)


def note_of(credential, known: Catalogue) -> str:
    """What stays open about letters, in words."""
    return say_notes(credential.notes, known)
