"""The words of ``belief_vs_role``."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.outside import outside_what
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, closed, curly, inside, shortened, with_article

OWN_WORD = re.compile(r"(my|our|the|a|an|their)\s", re.IGNORECASE)
NAMES_A_JOB = re.compile(r"(?:ist|er|or|ian|doctor|shrink|aide|[A-Z]{2})$")
MOST_WORDS_OF_A_JOB = 3


def belief_vs_role(finding: Finding, scene: Scene, voice: Voice) -> Words:
    belief = inside(curly(shortened(str(finding.params["believed"])))).rstrip(".")
    letters = scene.letters(finding.member, finding.params["role"])
    titled = {"belief": capital(belief), "letters": capital(letters)}
    say, clear, if_not = _questions(finding, scene)
    return Words(
        title=_("“%(belief)s” and “%(letters)s” are not the same job") % titled,
        why=_why(finding, scene, voice, belief),
        brings=scene.brings(finding),
        say=say,
        clear_answer=clear,
        if_not=if_not,
    )


def _why(finding: Finding, scene: Scene, voice: Voice, belief: str) -> str:
    told = voice.by_reader(
        _("You told us you see %(name)s as %(belief)s"),
        _("%(parent)s told us they see %(name)s as %(belief)s"),
    )
    named = {"name": scene.name(finding.member), "belief": as_said(belief), "parent": voice.parent}
    mixed_up = voice.only_warm(_("The words are easy to mix up."))
    return " ".join([closed(told % named), f"{outside_what(finding, scene)}.", *mixed_up])


def _questions(finding: Finding, scene: Scene) -> tuple[str, str, str]:
    """What to say, what a clear answer has, and what is left without one."""
    leads = finding.params["leads"]
    noun = scene.capability(finding.params["capability"]).noun
    named = {"child": scene.child, "noun": noun}
    if isinstance(leads, list) and leads:
        named["leads"] = scene.listed(leads)
        return (
            _("What is your part in %(child)s’s care? How do you work with %(leads)s?") % named,
            _("The job in plain words."),
            closed(_("Ask %(leads)s") % named),
        )
    return (
        _("What is your part in %(child)s’s care? Who on the team is the lead for %(noun)s?") % named,
        _("The job in plain words, and a name for the part that is still open."),
        _("Ask the supervisor who leads that part."),
    )


def as_said(belief: str) -> str:
    """'a therapist' for "Therapist", 'our therapist' as it stands; what names no job is quoted."""
    spelled_out = not belief[1:2].isupper()
    plain = belief[:1].lower() + belief[1:] if spelled_out else belief
    if OWN_WORD.match(belief):
        return plain
    head = re.split(r" (?:for|of|in|with|from|at|to|on)\b|,| \(", belief, maxsplit=1)[0]
    is_job = NAMES_A_JOB.search(head) and len(head.split()) <= MOST_WORDS_OF_A_JOB
    return with_article(plain) if is_job else f"“{belief}”"
