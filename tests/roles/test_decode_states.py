"""The same letters, another state: never a level guessed from letters alone."""

import pytest

from roles.decode import decode
from tests.roles.tiny import TINY


def read(letters, state):
    (credential,) = decode(f"Jane Miller, {letters}", TINY, state).credentials
    return credential


def test_colliding_letters_without_a_state_are_only_candidates():
    credential = read("QMHP", "")
    assert (credential.role, credential.candidates, credential.state_matters) == ("", ("qmhp",), True)
    assert "Tell us yours" in credential.note


def test_colliding_letters_are_a_role_in_its_own_state():
    assert (read("QMHP", "OR").role, read("QMHP", "or").role, read("QMHP", "OR").note) == ("qmhp", "qmhp", "")


def test_a_qmhp_in_virginia_is_said_to_mean_something_else():
    credential = read("QMHP", "VA")
    assert credential.state_matters
    assert credential.note == "In Virginia, QMHP means: a bachelor's degree. Ask to be sure."


def test_facts_of_another_state_are_named_as_such():
    credential = read("CSWA", "VA")
    assert (credential.role, credential.state_matters) == ("cswa", True)
    assert credential.note == "What we know about CSWA is for Oregon. Ask what it means in Virginia."


@pytest.mark.parametrize("state", ["WA", "MA"])
def test_a_name_of_the_family_s_state_is_the_role(state):
    assert (read("LICSW", state).role, read("LICSW", state).note) == ("lcsw", "")


def test_letters_of_other_states_only_are_no_role_here():
    credential = read("LICSW", "OR")
    assert (credential.role, credential.candidates, credential.state_matters) == ("", (), True)
    assert credential.note == "LICSW is used in Massachusetts and other states. Ask what it means in Oregon."


def test_letters_that_name_a_lower_level_here_are_not_taken_for_the_higher_one():
    assert (read("LCSW", "VA").role, read("LCSW", "MA").role, read("LCSW", "MA").candidates) == (
        "lcsw",
        "",
        (),
    )
    assert "works under someone else" in read("LCSW", "MA").note


def test_letters_listed_for_some_states_are_not_assumed_in_the_others():
    assert (read("LCSW", "WA").role, read("LCSW", "WA").candidates) == ("", ())


def test_letters_that_name_two_jobs_resolve_by_the_state():
    assert (read("LAC", "CO").role, read("LAC", "NJ").role) == ("cadc-i", "lpc")
    assert read("LAC", "").candidates == ("cadc-i", "lpc")


def test_a_degree_is_the_same_everywhere():
    assert all(read("MSW", state).role == "msw" for state in ("", "OR", "VA"))


def test_colliding_letters_without_a_role_say_what_they_mean_here():
    assert read("BHT", "AZ").note == "In Arizona, BHT means: agency staff. Ask to be sure."
    assert read("BHT", "OR").state_matters


def test_a_town_is_not_taken_for_a_doctor():
    decoded = decode("Jane Miller, LPC\nBaltimore, MD", TINY, "OR")
    assert [c.role for c in decoded.credentials] == ["lpc", ""]
    assert decoded.credentials[1].candidates == ()
    assert decoded.credentials[1].note == "This could be a place or letters. Ask."


def test_a_town_with_a_zip_code_is_left_out():
    assert len(decode("Jane Miller, LPC, Springfield, MA 01103", TINY, "OR").credentials) == 1


def test_the_own_state_after_a_town_is_left_out():
    assert len(decode("Jane Miller, LPC\nPortland, OR", TINY, "OR").credentials) == 1
