"""Every name of the real catalogue can be pasted and comes back as what it is."""

import pytest

from roles.catalogue import Kind, Reach
from roles.decode import decode
from roles.fit import fit, need_fit
from tests.reading import MAX_GRADE, banned_words, grade
from tests.roles.tiny import note_of

pytestmark = pytest.mark.django_db
TITLES = ["therapist", "counselor", "clinician", "family intervention specialist", "skills trainer"]


def test_every_name_is_found_and_leads_to_its_role(catalogue):
    lost = []
    for folded, entries in catalogue.names.items():
        for entry in () if folded[0].isdigit() else entries:
            read = decode(f"Jane Miller, {entry.name}", catalogue, entry.state).credentials
            roles = {slug for c in read for slug in (c.role, *c.candidates)}
            if entry.role not in roles:
                lost.append((entry.name, entry.role, entry.state, read))
    assert lost == []


def test_every_role_s_own_letters_lead_to_it_at_home(catalogue):
    for role in catalogue.roles.values():
        for letters in role.letters.split(" / "):
            read = decode(f"Jane Miller, {letters}", catalogue, role.state).credentials
            assert role.slug in {slug for c in read for slug in (c.role, *c.candidates)}, letters


def test_a_title_of_the_catalogue_never_proves_a_role(catalogue):
    for entries in catalogue.names.values():
        if {entry.kind for entry in entries} & {"title", "spoken"}:
            for credential in decode(entries[0].name, catalogue, "OR").credentials:
                assert credential.role == "" or credential.kind is not Kind.TITLE


@pytest.mark.parametrize("title", TITLES)
def test_the_misleading_titles_could_be_several(catalogue, title):
    (credential,) = decode(title, catalogue, "OR").credentials
    assert (credential.role, credential.is_title) == ("", True)
    assert len(credential.candidates) > 1


@pytest.mark.parametrize(
    "title", ["therapist", "family therapist", "clinician", "psychotherapist", "counselor"]
)
def test_a_spoken_title_gives_no_clinical_training(catalogue, title):
    credentials = decode(title, catalogue, "OR").credentials
    for slug in ("family-therapy", "individual-psychotherapy", "diagnosis", "safety-planning"):
        assert fit(catalogue, credentials, slug, "OR").reach is Reach.UNKNOWN


def test_the_doctor_of_the_demo_can_prescribe(catalogue):
    doctor = decode("Dr. Okafor, MD", catalogue, "OR").credentials
    assert fit(catalogue, doctor, "medication", "OR").reach is Reach.TRAINED


def test_jane_could_lead_family_therapy_once_her_supervisor_is_known(catalogue):
    jane = decode("Jane Miller, MSW, CSWA, QMHP", catalogue, "OR").credentials
    need = catalogue.needs["family-conflict"]
    assert need_fit(catalogue, jane, need, "OR", (), "unknown")[0] is Reach.SUPERVISED
    assert need_fit(catalogue, jane, need, "OR", (), "named")[0] is Reach.TRAINED


def test_tasha_does_not_lead_family_therapy_whoever_supervises(catalogue):
    tasha = decode("Tasha R. QMHA", catalogue, "OR").credentials
    need = catalogue.needs["family-conflict"]
    assert need_fit(catalogue, tasha, need, "OR", (), "named")[0] is Reach.NOT_TRAINED


@pytest.mark.parametrize("state", ["VA", "TX", "ID"])
def test_a_qmhp_elsewhere_is_not_oregon_s(catalogue, state):
    credentials = decode("Jane Miller, QMHP", catalogue, state).credentials
    assert fit(catalogue, credentials, "family-therapy", state).why_unknown == "other-state"


def test_in_every_state_letters_listed_there_are_their_role_and_others_say_so(catalogue):
    for state in catalogue.states:
        for credential in decode(
            "Jane, LCSW, LICSW, LPC, LMHC, LMFT, QMHP, LAC, LSW", catalogue, state
        ).credentials:
            assert credential.role or credential.candidates or note_of(credential, catalogue), (
                state,
                credential,
            )


def test_notes_are_easy_to_read_and_blame_nobody(catalogue):
    names = [e.name for entries in catalogue.names.values() for e in entries] + list(
        catalogue.states.values()
    )
    for state in ("", "OR", "VA", "MA"):
        for text in ("Jo, LCSW, LICSW, QMHP, PhD, MEd, MSW, MD, XYZ, QMPH, BHT, CSWA", *TITLES):
            for credential in decode(text, catalogue, state).credentials:
                assert grade(note_of(credential, catalogue), names) <= MAX_GRADE, note_of(
                    credential, catalogue
                )
                assert not banned_words(note_of(credential, catalogue))


def test_what_letters_mean_in_a_state_is_short_and_easy_to_read(catalogue):
    names = [e.name for entries in catalogue.names.values() for e in entries] + list(
        catalogue.states.values()
    )
    names += [letters.upper() for _, letters in catalogue.local]
    for state, letters in catalogue.local:
        for credential in decode(f"Jane Miller, {letters.upper()}", catalogue, state).credentials:
            assert grade(note_of(credential, catalogue), names) <= MAX_GRADE, note_of(credential, catalogue)
            assert not banned_words(note_of(credential, catalogue))
            assert all(len(part.split()) <= 20 for part in note_of(credential, catalogue).split(". ")), (
                note_of(credential, catalogue)
            )


@pytest.mark.parametrize(
    ("letters", "state", "kind", "role"),
    [
        ("LCSW", "MA", Kind.REGISTRATION, "cswa"),
        ("LCSW", "RI", Kind.REGISTRATION, "cswa"),
        ("LPC", "OH", Kind.REGISTRATION, "pc-associate"),
        ("LMFT", "KS", Kind.REGISTRATION, "mft-associate"),
        ("Psychologist", "IL", Kind.LICENCE, "psychologist"),
        ("Licensed Psychologist", "IL", Kind.LICENCE, "psychologist"),
        ("LMHP", "VA", Kind.LICENCE, ""),
        ("QMHP-CS", "TX", Kind.QUALIFICATION, ""),
        ("LMFT Associate", "TX", Kind.REGISTRATION, "mft-associate"),
    ],
)
def test_a_license_known_in_a_state_is_never_told_as_unknown_letters(catalogue, letters, state, kind, role):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue, state).credentials
    assert (credential.kind, credential.role, credential.state_matters) == (kind, role, True)
    assert note_of(credential, catalogue)


@pytest.mark.parametrize("letters", ["QMHP", "LCSW", "LPC", "LMSW", "Licensed Professional Counselor"])
def test_without_a_state_letters_that_differ_by_state_are_no_certain_role(catalogue, letters):
    (credential,) = decode(f"Ana Ruiz, {letters}", catalogue).credentials
    assert (credential.role, credential.state_matters) == ("", True)
    assert "does not mean the same in every state" in note_of(credential, catalogue)


def test_letters_beside_the_job_they_stand_for_are_that_job(catalogue):
    doctor, job = decode("Sam Poe, MD, Pediatrician", catalogue, "OR").credentials
    assert (doctor.role, doctor.candidates, note_of(doctor, catalogue)) == ("pediatrician-pcp", (), "")
    assert job.role == "pediatrician-pcp"


def test_a_degree_beside_a_license_still_proves_no_role(catalogue):
    degree, _ = decode("Sam Poe, PhD, Licensed Psychologist", catalogue, "OR").credentials
    assert (degree.kind, degree.role, degree.candidates) == (Kind.DEGREE, "", ())


@pytest.mark.parametrize(
    ("text", "state", "found"),
    [
        ("Ana Ruiz, LCSW-R", "NY", {"lcsw"}),
        ("Ana Ruiz, ACSW", "CA", {"cswa"}),
        ("Ana Ruiz, ACSW", "OR", set()),
        ("Ana Ruiz, LSWAIC", "WA", {"cswa"}),
        ("Ana Ruiz, LPCA", "NC", {"pc-associate"}),
        ("Ana Ruiz, LCMHCA", "NC", {"pc-associate"}),
        ("Ana Ruiz, ARNP", "WA", {"pmhnp", "pediatrician-pcp"}),
        ("Ana Ruiz, FNP-C", "OR", {"pediatrician-pcp"}),
        ("nurse practitioner", "OR", {"pmhnp", "pediatrician-pcp"}),
        ("Ana Ruiz, Family Nurse Practitioner", "OR", {"pediatrician-pcp"}),
        ("Ana Ruiz, Psychiatric Nurse Practitioner", "OR", {"pmhnp"}),
        ("teacher", "OR", {"sped-teacher", "paraeducator"}),
        ("special ed teacher", "OR", {"sped-teacher"}),
        ("the mobile crisis team", "OR", {"mobile-crisis"}),
        ("Ana Ruiz, Youth Peer Support Specialist", "OR", {"youth-support-specialist"}),
        ("Peer Support Specialist", "OR", {"peer-support-specialist"}),
        ("Care Coordinator", "OR", {"wraparound-coordinator", "targeted-case-manager", "qmha"}),
        ("Intensive Care Coordinator", "OR", {"wraparound-coordinator"}),
    ],
)
def test_names_that_families_meet_lead_to_their_roles(catalogue, text, state, found):
    (credential,) = decode(text, catalogue, state).credentials
    assert {credential.role, *credential.candidates} - {""} == found
    assert credential.kind is not Kind.UNKNOWN
