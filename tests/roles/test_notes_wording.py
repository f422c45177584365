"""What stays open about letters is said in whole sentences, each kind in its own."""

import pytest

from roles.catalogue import Kind
from roles.notes import Note, Open, could_be
from roles.wording.notes import SENTENCES, say_notes
from tests.roles.tiny import TINY


def test_every_kind_of_note_has_words():
    assert set(SENTENCES) | {Open.MEANS_HERE} == set(Open)


def test_nothing_open_says_nothing():
    assert say_notes((), TINY) == ""


def test_notes_are_told_in_their_order():
    notes = Note(Open.DID_YOU_MEAN, text="QMHP"), could_be(("qmhp",))
    assert say_notes(notes, TINY) == "Did you mean QMHP? Could be this role. Ask."


@pytest.mark.parametrize(
    ("under", "open_", "words"),
    [
        (Kind.UNKNOWN, Open.UNKNOWN, ""),
        (Kind.DEGREE, Open.BARE_DEGREE, "It doesn't tell the job."),
        (Kind.DEGREE, Open.DEGREE, "A degree, not a license."),
        (Kind.REGISTRATION, Open.UNDER_SOMEONE, "Ask who they work under."),
        (Kind.TITLE, Open.UNKNOWN, "We don't know these letters yet."),
        (None, Open.NO_LICENCE, "A degree. It is not a license."),
    ],
)
def test_what_a_heading_has_said_is_not_said_again(under, open_, words):
    assert say_notes((Note(open_),), TINY, under=under) == words


LONG = "someone who has not finished the degree and works with a plan that others have made"


@pytest.mark.parametrize(
    ("meaning", "words"),
    [
        ("A bachelor's degree.", "In Oregon, ABC means: a bachelor's degree. Ask to be sure."),
        ("RN with a course", "In Oregon, ABC means: RN with a course. Ask to be sure."),
        ("Oregon's own helper", "Oregon's own helper. Ask to be sure."),
        (LONG, f"ABC has its own meaning in Oregon. {LONG}. Ask to be sure."),
    ],
)
def test_what_letters_mean_here_is_one_sentence_where_it_fits(meaning, words):
    assert say_notes((Note(Open.MEANS_HERE, text="ABC", here="OR", meaning=meaning),), TINY) == words


@pytest.mark.parametrize(
    ("code", "place"), [("OR", "Oregon"), ("", "any state"), ("ZZ", "ZZ")], ids=["known", "none", "no such"]
)
def test_a_state_is_called_by_its_name(code, place):
    words = say_notes((Note(Open.KNOWN_FROM, text="ABC", there="VA", here=code),), TINY)
    assert words == f"We know ABC from Virginia. It may differ in {place}. Ask."
