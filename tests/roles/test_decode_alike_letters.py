"""Letters of a state lead to the level they have there, and never to a role of another trade."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from tests.roles.tiny import note_of

pytestmark = pytest.mark.django_db


def roles_of(catalogue, letters, state):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue, state).credentials
    return {credential.role, *credential.candidates} - {""}


@pytest.mark.parametrize(
    ("letters", "state", "role"),
    [
        ("LAC", "CO", "licensed-addiction-counselor"),
        ("LICDC", "OH", "licensed-addiction-counselor"),
        ("MLADC", "NH", "licensed-addiction-counselor"),
        ("LCADC", "NJ", "licensed-addiction-counselor"),
        ("CAADC", "PA", "cadc-iii"),
        ("LCDC III", "OH", "cadc-ii"),
        ("LADC II", "MA", "cadc-i"),
        ("SUDPT", "WA", "cadc-r"),
        ("CASAC-T", "NY", "cadc-r"),
        ("LCDC-I", "TX", "cadc-r"),
        ("RADT", "CA", "cadc-r"),
        ("CRM", "OR", "recovery-mentor"),
    ],
)
def test_a_counselor_for_alcohol_and_drugs_stands_at_the_level_of_the_state(catalogue, letters, state, role):
    assert roles_of(catalogue, letters, state) == {role}


@pytest.mark.parametrize(
    ("letters", "state"), [("SUDP", "WA"), ("LCDC", "TX"), ("CASAC", "NY"), ("CADC", "OR")]
)
def test_letters_of_a_full_addiction_counselor_are_never_those_of_a_trainee(catalogue, letters, state):
    assert roles_of(catalogue, letters, state) == {"cadc-i", "cadc-ii", "cadc-iii"}


@pytest.mark.parametrize(
    ("letters", "state", "role"),
    [
        ("IMFT-S", "OH", "lmft"),
        ("LPCC-S", "KY", "lpc"),
        ("LICSW-PIP", "AL", "lcsw"),
        ("LCSW-BACS", "LA", "lcsw"),
        ("NPP", "NY", "pmhnp"),
        ("LMHC", "WA", "lpc"),
        ("LISW", "OH", "lcsw"),
        ("LP", "KS", "psychologist"),
        ("RD", "OR", "dietitian"),
    ],
)
def test_a_license_under_another_state_s_name_is_that_license(catalogue, letters, state, role):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue, state).credentials
    assert (credential.kind, credential.role, note_of(credential, catalogue)) == (Kind.LICENCE, role, "")


@pytest.mark.parametrize(
    ("letters", "state", "role"),
    [
        ("RMHCI", "FL", "pc-associate"),
        ("LAC", "AZ", "pc-associate"),
        ("LMHC", "NM", "pc-associate"),
        ("RCSWI", "FL", "cswa"),
        ("CSW", "UT", "cswa"),
        ("LSWAIC", "WA", "cswa"),
        ("LISW", "MN", "cswa"),
        ("LMFT", "KS", "mft-associate"),
        ("MFT", "OH", "mft-associate"),
        ("TLLP", "MI", "psychologist-resident"),
    ],
)
def test_letters_of_somebody_on_the_way_are_told_as_a_registration(catalogue, letters, state, role):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue, state).credentials
    assert (credential.kind, credential.role) == (Kind.REGISTRATION, role)
    assert note_of(credential, catalogue).startswith(f"In {catalogue.states[state]}, {letters} means: ")


@pytest.mark.parametrize(
    ("letters", "state", "said"),
    [
        ("LMT", "OR", "most often a massage therapist"),
        ("CSW", "NM", "a community support worker, not a social worker"),
        ("CSW", "WI", "it is not a therapist"),
        ("LSW", "KY", "a social worker with a bachelor’s degree"),
        ("MHP", "WA", "It can be an associate or a full license"),
        ("QMHP-A", "VA", "an older name for a QMHP, for adults"),
        ("LP", "NY", "a licensed psychoanalyst, or a limited permit"),
    ],
)
def test_letters_with_two_lives_say_what_they_are_here(catalogue, letters, state, said):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue, state).credentials
    assert said in note_of(credential, catalogue)
    assert credential.role in ("", "rbsw", "qmha")


@pytest.mark.parametrize("letters", ["LAC", "CSW", "LMHC", "LISW", "LMFT"])
def test_without_a_state_they_are_no_certain_role(catalogue, letters):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue).credentials
    assert (credential.role, credential.state_matters) == ("", True)


@pytest.mark.parametrize("name", ["PA", "physician assistant", "Physician Associate"])
def test_a_physician_assistant_is_no_pediatrician(catalogue, name):
    assert roles_of(catalogue, name, "OR") == {"physician-assistant"}


@pytest.mark.parametrize("letters", ["NCC", "RPT"])
def test_a_national_certificate_is_told_as_one(catalogue, letters):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue, "OR").credentials
    assert (credential.kind, credential.role) == (Kind.QUALIFICATION, "national-certificate")
