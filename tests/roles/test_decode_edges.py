"""Where a reading turns: the last paste that is read one way, and the first that is read the other."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from roles.decode.belief import is_called_doctor
from tests.roles.tiny import TINY


def read(text, state="OR"):
    decoded = decode(text, TINY, state)
    return decoded.name, [(c.text, c.role) for c in decoded.credentials]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Therapist Sunny Days", "Sunny Days", [("Therapist", "")]),
        ("Therapist sunny days", "", [("Therapist", "")]),
        ("Miller, Jane LCSW", "Jane Miller", [("LCSW", "lcsw")]),
        ("Miller, jane LCSW", "Miller", [("LCSW", "lcsw")]),
        ("Miller\nJane LCSW", "Miller", [("LCSW", "lcsw")]),
        ("Jane Doe, Jane LCSW", "Jane Doe", [("LCSW", "lcsw")]),
        ("KIM POE, LCSW", "KIM POE", [("LCSW", "lcsw")]),
        ("KIM, LCSW", "", [("KIM", ""), ("LCSW", "lcsw")]),
        ("LCSW Miller, QMHP", "", [("LCSW", "lcsw"), ("QMHP", "qmhp")]),
    ],
)
def test_what_is_a_name_and_what_is_not(text, name, found):
    assert read(text) == (name, found)


@pytest.mark.parametrize(
    ("second", "signs"),
    [("Sam Poe, LCSW", "Sam Poe"), ("Sam Poe, Counselor", "Jane Miller")],
)
def test_letters_below_a_title_are_of_who_signs_and_a_second_title_is_not(second, signs):
    assert read(f"Jane Miller, Therapist\n{second}")[0] == signs


@pytest.mark.parametrize("word", ["Intern", "Interns"])
def test_an_intern_is_registered_only_where_the_state_says_so(word):
    kinds = {
        state: [c.kind for c in decode(f"Jo Smith, LMFT {word}", TINY, state).credentials]
        for state in ("FL", "OR", "VA")
    }
    assert kinds == {"FL": [Kind.REGISTRATION], "OR": [Kind.UNKNOWN], "VA": [Kind.UNKNOWN]}


def test_a_stage_in_front_takes_back_a_license_and_nothing_else():
    stage = ("Registered Associate", "")
    assert read("Jo Smith, Registered Associate, LPC")[1] == [stage, ("LPC", "pca")]
    assert read("Jo Smith, Registered Associate, QMHA")[1] == [stage, ("QMHA", "qmha")]


@pytest.mark.parametrize(("state", "open_"), [("OR", False), ("VA", True)])
def test_a_step_before_the_license_holds_where_its_state_is(state, open_):
    (letters,) = decode("Jo Smith, LCSW, Associate", TINY, state).credentials
    assert (letters.text, letters.role, letters.state_matters) == ("LCSW Associate", "cswa", open_)


@pytest.mark.parametrize(("lines", "found"), [(11, ["Skills Trainr"]), (12, [])])
def test_twelve_places_are_looked_through_for_a_misspelt_title(lines, found):
    """More would make a long paste slow."""
    text = "\n".join(
        [*(f"we met at the park number {'abcdefghijkl'[n]}" for n in range(lines)), "Skills Trainr"]
    )
    assert [c.text for c in decode(text, TINY, "OR").credentials] == found


@pytest.mark.parametrize(
    ("text", "trainings"),
    [
        ("Jo Smith, LCSW, EMDR", [("EMDR", "trauma-treatment")]),
        ("Jo Smith, LCSW, EMDR (in training)", [("EMDR in training", "")]),
        ("Jo Smith, LCSW, EMDR\nin training", [("EMDR", "trauma-treatment")]),
        ("Jo Smith, EMDR, in training", [("EMDR in training", "")]),
    ],
)
def test_words_right_behind_a_training_take_it_back_on_its_own_line_only(text, trainings):
    decoded = decode(text, TINY, "OR")
    assert [(t.text, t.capability) for t in decoded.trainings] == trainings
    assert {c.role for c in decoded.credentials} <= {"lcsw"}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Dr. Okafor", True),
        ("DR OKAFOR", True),
        ("the doctor", True),
        ("Sunny's psychiatrist", True),
        ("prescriber", True),
        ("Drew", False),
        ("Jane Miller", False),
        ("", False),
    ],
)
def test_who_is_called_a_doctor(name, called):
    assert is_called_doctor(name) is called


def test_letters_that_may_be_a_town_s_state_are_open():
    (letters,) = decode("Miller, Baltimore, MD", TINY, "OR").credentials
    assert (letters.text, letters.kind, letters.role, letters.state_matters) == ("MD", Kind.UNKNOWN, "", True)


@pytest.mark.parametrize("word", ["and", "AND", "&"])
def test_letters_joined_by_a_word_are_two(word):
    assert read(f"Jo Smith, LCSW {word} LPC") == ("Jo Smith", [("LCSW", "lcsw"), ("LPC", "lpc")])
