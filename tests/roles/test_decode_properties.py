"""What holds for every paste."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roles.catalogue import Kind
from roles.decode import decode, fold
from roles.decode.doubt import SAYS_NO
from roles.decode.vocabulary import NOT_LETTERS, TRAININGS
from tests.roles.tiny import STATES, TINY

anything = st.text(max_size=400) | st.text(alphabet="QMHPLCSW .,-/()\n&'r1@", max_size=400)
letters = st.text(alphabet=string.ascii_uppercase, min_size=3, max_size=8).filter(
    lambda t: t.lower() not in NOT_LETTERS | SAYS_NO and t not in STATES
)
states = st.sampled_from(["", "OR", "VA", "MA", "ZZ"])
often = settings(deadline=None, max_examples=100)


@often
@given(anything, states)
def test_reading_never_raises_and_invents_no_roles(text, state):
    for credential in decode(text, TINY, state).credentials:
        assert {credential.role, *credential.candidates} <= {"", *TINY.roles}


@often
@given(anything, states)
def test_what_is_read_stands_in_the_paste(text, state):
    decoded = decode(text, TINY, state)
    plain = "".join(fold(text).split())
    for credential in decoded.credentials:
        assert "".join(fold(credential.text).replace("and", "").split()) in plain.replace("and", "")


@often
@given(anything)
def test_a_title_or_unknown_letters_never_carry_a_role(text):
    for credential in decode(text, TINY, "OR").credentials:
        if credential.is_title or credential.kind in (Kind.TITLE, Kind.UNKNOWN):
            assert credential.role == ""


@often
@given(st.lists(letters, min_size=1, max_size=12))
def test_no_letters_are_lost(tokens):
    decoded = decode("Jane Miller, " + ", ".join(tokens), TINY, "OR")
    kept = {fold(part.text) for part in (*decoded.credentials, *decoded.trainings)}
    assert {fold(t) for t in tokens} == kept


@pytest.mark.parametrize("letters", sorted(TRAININGS))
def test_letters_of_a_training_are_kept_as_one(letters):
    decoded = decode(f"Jane Miller, LCSW, {letters.upper()}", TINY, "OR")
    assert [fold(training.text) for training in decoded.trainings] == [letters]


@often
@given(anything)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@often
@given(anything, states)
def test_the_same_paste_reads_the_same_twice(text, state):
    assert decode(text, TINY, state) == decode(text, TINY, state)
