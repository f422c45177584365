"""The pages' own words: plain, kind, and about the role."""

import pytest

from roles.catalogue import Kind, RoleInfo
from roles.presenters.words import GROUPS, OTHER_GROUP, first_sentence, group_of, one_letter_apart, short_name
from tests.reading import banned_words, grade
from tests.roles.pages import lines
from web.english import with_article

REST = (Kind.TITLE, "paraprofessional", "US", "no", "", True)
PATHS = (
    "/roles/",
    "/roles/?q=zzzz",
    "/roles/compare/",
    "/roles/compare/?r=qmha&r=qmhp",
    "/decode/",
    "/roles/states/",
)


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("QMHA", "a QMHA"),
        ("LCSW", "an LCSW"),
        ("MSW", "an MSW"),
        ("CASA", "a CASA"),
        ("QMHA-R", "a QMHA-R"),
        ("art therapist", "an art therapist"),
        ("skills trainer", "a skills trainer"),
    ],
)
def test_the_article_goes_by_sound(noun, said):
    assert with_article(noun) == said


@pytest.mark.parametrize(
    ("letters", "name", "said"),
    [
        ("QMHA", "Qualified Mental Health Associate", "QMHA"),
        ("MD / DO", "Psychiatrist", "psychiatrist"),
        ("'Therapist' (spoken title)", "'Therapist' (spoken title)", "therapist"),
        (
            "RBSW / LBSW",
            "Registered (or Licensed) Baccalaureate Social Worker",
            "Registered Baccalaureate Social Worker",
        ),
        ("Paraeducator / instructional assistant", "Paraeducator / instructional assistant", "paraeducator"),
    ],
)
def test_a_role_has_a_short_name_for_sentences(letters, name, said):
    assert short_name(RoleInfo("x", letters, name, *REST)) == said


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("QMHA", "QMHP", True), ("LPC", "LPCC", False), ("A", "A", False)]
)
def test_look_alikes_differ_in_one_place(one, other, apart):
    assert one_letter_apart(one, other) is apart


def test_the_first_sentence_keeps_its_stop():
    assert first_sentence("A helper. Not a therapist.") == "A helper."


def test_every_tier_of_the_catalogue_has_a_plain_group(catalogue):
    assert OTHER_GROUP not in {group_of(role.tier) for role in catalogue.roles.values()}
    assert len({key for key, _, _ in GROUPS}) == len(GROUPS)


@pytest.mark.parametrize("path", PATHS)
def test_the_pages_read_easily(client, catalogue, path):
    names = [role.name for role in catalogue.roles.values()] + [
        role.letters for role in catalogue.roles.values()
    ]
    said = lines(client.get(path))
    assert grade(said, names) <= 8
    assert banned_words(said) == []
