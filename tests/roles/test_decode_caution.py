"""Letters on the way, letters denied, and somebody else's letters: none of them is this person's license."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from tests.roles.tiny import TINY


@pytest.mark.parametrize(
    "text",
    [
        "LCSW candidate",
        "LCSW-Candidate",
        "LPC-Associate",
        "LCSW (pending)",
        "LCSW, expected 2027",
        "LCSW in progress",
        "LPC in training",
        "LPC eligible",
        "MSW student",
        "PhD candidate",
        "Licensed Clinical Social Worker Associate",
        "Licensed Professional Counselor Intern",
        "Provisional LPC",
        "former LCSW",
    ],
)
def test_letters_on_the_way_or_gone_are_kept_and_prove_nothing(text):
    credential = decode(f"Jane Miller, {text}", TINY, "OR").credentials[0]
    assert (credential.kind, credential.role, credential.candidates) == (Kind.UNKNOWN, "", ())
    assert "may be on the way" in credential.note


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


def test_letters_after_other_letters_on_the_way_still_count():
    assert [c.role for c in decode("Jane, LCSW candidate, CSWA", TINY, "OR").credentials] == ["", "cswa"]
