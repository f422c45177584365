"""The same letters, another state: never a level guessed from letters alone."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from tests.roles.tiny import TINY, note_of


def read(letters, state):
    (credential,) = decode(f"Jane Miller, {letters}", TINY, state).credentials
    return credential


def test_colliding_letters_without_a_state_are_only_candidates():
    credential = read("QMHP", "")
    assert (credential.role, credential.candidates, credential.state_matters) == ("", ("qmhp",), True)
    assert "Tell us yours" in note_of(credential, TINY)


def test_colliding_letters_are_a_role_in_its_own_state():
    assert (read("QMHP", "OR").role, read("QMHP", "or").role, note_of(read("QMHP", "OR"), TINY)) == (
        "qmhp",
        "qmhp",
        "",
    )


def test_a_qmhp_in_virginia_is_said_to_mean_something_else():
    credential = read("QMHP", "VA")
    assert credential.state_matters
    assert note_of(credential, TINY) == "In Virginia, QMHP means: a bachelor's degree. Ask to be sure."


def test_facts_of_another_state_are_named_as_such():
    credential = read("CSWA", "VA")
    assert (credential.role, credential.state_matters) == ("cswa", True)
    assert note_of(credential, TINY) == "We know CSWA from Oregon. It may differ in Virginia. Ask."


@pytest.mark.parametrize("state", ["WA", "MA"])
def test_a_name_of_the_family_s_state_is_the_role(state):
    assert (read("LICSW", state).role, note_of(read("LICSW", state), TINY)) == ("lcsw", "")


def test_letters_of_other_states_may_be_the_full_level_or_the_one_below_it_here():
    credential = read("LICSW", "OR")
    assert (credential.role, credential.candidates) == ("", ("lcsw", "cswa"))
    assert (credential.kind, credential.state_matters) == (Kind.LICENCE, True)
    assert (
        note_of(credential, TINY)
        == "LICSW is used in Massachusetts and other states. Ask what it means in Oregon."
    )


@pytest.mark.parametrize(
    ("letters", "state", "role", "note"),
    [
        ("LCSW", "MA", "cswa", "In Massachusetts, LCSW means: works under someone else. Ask to be sure."),
        ("LPCC", "CO", "pca", "In Colorado, LPCC means: a candidate. Ask to be sure."),
        ("LMFT", "WA", "mfta", "In Washington, LMFT means: works under a supervisor. Ask to be sure."),
    ],
)
def test_letters_that_name_a_lower_level_here_are_that_level(letters, state, role, note):
    credential = read(letters, state)
    assert (credential.kind, credential.role, note_of(credential, TINY)) == (Kind.REGISTRATION, role, note)
    assert (read("LCSW", "VA").kind, read("LCSW", "VA").role) == (Kind.LICENCE, "lcsw")


def test_a_name_spelled_out_in_full_falls_under_the_same_rule_as_its_letters():
    spelled = "Licensed Clinical Social Worker"
    assert (read(spelled, "MA").role, read(spelled, "VA").role) == ("cswa", "lcsw")
    assert (read(spelled, "").role, read(spelled, "").state_matters) == ("", True)


def test_letters_listed_for_some_states_are_not_assumed_in_the_others():
    assert (read("LCSW", "WA").role, read("LCSW", "WA").candidates) == ("", ("lcsw", "cswa"))


def test_a_state_s_own_warning_about_letters_is_told():
    assert (
        note_of(read("LCSW", "MD"), TINY)
        == "In Maryland, LCSW means: the certified level here. Ask to be sure."
    )


def test_a_name_that_says_the_same_in_fewer_words_keeps_its_role():
    credential = read("Psychologist", "NJ")
    assert (credential.kind, credential.role, credential.state_matters) == (
        Kind.LICENCE,
        "psychologist",
        True,
    )


def test_letters_that_one_state_uses_are_not_assumed_without_a_state():
    credential = read("LPCC", "")
    assert (credential.role, credential.candidates, credential.state_matters) == ("", ("lpc",), True)


@pytest.mark.parametrize(
    ("letters", "kind"),
    [("XPC", Kind.LICENCE), ("LMHP", Kind.LICENCE), ("LGPC", Kind.REGISTRATION), ("LXSW", Kind.REGISTRATION)],
)
def test_letters_of_a_state_s_own_list_are_known_there_and_nowhere_else(letters, kind):
    here, elsewhere = read(letters, "MD"), read(letters, "OR")
    assert (here.kind, here.role, here.state_matters) == (kind, "", True)
    assert "Maryland" in note_of(here, TINY)
    assert elsewhere.kind is Kind.UNKNOWN


def test_a_stage_in_a_state_s_list_is_not_taken_for_the_letters_themselves():
    assert read("LBSW", "MD").kind is Kind.UNKNOWN


def test_known_letters_with_something_added_get_a_hint_and_no_role():
    credential = read("QMHP-E", "VA")
    assert (credential.kind, credential.role) == (Kind.UNKNOWN, "")
    assert note_of(credential, TINY).endswith("In Virginia, QMHP means: a bachelor's degree. Ask to be sure.")


def test_letters_that_name_two_jobs_resolve_by_the_state():
    assert (read("LAC", "CO").role, read("LAC", "NJ").role) == ("cadc-i", "lpc")
    assert read("LAC", "").candidates == ("cadc-i", "lpc")


def test_a_degree_is_the_same_everywhere():
    assert all(read("MSW", state).role == "msw" for state in ("", "OR", "VA"))


def test_colliding_letters_without_a_role_say_what_they_mean_here():
    assert note_of(read("BHT", "AZ"), TINY) == "In Arizona, BHT means: agency staff. Ask to be sure."
    assert read("BHT", "OR").state_matters


def test_a_town_is_not_taken_for_a_doctor():
    decoded = decode("Jane Miller, LPC\nBaltimore, MD", TINY, "OR")
    assert [c.role for c in decoded.credentials] == ["lpc", ""]
    assert decoded.credentials[1].candidates == ()
    assert note_of(decoded.credentials[1], TINY) == "This could be a place or letters. Ask."


def test_a_town_with_a_zip_code_is_left_out():
    assert len(decode("Jane Miller, LPC, Springfield, MA 01103", TINY, "OR").credentials) == 1


def test_the_own_state_after_a_town_is_left_out():
    assert len(decode("Jane Miller, LPC\nPortland, OR", TINY, "OR").credentials) == 1
