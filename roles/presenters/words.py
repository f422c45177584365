"""The plain words the catalogue's codes are shown in."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from roles.catalogue import Kind, Reach, RoleInfo

CLAIMS = {
    "rule": _("A law or rule says so"),
    "agency": _("The field works this way"),
    "lived": _("Families’ experience"),
}

KINDS = {
    Kind.DEGREE: _("A degree"),
    Kind.LICENCE: _("A license"),
    Kind.REGISTRATION: _("On the way to a license"),
    Kind.QUALIFICATION: _("A role or certificate, not a license"),
    Kind.TITLE: _("A job title"),
    Kind.UNKNOWN: _("We don’t know these letters yet"),
}

AGENCY = "agency qualification"
"""The kind of letters that a law leaves to agencies: nobody else gives them."""

REACH_WORDS = {
    Reach.TRAINED: _("Yes"),
    Reach.SUPERVISED: _("With a supervisor"),
    Reach.DEPENDS: _("It depends. Ask."),
    Reach.UNKNOWN: _("We don’t know yet"),
    Reach.NOT_TRAINED: _("Outside this role’s training"),
}
ONLY_HELPS = _("Can help, with a supervisor")
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
    "minimum_education": _("School"),
    "supervised_experience": _("Practice before the title"),
    "exam": _("Test"),
    "supervision": _("Supervision"),
    "issued_by": _("Who gives it"),
    "how_to_verify": _("How to check"),
}
MAY = {
    "independent_practice": _("Work on their own"),
    "may_diagnose": _("Make a diagnosis"),
    "may_provide_psychotherapy": _("Give talk therapy"),
    "may_provide_family_therapy": _("Give family therapy"),
    "may_prescribe": _("Prescribe medicine"),
    "may_assess_risk": _("Check how high the risk is"),
    "may_write_safety_plan": _("Write the safety plan"),
}
MAY_VALUES = {
    "yes": ("yes", _("Yes")),
    "no": ("no", _("No")),
    "under-supervision": ("some", _("With a supervisor")),
    "screen-only": ("some", _("Can look for signs of risk")),
    "depends": ("maybe", _("It depends. Ask.")),
}

GROUPS: tuple[tuple[str, Any, frozenset[str]], ...] = (
    ("skills", _("Skills and daily support"), frozenset({"paraprofessional"})),
    (
        "therapy",
        _("Therapy and mental health care"),
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
    ("titles", _("Titles that can mean many jobs"), frozenset({"ambiguous-title"})),
    ("medicine", _("Medicine and nursing"), frozenset({"prescriber", "nursing"})),
    ("behavior", _("Behavior support"), frozenset({"behavior"})),
    ("arts", _("Speech, daily tasks, music and art"), frozenset({"allied-health"})),
    ("school", _("School"), frozenset({"school"})),
    ("substance", _("Alcohol and drug help"), frozenset({"sud"})),
    ("peers", _("Peers, coaches and advocates"), frozenset({"peer", "coach-advocate"})),
    ("plans", _("Care plans and crisis help"), frozenset({"coordination", "crisis"})),
    ("court", _("Child welfare and court"), frozenset({"legal-system"})),
)
OTHER_GROUP = ("more", _("More roles"))


def group_of(tier: str) -> tuple[str, str]:
    """The key and the title of the plain group a tier belongs to."""
    key, title = next(((key, title) for key, title, tiers in GROUPS if tier in tiers), OTHER_GROUP)
    return key, str(title)


def what_it_is(role: RoleInfo) -> str:
    """What the letters of a role are: no license is denied where some who wear them have one."""
    if role.kind is not Kind.QUALIFICATION:
        return str(KINDS[role.kind])
    if role.given == AGENCY:
        return gettext("A role at an agency, not a license")
    if may_be_a_license(role):
        return gettext("May be a license. Ask.")
    if "registration" in role.given:
        return gettext("A certificate or registration, not a license")
    return gettext("A certificate, not a license")


def may_be_a_license(role: RoleInfo) -> bool:
    """Do some who wear the letters of this role have a license?"""
    return role.kind is Kind.QUALIFICATION and role.given != AGENCY and role.licence == "depends"


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
