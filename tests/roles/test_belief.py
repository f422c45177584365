"""What a parent believes somebody is, in their own words, read as values."""

import pytest

from roles.decode.belief import Belief, read_belief

pytestmark = pytest.mark.django_db
THERAPY, MEDICINE = "individual-psychotherapy", "medication"


@pytest.mark.parametrize(
    ("words", "belief"),
    [
        ("", Belief()),
        ("nurse", Belief()),
        ("our therapist", Belief(capability=THERAPY)),
        ("doctor", Belief(capability=MEDICINE, doctor=True, prescriber=True)),
        ("the doctor who prescribes", Belief(capability=MEDICINE, prescriber=True)),
        ("a psychiatrist", Belief(("psychiatrist",), MEDICINE, prescriber=True)),
        ("prescriber", Belief(capability=MEDICINE, prescriber=True)),
    ],
)
def test_a_word_is_what_it_means(catalogue, words, belief):
    assert read_belief(words, catalogue) == belief
