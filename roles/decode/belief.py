"""What a parent believes somebody is, read once when it is written down.

The words stay the parent's; the rules read only these values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from roles.catalogue import Catalogue
from roles.lexicon import fold, lexicon_of

EVERYDAY_WORDS = (
    (r"\b(speech|occupational|physical|art|music|respiratory|massage) therap", ""),
    (r"\b(school|camp|guidance|credit|genetic) counsel", ""),
    (r"\bfamily\b.*\btherap|\btherap\w*\b.*\bfamily\b", "family-therapy"),
    (r"\btrauma\b", "trauma-treatment"),
    (r"\b(addiction|substance|drug|alcohol)", "substance-use-treatment"),
    (r"\b(psychiatr|prescrib|doctor)", "medication"),
    (r"\bpsycholog", "clinical-assessment"),
    (r"\bbehaviou?r\w* (analy|therap)|\baba\b", "behavior-analysis"),
    (r"\b(psycho)?therap|\bcounsel|\bclinician\b|\blicensed\b|\bshrink\b", "individual-psychotherapy"),
)
"""What families mean by everyday words, the narrow ones first. '' claims nothing."""
OPENING = re.compile(r"^(my|our|the|a|an|her|his|their|sort of|like)\s+")
PRESCRIBES = re.compile(r"psychiatr|prescrib")
DOCTOR_BY_NAME = re.compile(r"\b(?:dr|doctor|psychiatr\w*|prescrib\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Belief:
    """What believed words claim. Empty when nothing is believed, or the words claim nothing we know.

    ``roles``: slugs the words are a name of, letters and titles only. ``capability``: what families mean by
    the everyday word. ``doctor``: the word is "doctor", fair for everybody with a doctorate; ``prescriber``:
    the words point to somebody who prescribes.
    """

    roles: tuple[str, ...] = ()
    capability: str = ""
    doctor: bool = False
    prescriber: bool = False


def read_belief(words: str, catalogue: Catalogue) -> Belief:
    """``words`` as a parent wrote them, such as 'our family therapist'. Never raises."""
    plain = OPENING.sub("", fold(words))
    if not plain:
        return Belief()
    named = [entry for entry in lexicon_of(catalogue).names.get(plain, ()) if entry.kind != "spoken"]
    says_doctor, prescribes = "doctor" in plain, bool(PRESCRIBES.search(plain))
    return Belief(
        roles=tuple(dict.fromkeys(entry.role for entry in named)),
        capability=next((slug for pattern, slug in EVERYDAY_WORDS if re.search(pattern, plain)), ""),
        doctor=says_doctor and not prescribes,
        prescriber=says_doctor or prescribes,
    )


def is_called_doctor(name: str) -> bool:
    """Does the name as it is said point to a doctor: 'Dr. Okafor', 'the psychiatrist'?"""
    return bool(DOCTOR_BY_NAME.search(name))
