"""A title is kept as it is written; which jobs it may be is read from the words we know."""

import pytest

from roles.decode import decode
from tests.roles.tiny import TINY

WHOLE = """
School Based Mental Health Therapist
School-Based Mental Health Therapist
Senior Therapist
Bilingual Therapist
Trauma Therapist
Home Based Family Therapist
Child and Family Therapist
Mental Health Therapist II
Therapist Supervisor
Lead Therapist
Program Therapist
Therapist Team Lead
Therapist of Outpatient Services
Therapist for Families
Applied Behavior Analysis Therapist
Massage Therapist
Physical Therapist
Licensed Therapist
Early Childhood Therapist
Substance Use Therapist
Intensive In-Home Therapist
senior therapist
SCHOOL BASED MENTAL HEALTH THERAPIST
Senior Skills Trainer
Skills Trainer Supervisor
""".strip().splitlines()
KNOWN = {"therapist", "family therapist", "skills trainer"}


def titles_in(text):
    return [c.text for c in decode(text, TINY, "OR").credentials if c.is_title]


def candidates_of(text):
    return [c.candidates for c in decode(text, TINY, "OR").credentials if c.is_title]


@pytest.mark.parametrize("title", WHOLE)
def test_a_longer_title_is_kept_whole_and_read_by_what_we_know(title):
    known = "skills trainer" if "trainer" in title.lower() else "therapist"
    for text in (
        title,
        f"Jane Miller, {title}",
        f"Jane Miller\n{title}\nSunrise House",
        f"Jane Miller | {title}",
    ):
        assert titles_in(text) == [title]
    if "family" not in title.lower():
        assert candidates_of(title) == candidates_of(known)
    assert decode(f"Jane Miller, LCSW, {title}", TINY, "OR").name == "Jane Miller"


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Tina Poe School Based Therapist", "Tina Poe", ["School Based Therapist"]),
        ("Jane Miller Therapist", "Jane Miller", ["Therapist"]),
        ("Therapist Jane Miller", "Jane Miller", ["Therapist"]),
        ("Jane Miller, Equine Therapist", "Jane Miller", ["Equine Therapist"]),
        ("our therapist Jane", "", ["therapist"]),
        ("she is a therapist at Sunrise", "", ["therapist"]),
        ("Jane Miller\nTherapist at Sunrise House", "Jane Miller", ["Therapist"]),
        ("Jane Miller\nTherapist Sunrise House", "Jane Miller", ["Therapist"]),
        ("Jane Miller\nShe is our new therapist", "Jane Miller", ["therapist"]),
        ("Jane Miller\nSee your Therapist", "Jane Miller", ["Therapist"]),
        ("Senior Therapist and Lead Skills Trainer", "", ["Senior Therapist", "Lead Skills Trainer"]),
        ("Senior Therapist/Skills Trainer", "", ["Senior Therapist", "Skills Trainer"]),
    ],
)
def test_names_places_and_sentences_are_no_part_of_a_title(text, name, titles):
    assert (decode(text, TINY, "OR").name, titles_in(text)) == (name, titles)


def test_letters_and_the_name_of_a_license_stay_as_they_are():
    read = decode("Jane Miller, Senior LCSW", TINY, "OR").credentials
    assert [c.text for c in read] == ["LCSW"]
    read = decode("Jane Miller, senior licensed clinical social worker", TINY, "OR").credentials
    assert [c.role for c in read] == ["lcsw"]
