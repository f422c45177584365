"""The plain words the catalogue's codes are shown in."""

from __future__ import annotations

import re

from roles.catalogue import Kind, Reach, RoleInfo

CLAIMS = {
    "rule": "A law or rule says so",
    "agency": "The field works this way",
    "lived": "Families’ experience",
}
CONFIDENCE = {"verified": "We read it", "from-knowledge": "Not read by us yet"}

KINDS = {
    Kind.DEGREE: "A degree",
    Kind.LICENCE: "A license",
    Kind.REGISTRATION: "On the way to a license",
    Kind.QUALIFICATION: "A role or certificate, not a license",
    Kind.TITLE: "A job title",
    Kind.UNKNOWN: "We don’t know these letters yet",
}

AGENCY = "agency qualification"
"""The kind of letters that a law leaves to agencies: nobody else gives them."""
MAY_BE = "May be a license. Ask."

REACH_WORDS = {
    Reach.TRAINED: "Yes",
    Reach.SUPERVISED: "With a supervisor",
    Reach.DEPENDS: "It depends. Ask.",
    Reach.UNKNOWN: "We don’t know yet",
    Reach.NOT_TRAINED: "Outside this role’s training",
}
ONLY_HELPS = "Can help, with a supervisor"
"""The same for a helping role in clinical work: a supervisor does not make it the lead."""

REACH_CLASS = {
    Reach.TRAINED: "yes",
    Reach.SUPERVISED: "some",
    Reach.DEPENDS: "maybe",
    Reach.UNKNOWN: "maybe",
    Reach.NOT_TRAINED: "no",
}
MARKS = {"yes": "lead", "some": "help", "maybe": "ask", "no": "none"}

FACTS = {
    "minimum_education": "School",
    "supervised_experience": "Practice before the title",
    "exam": "Test",
    "supervision": "Supervision",
    "issued_by": "Who gives it",
    "how_to_verify": "How to check",
}
MAY = {
    "independent_practice": "Work on their own",
    "may_diagnose": "Make a diagnosis",
    "may_provide_psychotherapy": "Give talk therapy",
    "may_provide_family_therapy": "Give family therapy",
    "may_prescribe": "Prescribe medicine",
    "may_assess_risk": "Check how high the risk is",
    "may_write_safety_plan": "Write the safety plan",
}
MAY_VALUES = {
    "yes": ("yes", "Yes"),
    "no": ("no", "No"),
    "under-supervision": ("some", "With a supervisor"),
    "screen-only": ("some", "Can look for signs of risk"),
    "depends": ("maybe", "It depends. Ask."),
}

GROUPS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("skills", "Skills and daily support", frozenset({"paraprofessional"})),
    (
        "therapy",
        "Therapy and mental health care",
        frozenset(
            {
                "independent-clinician",
                "clinician-in-agency",
                "pre-license",
                "trainee",
                "degree-only",
                "generalist-social-work",
                "supervisor",
                "specialist",
            }
        ),
    ),
    ("titles", "Titles that can mean many jobs", frozenset({"ambiguous-title"})),
    ("medicine", "Medicine and nursing", frozenset({"prescriber", "nursing"})),
    ("behavior", "Behavior support", frozenset({"behavior"})),
    ("arts", "Speech, daily tasks, music and art", frozenset({"allied-health"})),
    ("school", "School", frozenset({"school"})),
    ("substance", "Alcohol and drug help", frozenset({"sud"})),
    ("peers", "Peers, coaches and advocates", frozenset({"peer", "coach-advocate"})),
    ("plans", "Care plans and crisis help", frozenset({"coordination", "crisis"})),
    ("court", "Child welfare and court", frozenset({"legal-system"})),
)
OTHER_GROUP = ("more", "More roles")


def group_of(tier: str) -> tuple[str, str]:
    """The key and the title of the plain group a tier belongs to."""
    return next(((key, title) for key, title, tiers in GROUPS if tier in tiers), OTHER_GROUP)


def what_it_is(role: RoleInfo) -> str:
    """What the letters of a role are: no license is denied where some who wear them have one."""
    if role.kind is not Kind.QUALIFICATION:
        return KINDS[role.kind]
    if role.given == AGENCY:
        return "A role at an agency, not a license"
    if role.licence == "depends":
        return MAY_BE
    given = "certificate or registration" if "registration" in role.given else "certificate"
    return f"A {given}, not a license"


def has_badge(role: RoleInfo) -> bool:
    """Do letters stand for this role? Otherwise its name is all there is."""
    return bool(role.letters) and role.letters != role.name


def short_name(role: RoleInfo) -> str:
    """What to call the role inside a sentence: one set of letters, or its name without asides."""
    if has_badge(role) and "/" not in role.letters:
        return role.letters
    name = re.sub(r"\s*\([^)]*\)", "", role.name).strip().strip("'‘’\"").split(" / ")[0]
    rest = name.split()[1:]
    titled = any(word[0].isupper() for word in rest)
    return name if titled else name[:1].lower() + name[1:]


def first_sentence(text: str) -> str:
    """The first sentence of a short text."""
    return re.split(r"(?<=[.?])\s+(?=[A-Z])", text.strip(), maxsplit=1)[0]


def one_letter_apart(one: str, other: str) -> bool:
    """Do two groups of letters differ in just one place?"""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
