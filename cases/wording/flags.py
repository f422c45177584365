"""``say``: a finding in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cases.mismatch import Finding, Rule
from cases.mismatch.rules import function_of
from cases.wording.departed import led_until, medicine_bridge, successor_missing
from cases.wording.scene import Scene
from cases.wording.voice import Voice, speaking
from cases.wording.words import Words

SAY: Mapping[Rule, Callable[[Finding, Scene, Voice], Words]] = {
    rule: function_of(rule, __package__) for rule in Rule
}


SAYS_WHO_LEFT = frozenset({successor_missing, medicine_bridge})
"""Words that tell by themselves who led the chair before."""


def say(finding: Finding, scene: Scene, voice: Voice) -> Words:
    """What a flag says to this reader. Words to say to others, and what to do after, stay the parent's."""
    with speaking(voice):
        speak = SAY[finding.rule]
        words = speak(finding, scene, voice)
        before = "" if speak in SAYS_WHO_LEFT else led_until(finding, scene)
        return replace(words, why=f"{before} {words.why}") if before else words
