"""The words of ``belief_vs_role``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.outside import outside_what, still_takes
from cases.wording.scene import Scene
from cases.wording.seen_as import belief_of, seen_as
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import capital, closed


def belief_vs_role(finding: Finding, scene: Scene, voice: Voice) -> Words:
    belief = belief_of(finding.params["believed"])
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
    told = seen_as(scene.name(finding.member), belief, voice)
    mixed_up = voice.only_warm(_("The words are easy to mix up."))
    why = (told, f"{outside_what(finding, scene)}.", still_takes(finding, scene), *mixed_up)
    return " ".join(filter(None, why))


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
