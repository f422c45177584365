"""What a parent was led to believe about a person, in the words they said it in."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from cases.wording.voice import Voice
from web.english import closed, curly, inside, shortened, with_article

OWN_WORD = re.compile(r"(my|our|the|a|an|their)\s", re.IGNORECASE)
NAMES_A_JOB = re.compile(r"(?:ist|er|or|ian|doctor|shrink|aide|[A-Z]{2})$")
MOST_WORDS_OF_A_JOB = 3


def belief_of(told: object) -> str:
    """The words as they were written, short enough for a sentence."""
    return inside(curly(shortened(str(told)))).rstrip(".")


def seen_as(name: str, belief: str, voice: Voice) -> str:
    """'You told us you see Jo as a therapist.'"""
    told = voice.by_reader(
        _("You told us you see %(name)s as %(belief)s"),
        _("%(parent)s told us they see %(name)s as %(belief)s"),
    )
    return closed(told % {"name": name, "belief": as_said(belief), "parent": voice.parent})


def as_said(belief: str) -> str:
    """'a therapist' for "Therapist", 'our therapist' as it stands; what names no job is quoted."""
    spelled_out = not belief[1:2].isupper()
    plain = belief[:1].lower() + belief[1:] if spelled_out else belief
    if OWN_WORD.match(belief):
        return plain
    head = re.split(r" (?:for|of|in|with|from|at|to|on)\b|,| \(", belief, maxsplit=1)[0]
    is_job = NAMES_A_JOB.search(head) and len(head.split()) <= MOST_WORDS_OF_A_JOB
    return with_article(plain) if is_job else f"“{belief}”"
