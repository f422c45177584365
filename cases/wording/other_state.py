"""The words of ``other_state``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.wording.scene import Scene
from cases.wording.voice import Voice
from cases.wording.words import Words
from roles.state_titles import meaning_in
from web.english import capital, curly, listed


def other_state(finding: Finding, scene: Scene, voice: Voice) -> Words:
    here = scene.state(finding.params["state"])
    roles = finding.params["roles"]
    names = (
        list(dict.fromkeys(scene.letters(finding.member, slug) for slug in roles))
        if isinstance(roles, list)
        else []
    )
    lives = voice.by_reader(
        _("You told us you live in %(state)s."), _("%(parent)s told us they live in %(state)s.")
    )
    title, why = _title_and_why(finding, scene, names, here)
    known_here = finding.why in ("meaning", "local")
    ask = _("What does %(letters)s mean in our state? What training does it take?")
    return Words(
        title=title,
        why=f"{lives % {'state': here, 'parent': voice.parent}} {why}",
        brings=scene.brings(finding),
        say=ask % {"letters": listed(names)}
        if known_here
        else _("What is this job called in our state? What training does it need?"),
        clear_answer=_("The training it takes, and the rule or agency behind it.")
        if known_here
        else _("A title, and the rule or agency behind it."),
        if_not=_("Tell us, and we will look into it."),
    )


def _title_and_why(finding: Finding, scene: Scene, names: list[str], here: str) -> tuple[str, str]:
    """Where the state has the letters too, what they mean there."""
    codes = finding.params["homes"]
    homes = sorted(scene.state(code) for code in codes) if isinstance(codes, list) else []
    shown = {"letters": listed(names), "states": listed(homes), "here": here}
    from_there = _("What we know about %(letters)s comes from %(states)s") % shown
    if finding.why == "meaning":
        return from_there, meaning_here(scene, str(finding.params["meaning"]))
    if finding.why == "local":
        return from_there, _("%(here)s has these letters too. The rules may differ there.") % shown
    if finding.why == "licence":
        return from_there, _("The rules may differ there.")
    one, many = _("%(letters)s is a title from another state"), _("%(letters)s are titles from another state")
    title = capital((one if len(names) == 1 else many) % shown)
    return title, _("The job may have a different name and rules there.")


def meaning_here(scene: Scene, letters: str) -> str:
    """What letters mean in the family's own state, in one or two sentences; '' when we have not seen it."""
    level = meaning_in(scene.room.state, letters, scene.catalogue)
    named = {
        "state": scene.state(scene.room.state),
        "letters": curly(letters),
        "meaning": curly(level).rstrip("."),
    }
    if level.startswith(("a ", "an ")):
        return _("In %(state)s, %(letters)s means %(meaning)s.") % named
    named["meaning"] = named["meaning"][:1].lower() + named["meaning"][1:]
    return _("What we found for %(state)s: %(meaning)s.") % named if level else ""
