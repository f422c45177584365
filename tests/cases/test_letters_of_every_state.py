"""Every state's own letters and every national certificate: none of them comes from another state."""

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.snapshot import CredentialFact, MemberFact, RoomSnapshot
from cases.wording import PARENT, Scene, say
from roles.decode import decode

pytestmark = pytest.mark.django_db

NEEDS = ("self-harm-suicide", "family-conflict", "medication-questions")
NATIONAL = (
    *("RBT", "Registered Behavior Technician", "BCBA", "BCaBA", "NCC", "CPNP", "PMHNP-BC", "NCSP", "MT-BC"),
    *("ATR-BC", "CCC-SLP", "OTR", "OTR/L", "RDN", "RD", "RN", "LPN", "PA-C", "CTRS", "CHI", "CMI", "RPT"),
    *("MAC", "CCTP", "IMH-E", "COTA", "MD", "DO", "PhD", "PsyD"),
)
EVERYWHERE = ("CHW", "CASA", "school counselor", "DSP", "TCM", "case manager", "interpreter", "dietitian")


def told(catalogue, letters, state):
    """What is asked about one person, with its words."""
    read = decode(f"Ana Poe, {letters}", catalogue, state).credentials
    worn = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
    room = RoomSnapshot("Sunny", state, NEEDS, (MemberFact(1, "k1", "Ana", worn),))
    scene = Scene.of(room, catalogue)
    return [(f.rule, say(f, scene, PARENT)) for f in find(room, catalogue, cover(room, catalogue))]


def test_no_state_is_told_that_its_own_letters_are_anothers(catalogue):
    said = {
        (state, letters): f"{rule}: {words.title} {words.why}"
        for state, letters in catalogue.local
        for rule, words in told(catalogue, letters.upper(), state)
        if rule == "other_state" or "another state" in words.why or "comes from" in words.title
    }
    assert said == {}


@pytest.mark.parametrize("letters", [*NATIONAL, *EVERYWHERE])
def test_national_letters_and_everyday_titles_belong_to_no_state(catalogue, letters):
    asked = [state for state in catalogue.states if "other_state" in dict(told(catalogue, letters, state))]
    assert asked == []


@pytest.mark.parametrize("letters", ["RBT", "BCBA", "BCaBA"])
def test_what_a_national_certificate_covers_is_known_in_every_state(catalogue, letters):
    for state in ("", "KY", "WA", "OR"):
        why = " ".join(words.why for _, words in told(catalogue, letters, state))
        assert "another state" not in why
        assert "state to state" not in why


@pytest.mark.parametrize(
    ("letters", "state", "title"),
    [
        ("QMHA", "ID", "QMHA is a title from another state"),
        (
            "Qualified Mental Health Associate",
            "ID",
            "Qualified mental health associate is a title from another state",
        ),
        ("QMHP", "TX", "QMHP has its own meaning in Texas"),
        ("LCSW", "MA", "LCSW has its own meaning in Massachusetts"),
        ("QMHA", "NV", "QMHA has its own meaning in Nevada"),
        ("CSWA", "WA", "What we know about CSWA comes from Oregon"),
    ],
)
def test_whose_letters_they_are_is_told(catalogue, letters, state, title):
    titles = {rule: words.title for rule, words in told(catalogue, letters, state)}
    assert title in titles.values()
    assert len(titles.keys() & {"own_state", "other_state"}) == 1
