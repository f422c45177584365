"""What a finding says is about its own need and its own role, in any room of the real catalogue."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import Rule, find
from cases.snapshot import AgreementFact, CredentialFact, MemberFact, RoomSnapshot
from cases.wording import PARENT, Scene, Voice, say
from roles.decode import decode

pytestmark = pytest.mark.django_db

WORN = (
    *("PMHNP", "LCSW", "MD", "Psychiatrist", "QMHA", "QMHP", "Therapist", "RBT", "BCBA", "MSW", "CSWA"),
    *("LMFT", "PhD", "XQZ", "", "parent partner", "SLP", "school counselor", "CADC I", "case manager", "RN"),
)
KINDS = st.sampled_from(["", "", "plan", "agreed", "declined"])
PEOPLE = st.lists(st.tuples(st.sampled_from(WORN), KINDS, KINDS), min_size=1, max_size=4)
NAMED_TOO = ("also", "needs", "waits", "safety")
"""Params that name other needs on purpose."""
OF_TWO_NEEDS = {Rule.SIBLING_SAFETY}


def made(catalogue, drawn, needs, state) -> RoomSnapshot:
    people = []
    for n, (worn, *_) in enumerate(drawn, 1):
        read = decode(f"P{n} Poe, {worn}", catalogue, state).credentials
        letters = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
        people.append(MemberFact(n, f"k{n}", f"P{n}", letters))
    agreements = tuple(
        AgreementFact(n, need, kind)
        for n, (_, *kinds) in enumerate(drawn, 1)
        for need, kind in zip(needs, kinds, strict=True)
        if kind
    )
    return RoomSnapshot("Sunny", state, tuple(needs), tuple(people), agreements)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), PEOPLE, st.sampled_from(["", "OR", "TX"]), st.sampled_from([PARENT, Voice(parent="Renee")]))
def test_a_finding_names_its_own_need_and_no_other(catalogue, data, drawn, state, voice):
    needs = data.draw(st.lists(st.sampled_from(sorted(catalogue.needs)), min_size=2, max_size=2, unique=True))
    room = made(catalogue, drawn, needs, state)
    scene = Scene.of(room, catalogue)
    for finding in find(room, catalogue, cover(room, catalogue)):
        if not finding.need or finding.rule in OF_TWO_NEEDS:
            continue
        words = say(finding, scene, voice)
        text = f"{words.title} {words.why} {words.say}".casefold()
        need = catalogue.needs[finding.need]
        assert need.noun.casefold() in text
        capability = finding.params.get("capability", "")
        assert capability in ("", *need.required, *need.helpful)
        on_purpose = {slug for name in NAMED_TOO for slug in finding.params.get(name) or []}
        for other in {*needs} - {need.slug} - on_purpose:
            noun = catalogue.needs[other].noun
            spoken = (need.noun, *(c.noun for c in catalogue.capabilities.values()))
            assert noun not in text or any(noun in known for known in spoken)


@pytest.mark.parametrize("worn", ["PMHNP", "MD, Psychiatrist"])
@pytest.mark.parametrize("state", ["", "OR"])
def test_what_is_asked_about_safety_at_home_names_the_safety_plan(catalogue, worn, state):
    room = made(catalogue, [(worn, "", "")], ["home-aggression", "sleep"], state)
    (found,) = [f for f in find(room, catalogue, cover(room, catalogue)) if f.need == "home-aggression"]
    words = say(found, Scene.of(room, catalogue), PARENT)
    assert words.why.startswith("The safety plan at home calls for support for parents and siblings.")
    assert words.say == (
        "What training do you have for support for parents and siblings? "
        "If you don’t lead the safety plan at home for Sunny, who could?"
    )
