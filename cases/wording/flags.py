"""``say``: a finding in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cases.mismatch import Finding, Rule
from cases.wording.asking import fit_not_asked, fit_unknown
from cases.wording.belief import belief_vs_role
from cases.wording.departed import led_until, medicine_bridge, successor_missing
from cases.wording.everyone_said_no import everyone_said_no
from cases.wording.nobody import gap, helpers_no_lead, no_prescriber
from cases.wording.one_person_many import one_person_many
from cases.wording.other_state import other_state
from cases.wording.outside import outside_training
from cases.wording.plan_on_unknown_fit import plan_on_unknown_fit
from cases.wording.register_not_checked import register_not_checked
from cases.wording.scene import Scene
from cases.wording.school_only import school_only
from cases.wording.sibling_safety import sibling_safety
from cases.wording.still_waiting import still_waiting
from cases.wording.supervision import license_on_the_way, no_supervisor
from cases.wording.supervisor_in_the_room import supervisor_in_the_room
from cases.wording.titles import degree_not_license, title_unclear
from cases.wording.training_unproven import training_unproven
from cases.wording.voice import Voice, speaking
from cases.wording.words import Words

SAY: Mapping[Rule, Callable[[Finding, Scene, Voice], Words]] = {
    Rule.SIBLING_SAFETY: sibling_safety,
    Rule.OUTSIDE_TRAINING: outside_training,
    Rule.BELIEF_VS_ROLE: belief_vs_role,
    Rule.MEDICINE_BRIDGE: medicine_bridge,
    Rule.PLAN_ON_UNKNOWN_FIT: plan_on_unknown_fit,
    Rule.FIT_NOT_ASKED: fit_not_asked,
    Rule.TRAINING_UNPROVEN: training_unproven,
    Rule.FIT_UNKNOWN: fit_unknown,
    Rule.EVERYONE_SAID_NO: everyone_said_no,
    Rule.SUCCESSOR_MISSING: successor_missing,
    Rule.NO_PRESCRIBER: no_prescriber,
    Rule.HELPERS_NO_LEAD: helpers_no_lead,
    Rule.GAP: gap,
    Rule.SUPERVISOR_IN_THE_ROOM: supervisor_in_the_room,
    Rule.NO_SUPERVISOR: no_supervisor,
    Rule.LICENSE_ON_THE_WAY: license_on_the_way,
    Rule.TITLE_UNCLEAR: title_unclear,
    Rule.OTHER_STATE: other_state,
    Rule.DEGREE_NOT_LICENSE: degree_not_license,
    Rule.SCHOOL_ONLY: school_only,
    Rule.ONE_PERSON_MANY: one_person_many,
    Rule.REGISTER_NOT_CHECKED: register_not_checked,
    Rule.STILL_WAITING: still_waiting,
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
