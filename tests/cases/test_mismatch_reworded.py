"""A reason is for people. In other words it decides the same: with the real catalogue, for every role."""

import dataclasses

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.snapshot import AgreementFact, CredentialFact, MemberFact
from tests.cases.plain import believing, room
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, SAFETY, TRAUMA

pytestmark = pytest.mark.django_db

NEEDS = (SAFETY, FAMILY, TRAUMA, DIAGNOSIS, MEDICINE)
OTHER_WORDS = (
    "",
    "Not part of this role: the law of West Virginia leaves it to a license and its scope.",
    "This role is not trained for it. It takes a course or a degree, and is on a skill list in Texas.",
)


@pytest.fixture(params=OTHER_WORDS, ids=["none", "scope", "training"])
def reworded(request, catalogue):
    fits = {key: dataclasses.replace(fit, reason=request.param) for key, fit in catalogue.fits.items()}
    return dataclasses.replace(catalogue, fits=fits)


def told(facts, catalogue):
    """What is found, without the reasons that are quoted beside it."""
    found = find(facts, catalogue, cover(facts, catalogue))
    quoted = {id(f): tuple(dataclasses.replace(e, reason="") for e in f.evidence) for f in found}
    return [dataclasses.replace(f, evidence=quoted[id(f)]) for f in found]


def planned(role, state):
    """A room where the plan counts on one person for everything, and the parent takes them for another."""
    letters = CredentialFact(role.letters.split(" / ")[0], role.kind, role.slug)
    kim = believing(MemberFact(1, "m1", "Kim", (letters,)), "family therapist")
    plans = tuple(AgreementFact(kim.id, need, "plan") for need in NEEDS)
    return room(" ".join(NEEDS), kim, state=state, agreements=plans)


@pytest.mark.parametrize("state", ["OR", "ID", ""])
def test_a_reason_in_other_words_changes_nothing_that_is_found(catalogue, reworded, state):
    rooms = [planned(role, state) for role in catalogue.roles.values()]
    assert [told(facts, reworded) for facts in rooms] == [told(facts, catalogue) for facts in rooms]


def test_the_rooms_reach_every_place_that_once_read_a_reason(catalogue):
    found = [f for role in catalogue.roles.values() for f in told(planned(role, "ID"), catalogue)]
    here = [f for role in catalogue.roles.values() for f in told(planned(role, "OR"), catalogue)]
    grounds = {f.params["ground"] for f in here if f.rule in ("outside_training", "belief_vs_role")}
    assert grounds == {"scope", "training"}
    assert any(f.rule == "degree_not_license" and f.evidence for f in here)
    assert any(e.place == "OR" and catalogue.roles[e.role].state == "US" for f in found for e in f.evidence)
