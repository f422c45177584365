"""Every text of the catalogue that a parent may see is plain: short words, short sentences, kind ones."""

import csv

import pytest
import yaml

from roles.loading.services import DATA
from tests.reading import MAX_GRADE, banned_words, grade, long_sentences, mask_names

PROSE = {
    "lede license_short school_short works_under_short brings text reason meaning level rule note",
    "title noun does does_not can plain looks_like not_the_same_as ask_for asks clear_answer if_not",
    "why vague_answer follow_up use_when how hours answered_by short one_line likely_applies",
}
SHOWN = frozenset(word for line in PROSE for word in line.split())
NOT_PROSE = {("sources.yaml", "title"), ("collisions.yaml", "title"), ("catalogue.yaml", "title")}
SHORT = 8
"""Words. Below this a grade swings with every syllable, so short texts are graded together."""


def texts_in(path, node, key=""):
    """(file name, key, text) for each prose value below a node. Names of provider codes are not ours."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name != "codes":
                yield from texts_in(path, value, name)
    elif isinstance(node, list):
        for item in node:
            yield from texts_in(path, item, key)
    elif isinstance(node, str) and key in SHOWN and (path.name, key) not in NOT_PROSE:
        yield path.name, key, node.replace("{child}", "Sunny")


def every_text():
    for path in sorted(DATA.rglob("*.yaml")):
        yield from texts_in(path, yaml.load(path.read_text(), Loader=yaml.CSafeLoader))
    for path in sorted((DATA / "fits").glob("*.csv")):
        with path.open(newline="") as file:
            yield from ((path.name, "reason", row["reason"]) for row in csv.DictReader(file))


def names():
    listed = (DATA / "names_of_things.txt").read_text().splitlines()
    files = [*(DATA / "roles").glob("*.yaml"), *(DATA / "states").glob("*.yaml")]
    own = [yaml.load(path.read_text(), Loader=yaml.CSafeLoader)["name"].split(" (")[0] for path in files]
    return {line for line in listed if line and not line.startswith("#")} | set(own)


@pytest.fixture(scope="module")
def texts():
    """{text with official names masked: (file name, key)}. Masked in one go: there are thousands."""
    places = {text: (name, key) for name, key, text in every_text() if text}
    assert not [text for text in places if "\n" in text]
    masked = mask_names("\n".join(places), names()).split("\n")
    return dict(zip(masked, places.values(), strict=True))


def test_there_are_texts_of_every_file_a_parent_sees(texts):
    assert len(texts) > 2000
    assert {"qmha.yaml", "OR.yaml", "needs.yaml", "crisis.yaml"} <= {name for name, _ in texts.values()}


def test_longer_texts_read_at_grade_eight_or_lower(texts):
    longer = {text: place for text, place in texts.items() if len(text.split()) >= SHORT}
    assert {(*place, text): g for text, place in longer.items() if (g := grade(text)) > MAX_GRADE} == {}


def test_shorter_texts_together_read_at_grade_eight_or_lower(texts):
    shorter = [text if text[-1] in ".?!" else f"{text}." for text in texts if len(text.split()) < SHORT]
    assert len(shorter) > 100
    assert grade("\n".join(shorter)) <= MAX_GRADE


def test_no_sentence_has_more_than_twenty_words(texts):
    assert [(place, long) for text, place in texts.items() for long in long_sentences(text)] == []


def test_no_banned_word_stands_in_any_text(texts):
    assert [(place, text) for text, place in texts.items() if banned_words(text)] == []
