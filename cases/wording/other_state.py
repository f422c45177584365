"""The words of ``own_state`` and ``other_state``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.other_state import MEANING
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from roles.state_titles import meaning_in
from web.english import capital, curly, listed


def own_state(finding: Finding, scene: Scene, voice: Voice) -> Words:
    named = _named(finding, scene)
    ask = _("What does %(letters)s mean in our state? What training does it take?")
    return Words(
        title=_own_title(finding, scene) % named,
        why=f"{_lives(finding, scene, voice)} {_what_we_have(finding, scene, named)}",
        brings=scene.brings(finding),
        say=ask % named,
        clear_answer=_("The training it takes, and the rule or agency behind it."),
        if_not=_("Tell us, and we will look into it."),
    )


def _own_title(finding: Finding, scene: Scene) -> str:
    """Where the state says what they mean, they have a meaning of their own; else only the rules differ."""
    one = len(_letters(finding, scene)) == 1
    if finding.why == MEANING:
        own, more = (
            _("%(letters)s has its own meaning in %(here)s"),
            _("%(letters)s have their own meaning in %(here)s"),
        )
    else:
        own, more = (
            _("%(letters)s has its own rules in %(here)s"),
            _("%(letters)s have their own rules in %(here)s"),
        )
    return own if one else more


def _what_we_have(finding: Finding, scene: Scene, named: dict[str, str]) -> str:
    meaning = meaning_here(scene, str(finding.params["meaning"])) if finding.why == MEANING else ""
    no_facts = _("We have no facts yet on what this role covers in %(here)s.") % named
    return " ".join(filter(None, (meaning, no_facts)))


def other_state(finding: Finding, scene: Scene, voice: Voice) -> Words:
    title, differs = _title_and_why(finding, scene)
    return Words(
        title=title,
        why=f"{_lives(finding, scene, voice)} {differs}",
        brings=scene.brings(finding),
        say=_("What is this job called in our state? What training does it need?"),
        clear_answer=_("A title, and the rule or agency behind it."),
        if_not=_("Tell us, and we will look into it."),
    )


def _title_and_why(finding: Finding, scene: Scene) -> tuple[str, str]:
    named = _named(finding, scene)
    if finding.why != "title":
        from_there = _("What we know about %(letters)s comes from %(states)s")
        return from_there % named, _("The rules may differ there.")
    one, many = _("%(letters)s is a title from another state"), _("%(letters)s are titles from another state")
    title = capital((one if len(_letters(finding, scene)) == 1 else many) % named)
    return title, _("The job may have a different name and rules there.")


def _letters(finding: Finding, scene: Scene) -> list[str]:
    roles = finding.params["roles"]
    slugs = roles if isinstance(roles, list) else []
    return list(dict.fromkeys(scene.letters(finding.member, slug) for slug in slugs))


def _named(finding: Finding, scene: Scene) -> dict[str, str]:
    codes = finding.params["homes"]
    homes = sorted(scene.state(code) for code in codes) if isinstance(codes, list) else []
    return {
        "letters": listed(_letters(finding, scene)),
        "states": listed(homes),
        "here": scene.state(finding.params["state"]),
    }


def _lives(finding: Finding, scene: Scene, voice: Voice) -> str:
    lives = voice.by_reader(
        _("You told us you live in %(state)s."), _("%(parent)s told us they live in %(state)s.")
    )
    return lives % {"state": scene.state(finding.params["state"]), "parent": voice.parent}


def meaning_here(scene: Scene, letters: str) -> str:
    """What letters mean in the family's own state, as its list words it; '' when we have not seen it."""
    meaning = meaning_in(scene.room.state, letters, scene.catalogue)
    named = {
        "state": scene.state(scene.room.state),
        "letters": curly(letters),
        "meaning": curly(meaning).rstrip("."),
    }
    return _("In %(state)s, %(letters)s means: %(meaning)s.") % named if meaning else ""
