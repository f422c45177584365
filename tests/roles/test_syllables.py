"""Syllables are counted as they are spoken, so that a hard text does not pass as an easy one."""

import gzip

import pyphen
import pytest

from tests.data.cmudict.pack import counted, pack
from tests.reading import MAX_GRADE, grade
from tests.syllables import COUNTS, syllables


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("area", 3),
        ("idea", 3),
        ("psychiatry", 4),
        ("therapy", 3),
        ("associate", 4),
        ("evaluation", 5),
        ("children", 2),
        ("worked", 1),
        ("through", 1),
        ("doesn't", 2),
        ("Family", 3),
    ],
)
def test_a_listed_word_has_the_syllables_that_are_heard(word, spoken):
    assert syllables(word) == spoken


@pytest.mark.parametrize("word", ["area", "associate", "idea"])
def test_hyphenation_points_alone_hear_too_few(word):
    assert pyphen.Pyphen(lang="en_US").inserted(word).count("-") + 1 < syllables(word)


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("child's", 1),
        ("nurse's", 2),
        ("coach's", 2),
        ("waitlist's", 2),
        ("QMHA's", 2),
        ("parents'", 2),
    ],
)
def test_what_belongs_to_someone_sounds_like_the_word_before_it(word, spoken):
    assert syllables(word) == spoken


@pytest.mark.parametrize(
    ("word", "spoken"),
    [("waitlists", 2), ("co-parent", 3), ("and/or", 2), ("YouthLine", 2), ("supervisee", 3)],
)
def test_a_word_that_is_not_listed_is_counted_by_its_parts(word, spoken):
    assert syllables(word) == spoken


@pytest.mark.parametrize(("word", "spoken"), [("QMHA", 2), ("RN", 2), ("A", 1), ("504", 2), ("8", 1)])
def test_letters_and_numbers_are_seen_and_not_sounded_out(word, spoken):
    assert syllables(word) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "The first counselor license. Clinical work may need supervision.",
        "Depression or anxiety: sad, worried, avoiding things, or a change in sleep.",
        "This is psychotherapy (talk therapy). It treats a condition with a therapy method.",
    ],
)
def test_a_text_that_passed_by_hyphenation_points_is_seen_as_hard(text):
    assert grade(text) > MAX_GRADE


def test_of_a_dictionary_plain_words_are_kept_as_they_are_first_spoken():
    lines = [
        "area EH1 R IY0 AH0",
        "area(2) EH1 R Y AH0",
        "can't K AE1 N T",
        "child's CH AY1 L D Z",
        "3d TH R IY1 D IY2",
        "hm HH M  # a sound",
    ]
    assert counted(lines) == {3: ["area"], 1: ["can't", "hm"]}


def test_packing_the_same_dictionary_gives_the_same_file(tmp_path):
    source = tmp_path / "cmudict.dict"
    source.write_text("two T UW1\narea EH1 R IY0 AH0\none W AH1 N\n")
    assert gzip.decompress(pack(source)).decode() == "1 one two\n3 area\n"
    assert pack(source) == pack(source)


def test_the_terms_of_the_dictionary_stand_beside_it():
    assert "Carnegie Mellon University" in COUNTS.with_name("syllables.txt.LICENSE").read_text()
