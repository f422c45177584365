"""Job titles and spoken words: who it could be, and never a proof."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from tests.roles.tiny import TINY, note_of

CANDIDATES = {
    "therapist": ("therapist", "lcsw", "qmhp"),
    "Counselor": ("lpc", "qmhp"),
    "clinician": ("lcsw", "qmhp"),
    "skills trainer": ("skills-trainer", "qmha"),
    "family intervention specialist": ("fis", "qmha"),
    "Family Support Specialist": ("fss", "qmha"),
}


@pytest.mark.parametrize("title", CANDIDATES)
def test_a_title_could_be_several_and_proves_no_role(title):
    (credential,) = decode(title, TINY, "OR").credentials
    assert (credential.role, credential.candidates) == ("", CANDIDATES[title])
    assert (credential.kind, credential.is_title) == (Kind.TITLE, True)
    assert note_of(credential, TINY) == "Could be one of these. Ask."


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("famly suport specialist", "Family Support Specialist"),
        ("She is a famly intervension specialist at Acme", "family intervention specialist"),
        ("skils trainer", "skills trainer"),
        ("counsellor", "counselor"),
        ("therpist", "therapist"),
    ],
)
def test_a_misspelt_title_is_suggested_and_not_decided(text, meant):
    (credential,) = decode(text, TINY, "OR").credentials
    assert (credential.role, credential.is_title) == ("", True)
    assert credential.candidates
    assert f"Did you mean {meant}?" in note_of(credential, TINY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Miller, skills trainer", "Jane Miller"),
        ("Jane Miller\nSkills Trainer", "Jane Miller"),
        ("Therapist Jane Miller", "Jane Miller"),
        ("Outpatient Therapist", ""),
        ("Residential Counselor", ""),
        ("Milieu Therapist", ""),
        ("In-home Therapist", ""),
        ("In-Home Therapist", ""),
        ("Bilingual Therapist", ""),
        ("Virtual Therapist", ""),
        ("Day Treatment Therapist", ""),
        ("Dorothy Day, Therapist", "Dorothy Day"),
        ("my therapist", ""),
        ("skills trainers", ""),
    ],
)
def test_the_name_is_found_beside_a_title(text, name):
    decoded = decode(text, TINY, "OR")
    assert decoded.name == name
    assert [c.is_title for c in decoded.credentials] == [True]


@pytest.mark.parametrize("word", ["Bilingual", "Virtual", "Supervisor"])
def test_a_word_about_the_job_is_no_name(word):
    assert decode(word, TINY, "OR").name == ""


def test_a_title_in_a_sentence_is_found():
    (credential,) = decode("They said he is a skills trainer from the county", TINY, "OR").credentials
    assert credential.text == "skills trainer"


def test_letters_of_a_volunteer_or_job_title_prove_nothing_either():
    (credential,) = decode("our CASA volunteer", TINY, "OR").credentials
    assert (credential.role, credential.candidates, credential.is_title) == ("", ("casa",), True)


def test_letters_stand_beside_a_title():
    found = decode("Tasha R., QMHA\nFamily Intervention Specialist", TINY, "OR").credentials
    assert [(c.role, c.is_title) for c in found] == [("qmha", False), ("", True)]


def test_an_agency_named_like_a_title_is_no_title():
    assert decode("Jane Miller\nSunrise Skills Trainers", TINY, "OR").credentials == ()


@pytest.mark.parametrize("job", ["Therapist", "therapist", "Counselor", "Clinician"])
def test_a_job_inside_a_name_is_told_and_no_nickname(job):
    decoded = decode(f"Jane ({job}) Miller", TINY, "OR")
    assert (decoded.name, [c.text for c in decoded.credentials]) == ("Jane Miller", [job])


def test_a_nickname_inside_a_name_still_goes():
    decoded = decode("Jane (Jay) Miller, Therapist", TINY, "OR")
    assert (decoded.name, [c.text for c in decoded.credentials]) == ("Jane Miller", ["Therapist"])
