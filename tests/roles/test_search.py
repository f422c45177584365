"""Finding a role by what a tired parent types."""

import pytest

from roles.catalogue import Catalogue, Kind, NameEntry, RoleInfo
from roles.decode import fold
from roles.search import search


def role(slug, letters, name, lede="Helps."):
    return RoleInfo(
        slug=slug,
        letters=letters,
        name=name,
        kind=Kind.LICENCE,
        tier="independent-clinician",
        state="OR",
        licence="yes",
        brings="help",
        needs_supervisor=False,
        lede=lede,
    )


ROLES = (
    role("qmha", "QMHA", "Qualified Mental Health Associate", "Teaches skills at home."),
    role("qmhp", "QMHP", "Qualified Mental Health Professional"),
    role("qmhp-c", "QMHP-C", "Qualified Mental Health Professional, Certified"),
    role("lcsw", "LCSW", "Licensed Clinical Social Worker"),
    role("psychiatrist", "MD / DO", "Psychiatrist", "A doctor for the mind. May prescribe medicine."),
    role("bha", "BHA", "Behavioral health associate"),
)
NAMES = (
    NameEntry("skills trainer", "qmha", "title"),
    NameEntry("skills trainer", "bha", "title"),
    NameEntry("therapist", "lcsw", "spoken"),
    NameEntry("helper", "bha", "title", "TX"),
    NameEntry("helper", "qmha", "title", "OR"),
)


@pytest.fixture(scope="module")
def small():
    names = {}
    for entry in NAMES:
        names.setdefault(fold(entry.name), []).append(entry)
    return Catalogue(
        number=1, roles={r.slug: r for r in ROLES}, names={key: tuple(found) for key, found in names.items()}
    )


def found(catalogue, text, **where):
    return [hit.role.slug for hit in search(catalogue, text, **where)]


@pytest.mark.parametrize("typed", ["QMHP", "qmhp", " q.m.h.p. ", "Qmhp"])
def test_exact_letters_come_first_however_they_are_typed(small, typed):
    assert found(small, typed) == ["qmhp", "qmhp-c"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("QMAH", "qmha"),
        ("LSCW", "lcsw"),
        ("psychiatirst", "psychiatrist"),
        ("licenced clinical social worker", "lcsw"),
        ("behavioural health asociate", "bha"),
    ],
)
def test_a_misspelling_finds_what_was_meant(small, typed, meant):
    assert found(small, typed)[0] == meant


@pytest.mark.parametrize(("typed", "meant"), [("qmhp c", "qmhp-c"), ("psych iatrist", "psychiatrist")])
def test_a_space_more_or_less_does_not_matter(small, typed, meant):
    assert found(small, typed)[0] == meant


def test_the_page_about_a_bare_word_comes_before_what_it_can_mean(catalogue):
    assert found(catalogue, "therapist")[0] == "therapist-title"


def test_a_near_miss_does_not_stand_beside_a_sure_find(small):
    assert "qmha" not in found(small, "qmhp")


def test_one_title_finds_every_role_it_can_mean(small):
    assert set(found(small, "skills trainer")) == {"qmha", "bha"}


def test_letters_shared_with_others_on_a_badge_are_found_alone(small):
    assert found(small, "DO") == ["psychiatrist"]


def test_a_part_of_a_name_is_found(small):
    assert found(small, "social work") == ["lcsw"]


def test_a_state_puts_its_own_use_of_a_word_first(small):
    assert found(small, "helper", state="TX")[0] == "bha"
    assert found(small, "helper", state="OR")[0] == "qmha"


def test_words_from_a_description_find_a_role_when_no_name_does(small):
    assert found(small, "prescribe medicine") == ["psychiatrist"]


@pytest.mark.parametrize("typed", ["", "   ", "zzzzqq", "?!", "a" * 5_000])
def test_nothing_fits_nothing(small, typed):
    assert found(small, typed) == []


def test_a_hit_says_by_which_name_it_was_found(small):
    assert {hit.matched for hit in search(small, "skills trainer")} == {"skills trainer"}
