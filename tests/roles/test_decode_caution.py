"""Letters on the way, letters denied, and somebody else's letters: none of them is this person's license."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from tests.roles.tiny import TINY, note_of


@pytest.mark.parametrize(
    "text",
    [
        "LCSW (pending)",
        "LCSW, expected 2027",
        "LCSW in progress",
        "LPC eligible",
        "MSW student",
        "PhD candidate",
        "Licensed Professional Counselor Intern",
        "QMHP candidate",
        "former LCSW",
        "working toward LCSW",
        "Working towards my LCSW license",
        "working toward licensure as an LCSW",
        "pursuing LCSW",
        "pursuing an LPC",
        "seeking LMFT",
        "LCSW license pending",
        "LCSW (expired)",
        "LCSW lapsed",
        "expired LCSW",
        "ex LCSW",
        "license-eligible LCSW",
        "license eligible LCSW",
        "soon to be LCSW",
        "soon-to-be LCSW",
        "LCSW in process",
        "LCSW (in process)",
    ],
)
def test_letters_on_the_way_or_gone_are_kept_and_prove_nothing(text):
    credential = decode(f"Jane Miller, {text}", TINY, "OR").credentials[0]
    assert (credential.kind, credential.role, credential.candidates) == (Kind.UNKNOWN, "", ())
    gone = {"former", "expired", "lapsed", "ex"}.intersection(text.replace("(", "").replace(")", "").split())
    assert ("may be on the way" in note_of(credential, TINY)) is not bool(gone)
    assert ("not held now" in note_of(credential, TINY)) is bool(gone)


@pytest.mark.parametrize("text", ["Tasha is not an LCSW", "She isn't a QMHP", "he was never an LPC"])
def test_letters_that_are_denied_are_not_given(text):
    assert [c.role for c in decode(text, TINY, "OR").credentials] == [""]


@pytest.mark.parametrize(
    "line",
    [
        "Supervised by Ana Ruiz, LCSW",
        "Supervised by: Ana Ruiz, LCSW #L123",
        "Supervised by:\nAna Ruiz, LCSW",
        "Supervisor: Ana Ruiz, LCSW",
        "Clinical Supervisor: Ana Ruiz, LCSW",
        "Clinical supervision provided by Ana Ruiz, LCSW",
        "Under the clinical supervision of Ana Ruiz, LCSW",
        "I work under Ana Ruiz, LCSW",
        "Reports to Ana Ruiz, LCSW",
    ],
)
def test_a_supervisor_s_letters_are_not_the_person_s(line):
    decoded = decode(f"Jane Miller, MSW, CSWA\n{line}", TINY, "OR")
    assert (decoded.name, [c.role for c in decoded.credentials]) == ("Jane Miller", ["msw", "cswa"])


def test_what_follows_the_supervisor_s_line_is_read_again():
    decoded = decode("Jane Miller, CSWA\nSupervised by:\nAna Ruiz, LCSW\nSkills Trainer", TINY, "OR")
    assert [c.text for c in decoded.credentials] == ["CSWA", "Skills Trainer"]


@pytest.mark.parametrize(
    "text",
    ["Jane, LCSW candidate, CSWA", "Jane, MSW, working toward LCSW, CSWA", "Jane, former LCSW CSWA"],
)
def test_letters_after_other_letters_on_the_way_still_count(text):
    assert decode(text, TINY, "OR").credentials[-1].role == "cswa"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("LCSW candidate", "cswa"),
        ("LCSW-Candidate", "cswa"),
        ("LCSW (candidate)", "cswa"),
        ("LPC-Associate", "pca"),
        ("LPC Associate", "pca"),
        ("LPC in training", "pca"),
        ("Provisional LPC", "pca"),
        ("LMFT Associate", "mfta"),
        ("LMFT supervisee", "mfta"),
        ("LPC registered intern", "pca"),
        ("LPC (Registered Intern)", "pca"),
        ("LMFT Registered Associate", "mfta"),
        ("LMFT, Registered Associate", "mfta"),
        ("Registered Associate LMFT", "mfta"),
        ("Licensed Clinical Social Worker Associate", "cswa"),
        ("Licensed Professional Counselor Associate", "pca"),
        ("Licensed Marriage and Family Therapist Associate", "mfta"),
    ],
)
@pytest.mark.parametrize("state", ["OR", "AZ", ""])
def test_a_stage_on_the_way_to_a_license_is_its_registration(text, role, state):
    (credential,) = decode(f"Jane Miller, {text}", TINY, state).credentials
    assert (credential.kind, credential.role) == (Kind.REGISTRATION, role)
    assert note_of(credential, TINY) == "On the way to a license. Ask who they work under."


def test_a_stage_elsewhere_says_that_the_state_matters():
    assert decode("Jane Miller, LMFT Associate", TINY, "AZ").credentials[0].state_matters


@pytest.mark.parametrize(("state", "kind"), [("WA", Kind.REGISTRATION), ("OR", Kind.UNKNOWN)])
def test_a_stage_that_the_states_own_list_has_is_on_the_way(state, kind):
    (credential,) = decode("Jane Miller, LPC-Intern", TINY, state).credentials
    assert (credential.kind, credential.role) == (kind, "pca" if state == "WA" else "")


@pytest.mark.parametrize(("state", "kind"), [("FL", Kind.REGISTRATION), ("OR", Kind.UNKNOWN)])
def test_an_intern_is_a_graduate_in_some_states_only(state, kind):
    assert [c.kind for c in decode("Jane Miller, LPC intern", TINY, state).credentials] == [kind]


@pytest.mark.parametrize(
    ("text", "role"), [("Registered Associate, LPC", "pca"), ("Registered Intern, LMFT", "mfta")]
)
def test_a_license_behind_the_name_of_a_stage_is_still_to_come(text, role):
    letters = decode(f"Jane Miller, {text}", TINY, "OR").credentials[-1]
    assert (letters.kind, letters.role) == (Kind.REGISTRATION, role)


@pytest.mark.parametrize("letters", ["MSW", "QMHP"])
def test_the_name_of_a_stage_takes_back_nothing_but_a_license(letters):
    first = decode(f"Jane Miller, {letters}, Registered Associate", TINY, "OR").credentials[0]
    assert first.role == letters.lower()
