"""Does a training say in its own name that it is short: "TF-CBT webinar", "EMDR overview (2 hr)"?

A name is what a parent typed, so it is read once as it is saved, and no rule reads it. Where it says both, a
number of hours decides, and else what stands in it beside the short part.
"""

from __future__ import annotations

import re

from roles.catalogue import Catalogue
from roles.decode.trainings import is_known_training

SHORT = re.compile(
    r"""\b(?: webinars? | web[ ]seminars? | work-?[ ]?shops? | seminars? | in-?[ ]?services? | inservicing
    | (?:lunch|brown[ -]bag)[ ]?(?:and|&|n|'n'|-n-|\+)?[ ]?(?:learns?)? | brown[ -]bags?
    | ceus? | ces? | cmes?
    | continuing[ -]ed(?:ucation)? | half[ -]?day | 1/2[ -]day | overviews? | intro(?:s|ductions?|ductory)?
    | (?<!sexual[ ])(?<!gender[ ])orientations?(?![ ](?:and[ ]gender|affirm)) | podcasts? | e?-?books?(?:let)?
    | talks?(?![ ]therap) | lectures? | presentations? | conferences? | refreshers? | primers? | tutorials?
    | (?:crash|short|mini)[ -](?:course|class|training|session)s? | basics | 101 | you-?tube | articles?
    | (?:on-?line|self[ -]study|home[ -]study)[ ](?:modules?|videos?) | videos? (?=$|[,;)]) | self-?[ ]?study
    | staff[ ]meetings? | on[ -]the[ -]job | job[ ]shadow(?:ing)? | half[ ]a[ ]day | read(?:ing)?[ ](?:a|the)
    )\b | ½""",
    re.VERBOSE,
)
_UNITS = {
    r"min(?:ute)?s?": 1 / 60,
    r"(?:contact |clock |ce |training |credit )?(?:hours?|hrs?|h|ceus?|ces|cmes|credits)": 1,
    r"days?": 7,
    r"(?:weeks?|wks?)": 5,
    r"(?:months?|mos?)": 20,
    r"(?:years?|yrs?|semesters?)": 100,
}
"""Hours that go into each, at most; a week or a month is of some hours each."""
_NUMBERS = {
    **{word: n for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )},
    "a": 1, "an": 1, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "eighty": 80, "hundred": 100, "couple of": 2, "few": 3,
}  # fmt: skip
_AMOUNT = re.compile(
    rf"\b(\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})[ +-]*({'|'.join(f'(?:{unit})' for unit in _UNITS)})\b"
)
A_DAY, A_COURSE = 8, 20
"""Hours: up to the first it is short, from the second on it is a course whatever it is called."""
_PARTS = re.compile(r"\band\b|[,;/&+]")
_FULL = re.compile(r"\b(?:basic|full|complete|whole|standard|comprehensive|course|program|certificate)\b")


def says_short(name: str, capability: str, catalogue: Catalogue) -> bool:
    """'Lunch and learn'; not 'TF-CBT (40 hours)', nor 'Introduction to EMDR and EMDR basic training'."""
    plain = " ".join(name.casefold().replace("’", "'").replace("–", "-").split())
    hours = [_hours(*found.groups()) for found in _AMOUNT.finditer(plain)]
    if hours and (max(hours) >= A_COURSE or max(hours) <= A_DAY):
        return max(hours) <= A_DAY
    return bool(SHORT.search(plain)) and not _has_a_course_beside(plain, capability, catalogue)


def _hours(many: str, unit: str) -> float:
    number = _NUMBERS.get(many) or float(many)
    return number * next(hours for pattern, hours in _UNITS.items() if re.fullmatch(pattern, unit))


def _has_a_course_beside(plain: str, capability: str, catalogue: Catalogue) -> bool:
    """Does a part of the name, taken alone, tell of a method we know and of a course or certificate in it?"""
    parts = (part.strip(" ()") for part in _PARTS.split(plain) if not SHORT.search(part))
    return any(_is_a_course(part, capability, catalogue) for part in parts)


def _is_a_course(part: str, capability: str, catalogue: Catalogue) -> bool:
    said = _FULL.sub(" ", part)
    told = said != part or any(word in part for word in ("certif", "training"))
    return told and is_known_training(" ".join(said.split()), capability, catalogue)
