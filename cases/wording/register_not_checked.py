"""The words of ``register_not_checked``: a look into a list, and no doubt about anybody."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.letters import as_title
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from web.english import in_words, listed, looks_like_letters


def register_not_checked(finding: Finding, scene: Scene, voice: Voice) -> Words:
    texts, needs = finding.params["texts"], finding.params["needs"]
    assert isinstance(texts, list)
    assert isinstance(needs, list)
    named = {
        "letters": listed([_shown(str(text)) for text in texts]),
        "name": scene.name(finding.member),
        "needs": listed([scene.need(need).noun for need in needs]),
    }
    why = [
        _("%(name)s leads %(needs)s.") % named,
        _("Where safety is at stake, it is good to look the letters up. Most lists are free, and quick."),
        *voice.only_warm(_("This is a normal step.")),
    ]
    return Words(
        title=_("No one has looked up %(letters)s yet") % named,
        why=" ".join(why),
        brings=scene.brings(finding),
        say=_("Where can I look up %(letters)s? Which name is it under?") % named,
        clear_answer=_("The list it is on, and the name it is under."),
        if_not=scene.if_not(scene.need(needs[0]), _("Ask the agency to look it up for you.")),
    )


def _shown(text: str) -> str:
    """'LCSW' as it stands, words in quotes."""
    shown = in_words(as_title(text))
    return shown if looks_like_letters(shown) else f"“{shown}”"
